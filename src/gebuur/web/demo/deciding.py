"""What the groups of the demo agree, decide and write; one sleeps, one closed well."""

import datetime as dt
from collections.abc import Sequence

from django.db.models import Case, CharField, Value, When

from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import Decision, Initiative
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.initiatives.queries import voices_of
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.apps.outbox.models import Message
from gebuur.web.demo.initiatives import Groups

DONE = {
    Message.State.WAITING: Message.State.SENT,
    Message.State.TO_PRINT: Message.State.PRINTED,
    Message.State.TO_PHONE: Message.State.PHONED,
}
Said = Sequence[tuple[int, str, str]]


def let_groups_decide(groups: Groups, *, now: dt.datetime) -> None:
    """Ten weeks of agreements and decisions; the words to members have long arrived."""
    _molenstraat(_Story(groups.molenstraat, now))
    _garden(_Story(groups.garden, now))
    _soup(_Story(groups.soup, now))
    _choir(_Story(groups.choir, now))
    _messages_arrived(groups.molenstraat.neighbourhood, now)


class _Story:
    """A group and its members in the order in which they came; day 0 is today."""

    def __init__(self, group: Initiative, now: dt.datetime) -> None:
        self.group, self.now = group, now
        known = voices_of(group).select_related("initiative__neighbourhood")
        self.seats = [Seat(member) for member in known.order_by("joined_at", "pk")]

    def ago(self, days: int) -> dt.datetime:
        return self.now - dt.timedelta(days=days)

    def day(self, days: int) -> dt.date:
        """A day ahead of today, or before it."""
        return (self.now + dt.timedelta(days=days)).date()

    def ask(
        self, proposal: str, reasons: str, *, days: int, until: int, by: int = 0, **facts: object
    ) -> Decision:
        asked: Decision = actions.put_decision(
            actor=self.seats[by],
            proposal=proposal,
            reasons=reasons,
            now=self.ago(days),
            speak_until=self.day(until),
            **{"kind": Decision.Kind.CONSENT, **facts},  # type: ignore[arg-type]  # of a story
        )
        return asked

    def say(self, decision: Decision, said: Said, *, days: int) -> None:
        for who, stance, reason in said:
            actions.speak(
                decision, actor=self.seats[who], stance=stance, reason=reason, now=self.ago(days)
            )

    def write(self, by: int, text: str, *, days: int, own: bool = False) -> None:
        actions.write_post(actor=self.seats[by], text=text, shows_numbers=own, now=self.ago(days))


def _molenstraat(story: _Story) -> None:
    """Agreements that hold, one to look at again, two decisions behind them, one that runs."""
    old = actions.write_agreement(
        actor=story.seats[0], text="Wie boodschappen doet, krijgt het geld op voorhand.",
        review_on=story.day(-30), now=story.ago(62),
    )  # fmt: skip
    actions.change_agreement(
        old, actor=story.seats[2], now=story.ago(31), review_on=story.day(120),
        text="Wie boodschappen doet, schiet voor. Het kasticket ligt erbij, betalen doen we de dag zelf.",
    )  # fmt: skip
    actions.write_agreement(
        actor=story.seats[1], now=story.ago(55), review_on=story.day(-2),
        text="Kan je niet komen, dan zeg je het voor tien uur. Een reden hoeft niet.",
    )  # fmt: skip
    cart = story.ask(
        "We kopen samen een bolderkar voor het water.", "Zes flessen zijn te zwaar voor de trap.",
        days=44, until=-37,
    )  # fmt: skip
    story.say(
        cart,
        [(0, "yes", ""), (1, "yes", ""), (2, "doubt", "Waar zetten we hem als het regent?"),
         (3, "yes", ""), (4, "yes", "")],
        days=40,
    )  # fmt: skip
    monday = story.ask(
        "We komen voortaan samen op maandag.", "Dinsdag is er ook turnen.",
        days=24, until=-17, by=2, kind=Decision.Kind.VOTE,
    )  # fmt: skip
    story.say(
        monday, [(0, "no", ""), (1, "no", "Maandag werk ik laat."), (2, "yes", ""), (3, "yes", "")],
        days=20,
    )  # fmt: skip
    for asked in (cart, monday):
        actions.settle_decisions(now=story.ago(-(asked.speak_until - story.day(0)).days - 1))
    soup = story.ask(
        "Elke eerste zondag zetten we soep op de stoep.",
        "Zo leren we ook de buren kennen die nooit bellen.", days=3, until=4, by=1,
    )  # fmt: skip
    story.say(
        soup,
        [(0, "yes", ""), (1, "yes", ""), (3, "doubt", "Wie ruimt op? De vorige keer stond ik alleen.")],
        days=1,
    )  # fmt: skip
    for days, by, text in (
        (33, 3, "De bolderkar staat bij ons in de gang. Bel gerust aan."),
        (19, 0, "Dank aan wie vorige week vier keer naar de apotheek reed."),
        (9, 2, "Wie heeft nog een paraplu liggen sinds dinsdag? Blauw met witte stippen."),
        (4, 1, "De bakker houdt op zaterdag brood van vrijdag voor ons opzij."),
        (1, 4, "Mijn dochter wil helpen met de soep, als we ja zeggen. Zij heeft kommen."),
    ):
        story.write(by, text, days=days)


def _garden(story: _Story) -> None:
    """Young, and not of one mind."""
    fence = story.ask(
        "We zetten een hek rond de tuin, met een slot.", "Er zijn al twee keer plantjes weg.",
        days=6, until=5,
    )  # fmt: skip
    story.say(
        fence,
        [(0, "yes", ""), (1, "objection", "Dan is het geen tuin van de buurt meer."),
         (2, "doubt", "Wie krijgt de sleutel?")],
        days=4,
    )  # fmt: skip
    story.write(
        1, "Ik kwam voor een tuin met een open deur. Kunnen we daar eerst over praten?", days=4
    )
    story.write(0, "Zaterdag staat er koffie aan het hek. Dan zoeken we andere woorden.", days=2)


def _soup(story: _Story) -> None:
    """Quiet for nine weeks; who leads was asked last week whether it goes on."""
    story.write(0, "Volgende zondag geen soep, ik ben bij mijn zus.", days=64)
    actions.ask_sleepers(now=story.ago(7))


def _choir(story: _Story) -> None:
    """It decided to stop, said thank you, and is asked back in spring."""
    stop = story.ask(
        "We stoppen met het koor na het concert.",
        "Onze dirigent verhuist. Het was een mooi jaar, en dat mag zo eindigen.",
        days=33, until=-26, is_to_close=True,
    )  # fmt: skip
    everybody = [(who, "yes", "") for who in range(len(story.seats))]
    everybody[1] = (1, "doubt", "Ik ga het missen. Maar het is goed zo.")
    story.say(stop, everybody, days=28)
    actions.close_initiative(
        actor=story.seats[0],
        thanks="Een jaar lang elke donderdag zingen. Dank aan wie stoelen zette, wie vals zong en "
        "wie bleef komen. Op het concert zaten 80 buren in de turnzaal.",
        money_to="",
        things_to="De partituren liggen in de bibliotheek. De thermos staat bij de school.",
        ask_back_on=story.day(161),
        now=story.ago(21),
    )


def _messages_arrived(place: Neighbourhood, now: dt.datetime) -> None:
    """Nobody at the desk still has to print or phone what happened weeks ago."""
    unsent = Message.objects.filter(
        neighbourhood=place, template__startswith="initiatives/messages/", state__in=DONE
    )
    arrived = Case(
        *(When(state=before, then=Value(after.value)) for before, after in DONE.items()),
        output_field=CharField(),
    )
    unsent.update(state=arrived, done_at=now, body="")
