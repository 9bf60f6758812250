"""Where the frames come from, and what we have seen of each source."""

from gebuur.domain.frames.learning.source import Source, Sure, Words

SOURCES: tuple[Source, ...] = (
    Source(
        key="propper",
        words=Words(
            "Pröpper, De aanpak van interactief beleid: elke situatie is anders (Coutinho, derde druk)",
            "Pröpper, De aanpak van interactief beleid: elke situatie is anders (Coutinho, third edition)",
        ),
        year=2009,
        sure=Sure.SECOND_HAND,
    ),
    Source(
        key="wheel",
        words=Words(
            "Vlaams Patiëntenplatform, participatiewiel (zonder jaartal)",
            "Vlaams Patiëntenplatform, participation wheel (no date)",
        ),
        year=None,
        sure=Sure.TAUGHT,
    ),
    Source(
        key="quinn",
        words=Words(
            "Cameron en Quinn, Diagnosing and Changing Organizational Culture",
            "Cameron and Quinn, Diagnosing and Changing Organizational Culture",
        ),
        year=2006,
        sure=Sure.SECOND_HAND,
    ),
    Source(
        key="tuckman",
        words=Words(
            "Tuckman, Developmental sequence in small groups (Psychological Bulletin 63)",
            "Tuckman, Developmental sequence in small groups (Psychological Bulletin 63)",
        ),
        year=1965,
        sure=Sure.SECOND_HAND,
    ),
    Source(
        key="tuckman-jensen",
        words=Words(
            "Tuckman en Jensen, Stages of small-group development revisited",
            "Tuckman and Jensen, Stages of small-group development revisited",
        ),
        year=1977,
        sure=Sure.SECOND_HAND,
    ),
    Source(
        key="faro",
        words=Words(
            "FARO, Vlaams steunpunt voor cultureel erfgoed, groepsdynamica",
            "FARO, Flemish support centre for cultural heritage, group dynamics",
        ),
        year=None,
        sure=Sure.READ,
    ),
    Source(
        key="beelen",
        words=Words(
            "Beelen en anderen, zoals genoemd in de vorming; de tekst zelf vonden we niet",
            "Beelen and others, as named in the training; we did not find the text itself",
        ),
        year=2012,
        sure=Sure.TAUGHT,
    ),
    Source(
        key="training",
        words=Words(
            "Vorming Zorgzame buurten: eigenaarschap van de buurt en rol van de professional",
            "Training Caring neighbourhoods: ownership by the neighbourhood and the professional's role",
        ),
        year=None,
        sure=Sure.READ,
    ),
    Source(
        key="korthagen",
        words=Words(
            "Korthagen, reflecteren in een kring, zoals beschreven door de Arteveldehogeschool",
            "Korthagen, reflecting in a circle, as described by Artevelde University of Applied Sciences",
        ),
        year=None,
        sure=Sure.SECOND_HAND,
    ),
    Source(
        key="incident",
        words=Words(
            "Incidentmethode voor intervisie, zoals beschreven door Fotoscholing en Randstad",
            "Incident method for peer consultation, as described by Fotoscholing and Randstad",
        ),
        year=None,
        sure=Sure.READ,
    ),
    Source(
        key="volunteer-law",
        words=Words(
            "Wet van 3 juli 2005 over de rechten van vrijwilligers",
            "Belgian law of 3 July 2005 on the rights of volunteers",
        ),
        year=2005,
        sure=Sure.SECOND_HAND,
    ),
    Source(
        key="bredewold",
        words=Words(
            "Bredewold, over licht contact tussen buren met en zonder beperking",
            "Bredewold, on light contact between neighbours with and without a disability",
        ),
        year=2014,
        sure=Sure.SECOND_HAND,
    ),
    Source(
        key="forner",
        words=Words(
            "Forner en anderen, Predictors of turnover amongst volunteers (117 studies)",
            "Forner and others, Predictors of turnover amongst volunteers (117 studies)",
        ),
        year=None,
        sure=Sure.READ,
    ),
    Source(
        key="reasons-law",
        words=Words(
            "Wet van 29 juli 1991 over het motiveren van bestuurshandelingen",
            "Belgian law of 29 July 1991 on giving reasons for administrative acts",
        ),
        year=1991,
        sure=Sure.READ,
    ),
    Source(
        key="gebuur",
        words=Words("Gebuur, eigen tekst", "Gebuur, our own text"),
        year=2026,
        sure=Sure.OWN,
    ),
)
