"""Names to make people and streets from. No line of this file is somebody's real data."""

from dataclasses import dataclass

STREETS = (
    # name, and its corners in metres east and north of the church
    ("Spoelstraat", ((-420, 260), (-180, 270), (40, 300))),
    ("Linnenstraat", ((-430, 120), (-190, 130), (30, 150))),
    ("Weverstraat", ((-440, -20), (-200, -10), (20, 0))),
    ("Vlasstraat", ((-450, -170), (-210, -160), (10, -150))),
    ("Hekelstraat", ((-460, -320), (-220, -310), (0, -300))),
    ("Garenplein", ((20, 0), (110, 20), (110, 110), (30, 150))),
    ("Molenstraat", ((110, 60), (300, 80), (480, 60))),
    ("Kaarderstraat", ((120, 190), (310, 210), (490, 200))),
    ("Ververstraat", ((100, -80), (290, -70), (470, -90))),
    ("Bleekweide", ((90, -220), (280, -210), (460, -240))),
    ("Roterijstraat", ((0, -300), (180, -340), (380, -360))),
    ("Schietspoelstraat", ((-180, 270), (-190, 130), (-200, -10))),
    ("Getouwlaan", ((-200, -10), (-210, -160), (-220, -310))),
    ("Draadstraat", ((40, 300), (60, 400), (160, 480))),
    ("Naaldstraat", ((300, 80), (310, 210), (330, 340))),
    ("Kantwerkstersstraat", ((60, 400), (200, 370), (330, 340))),
    ("Zwingelpad", ((280, -210), (290, -70), (300, 80))),
    ("Katoenstraat", ((-430, 120), (-440, -20), (-450, -170))),
)
PREFIXES = (
    "Nieuwe",
    "Oude",
    "Korte",
    "Lange",
    "Hoge",
    "Lage",
    "Groene",
    "Stille",
    "Brede",
    "Smalle",
)


@dataclass(frozen=True)
class Origin:
    """People who share a stock of names and languages; `weight` is their share of a hundred."""

    weight: int
    languages: tuple[tuple[str, ...], ...]
    first: tuple[str, ...]
    last: tuple[str, ...]


ORIGINS = (
    Origin(
        58,
        (("nl",), ("nl",), ("nl", "fr"), ("nl", "en")),
        tuple(
            "Godelieve Joris Luc Rosa Jeanne Maria Paul Greet Bart Lieve Koen Els Marc Hilde Wouter Sofie Jan Annelies "
            "Dirk Nathalie Pieter Katrien Walter Simonne Roger Ingrid Tom Leen Stijn Veerle Frans Monique Karel Goele "
            "Hugo Rita Jef Magda Wim Tine Gustaaf Paula Ruben Hanne Etienne Agnes Bram Nele".split()
        ),
        tuple(
            "Verhaeghe Dhondt Claes Maes Wouters Peeters Goossens Mertens Willems Lambrecht Vercauteren Bogaert "
            "Desmet Vandamme Callens Baert Hoste Temmerman Roels Declercq Verstraete Coppens Segers Van_Acker "
            "De_Backer Pauwels Lievens Moens Ost Raes Thys Vermeulen Wauters Stevens Bracke De_Wilde".split()
        ),
    ),
    Origin(
        14,
        (("tr", "nl"), ("tr",), ("tr", "nl", "en")),
        tuple(
            "Emine Mehmet Ayşe Hasan Fatma Mustafa Zeynep Ali Hatice Murat Elif Osman Gül Yusuf Meryem Kemal".split()
        ),
        tuple("Kaya Demir Yıldız Şahin Çelik Aydın Öztürk Arslan Doğan Koç Kurt Polat".split()),
    ),
    Origin(
        13,
        (("ar", "fr"), ("ar", "nl"), ("ar", "fr", "nl"), ("ar",)),
        tuple(
            (
                "Samira Achmed Fatima Youssef Khadija Rachid Naima Omar "
                "Latifa Karim Salma Hamid Nadia Bilal Malika Said"
            ).split()
        ),
        tuple(
            "Benali El_Idrissi Amrani Bouazza Haddad Chaoui Zouhair Tahiri Lahlou Mansouri Azzouzi Belkacem".split(
                " "
            )
        ),
    ),
    Origin(
        8,
        (("pl",), ("pl", "nl"), ("pl", "en")),
        tuple(
            "Agnieszka Piotr Katarzyna Tomasz Ewa Krzysztof Magdalena Marek Joanna Paweł Zofia Jacek".split()
        ),
        tuple(
            "Kowalczyk Nowak Wójcik Kaczmarek Stachowiak Mazur Krawczyk Dudek Pawlak Sikora".split()
        ),
    ),
    Origin(
        7,
        (("fr",), ("fr", "nl"), ("en", "fr"), ("en",)),
        tuple(
            "Aminata Jean Espérance Didier Grace Emmanuel Josephine Patrick Blessing Olivier Clarisse Daniel".split()
        ),
        tuple(
            "Mbeki Dubois Ilunga Diallo Traoré Lambert Kabongo Okafor Mensah Ndiaye".replace(
                "Lukaku-", ""
            ).split()
        ),
    ),
)

WISHES = (
    "Liefst iemand die rustig praat.",
    "De bel werkt niet, klop op het raam.",
    "Graag iemand die ze al eens zag.",
    "Er is een hond in huis.",
    "Ze hoort minder goed aan de linkerkant.",
    "De lift is soms stuk, tweede verdieping.",
)
GIFTS = (
    "Soep maken, ook voor anderen",
    "Een brief vertalen in het Turks",
    "Knopen aanzetten",
    "Op de planten letten",
    "Iemand bellen voor een babbel",
    "Taart bakken voor het straatfeest",
)
THANKS = (
    "Het was een fijne namiddag. Dank u.",
    "Zo vriendelijk. Ik had lang niet zo gelachen.",
    "Een grote merci, ook van mijn dochter.",
    "Alles lag netjes in de kast. Bedankt.",
    "Het deed deugd om eens buiten te komen.",
)
DOOR_WORDS = (
    "kers",
    "appel",
    "lamp",
    "fiets",
    "molen",
    "draad",
    "brood",
    "regen",
    "sleutel",
    "tuin",
    "klok",
    "vlas",
)
