"""The authority of the demo reads along with ideas, and services look at a plan: on time, late, and once more."""

import datetime as dt

from django.utils import timezone

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Idea, Proposal, Remark, Round
from gebuur.apps.initiatives.models import Member
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox.models import Message

WATER = "Wie geeft water in juli en augustus? Een beurtrol met namen neemt mijn twijfel weg."
BEURTROL = "Zes gezinnen geven om de beurt water. De rol hangt in De Spil."
BANK = "Is er plaats voor een bank? Het voetpad is daar smal."
LAMPS = "Wie wil het licht: wie er fietst, of wie er woont?"
SERVICES = (
    ("Groendienst", "Karim, ploegbaas", "karim@gemeente.example"),
    ("Dienst gebouwen", "Sofie, planner", "sofie@gemeente.example"),
    ("Wegendienst", "Bram, toezichter", "bram@gemeente.example"),
)
HEAD = ("Leen, hoofd technische diensten", "leen@gemeente.example")
NARROW = "Een rolstoel kan op het pad niet draaien."
WIDER = "Het pad wordt 1,20 meter breed. De groep legt het zelf."
MENDED = "Het pad is nu 1,30 meter breed op het plan, met een draaiplaats."
NOW_FINE = "Met 1,30 meter kan een rolstoel draaien."


def read_along(one: Round, els: Person, *, now: dt.datetime) -> None:
    """A doubt that was answered, a question that waits, one without answer, and one idea without doubt."""
    ideas = {idea.title: idea for idea in one.ideas.filter(state=Idea.State.OPEN)}
    criterion = one.criteria[1]["words"]
    doubt = _ask(
        ideas["Moestuin op het Garenplein"],
        els,
        now,
        16,
        kind="doubt",
        text=WATER,
        criterion=criterion,
    )
    giver = ideas["Moestuin op het Garenplein"].giver
    if giver is not None:
        actions.answer_remark(doubt, actor=giver, answer=BEURTROL, now=now - dt.timedelta(days=6))
    _ask(ideas["Bank aan de bushalte"], els, now, 3, kind="question", text=BANK)
    _ask(ideas["Licht aan het fietspad"], els, now, 8, kind="question", text=LAMPS, days=7)
    for title in ("Meer bloembakken", "Speelstraat in juli"):
        actions.know_no_doubt(ideas[title], actor=els, now=now - dt.timedelta(days=2))
    _no_letters(one)


def _ask(
    idea: Idea,
    els: Person,
    now: dt.datetime,
    ago: int,
    *,
    kind: str,
    text: str,
    criterion: str = "",
    days: int = 14,
) -> Remark:
    """Ask `ago` days ago, to answer within `days`."""
    at = now - dt.timedelta(days=ago)
    answer_by = timezone.localdate(at) + dt.timedelta(days=days)
    return actions.ask_along(
        idea, actor=els, kind=kind, text=text, criterion=criterion, answer_by=answer_by, now=at
    )


def look_at_plan(
    proposal: Proposal, nele: Person, *, now: dt.datetime, is_finished: bool = False
) -> None:
    """Three services are asked three weeks ago: one says if and then yes, one says yes, one stays silent.

    In a finished round the silent one answered as well.
    """
    asked = now - dt.timedelta(days=21)
    head, head_mail = HEAD
    due_on = timezone.localdate(asked) + dt.timedelta(days=16)
    checks = {
        service: actions.ask_service(
            proposal, actor=nele, service=service, now=asked,
            reader=actions.Reader(name, mail, due_on, head, head_mail),
        )
        for service, name, mail in SERVICES
    }  # fmt: skip
    ground = proposal.round.criteria[0]["words"]
    said = actions.Verdict("if", ground=ground, reasons=NARROW, condition=WIDER)
    green = checks["Groendienst"]
    actions.answer_check(green, said, actor=None, now=now - dt.timedelta(days=15))
    plain = actions.Verdict("yes", reasons="De muur en de kraan zijn van de gemeente.")
    actions.answer_check(
        checks["Dienst gebouwen"], plain, actor=nele, now=now - dt.timedelta(days=12)
    )
    members = Member.objects.filter(
        initiative=proposal.group, state=Member.State.MEMBER, known_at__isnull=False
    ).select_related("person", "initiative")
    seat = Seat(members.earliest("joined_at", "pk"))
    actions.repair(green, seat=seat, words=MENDED, now=now - dt.timedelta(days=9))
    again = actions.Verdict("yes", reasons=NOW_FINE)
    actions.answer_check(green, again, actor=None, now=now - dt.timedelta(days=6))
    if is_finished:
        late = actions.Verdict("yes", reasons="Er liggen geen leidingen onder de bakken.")
        actions.answer_check(checks["Wegendienst"], late, actor=None, now=now)
    else:
        actions.remind_checks(now=now)
    _no_letters(proposal.round)


def _no_letters(one: Round) -> None:
    """What was written in the past of the demo does not leave the house today."""
    written = Message.objects.filter(neighbourhood=one.neighbourhood_id)
    written.filter(template__startswith="budget/messages/").delete()
