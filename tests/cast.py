"""The people in our stories. Every test speaks of the same neighbourhood and its neighbours.

De Vlasbloem: An is its professional, Nele its coordinator. Godelieve (78, no e-mail) asks, Joris and
Emine help, Rosa has an account but no role. Over there, in De Molen, Bert is the professional and
Zoe a neighbour: strangers to everybody here.
"""

import datetime as dt
from typing import Any

from allauth.account.internal.userkit import user_id_to_str
from allauth.account.models import EmailAddress
from django.test import Client
from django.utils import timezone

from gebuur.apps.accounts.models import User
from gebuur.apps.boundaries import actions as boundaries
from gebuur.apps.boundaries.models import Task
from gebuur.apps.budget import actions as budget
from gebuur.apps.budget import models as budget_models
from gebuur.apps.budget import queries as budget_queries
from gebuur.apps.initiatives import actions as initiatives
from gebuur.apps.initiatives import models as initiative_models
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood import actions as neighbourhood
from gebuur.apps.neighbourhood.models import (
    Membership,
    Neighbourhood,
    Organisation,
    Person,
    Role,
    Street,
)

ALWAYS = (1 << 21) - 1
TUESDAY_AFTERNOON = 1 << (1 * 3 + 1)
THURSDAY_MORNING = 1 << (3 * 3)
ROUND_DAYS = (
    "ideas_from", "ideas_until", "proposals_until", "checks_until", "repairs_until", "vote_from",
    "vote_until", "decide_by",
)  # fmt: skip


def make_place(*, name: str = "De Vlasbloem", slug: str = "vlasbloem") -> Neighbourhood:
    """A neighbourhood with three streets and nobody in it yet."""
    organisation = Organisation.objects.create(name=f"Dienstencentrum {name}")
    place = Neighbourhood.objects.create(
        organisation=organisation,
        name=name,
        slug=slug,
        contact_name="An",
        contact_phone="+3290000000",
        contact_hours="van maandag tot vrijdag tussen 9 en 12 uur",
    )
    make_streets_of(place)
    return place


def make_streets_of(place: Neighbourhood) -> None:
    """Three streets, 300 metres apart."""
    for number, street in enumerate(("Spoelstraat", "Linnenstraat", "Weverstraat")):
        Street.objects.create(
            neighbourhood=place,
            name=street,
            key=street.lower(),
            x=number * 300,
            y=0,
            households=24,
            length=300,
        )


def make_person(
    place: Neighbourhood, first_name: str, *, street: str = "Spoelstraat", **facts: Any
) -> Person:
    """A neighbour, as staff would write her down."""
    facts.setdefault("languages", ["nl"])
    return neighbourhood.add_person(
        place,
        actor=None,
        first_name=first_name,
        street=Street.objects.get(neighbourhood=place, name=street),
        **facts,
    )


def make_user(person: Person, email: str) -> User:
    """An account for a person."""
    user = User.objects.create_user(email)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    person.user, person.email = user, email
    person.save()
    return user


def make_staff(place: Neighbourhood, first_name: str, *, role: str = Role.PROFESSIONAL) -> Person:
    """A professional with an account and a role from long ago."""
    person = make_person(place, first_name)
    make_user(person, f"{first_name.lower()}@{place.slug}.example")
    Membership.objects.create(
        neighbourhood=place,
        person=person,
        role=role,
        since=timezone.localdate() - dt.timedelta(days=400),
    )
    return person


def make_task(
    place: Neighbourhood, key: str = "groceries", *, light: str = "green", **facts: Any
) -> Task:
    """One task of the catalogue; use boundaries' own seeding for the whole of it."""
    day = dt.date(2026, 11, 3)
    words = {"names": {"nl": "Boodschappen", "en": "Groceries"}, "do": {"nl": ["Samen stappen"]}}
    return Task.objects.create(
        organisation=place.organisation,
        key=key,
        light=light,
        icon="shopping-basket",
        checked=day,
        check_by=day + dt.timedelta(days=365),
        source="domain.frames",
        **(words | facts),
    )


def sign_in(person: Person, *, surely: bool = True) -> Client:
    """A browser in which this person signed in; `surely` means with a second factor as well."""
    assert person.user is not None
    client = Client()
    client.force_login(person.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    if surely:
        session = client.session
        session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": 0}]
        session["account_authentication_methods_user"] = user_id_to_str(person.user)
        session.save()
    return client


def make_helplines(place: Neighbourhood) -> None:
    """The numbers to call, as every organisation starts with them."""
    boundaries.seed_catalogue(place.organisation)
    Task.objects.filter(organisation=place.organisation).exclude(key__in=["groceries"]).delete()


def make_group(
    person: Person, title: str = "Spoelstraat helpt", **facts: Any
) -> initiative_models.Initiative:
    """A group that this neighbour began; she is its only member and carries every charge."""
    facts.setdefault("aim", "Buren die voor elkaar boodschappen doen.")
    return initiatives.begin_initiative(
        person.neighbourhood,
        actor=person,
        title=title,
        now=timezone.now(),
        **{"street": person.street, **facts},
    )


def join_group(
    initiative: initiative_models.Initiative, person: Person, *, known: bool = True
) -> initiative_models.Member:
    """A member of a group since an hour; `known` gives her a voice."""
    an_hour_ago = timezone.now() - dt.timedelta(hours=1)
    return initiative_models.Member.objects.create(
        neighbourhood=initiative.neighbourhood,
        initiative=initiative,
        person=person,
        state=initiative_models.Member.State.MEMBER,
        asked_at=an_hour_ago,
        joined_at=an_hour_ago,
        known_at=an_hour_ago if known else None,
    )


def round_facts(today: dt.date, **facts: Any) -> dict[str, Any]:
    """What a round of the neighbourhood budget says; ideas are welcome today."""
    days = dict(zip(ROUND_DAYS, (-7, 30, 60, 75, 90, 95, 110, 130), strict=True))
    return {
        "title": "Buurtbudget 2026",
        "pot_cents": 2_000_000,
        "leftovers": "Gaat naar de volgende ronde.",
        "who_decides": "De gemeenteraad, na de stemming van de buurt.",
        "who_may_vote": "Iedereen die in de buurt woont.",
        "youngest": 12,
        "contact_name": "Els Maertens",
        "contact_phone": "+3290000077",
        "criteria": [{"words": "Voor jong en oud", "weight": 2, "example": "Een bank"}],
        "exclusions": ["Wat buiten de buurt ligt."],
        "rule": "equal-shares",
        "ballot": "approval",
        "most_choices": None,
        **{name: today + dt.timedelta(days=after) for name, after in days.items()},
        **facts,
    }


def make_round(
    place: Neighbourhood,
    *,
    coordinator: Person,
    neighbour: Person | None = None,
    now: dt.datetime | None = None,
    **facts: Any,
) -> budget_models.Round:
    """A round; with a neighbour its frame is signed by both sides and published."""
    at = now or timezone.now()
    said = round_facts(timezone.localdate(at), **facts)
    one = budget.make_round(place, actor=coordinator, now=at, **said)
    if neighbour is not None:
        authority = make_staff(place, "Els", role=Role.AUTHORITY)
        version = budget.draw_up_frame(one, actor=coordinator, why="", now=at)
        seen: dict[str, Any] = {"digest": version.digest, "now": at}
        budget.sign_for_authority(version, actor=authority, **seen)
        budget.sign_for_neighbours(version, actor=neighbour, **seen)
    return one


def make_proposal(
    one: budget_models.Round,
    *,
    member: Person,
    title: str = "Moestuin achter de refter",
    cents: int = 638_000,
    state: str = "handed_in",
    now: dt.datetime | None = None,
    **facts: Any,
) -> budget_models.Proposal:
    """A proposal of a group of which `member` is a known member; worked out, and handed in unless it is a draft."""
    now = now or timezone.now()
    idea = budget.give_idea(one, budget.Said(title), actor=member, channel="web", now=now)
    group = make_group(member, title=title)
    group.members.update(known_at=now)
    seat = Seat(group.members.get(person=member))
    proposal = budget.begin_proposal(idea, actor=seat, now=now)
    said: dict[str, Any] = {
        "summary": "Samen groenten kweken.", "upkeep_by": "De groep, met een beurtrol.", **facts,
    }  # fmt: skip
    budget.write_proposal(proposal, actor=seat, now=now, **said)
    budget.write_cost(
        proposal, None, actor=seat, now=now, what="Bakken en grond", once_cents=cents, yearly_cents=26_000,
        yearly_by="De groep", source="quote",
    )  # fmt: skip
    shown = {criterion["words"]: "Een lage bak." for criterion in one.criteria}
    budget.write_ticks(proposal, shown, actor=seat, now=now, goals=[])
    proposal.refresh_from_db()
    if state != "draft":
        budget.hand_in(proposal, actor=seat, why="", now=now)
        budget_models.Proposal.objects.filter(pk=proposal.pk).update(
            state=state, is_chosen=True if state == "chosen" else None
        )
    proposal.refresh_from_db()
    return proposal


def sign_decision(
    proposal: budget_models.Proposal,
    *,
    authority: Person | None = None,
    outcome: str = "no",
    now: dt.datetime | None = None,
    **said: Any,
) -> budget_models.Decision:
    """A signed decision with all its reasons; unless it is a yes, no criterion is wholly fulfilled."""
    at = now or timezone.now()
    frame = proposal.round.frames.filter(published_at__isnull=False).latest("number")
    actor = authority or frame.authority_by
    assert actor is not None
    decision = budget.begin_decision(proposal, actor=actor, now=at)
    met = "met" if outcome == "yes" else "partly"
    weighed = {
        one["words"]: {
            "met": met,
            "words": f"Over {one['words']}: wie slecht te been is, kan er nog niet bij.",
        }
        for one in decision.frame.text["criteria"]
    }
    words = {
        "outcome": outcome,
        "granted_cents": 300_000 if outcome == "partly" else 0,
        "facts": "De grond is van de stad. De groendienst ziet geen leidingen.",
        "conditions": "Het pad wordt 1,20 meter breed." if outcome not in {"yes", "no"} else "",
        "alternative": "Een lage bak naast het pad.",
        "respond": "Bel Els Maertens.",
        "respond_by": timezone.localdate(at) + dt.timedelta(days=30),
        "plain": "De tuin kan nog niet. Het pad is te smal voor een rolstoel.",
        "signatory": "Mieke Claes",
        "signatory_role": "Schepen van participatie",
        "decided_on": timezone.localdate(at),
        **said,
    }
    budget.write_decision(decision, actor=actor, said=words, weighed=weighed, now=at)
    digest = budget_queries.digest_of_decision(decision)
    budget.sign_decision(decision, actor=actor, digest=digest, now=at)
    decision.refresh_from_db()
    proposal.refresh_from_db()
    return decision
