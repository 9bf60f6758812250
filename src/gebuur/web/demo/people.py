"""The neighbours, the professionals, and the ninety who offered help."""

import datetime as dt
import random
from collections.abc import Iterator

from allauth.account.models import EmailAddress

from gebuur.apps.accounts.models import User
from gebuur.apps.boundaries.models import Light, Task
from gebuur.apps.neighbourhood import actions as neighbourhood
from gebuur.apps.neighbourhood.models import (
    Address,
    Channel,
    Membership,
    Neighbourhood,
    Person,
    Role,
    SearchToken,
    Street,
)
from gebuur.apps.volunteers.models import Offer, OfferedTask
from gebuur.web.demo.words import ORIGINS

CHANNELS = (Channel.PHONE, Channel.PHONE, Channel.MAIL, Channel.SMS, Channel.LETTER)
ALL_SLOTS = (1 << 21) - 1


def make_people(
    place: Neighbourhood, doors: list[Address], *, count: int, rng: random.Random, now: dt.datetime
) -> list[Person]:
    """Make neighbours behind the front doors; every fourth has a mail address."""
    people = [_person(place, doors[n % len(doors)], n, rng) for n in range(count)]
    Person.objects.bulk_create(people, batch_size=2_000)
    Person.objects.filter(neighbourhood=place).update(created_at=now - dt.timedelta(weeks=30))
    tokens: list[SearchToken] = []
    for person in people:
        tokens += neighbourhood.search_tokens(person)
    SearchToken.objects.bulk_create(tokens, batch_size=5_000)
    return people


def _person(place: Neighbourhood, door: Address, number: int, rng: random.Random) -> Person:
    origin = rng.choices(ORIGINS, [o.weight for o in ORIGINS])[0]
    languages = list(rng.choice(origin.languages))
    has_mail = rng.random() < 0.25
    channel = rng.choice(CHANNELS)
    if channel == Channel.MAIL and not has_mail:
        channel = Channel.PHONE
    return Person(
        neighbourhood=place,
        first_name=rng.choice(origin.first),
        last_name=rng.choice(origin.last).replace("_", " "),
        phone=f"+32900{number % 9_800 + 100:05d}",
        email=f"buur{number}@vlasbloem.example" if has_mail else "",
        street=door.street,
        house_number=door.number,
        x=door.x,
        y=door.y,
        language=languages[0] if languages[0] in {"nl", "en", "fr", "tr", "ar"} else "nl",
        languages=languages,
        channel=channel,
    )


def make_offers(
    place: Neighbourhood, people: list[Person], *, count: int, rng: random.Random, now: dt.datetime
) -> list[Offer]:
    """Let some neighbours offer help: most in the two weeks after the first flyer, some after a second one."""
    tasks = list(Task.objects.filter(organisation=place.organisation).exclude(light=Light.RED))
    weights = [6 if task.light == Light.GREEN else 2 for task in tasks]
    offers: list[Offer] = []
    ticks: list[OfferedTask] = []
    roles: list[Membership] = []
    for person in rng.sample(people, count):
        week = rng.choices((10, 9, 8, 7, 6, 4, 3, 2, 1), (34, 20, 6, 3, 3, 9, 13, 8, 4))[0]
        signed_up = now - dt.timedelta(days=week * 7 - rng.randrange(1, 6), hours=rng.randrange(8))
        offer = Offer(
            neighbourhood=place,
            person=person,
            slots=_slots(rng),
            radius=rng.choice((400, 600, 800, 1_000, 1_500)),
            per_week=rng.choice((1, 1, 1, 2, 3)),
            per_month=rng.choice((4, 6, 8)),
            channel=rng.choice((Channel.WEB, Channel.DESK, Channel.PHONE)),
            created_at=signed_up,
        )
        offers.append(offer)
        ticks += _ticks(offer, tasks, weights, rng)
        roles.append(
            Membership(
                neighbourhood=place, person=person, role=Role.VOLUNTEER, since=signed_up.date()
            )
        )
    Offer.objects.bulk_create(offers, batch_size=2_000)
    OfferedTask.objects.bulk_create(ticks, batch_size=5_000)
    Membership.objects.bulk_create(roles, batch_size=5_000)
    return offers


def _slots(rng: random.Random) -> int:
    """Some can on weekdays, some in the evening, some in the weekend."""
    mask = 0
    for slot in range(21):
        day, part = divmod(slot, 3)
        chance = 0.45 if day < 5 and part < 2 else 0.3
        mask |= (rng.random() < chance) << slot
    return mask or ALL_SLOTS


def _ticks(
    offer: Offer, tasks: list[Task], weights: list[int], rng: random.Random
) -> Iterator[OfferedTask]:
    greens = [task for task in tasks if task.light == Light.GREEN]
    wanted = [rng.choice(greens), *rng.choices(tasks, weights, k=rng.randrange(2, 7))]
    chosen = {task.pk: task for task in wanted}
    for task in sorted(chosen.values(), key=lambda t: t.position):
        yield OfferedTask(
            neighbourhood=offer.neighbourhood,
            offer=offer,
            task=task,
            is_cleared=task.light == Light.AMBER and rng.random() < 0.5,
        )


def make_somebody(
    place: Neighbourhood, first_name: str, last_name: str, street: str, number: str, **facts: object
) -> Person:
    """A person of the story, at a known door."""
    return neighbourhood.add_person(
        place,
        actor=None,
        first_name=first_name,
        last_name=last_name,
        street=Street.objects.get(neighbourhood=place, name=street),
        house_number=number,
        **{"languages": ["nl"], **facts},
    )


def make_account(person: Person, email: str, *, operator: bool = False) -> User:
    """An account that signs in by mail code."""
    user = User.objects.create_user(email, is_operator=operator)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    person.user, person.email = user, email
    person.save(update_fields=["user", "email"])
    return user
