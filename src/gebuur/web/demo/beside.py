"""An stands beside two groups: for eight weeks in Molenstraat, and as an offer in the young garden."""

import datetime as dt

from django.utils import timezone

from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.actions import Looked
from gebuur.apps.initiatives.models import Initiative, Member, PhaseNote, Promise, Step, Support
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox.models import AnswerLink, Message

BEGUN, LAST_DAY = 56, 12
LOOKED = {
    "openness": Looked("yes", "Wat de groep doet met de kar, ligt nog helemaal open."),
    "clarity": Looked("partly", "Wie de verzekering betaalt, is pas vorige week gevraagd."),
    "added-value": Looked("yes", "Vijf buren zeiden dat ze elkaar nu kennen."),
    "relation": Looked("yes", "We dronken drie keer koffie, en er werd gelachen."),
    "problem": Looked("yes", "Het gaat over de eigen straat, en niets is dringend."),
    "means": Looked("partly", "Ik heb twee uur per week. De groep heeft een bakfiets."),
}
SHEET = {
    "fixed": "De gemeente leent één bakfiets uit. Ze moet elke avond binnen staan.",
    "open": "Wie ermee rijdt, wanneer, en waar ze staat.",
    "who_decides": "De dienst mobiliteit, na advies van de groep",
    "then": "De dienst zegt bij elk advies wat ze ermee doet, en waarom.",
}
MEMBERS_SAW = ("consultative",) * 4 + ("participative",) * 3
LOOKS = (
    (50, ("polite", "look-to-leader", "new-faces"), "Iedereen keek naar wie begonnen is.", ""),
    (
        31,
        ("who-decides", "goal-open", "own-rules", "we-say"),
        "Er was discussie over de bakfiets.",
        "Dat was geen ruzie. We zochten uit wie de sleutel houdt.",
    ),
    (6, ("own-rules", "roles-named", "we-say", "goes-alone"), "Ik zei bijna niets meer.", ""),
)
MEMBERS_TICKED = (
    ("we-say", "own-rules"),
    ("goes-alone", "solve-it"),
    ("we-say", "who-decides"),
    ("roles-named", "welcome-new"),
    ("own-rules", "solve-it"),
    ("goes-alone",),
)


def stand_beside(street: Initiative, garden: Initiative, an: Person, *, now: dt.datetime) -> None:
    """Everything about support in the two groups. Nobody is written to: it all lies behind us."""
    seats = [Seat(one) for one in _members(street) if one.has_voice]
    support = _begin(street, seats[0], an, now=now)
    _promise(support, now=now)
    _see(support, seats, now=now)
    _look(support, seats, now=now)
    _advise(support, seats, now=now)
    _offer(garden, an, now=now)
    for group in (street, garden):
        Message.objects.filter(
            thing=group.pk, template__startswith="initiatives/messages/support"
        ).delete()
        AnswerLink.objects.filter(thing=group.pk, purpose="initiatives:door").delete()


def _members(group: Initiative) -> list[Member]:
    rows = group.members.filter(state=Member.State.MEMBER).order_by("joined_at", "pk")
    return list(
        rows.select_related("person__neighbourhood__organisation", "initiative__neighbourhood")
    )


def _begin(group: Initiative, first: Seat, an: Person, *, now: dt.datetime) -> Support:
    begun = now - dt.timedelta(days=BEGUN)
    support = actions.offer_support(
        group,
        actor=an,
        reason="Jullie vroegen wie een zaal en een bakfiets kan regelen.",
        does="Ik open deuren bij de gemeente en ben twee uur per week bereikbaar.",
        does_not="Ik beslis niet, ik hou geen geld bij en ik spreek niet voor de groep.",
        until=timezone.localdate(now) + dt.timedelta(days=LAST_DAY),
        now=begun,
    )
    return actions.answer_support(
        support, is_welcome=True, actor=first, now=begun + dt.timedelta(days=1)
    )


def _promise(support: Support, *, now: dt.datetime) -> None:
    """First she promised to think along in what is done; later she left that to the group."""
    by = timezone.localdate(now) + dt.timedelta(days=9)
    told = (
        (Step.BEGIN, "facilitating", 54),
        (Step.DO, "cooperative", 54),
        (Step.DECIDE, "participative", 53),
        (Step.DO, "facilitating", 20),
    )
    for step, style, days in told:
        actions.announce_style(
            support,
            step,
            style,
            actor=support,
            conditions=LOOKED,
            frame=SHEET | {"by": by} if style == "participative" else None,
            now=now - dt.timedelta(days=days),
        )


def _see(support: Support, seats: list[Seat], *, now: dt.datetime) -> None:
    """Last month seven members said what they saw of the deciding; An said it for the deciding and the beginning."""
    month = _last_month(now)
    standing = {
        one.step: one for one in Promise.objects.filter(support=support, replaced_at__isnull=True)
    }
    decide, begin = standing[Step.DECIDE], standing[Step.BEGIN]
    for seat, style in zip(seats, MEMBERS_SAW, strict=False):
        actions.say_style_seen(support, {decide: style}, actor=seat, now=month)
    own = {decide: "participative", begin: "facilitating"}
    actions.say_style_seen(support, own, actor=support, now=month)


def _look(support: Support, seats: list[Seat], *, now: dt.datetime) -> None:
    group = support.initiative
    for days, signals, words, otherwise in LOOKS:
        then = now - dt.timedelta(days=days)
        note: PhaseNote = actions.note_phase(
            group, actor=support, signals=signals, is_unclear=False, words=words, now=then
        )
        if otherwise:
            later = then + dt.timedelta(days=2)
            actions.contest_phase(note, otherwise, actor=seats[1], now=later)
    for seat, ticked in zip(seats, MEMBERS_TICKED, strict=False):
        actions.note_phase(
            group, actor=seat, signals=ticked, is_unclear=False, words="", now=_last_month(now)
        )


def _advise(support: Support, seats: list[Seat], *, now: dt.datetime) -> None:
    """One answered, one late, one that still has time."""
    today = timezone.localdate(now)
    told = (
        ("Zet de bakfiets in de fietsenstalling van de school.", 30, 20, support),
        ("Laat ons zelf de sleutel houden, en niet het onthaal.", 17, -3, support),
        ("Maak de stoep aan nummer 12 vlak. De kar blijft steken.", 5, 9, None),
    )
    given = [
        actions.give_advice(
            text,
            actor=seats[number],
            to_supporter=to,
            answer_by=today + dt.timedelta(days=due),
            now=now - dt.timedelta(days=days),
        )
        for number, (text, days, due, to) in enumerate(told)
    ]
    actions.answer_advice(
        given[0],
        actor=support.supporter,
        answer="partly",
        reasons="Overdag mag het. Na zes uur is de poort dicht, dus 's avonds staat ze bij ons.",
        now=now - dt.timedelta(days=22),
    )


def _offer(garden: Initiative, an: Person, *, now: dt.datetime) -> None:
    first = Seat(next(one for one in _members(garden) if one.has_voice))
    asked, offered = now - dt.timedelta(days=6), now - dt.timedelta(days=2)
    actions.wish_support(garden, "Wie weet van wie de grond is?", actor=first, now=asked)
    actions.offer_support(
        garden,
        actor=an,
        reason="Jullie vroegen van wie de grond is.",
        does="Ik zoek het uit bij de gemeente en breng jullie samen.",
        does_not="Ik kies niet wat er groeit, en ik leid geen vergadering.",
        until=timezone.localdate(now) + dt.timedelta(days=90),
        now=offered,
    )


def _last_month(now: dt.datetime) -> dt.datetime:
    """The last day of the month before, at noon."""
    local = timezone.localtime(now)
    return (local.replace(day=1, hour=12) - dt.timedelta(days=1)).replace(hour=12)
