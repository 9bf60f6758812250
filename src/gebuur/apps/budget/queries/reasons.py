"""When a sentence gives no reason: too short, or nothing but that the value is not seen.

A plain rule that everybody can check: the words that only repeat the verdict are taken away; what is left must
say something.
"""

import re
from collections import Counter
from collections.abc import Iterable

FEWEST_WORDS, FEWEST_TELLING = 4, 2
LETTERS = re.compile(r"[^\W\d_]+")
# Words that carry a sentence without saying anything about this proposal.
HOLLOW = frozenset(
    word
    for line in (
        "geen niet onvoldoende weinig te meer meerwaarde waarde toegevoegde toegevoegd voldoende nut zin nuttig zinvol",
        "wenselijk opportuun aangewezen gewenst prioriteit prioritair interessant ontbreekt ontbreken gebrek",
        "goedgekeurd afgekeurd goedkeuren afkeuren geweigerd weigeren weigert voldoet",
        "het de een dit deze die dat er hier is zijn wordt werd heeft hebben biedt bieden ziet zien zie vindt",
        "vinden vond levert brengt bevat aan op in van voor door met bij tot uit als om naar en of maar want dus",
        "ook wel we wij ons onze ik bestuur stad gemeente college dienst lokaal buurt voorstel project idee plan",
        "aanvraag criterium",
        "no not insufficient little too added value of for the a an this that there is are was it its we i see sees",
        "find finds found benefit lack lacks lacking any to in on by with and or but our council town",
        "neighbourhood proposal project idea plan does has have offer offers bring brings desirable useful priority",
        "pas peu trop aucune aucun plus value ajoutée valeur insuffisante intérêt manque pour le la les un une des du",
        "ce cette projet quartier nous ne voyons",
    )
    for word in line.split()
)


def gives_no_reason(words: str) -> bool:
    """Whether a sentence is shorter than four words, or says no more than that the value is missing.

    >>> gives_no_reason("Wij zien geen meerwaarde in dit voorstel voor de buurt.")
    True
    >>> gives_no_reason("De poort sluit om vijf uur, dus wie werkt kan er niet in.")
    False
    """
    said = LETTERS.findall(words.casefold())
    return len(said) < FEWEST_WORDS or len(set(said) - HOLLOW) < FEWEST_TELLING


def said_twice(several: Iterable[str]) -> set[str]:
    """Sentences that stand under more than one criterion, as they were typed."""
    typed = list(several)
    counts = Counter(_bare(words) for words in typed if words)
    return {words for words in typed if counts[_bare(words)] > 1}


def _bare(words: str) -> str:
    return " ".join(LETTERS.findall(words.casefold()))
