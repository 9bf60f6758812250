"""A sitting laid out: the cards of a plan for a case, alone or together. Nothing of it is ever stored."""

from dataclasses import dataclass

from gebuur.apps.reflection.queries.cases import CaseSheet, LensRow, Said
from gebuur.domain import frames


@dataclass(frozen=True)
class CardRow:
    """A card on the table; `ask` is the question of the case that stands on it."""

    number: int
    card: frames.Card
    says: frames.Words
    ask: Said | None


@dataclass(frozen=True)
class LensCard:
    """A lens that can be dealt; one that is not dealt lies hidden."""

    row: LensRow
    is_dealt: bool
    is_ticked: bool


@dataclass(frozen=True)
class Sitting:
    """Everything that lies on the table."""

    sheet: CaseSheet
    plan: frames.Plan
    is_alone: bool
    cards: list[CardRow]
    lenses: list[LensCard]


def lay_out(
    sheet: CaseSheet, *, plan_key: str, is_alone: bool, dealt: list[str], ticked: list[str]
) -> Sitting:
    """Lay the cards of a plan; alone, only those that make sense without a table."""
    plan = next(one for one in frames.PLANS if one.key == plan_key)
    cards = [card for card in plan.cards if card.alone is not None or not is_alone]
    return Sitting(
        sheet=sheet,
        plan=plan,
        is_alone=is_alone,
        cards=[
            CardRow(
                number,
                card,
                card.alone if is_alone and card.alone else card.says,
                _ask(sheet, card),
            )
            for number, card in enumerate(cards, start=1)
        ],
        lenses=[
            LensCard(row, row.lens.key in dealt, row.lens.key in ticked) for row in sheet.lenses
        ],
    )


def _ask(sheet: CaseSheet, card: frames.Card) -> Said | None:
    return sheet.asks[int(card.shows[-1])] if card.shows.startswith("ask-") else None
