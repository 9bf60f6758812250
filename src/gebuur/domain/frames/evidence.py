"""What is known about a shared garden.

Residents put this in a proposal, so it stands in five languages. Every finding names its effect and its
weakness: a reader at the local authority finds the weak point anyhow, and trusts who said it first.
"""

import datetime as dt
from dataclasses import dataclass

from gebuur.domain.frames.learning.source import CHECK_BY, CHECKED
from gebuur.domain.frames.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One finding that a group may lean on.

    Attributes
    ----------
    key : str
        Never changes; proposals refer to it.
    name : Text
        What was looked at.
    year : int
        When it was published.
    effect : Text
        What came out of it, in plain words.
    weakness : Text
        What it does not show.
    source : str
        An address that anybody can open.
    checked, check_by : date
        When somebody last looked, and when somebody must look again.
    """

    key: str
    name: Text
    year: int
    effect: Text
    weakness: Text
    source: str
    checked: dt.date = CHECKED
    check_by: dt.date = CHECK_BY


EVIDENCE: tuple[Evidence, ...] = (
    Evidence(
        key="garden-together",
        year=2020,
        name=Text(
            "Tuinieren en je goed voelen: 7 onderzoeken samen",
            "Gardening and feeling well: 7 studies together",
            "Jardiner et se sentir bien : 7 études réunies",
            "Bahçecilik ve iyi hissetmek: 7 araştırma bir arada",
            "البستنة والشعور بالراحة: 7 دراسات معًا",
        ),
        effect=Text(
            "Wie samen tuiniert, voelt meer steun en vertrouwen. De winst is matig, en groter in gedeelde tuinen.",
            "People who garden together feel more support and trust. The gain is moderate, and larger "
            "in shared gardens.",
            "Jardiner ensemble donne plus de soutien et de confiance. Le gain est moyen, et plus grand dans les "
            "jardins partagés.",
            "Birlikte bahçe işleyen kişi daha çok destek ve güven duyar. Kazanç orta düzeydedir, ortak bahçelerde daha "
            "büyüktür.",
            "من يزرع مع غيره يشعر بدعم وثقة أكبر. الفائدة متوسطة، وهي أكبر في الحدائق المشتركة.",
        ),
        weakness=Text(
            "De onderzoeken verschillen sterk. Wat niet werkte, is wellicht minder vaak gepubliceerd.",
            "The studies differ a lot. What did not work was perhaps published less often.",
            "Les études diffèrent beaucoup. Ce qui n’a pas marché a peut-être été moins publié.",
            "Araştırmalar birbirinden çok farklı. İşe yaramayanlar belki daha az yayımlanmıştır.",
            "تختلف الدراسات كثيرًا. وربما نُشر ما لم ينجح أقل من غيره.",
        ),
        source="https://pmc.ncbi.nlm.nih.gov/articles/PMC7277687",
    ),
    Evidence(
        key="garden-review",
        year=2021,
        name=Text(
            "Gedeelde tuinen: 84 artikels naast elkaar",
            "Shared gardens: 84 articles side by side",
            "Jardins partagés : 84 articles côte à côte",
            "Ortak bahçeler: yan yana 84 makale",
            "الحدائق المشتركة: 84 مقالًا جنبًا إلى جنب",
        ),
        effect=Text(
            "Een gedeelde tuin is een werkbare manier om buren zich beter te laten voelen.",
            "A shared garden is a workable way to make neighbours feel better.",
            "Un jardin partagé est une bonne façon d’aider les voisins à se sentir mieux.",
            "Ortak bahçe, komşuların kendini daha iyi hissetmesi için işe yarar bir yoldur.",
            "الحديقة المشتركة طريقة ممكنة ليشعر الجيران بحال أفضل.",
        ),
        weakness=Text(
            "De tuinen en de metingen zijn te verschillend om één cijfer te geven.",
            "The gardens and the ways of measuring are too different to give one figure.",
            "Les jardins et les mesures sont trop différents pour donner un seul chiffre.",
            "Bahçeler ve ölçümler tek bir sayı verilemeyecek kadar farklı.",
            "الحدائق وطرق القياس مختلفة جدًّا فلا يمكن إعطاء رقم واحد.",
        ),
        source="https://pmc.ncbi.nlm.nih.gov/articles/PMC7922762",
    ),
    Evidence(
        key="garden-health",
        year=2021,
        name=Text(
            "Tuiniers en hun buren vergeleken: 8 onderzoeken",
            "Gardeners and their neighbours compared: 8 studies",
            "Jardiniers et voisins comparés : 8 études",
            "Bahçeciler ve komşuları karşılaştırıldı: 8 araştırma",
            "مقارنة بين البستانيين وجيرانهم: 8 دراسات",
        ),
        effect=Text(
            "Buren die in een gedeelde tuin werken, zijn gezonder dan buren die dat niet doen.",
            "Neighbours who work in a shared garden are healthier than neighbours who do not.",
            "Les voisins qui jardinent ensemble sont en meilleure santé que les autres.",
            "Ortak bahçede çalışan komşular, çalışmayanlardan daha sağlıklıdır.",
            "الجيران الذين يعملون في حديقة مشتركة أصحّ من الذين لا يعملون فيها.",
        ),
        weakness=Text(
            "Misschien beginnen gezonde mensen vaker met tuinieren. Dat is niet uit te sluiten.",
            "Perhaps healthy people take up gardening more often. That cannot be ruled out.",
            "Peut-être que les gens en bonne santé jardinent plus souvent. On ne peut pas l’exclure.",
            "Belki sağlıklı insanlar bahçeciliğe daha sık başlıyordur. Bu dışlanamaz.",
            "ربما يبدأ الأصحّاء البستنة أكثر من غيرهم. لا يمكن استبعاد ذلك.",
        ),
        source="https://doi.org/10.1371/journal.pone.0255621",
    ),
    Evidence(
        key="green-together",
        year=2024,
        name=Text(
            "Samen groen maken: 133 onderzoeken",
            "Making green places together: 133 studies",
            "Créer du vert ensemble : 133 études",
            "Birlikte yeşillendirmek: 133 araştırma",
            "إنشاء المساحات الخضراء معًا: 133 دراسة",
        ),
        effect=Text(
            "Wie samen groen aanlegt en onderhoudt, heeft daar meestal iets aan.",
            "People who make and keep up green places together mostly gain from it.",
            "Créer et entretenir du vert ensemble fait le plus souvent du bien.",
            "Birlikte yeşil alan yapan ve bakan kişiler bundan çoğunlukla fayda görür.",
            "من ينشئ المساحات الخضراء ويعتني بها مع غيره يستفيد منها في الغالب.",
        ),
        weakness=Text(
            "Er is nog te weinig goed cijferwerk om te zeggen hoeveel.",
            "There is still too little good counting to say how much.",
            "Il manque encore de bons chiffres pour dire combien.",
            "Ne kadar olduğunu söylemek için yeterince iyi sayısal çalışma henüz yok.",
            "لا توجد بعد أرقام جيدة كافية لمعرفة مقدار الفائدة.",
        ),
        source="https://doi.org/10.3390/su16125000",
    ),
    Evidence(
        key="garden-votes",
        year=2026,
        name=Text(
            "24 moestuinen in 40 stemmingen van buurten in Amsterdam",
            "24 vegetable gardens in 40 neighbourhood votes in Amsterdam",
            "24 potagers dans 40 votes de quartier à Amsterdam",
            "Amsterdam’da 40 mahalle oylamasında 24 sebze bahçesi",
            "24 حديقة خضار في 40 تصويتًا لأحياء أمستردام",
        ),
        effect=Text(
            "Van elke 100 stemmers kozen er 26,7 de middelste moestuin. Bij alle 1.380 plannen waren dat er 17,2. Hij "
            "kostte 14.172 euro.",
            "Of every 100 voters 26.7 chose the middle vegetable garden. Over all 1,380 plans that was 17.2. It cost "
            "14,172 euro.",
            "Sur 100 votants, 26,7 ont choisi le potager du milieu. Pour les 1 380 projets, c’était 17,2. Il coûtait "
            "14 172 euros.",
            "Her 100 seçmenden 26,7’si ortadaki sebze bahçesini seçti. 1.380 planın tümünde bu 17,2 idi. Maliyeti "
            "14.172 avroydu.",
            "من كل 100 ناخب اختار 26.7 الحديقة الوسطى، مقابل 17.2 لجميع الخطط وعددها 1380. وكانت كلفتها 14172 يورو.",
        ),
        weakness=Text(
            "Een stem zegt wat mensen willen. Ze zegt niet wat een tuin doet.",
            "A vote says what people want. It does not say what a garden does.",
            "Un vote dit ce que les gens veulent. Il ne dit pas ce qu’un jardin apporte.",
            "Oy, insanların ne istediğini söyler. Bahçenin ne yaptığını söylemez.",
            "الصوت يقول ما يريده الناس، ولا يقول ما تفعله الحديقة.",
        ),
        source="https://pabulib.org",
    ),
)

_BY_KEY = {one.key: one for one in EVIDENCE}


def finding(key: str) -> Evidence | None:
    """Give one finding; None when it is not in the library any more.

    Examples
    --------
    >>> found = finding("garden-together")
    >>> found is not None and found.year
    2020
    >>> finding("a-miracle") is None
    True
    """
    return _BY_KEY.get(key)
