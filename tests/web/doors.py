"""Who may open which address, and the world in which the doors are tried."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.test import Client
from django.utils import timezone

from gebuur.apps.accounts.models import User
from gebuur.apps.boundaries import actions as boundaries
from gebuur.apps.boundaries.models import Task
from gebuur.apps.care import actions as care
from gebuur.apps.care.models import HelpRequest, Match
from gebuur.apps.neighbourhood.models import (
    Channel,
    Membership,
    Neighbourhood,
    Person,
    Role,
    SpellingQuestion,
    Street,
)
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.outbox.models import Message
from gebuur.apps.privacy import actions as privacy
from gebuur.apps.privacy.models import Purpose
from gebuur.apps.volunteers import actions as volunteers
from gebuur.apps.volunteers.models import Import, Offer
from tests import cast

# open: everybody. person: who signed in and is known here. account: who signed in. staff, coordinator:
# with a second factor. rosa, volunteer: whose thing it is. library: allauth's own locks, seen never to
# break. wall: nobody without the right secret, or not in this installation.
BY_KIND = {
    "open": """
        home place-choose street me call invitation set_language livez readyz robots
        account_login account_request_login_code account_confirm_login_code account_logout account_inactive
        care:ask care:ask-done care:ask-lines care:ask-red care:ask-step care:call-me care:board care:board-answer
        volunteers:offer-start volunteers:offer-done volunteers:offer-step
        outbox:code boundaries:helplines boundaries:what-neighbours-do
    """,
    "person": "privacy:mine",
    "volunteer": "volunteers:offer-mine",
    "account": "accounts:second-factor",
    "library": """
        account_reauthenticate
        mfa_activate_totp mfa_add_webauthn mfa_authenticate mfa_deactivate_totp mfa_download_recovery_codes
        mfa_edit_webauthn mfa_generate_recovery_codes mfa_index mfa_list_webauthn mfa_login_webauthn
        mfa_reauthenticate mfa_reauthenticate_webauthn mfa_remove_webauthn mfa_view_recovery_codes
    """,
    "rosa": "privacy:consent-withdraw",
    "wall": """
        setup demo demo-outbox design
        care:answer care:confirm care:visit care:feedback care:mine care:card care:card-pdf
        volunteers:offer-link boundaries:reply
    """,
    "staff": """
        desk person-detail person-export hand-over-request message-letter message-pile message-read
        boundaries:concern-detail boundaries:concern-list
        boundaries:hand-over-answer boundaries:hand-over-detail boundaries:hand-over-letter
        boundaries:hand-over-list boundaries:hand-over-mail boundaries:hand-over-new boundaries:hand-over-withdraw
        boundaries:helpline-list boundaries:task-list
        care:desk-card care:desk-card-pdf
        care:intake care:intake-call care:intake-call-back care:intake-drop care:intake-finish
        care:intake-hand-over care:intake-light care:intake-park care:intake-rank care:intake-save
        care:intake-search
        care:match-end care:proposal-answer care:proposal-confirm care:proposal-skip
        care:request-ask care:request-board care:request-clear care:request-detail care:request-stop
        care:request-swap
        care:visit-call-off care:visit-feedback care:visit-outcome care:visit-worry care:visits care:waiting
        neighbourhood:person-list neighbourhood:person-new person-edit spelling-list spelling-decide
        outbox:call-again outbox:call-done outbox:calls outbox:message-done outbox:message-phone outbox:messages
        privacy:sights
        volunteers:offer-list volunteers:offer-detail volunteers:offer-edit volunteers:offer-new
    """,
    "coordinator": """
        volunteers:import-new volunteers:import-map volunteers:import-check volunteers:import-undo
        volunteers:import-template
        person-erase member-invite neighbourhood:member-list neighbourhood:member-end
        boundaries:helpline-edit boundaries:task-edit boundaries:task-reset
    """,
}
DOORS = {name: kind for kind, names in BY_KIND.items() for name in names.split()}
# Which thing of a neighbourhood stands behind an address: the first line that fits its name.
BEHIND = (
    ("volunteers:offer-new", "seeker"),
    ("volunteers:import", "list"),
    ("volunteers:offer", "offer"),
    ("neighbourhood:member", "membership"),
    ("spelling", "spelling"),
    ("neighbourhood:person", "seeker"),
    ("person", "seeker"),
    ("privacy:consent", "consent"),
    ("privacy", "seeker"),
    ("care:intake", "call"),
    ("care:proposal-confirm", "yes"),
    ("care:proposal", "asked"),
    ("care:match", "match"),
    ("care:desk-card", "match"),
    ("care:visit", "visit"),
    ("care:board", "on_board"),
    ("care:request", "request"),
    ("hand-over-request", "request"),
    ("boundaries:concern", "concern"),
    ("boundaries:hand-over", "hand_over"),
    ("outbox:call", "phone_call"),
    ("outbox:message", "message"),
    ("message", "message"),
    ("mfa", "number"),
)


class Address(NamedTuple):
    """An address with the names of its arguments."""

    name: str
    arguments: tuple[str, ...]


@dataclass(frozen=True)
class Side:
    """One neighbourhood with one of everything; `things` gives the object behind an address."""

    place: Neighbourhood
    staff: Person
    things: dict[str, Any]

    def thing_behind(self, name: str) -> Any:
        return self.things[next(thing for start, thing in BEHIND if name.startswith(start))]

    def task_key(self, name: str) -> str:
        return {"boundaries:helpline-edit": "112", "care:ask-red": "money"}.get(name, "groceries")


@dataclass(frozen=True)
class World:
    """Two neighbourhoods, and a browser for every role of the first."""

    here: Side
    there: Side
    browsers: dict[str, Client]

    def own(self, address: Address) -> dict[str, Any]:
        return _arguments(address, self.here)

    def foreign(self, address: Address) -> dict[str, Any]:
        return _arguments(address, self.there)

    def missing(self, address: Address) -> dict[str, Any]:
        plain = {
            "token": "nobody",
            "key": "no-such-key",
            "step": "nowhere",
            "slug": "nowhere",
            "side": "seeker",
        }
        return {name: plain.get(name) or uuid.uuid4() for name in address.arguments}


def _arguments(address: Address, side: Side) -> dict[str, Any]:
    plain = {
        "token": "nobody",
        "key": side.task_key(address.name),
        "step": "who",
        "kind": "csv",
        "slug": side.place.slug,
        "side": "seeker",
    }
    return {name: plain.get(name) or side.thing_behind(address.name) for name in address.arguments}


def make_world() -> World:
    """Make both neighbourhoods and sign everybody in."""
    here, there = make_side("De Vlasbloem", "vlasbloem"), make_side("De Molen", "molen")
    nele = cast.make_staff(here.place, "Nele", role=Role.COORDINATOR)
    once, former = cast.make_staff(here.place, "Once"), cast.make_staff(here.place, "Former")
    Membership.objects.filter(person=former).update(
        until=timezone.localdate() - dt.timedelta(days=1)
    )
    rosa = cast.make_person(here.place, "Rosa")
    cast.make_user(rosa, "rosa@vlasbloem.example")
    operator = User.objects.create_user("operator@example.be", is_operator=True)
    helper = here.things["helper"]
    cast.make_user(helper, "joris@vlasbloem.example")
    visitor, host = Client(), Client()
    for browser in (visitor, host):
        browser.get(f"/n/{here.place.slug}/")
    host.force_login(operator, backend="allauth.account.auth_backends.AuthenticationBackend")
    browsers = {
        "visitor": visitor,
        "neighbour": cast.sign_in(rosa),
        "volunteer": cast.sign_in(helper),
        "once": cast.sign_in(once, surely=False),
        "former": cast.sign_in(former),
        "operator": host,
        "professional": cast.sign_in(here.staff),
        "coordinator": cast.sign_in(nele),
    }
    consent = privacy.give_consent(rosa, Purpose.STORY, channel=Channel.PHONE, actor=rosa)
    here.things["consent"] = consent.pk
    return World(here, there, browsers)


def make_side(name: str, slug: str) -> Side:
    """A neighbourhood with one of everything that an address can be about."""
    place = cast.make_place(name=name, slug=slug)
    boundaries.seed_catalogue(place.organisation)
    task = Task.objects.get(organisation=place.organisation, key="groceries")
    staff, seeker = (
        cast.make_staff(place, "An"),
        cast.make_person(place, "Godelieve", phone="+3290000042"),
    )
    now = timezone.now()
    offers = [_offer(place, first_name, task, now) for first_name in ("Joris", "Emine", "Luc")]
    agreed, asked, answered, on_board = (_ask(place, staff, seeker, task, now) for _ in range(4))
    match = _match(agreed, offers[0], staff, now)
    (proposal,) = care.pick_helpers(asked, [offers[1]], actor=staff, now=now)
    (yes,) = care.pick_helpers(answered, [offers[2]], actor=staff, now=now)
    yes.refresh_from_db()
    care.say_yes(yes, actor=offers[2].person, now=now)
    care.put_on_board(on_board, actor=staff)
    concern = boundaries.raise_concern(seeker, raised_by=None, text="Zorg")
    handed = boundaries.hand_over(
        seeker,
        actor=staff,
        service="OCMW",
        what="Een brief",
        answer_by=now.date() + dt.timedelta(days=9),
        consent_channel=Channel.PHONE,
    )
    things = {
        "seeker": seeker.pk,
        "helper": offers[0].person,
        "offer": offers[0].pk,
        "membership": Membership.objects.get(person=staff).pk,
        "call": care.start_call(place, actor=staff).pk,
        "request": asked.pk,
        "asked": proposal.pk,
        "yes": yes.pk,
        "match": match.pk,
        "visit": match.visits.earliest("on").pk,
        "on_board": on_board.pk,
        "concern": concern.pk,
        "hand_over": handed.pk,
        "phone_call": outbox.add_call(place, actor=staff, person=seeker, call_at=now).pk,
        "message": Message.objects.filter(neighbourhood=place).earliest("created_at").pk,
        "number": 1,
        "list": Import.objects.create(
            neighbourhood=place, kind="neighbours", file_name="x", rows=[["a"], ["b"]]
        ).pk,
        "spelling": _spelling(place).pk,
        "consent": privacy.give_consent(
            seeker, Purpose.STORY, channel=Channel.PHONE, actor=seeker
        ).pk,
    }
    return Side(place, staff, things)


def _offer(place: Neighbourhood, first_name: str, task: Task, now: dt.datetime) -> Offer:
    person = cast.make_person(
        place, first_name, email=f"{first_name}@{place.slug}.example", channel=Channel.MAIL
    )
    limits: dict[str, Any] = {"radius": 2_000, "per_week": 5, "per_month": 9}
    return volunteers.make_offer(
        person, actor=None, tasks=[task], slots=cast.ALWAYS, channel=Channel.WEB, now=now, **limits
    )


def _ask(
    place: Neighbourhood, staff: Person, seeker: Person, task: Task, now: dt.datetime
) -> HelpRequest:
    return care.make_request(
        place,
        actor=staff,
        seeker=seeker,
        task=task,
        slots=cast.ALWAYS,
        channel=Channel.PHONE,
        urgency="week",
        rhythm="weekly",
        languages=["nl"],
        now=now,
    )


def _match(request: HelpRequest, offer: Offer, staff: Person, now: dt.datetime) -> Match:
    (proposal,) = care.pick_helpers(request, [offer], actor=staff, now=now)
    proposal.refresh_from_db()
    care.say_yes(proposal, actor=offer.person, now=now)
    proposal.refresh_from_db()
    first_on = now.date() + dt.timedelta(days=2)
    return care.confirm_match(proposal, actor=staff, now=now, first_on=first_on, part=1)


def _spelling(place: Neighbourhood) -> SpellingQuestion:
    a, b = sorted(Street.objects.filter(neighbourhood=place)[:2], key=lambda street: street.pk)
    return SpellingQuestion.objects.create(neighbourhood=place, a=a, b=b)
