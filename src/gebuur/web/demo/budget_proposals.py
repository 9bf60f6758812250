"""Proposals of the demo: a garden with everything, small ones, and a bench that is still being written."""

import datetime as dt
from typing import Any

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Idea, Proposal, Round
from gebuur.apps.initiatives.models import Initiative
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood.models import Channel

# What, who sees to it, once, every year, who pays that, how we know, from whom.
COSTS = (
    ("Acht bakken en grond", "de groep bouwt ze", 234_000, 12_000, "de groep", "quote", "houthandel, 3 offertes"),
    ("Regenton en kraan", "groendienst", 89_000, 4_500, "de stad", "service", "groendienst"),
    ("Hek en pad voor een rolstoel", "groendienst", 315_000, 0, "", "service", "groendienst"),
    ("Verzekering van de groep", "de stad", 0, 9_500, "de stad", "comparable", "zoals in De Molen"),
)  # fmt: skip
SHOWN = (
    "Lage bakken en een pad van 1,20 m. Op woensdag komt de school.",
    "Zes buren hebben een beurtrol voor het hele jaar. Die ligt al vast.",
    "140 vierkante meter beton wordt aarde. Er komen twee bomen bij.",
)
SMALL_SHOWN = (
    "Iedereen die er langskomt, heeft er iets aan.",
    "Onze groep houdt het in orde.",
    "Er komt geen steen bij.",
)
GARDEN: dict[str, Any] = {
    "summary": "Samen groenten kweken op het braakliggende stuk achter de refter. De poort staat overdag open.",
    "plain": "We maken een tuin achter de refter. Er komen acht bakken. Twee zijn laag, voor wie niet kan bukken. "
    "De poort is open van 9 tot 18 uur. Iedereen mag binnen. Zes buren geven om de beurt water.",
    "where": "Achter de refter van De Spil",
    "lon": 3.9509,
    "lat": 51.02056,
    "upkeep_by": "De groep, met een beurtrol. De groendienst snoeit eens per jaar.",
    "own_hours": 180,
    "own_things": "Kruiwagens, spades en een tent.",
    "risks": "In de zomer is er minder volk. Dan geldt een beurtrol voor water, en die kijken we na in juni.",
    "variants": "Met vier bakken kan het ook. Dan komen de andere vier een jaar later.",
    "who_benefits": "Gezinnen zonder tuin kweken hun groenten. Kinderen van de school komen op woensdag. "
    "Wie niet meedoet, kan erdoor wandelen.",
    "households": 14,
    "young_people": 23,
    "older_people": 19,
    "evidence": ["garden-together", "garden-votes"],
    "own_evidence": "38 buren spraken erover aan de deur.",
    "weak_point": "In de Vlasstraat deden er maar vier open.",
    "if_not": "Dan blijft het beton. Jong en oud hebben hier geen plek om samen te zitten.",
}
LETTERS = (
    ("Basisschool De Spoel", "Elke woensdag komen twee klassen mee tuinieren. Wij brengen zelf gieters mee.", 12),
    ("Bewoners van het Garenplein", "Wij kijken op die muur uit. Een tuin maakt het plein zachter.", 8),
)  # fmt: skip


def begin_bench(one: Round, street: Initiative, *, now: dt.datetime) -> None:
    """The street writes about its bench."""
    bench = one.ideas.get(title="Bank aan de bushalte")
    by = first_seat(street)
    draft = actions.begin_proposal(bench, actor=by, now=now - dt.timedelta(days=2))
    actions.write_cost(
        draft, None, actor=by, now=now, what="Een bank met leuning", done_by="wegendienst", once_cents=85_000,
        source="estimate",
    )  # fmt: skip


def write_garden(idea: Idea, group: Initiative, *, now: dt.datetime) -> Proposal:
    """The garden with everything a reader asks for; the older people were counted after the first version."""
    by, begun = first_seat(group), now - dt.timedelta(days=14)
    proposal = actions.begin_proposal(idea, actor=by, now=begun)
    actions.write_proposal(
        proposal, actor=by, now=begun, **GARDEN | {"older_people": None, "variants": ""}
    )
    shown = dict(zip((one["words"] for one in idea.round.criteria), SHOWN, strict=False))
    actions.write_ticks(proposal, shown, actor=by, now=begun, goals=["ties", "talents", "welcome"])
    names = ("what", "done_by", "once_cents", "yearly_cents", "yearly_by", "source", "source_words")
    for cost in COSTS:
        facts = dict(zip(names, cost, strict=True))
        actions.write_cost(proposal, None, actor=by, now=begun, **facts)
    for sender, text, days in LETTERS:
        on = (now - dt.timedelta(days=days)).date()
        actions.write_letter(
            proposal, None, actor=by, now=begun, sender=sender, text=text, written_on=on
        )
    proposal.refresh_from_db()
    actions.hand_in(proposal, actor=by, why="", now=now - dt.timedelta(days=7))
    again = now - dt.timedelta(days=3)
    actions.write_proposal(proposal, actor=by, now=again, **GARDEN)
    proposal.refresh_from_db()
    why = "Het bestuur vroeg of het kleiner kan. We telden ook de ouderen."
    actions.hand_in(proposal, actor=by, why=why, now=again)
    return proposal


def hand_in_small(
    one: Round,
    group: Initiative,
    title: str,
    text: str,
    cents: int,
    *,
    at: dt.datetime,
    **facts: Any,
) -> Proposal:
    """An idea of a member that her group worked out within five weeks, with one cost."""
    by, begun = first_seat(group), at - dt.timedelta(days=35)
    said = actions.Said(title, text)
    idea = actions.give_idea(one, said, actor=by.person, channel=Channel.WEB, now=begun)
    proposal = actions.begin_proposal(idea, actor=by, now=begun)
    upkeep = "De groep, om de beurt."
    facts = {"summary": text, "plain": text, "upkeep_by": upkeep, "own_hours": 24, **facts}
    actions.write_proposal(proposal, actor=by, now=begun, **facts)
    actions.write_ticks(
        proposal, dict(zip((each["words"] for each in one.criteria), SMALL_SHOWN, strict=True)),
        actor=by, now=begun, goals=["ties"],
    )  # fmt: skip
    actions.write_cost(
        proposal, None, actor=by, now=begun, what="Materiaal", done_by="de groep", once_cents=cents,
        yearly_cents=4_000, yearly_by="de groep", source="comparable", source_words="zoals vorig jaar",
    )  # fmt: skip
    proposal.refresh_from_db()
    actions.hand_in(proposal, actor=by, why="", now=at)
    return proposal


def first_seat(group: Initiative) -> Seat:
    """Who began the group and is known in it."""
    known = group.members.filter(state="member", known_at__isnull=False)
    return Seat(known.order_by("joined_at", "pk")[0])
