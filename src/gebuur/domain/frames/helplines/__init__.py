"""Numbers to call: dated data, each with what it is for and how sure we are of it."""

from gebuur.domain.frames.helplines.model import Helpline
from gebuur.domain.frames.text import Text

_ALWAYS = Text("Dag en nacht", "Day and night", "Jour et nuit", "Gece gündüz", "ليلًا ونهارًا")
_WORKING_DAYS = Text(
    "Op werkdagen", "On working days", "Les jours ouvrables", "İş günlerinde", "في أيام العمل"
)
_ASK = Text(
    "Luister naar de uren als je belt",
    "Hear the hours when you call",
    "Écoutez les heures en appelant",
    "Saatleri arayınca öğren",
    "اسمع المواعيد عند الاتصال",
)

HELPLINES: tuple[Helpline, ...] = (
    Helpline(
        key="112",
        number="112",
        names=Text(
            "Noodcentrale",
            "Emergency services",
            "Centre de secours",
            "Acil çağrı merkezi",
            "مركز الطوارئ",
        ),
        what_for=Text(
            "Ziekenwagen en brandweer, nu meteen",
            "Ambulance and fire service, right now",
            "Ambulance et pompiers, tout de suite",
            "Ambulans ve itfaiye, hemen şimdi",
            "الإسعاف والإطفاء، فورًا",
        ),
        hours=_ALWAYS,
        free=True,
        is_urgent=True,
        sure=True,
        source="die Keure, noodnummers: diekeure.be/nl-be/professional/nieuws/noodnummers",
    ),
    Helpline(
        key="101",
        number="101",
        names=Text("Politie", "Police", "Police", "Polis", "الشرطة"),
        what_for=Text(
            "Politie die nu moet komen",
            "Police that must come now",
            "La police qui doit venir maintenant",
            "Hemen gelmesi gereken polis",
            "الشرطة عندما يجب أن تأتي الآن",
        ),
        hours=_ALWAYS,
        free=True,
        is_urgent=True,
        sure=True,
        source="die Keure, noodnummers: diekeure.be/nl-be/professional/nieuws/noodnummers",
    ),
    Helpline(
        key="1712",
        number="1712",
        names=Text(
            "Hulplijn 1712",
            "Helpline 1712",
            "Ligne d'aide 1712",
            "1712 yardım hattı",
            "خط المساعدة 1712",
        ),
        what_for=Text(
            "Praten over geweld of misbruik, zonder je naam te zeggen",
            "Talk about violence or abuse, without giving your name",
            "Parler de violence ou d'abus, sans donner votre nom",
            "Şiddet ya da istismarı isim vermeden konuşmak",
            "التحدث عن العنف أو الإساءة بلا ذكر اسمك",
        ),
        hours=_WORKING_DAYS,
        free=True,
        is_urgent=True,
        sure=True,
        source="1712.be/nl/over-1712; the hours second-hand, from focus-wtv.be",
    ),
    Helpline(
        key="106",
        number="106",
        names=Text("Tele-Onthaal", "Tele-Onthaal", "Tele-Onthaal", "Tele-Onthaal", "Tele-Onthaal"),
        what_for=Text(
            "Iemand die luistert, in het Nederlands",
            "Somebody who listens, in Dutch",
            "Quelqu'un qui écoute, en néerlandais",
            "Seni dinleyen biri, Hollandaca",
            "شخص يستمع إليك، بالهولندية",
        ),
        hours=_ALWAYS,
        is_urgent=True,
        sure=True,
        source="Second-hand: nieuwsblad.be of May 2019, focus-wtv.be",
    ),
    Helpline(
        key="1813",
        number="1813",
        names=Text(
            "Zelfmoordlijn",
            "Suicide line",
            "Ligne suicide",
            "İntihar hattı",
            "خط الوقاية من الانتحار",
        ),
        what_for=Text(
            "Praten als je aan zelfmoord denkt",
            "Talk when you think of suicide",
            "Parler si vous pensez au suicide",
            "İntiharı düşünüyorsan konuşmak",
            "التحدث إذا كنت تفكر في الانتحار",
        ),
        hours=_ASK,
        free=True,
        sure=True,
        source="Second-hand: online-hulpverlening.be",
    ),
    Helpline(
        key="102",
        number="102",
        names=Text("Awel", "Awel", "Awel", "Awel", "Awel"),
        what_for=Text(
            "Kinderen en jongeren die willen praten",
            "Children and young people who want to talk",
            "Enfants et jeunes qui veulent parler",
            "Konuşmak isteyen çocuklar ve gençler",
            "الأطفال والشباب الذين يريدون التحدث",
        ),
        hours=_ASK,
        sure=False,
        source="Known in the field; not read at the source.",
    ),
    Helpline(
        key="poison",
        number="070 245 245",
        names=Text(
            "Antigifcentrum",
            "Poison centre",
            "Centre Antipoisons",
            "Zehir danışma merkezi",
            "مركز مكافحة السموم",
        ),
        what_for=Text(
            "Iets giftigs ingeslikt of ingeademd",
            "Swallowed or breathed in poison",
            "Un poison avalé ou respiré",
            "Zehirli bir şey yutmak ya da solumak",
            "ابتلاع مادة سامة أو استنشاقها",
        ),
        hours=_ALWAYS,
        sure=True,
        source="libelle.be of February 2025; the hours are known in the field",
    ),
    Helpline(
        key="1733",
        number="1733",
        names=Text(
            "Huisarts van wacht",
            "Doctor on duty",
            "Médecin de garde",
            "Nöbetçi doktor",
            "الطبيب المناوب",
        ),
        what_for=Text(
            "Een dokter 's avonds of in het weekend",
            "A doctor in the evening or at the weekend",
            "Un médecin le soir ou le week-end",
            "Akşam ya da hafta sonu doktor",
            "طبيب في المساء أو في عطلة نهاية الأسبوع",
        ),
        hours=Text(
            "'s Avonds, 's nachts en in het weekend; niet overal",
            "Evenings, nights and weekends; not everywhere",
            "Le soir, la nuit et le week-end ; pas partout",
            "Akşam, gece ve hafta sonu; her yerde değil",
            "مساءً وليلًا وفي عطلة نهاية الأسبوع؛ ليس في كل مكان",
        ),
        sure=False,
        source="Known in the field; not read at the source.",
    ),
    Helpline(
        key="1722",
        number="1722",
        names=Text(
            "Brandweer zonder spoed",
            "Fire service, not urgent",
            "Pompiers, non urgent",
            "Acil olmayan itfaiye",
            "الإطفاء للحالات غير العاجلة",
        ),
        what_for=Text(
            "Hulp na storm of wateroverlast",
            "Help after storm or flood",
            "Aide après tempête ou inondation",
            "Fırtına ya da su baskını sonrası yardım",
            "المساعدة بعد عاصفة أو فيضان",
        ),
        hours=Text(
            "Bij storm en wateroverlast",
            "During storm and flood",
            "En cas de tempête ou d'inondation",
            "Fırtına ve su baskınında",
            "عند العواصف والفيضانات",
        ),
        sure=True,
        source="aalter.be/noodoproepen",
    ),
    Helpline(
        key="107",
        number="107",
        names=Text("Télé-Accueil", "Télé-Accueil", "Télé-Accueil", "Télé-Accueil", "Télé-Accueil"),
        what_for=Text(
            "Iemand die luistert, in het Frans",
            "Somebody who listens, in French",
            "Quelqu'un qui écoute, en français",
            "Seni dinleyen biri, Fransızca",
            "شخص يستمع إليك، بالفرنسية",
        ),
        hours=_ASK,
        sure=False,
        source="Known in the field; not read at the source.",
    ),
    Helpline(
        key="1700",
        number="1700",
        names=Text(
            "Vlaamse infolijn",
            "Flemish information line",
            "Ligne d'info flamande",
            "Flaman bilgi hattı",
            "خط المعلومات الفلامندي",
        ),
        what_for=Text(
            "Vragen over de Vlaamse overheid",
            "Questions about the Flemish government",
            "Questions sur l'administration flamande",
            "Flaman yönetimiyle ilgili sorular",
            "أسئلة عن الإدارة الفلامندية",
        ),
        hours=_WORKING_DAYS,
        sure=True,
        source="overheid.vlaanderen.be/communicatie/heerlijk-helder; the hours are known in the field",
    ),
)
__all__ = ["HELPLINES", "URGENT", "Helpline", "helpline"]

_BY_KEY = {line.key: line for line in HELPLINES}

URGENT: tuple[Helpline, ...] = tuple(line for line in HELPLINES if line.is_urgent)
"""The four for a boundary card."""


def helpline(key: str) -> Helpline:
    """Look up one number.

    Raises
    ------
    KeyError
        When there is no such helpline.

    Examples
    --------
    >>> helpline("poison").number
    '070 245 245'
    """
    return _BY_KEY[key]
