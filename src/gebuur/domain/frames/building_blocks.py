"""The eight building blocks of a caring neighbourhood, as the association of Flemish municipalities lists them.

Residents name them in a proposal, so they stand in five languages.
Source: https://www.vvsg.be/nieuws/zorgzame-buurten-114-nieuwe-projecten
"""

from dataclasses import dataclass

from gebuur.domain.frames.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildingBlock:
    """One of the eight building blocks of a caring neighbourhood: what a local authority works on as well."""

    key: str
    name: Text


BUILDING_BLOCKS: tuple[BuildingBlock, ...] = (
    BuildingBlock(
        key="know",
        name=Text(
            "De buurt leren kennen, en zien wat verandert",
            "Getting to know the neighbourhood, and seeing what changes",
            "Connaître le quartier et voir ce qui change",
            "Mahalleyi tanımak ve neyin değiştiğini görmek",
            "معرفة الحي ورؤية ما يتغيّر فيه",
        ),
    ),
    BuildingBlock(
        key="together",
        name=Text(
            "Samenwerken met wie hier al werkt",
            "Working together with who works here already",
            "Travailler avec ceux qui sont déjà actifs ici",
            "Burada zaten çalışanlarla birlikte çalışmak",
            "العمل مع من يعمل هنا من قبل",
        ),
    ),
    BuildingBlock(
        key="welcome",
        name=Text(
            "Iedereen welkom, en weten waar hulp is",
            "Everybody welcome, and knowing where help is",
            "Tout le monde bienvenu, et savoir où trouver de l’aide",
            "Herkese kapı açık, yardımın nerede olduğu bilinir",
            "الترحيب بالجميع، ومعرفة أين توجد المساعدة",
        ),
    ),
    BuildingBlock(
        key="ties",
        name=Text(
            "Buren leren elkaar kennen",
            "Neighbours get to know each other",
            "Les voisins apprennent à se connaître",
            "Komşular birbirini tanır",
            "الجيران يتعرّفون بعضهم على بعض",
        ),
    ),
    BuildingBlock(
        key="talents",
        name=Text(
            "Gebruiken wat buren goed kunnen",
            "Using what neighbours are good at",
            "Employer ce que les voisins savent bien faire",
            "Komşuların becerilerini kullanmak",
            "الاستفادة ممّا يجيده الجيران",
        ),
    ),
    BuildingBlock(
        key="needs",
        name=Text(
            "Horen wie hulp nodig heeft en het niet vraagt",
            "Hearing who needs help and does not ask",
            "Entendre qui a besoin d’aide et ne la demande pas",
            "Yardıma ihtiyacı olup istemeyenleri duymak",
            "سماع من يحتاج إلى المساعدة ولا يطلبها",
        ),
    ),
    BuildingBlock(
        key="care",
        name=Text(
            "De weg tonen naar zorg, zodat niemand uit de boot valt",
            "Showing the way to care, so that nobody is left out",
            "Montrer le chemin vers les soins, sans oublier personne",
            "Kimse dışarıda kalmasın diye bakıma giden yolu göstermek",
            "إرشاد الناس إلى الرعاية حتى لا يُنسى أحد",
        ),
    ),
    BuildingBlock(
        key="policy",
        name=Text(
            "Samen met het lokaal bestuur plannen, vanuit de straat",
            "Planning together with the town, from the street up",
            "Planifier avec la commune, à partir de la rue",
            "Sokaktan yola çıkarak belediyeyle birlikte plan yapmak",
            "التخطيط مع البلدية انطلاقًا من الشارع",
        ),
    ),
)

_BY_KEY = {one.key: one for one in BUILDING_BLOCKS}


def building_block(key: str) -> BuildingBlock | None:
    """Give one building block; None when there is no such one.

    Examples
    --------
    >>> found = building_block("ties")
    >>> found.name.nl if found else ""
    'Buren leren elkaar kennen'
    """
    return _BY_KEY.get(key)
