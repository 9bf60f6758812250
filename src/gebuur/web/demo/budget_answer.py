"""The garden of the demo: chosen, refused with reasons, answered point by point, and then a yes with a condition."""

import datetime as dt

from django.utils import timezone

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.models import Decision, Proposal
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.initiatives.queries import voices_of
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox.models import Message
from gebuur.web.demo.deciding import DONE

REFUSED, REPLIED, AGREED = 68, 40, 12
# For each criterion of the frame, in its order: how far it was met, and why; first and second time.
FIRST = (
    ("partly", "Negen gezinnen tekenden in. Voor wie niet kan bukken, staat er nog geen hoge bak in."),
    ("not", "Wie in juli en augustus water geeft, staat nergens. Vorige zomer verdorden de bakken aan de school."),
    ("met", "Er komt 140 m² open grond, waar nu klinkers liggen."),
)  # fmt: skip
REPLIES = (
    "Vier van de acht bakken zijn nu 80 centimeter hoog. De rusthuisclub koos er twee.",
    "Twaalf buren staan op een beurtrol voor de zomer. Ze hangt uit in de refter.",
)
SECOND = (
    ("met", "Veertien gezinnen en de rusthuisclub doen mee. Vier bakken zijn hoog genoeg om te zitten."),
    ("met", "De beurtrol voor juli en augustus is rond, met twaalf namen."),
    ("met", "De open grond blijft even groot, en het pad laat water door."),
)  # fmt: skip
NO = {
    "outcome": Decision.Outcome.NO,
    "facts": "De grond is van de stad en ligt vrij. De groendienst ziet geen leidingen (nota van 4 juni). "
    "Het dossier noemt niemand die in de zomer water geeft.",
    "alternative": "Begin met vier bakken op wielen, op het plein. Daarvoor is geen werk aan de grond nodig.",
    "respond": "Bel Els Maertens, of kom naar het gesprek in de refter.",
    "plain": "De tuin kan nu nog niet. In de zomer geeft niemand water. Wie niet kan bukken, kan niet meedoen. "
    "Maak daar een plan voor, dan kijken we opnieuw.",
}  # fmt: skip
ALL_MET = (
    ("met", "Jong en oud hebben er elke dag iets aan."),
    ("met", "De groep houdt het zelf in orde."),
    ("met", "Er komt geen steen bij."),
)  # fmt: skip
YES = {
    "outcome": Decision.Outcome.YES,
    "facts": "De diensten keken het na. Er is niets dat het tegenhoudt.",
    "alternative": "De wegendienst helpt de groep met de eerste stap.",
    "respond": "Bel Els Maertens.",
    "plain": "Ja, dit mag. Jullie kunnen beginnen.",
}  # fmt: skip
YES_IF = {
    "outcome": Decision.Outcome.IF,
    "facts": "De groep paste het voorstel aan. Vier bakken zijn hoger, en een beurtrol dekt de hele zomer. "
    "De groendienst gaat akkoord met het pad.",
    "conditions": "Het pad wordt 1,20 meter breed. De groendienst tekent het voor 15 december.\n"
    "De groep sluit de verzekering van de stad af voor ze begint te graven.",
    "alternative": "Tot het pad er ligt, kan de groep al zaaien in de serre van De Spil.",
    "respond": "Gesprek met de groendienst in de refter. Of bel Els Maertens.",
    "plain": "Ja, de tuin mag er komen. Eerst komt er een pad waar een rolstoel door kan. De stad tekent dat pad. "
    "De groep regelt de verzekering. Daarna beginnen jullie te bouwen.",
}  # fmt: skip


def answer_the_garden(proposal: Proposal, els: Person, *, now: dt.datetime) -> None:
    """Ten weeks of refusing, mending and agreeing about a proposal that the neighbourhood chose."""
    seat = Seat(voices_of(proposal.group).order_by("joined_at", "pk")[0])
    refused = now - dt.timedelta(days=REFUSED)
    _sign(proposal, els, NO, FIRST, refused)
    replied = now - dt.timedelta(days=REPLIED)
    objections = queries.objections_of(proposal)
    said = {one.key: words for one, words in zip(objections, REPLIES, strict=True)}
    actions.reply_to_decision(proposal, actor=seat, said=said, now=replied)
    actions.hand_in_again(proposal, actor=seat, now=replied)
    _sign(proposal, els, YES_IF, SECOND, now - dt.timedelta(days=AGREED))
    _messages_arrived(proposal, refused)


def agree_to(proposal: Proposal, els: Person, *, at: dt.datetime) -> None:
    """A plain yes."""
    _sign(proposal, els, YES, ALL_MET, at)
    _messages_arrived(proposal, at)


def _sign(
    proposal: Proposal,
    els: Person,
    words: dict[str, str],
    weighed: tuple[tuple[str, str], ...],
    at: dt.datetime,
) -> None:
    decision = actions.begin_decision(proposal, actor=els, now=at)
    criteria = [one["words"] for one in decision.frame.text["criteria"]]
    today = timezone.localdate(at)
    said = words | {
        "signatory": "Mieke Claes",
        "signatory_role": "schepen van participatie",
        "decided_on": today,
        "respond_by": today + dt.timedelta(days=45),
    }
    rows = {
        criterion: {"met": met, "words": sentence}
        for criterion, (met, sentence) in zip(criteria, weighed, strict=True)
    }
    actions.write_decision(decision, actor=els, said=said, weighed=rows, now=at)
    digest = queries.digest_of_decision(decision)
    actions.sign_decision(decision, actor=els, digest=digest, now=at)
    proposal.refresh_from_db()


def _messages_arrived(proposal: Proposal, at: dt.datetime) -> None:
    """The words to the members have long arrived."""
    told = Message.objects.filter(
        template="budget/messages/answer_is_there", thing=proposal.group_id
    )
    for waiting, done in DONE.items():
        told.filter(state=waiting).update(state=done, created_at=at, done_at=at)
