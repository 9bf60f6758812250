"""Kinds of first small tasks: things to do for the neighbourhood that need nobody who asks for help."""

from dataclasses import dataclass

from gebuur.domain.frames.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallTask:
    """One kind of small task.

    Attributes
    ----------
    key : str
        Never changes; rows refer to it.
    icon : str
        Name in the lucide set.
    names : Text
        Two to five words.
    what : Text
        What somebody does, in one sentence.
    minutes : int
        What it usually takes.
    people : int
        How many usually do it together.
    at_home : bool
        It is done at one's own table: place and part of the week do not matter.
    every_language : bool
        Every language named with it is needed, as for translating; otherwise one of them will do.
    """

    key: str
    icon: str
    names: Text
    what: Text
    minutes: int
    people: int = 1
    at_home: bool = False
    every_language: bool = False


SMALL_TASKS: tuple[SmallTask, ...] = (
    SmallTask(
        key="street-table",
        icon="coffee",
        names=Text(
            "Aan de straattafel staan",
            "Stand at the street table",
            "Tenir la table de rue",
            "Sokak masasında durmak",
            "الوقوف عند طاولة الشارع",
        ),
        what=Text(
            "Je schenkt koffie en zegt goeiedag tegen wie langskomt.",
            "You pour coffee and say hello to whoever comes by.",
            "Vous servez le café et saluez les passants.",
            "Kahve verir, gelene merhaba dersin.",
            "تقدّم القهوة وتسلّم على من يمرّ.",
        ),
        minutes=90,
        people=3,
    ),
    SmallTask(
        key="phoning-round",
        icon="phone-call",
        names=Text(
            "Buren opbellen",
            "A phoning round",
            "Téléphoner aux voisins",
            "Komşuları telefonla aramak",
            "الاتصال بالجيران هاتفيًّا",
        ),
        what=Text(
            "Je belt enkele buren en vraagt hoe het gaat.",
            "You phone a few neighbours and ask how they are.",
            "Vous appelez quelques voisins et demandez comment ils vont.",
            "Birkaç komşuyu arar, nasıl olduklarını sorarsın.",
            "تتصل ببعض الجيران وتسأل عن أحوالهم.",
        ),
        minutes=60,
        people=2,
        at_home=True,
    ),
    SmallTask(
        key="translating",
        icon="languages",
        names=Text(
            "Een tekst vertalen",
            "Translate a text",
            "Traduire un texte",
            "Bir yazıyı çevirmek",
            "ترجمة نص",
        ),
        what=Text(
            "Je zet een halve bladzijde om in je eigen taal.",
            "You put half a page into your own language.",
            "Vous traduisez une demi-page dans votre langue.",
            "Yarım sayfayı kendi diline çevirirsin.",
            "تنقل نصف صفحة إلى لغتك.",
        ),
        minutes=60,
        at_home=True,
        every_language=True,
    ),
    SmallTask(
        key="flyers",
        icon="mail-open",
        names=Text(
            "Flyers in de bus steken",
            "Put flyers through doors",
            "Distribuer des dépliants",
            "Broşür dağıtmak",
            "توزيع المنشورات",
        ),
        what=Text(
            "Je steekt een stapeltje in de brievenbussen van enkele straten.",
            "You put a small pile into the letter boxes of a few streets.",
            "Vous glissez un petit paquet dans les boîtes de quelques rues.",
            "Birkaç sokağın posta kutularına küçük bir deste atarsın.",
            "تضع رزمة صغيرة في صناديق البريد في بضعة شوارع.",
        ),
        minutes=60,
        people=2,
    ),
    SmallTask(
        key="setting-up",
        icon="wrench",
        names=Text(
            "Klaarzetten en opruimen",
            "Set up and clear away",
            "Installer et ranger",
            "Kurmak ve toplamak",
            "التحضير والترتيب",
        ),
        what=Text(
            "Je zet tafels en stoelen klaar, of ruimt ze daarna op.",
            "You set out tables and chairs, or clear them away after.",
            "Vous installez tables et chaises, ou vous les rangez après.",
            "Masa ve sandalyeleri kurar ya da sonra toplarsın.",
            "تجهّز الطاولات والكراسي أو ترتّبها بعد ذلك.",
        ),
        minutes=60,
        people=3,
    ),
    SmallTask(
        key="envelopes",
        icon="send",
        names=Text(
            "Brieven klaarmaken",
            "Get letters ready",
            "Préparer des lettres",
            "Mektup hazırlamak",
            "تحضير الرسائل",
        ),
        what=Text(
            "Je vouwt brieven en steekt ze in omslagen, samen met anderen.",
            "You fold letters and put them in envelopes, with others.",
            "Vous pliez des lettres et les mettez sous enveloppe, à plusieurs.",
            "Başkalarıyla mektup katlar, zarfa koyarsın.",
            "تطوي الرسائل وتضعها في ظروف مع الآخرين.",
        ),
        minutes=60,
        people=3,
    ),
    SmallTask(
        key="reading-along",
        icon="book-open",
        names=Text(
            "Een tekst nalezen",
            "Read a text for us",
            "Relire un texte",
            "Bir yazıyı okuyup bakmak",
            "مراجعة نص",
        ),
        what=Text(
            "Je leest een brief van ons en zegt wat niet duidelijk is.",
            "You read a letter of ours and say what is not clear.",
            "Vous lisez une de nos lettres et dites ce qui n'est pas clair.",
            "Bir mektubumuzu okur, anlaşılmayan yeri söylersin.",
            "تقرأ رسالة منّا وتقول ما هو غير واضح.",
        ),
        minutes=30,
        at_home=True,
    ),
    SmallTask(
        key="plant-boxes",
        icon="sprout",
        names=Text(
            "Plantenbakken water geven",
            "Water the plant boxes",
            "Arroser les bacs à plantes",
            "Saksıları sulamak",
            "سقي أحواض النبات",
        ),
        what=Text(
            "Je geeft de planten in de straat een week lang water.",
            "You water the plants in the street for a week.",
            "Vous arrosez les plantes de la rue pendant une semaine.",
            "Sokaktaki bitkileri bir hafta sularsın.",
            "تسقي نباتات الشارع مدة أسبوع.",
        ),
        minutes=30,
        people=2,
    ),
)
_BY_KEY = {one.key: one for one in SMALL_TASKS}


def small_task(key: str) -> SmallTask:
    """Look up one kind.

    Raises
    ------
    KeyError
        When there is no such kind.

    Examples
    --------
    >>> small_task("translating").names.in_language("fr")
    'Traduire un texte'
    """
    return _BY_KEY[key]
