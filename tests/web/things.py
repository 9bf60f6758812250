"""One of everything that an address can be about."""

import datetime as dt
import uuid
from typing import Any, NamedTuple

from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.asymmetric import ec
from django.db.models import Model
from django.utils import timezone
from fido2.cose import ES256
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorAttestationResponse,
    AuthenticatorData,
    CollectedClientData,
    RegistrationResponse,
)

from gebuur.apps.boundaries import actions as boundaries
from gebuur.apps.boundaries.models import HandOver, Task
from gebuur.apps.budget.models import FeasibilityCheck, Remark
from gebuur.apps.care import actions as care
from gebuur.apps.care.models import HelpRequest, Match
from gebuur.apps.initiatives.models import Bridge, Initiative
from gebuur.apps.mirror.models import Change
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
from gebuur.apps.volunteers.models import CheckIn, Import, Offer
from gebuur.apps.workshops.models import Session
from gebuur.apps.workshops.queries import door_of
from tests import cast
from tests.web.budget_things import budget_things
from tests.web.group_things import group_things
from tests.web.learning_things import reflection_things, voice_things, workshop_things


class Made(NamedTuple):
    """A neighbourhood, its professional, the things in it, and the tokens of its links by purpose."""

    place: Neighbourhood
    staff: Person
    things: dict[str, Any]
    tokens: dict[str, str]


def make_things(name: str, slug: str) -> Made:
    """A neighbourhood with one of everything that an address can be about."""
    place = cast.make_place(name=name, slug=slug)
    boundaries.seed_catalogue(place.organisation)
    task = Task.objects.get(organisation=place.organisation, key="groceries")
    staff = cast.make_staff(place, "An")
    seeker = cast.make_person(place, "Godelieve", phone="+3290000042")
    now = timezone.now()
    offers = [_offer(place, first_name, task, now) for first_name in ("Joris", "Emine", "Luc")]
    cast.make_user(offers[0].person, f"joris@{slug}.example")
    agreed, asked, answered, on_board = (_ask(place, staff, seeker, task, now) for _ in range(4))
    match = _match(agreed, offers[0], staff, now)
    visit = match.visits.earliest("on")
    (proposal,) = care.pick_helpers(asked, [offers[1]], actor=staff, now=now)
    (yes,) = care.pick_helpers(answered, [offers[2]], actor=staff, now=now)
    yes.refresh_from_db()
    care.say_yes(yes, actor=offers[2].person, now=now)
    care.put_on_board(on_board, actor=staff)
    concern = boundaries.raise_concern(seeker, raised_by=None, text="Zorg")
    handed, mediation = _handed_over(seeker, staff, now)
    small = volunteers.make_small_task(place, actor=staff, now=now, kind="street-table", people=2)
    small_ask = volunteers.ask_for_small(small, offers[1], actor=staff, now=now)
    needs = [{"task": "groceries", "language": "", "count": None}]
    flyer = volunteers.make_flyer(
        place, actor=staff, needs=needs, language="", contact=staff, where="", now=now
    )
    rosa, key = _rosa(place)
    consent = privacy.give_consent(rosa, Purpose.STORY, channel=Channel.PHONE, actor=rosa)
    volunteers.plan_check_ins(offers[0], first_on=now.date(), now=now)
    check_in = CheckIn.objects.filter(offer=offers[0]).earliest("due_on")
    thanked = volunteers.thank(
        offers[0], actor=staff, words="Dank je", channel=Channel.DESK, now=now
    )
    things = {
        "check_in": check_in.pk,
        "thank_you": thanked.pk,
        "seeker": seeker.pk,
        "helper": offers[0].person,
        "rosa": rosa,
        "key": key,
        "offer": offers[0].pk,
        "small_task": small.pk,
        "flyer": flyer.pk,
        "flyer_code": flyer.code,
        "small_ask": small_ask.pk,
        "membership": Membership.objects.get(person=staff).pk,
        "call": care.start_call(place, actor=staff).pk,
        "request": asked.pk,
        "asked": proposal.pk,
        "yes": yes.pk,
        "match": match.pk,
        "visit": visit.pk,
        "on_board": on_board.pk,
        "concern": concern.pk,
        "hand_over": handed.pk,
        "phone_call": outbox.add_call(place, actor=staff, person=seeker, call_at=now).pk,
        "message": Message.objects.filter(neighbourhood=place).earliest("created_at").pk,
        "list": Import.objects.create(
            neighbourhood=place, kind="neighbours", file_name="x", rows=[["a"], ["b"]]
        ).pk,
        "spelling": _spelling(place).pk,
        "change": Change.objects.create(
            neighbourhood=place, on=now.date(), what="In turn", created_at=now
        ).pk,
        "consent": consent.pk,
        "pair": _pair(place, staff, seeker, task, now),
        **reflection_things(staff, now),
        **workshop_things(staff, now),
        **voice_things(staff, now),
        **group_things(rosa, staff, now),
        **budget_things(rosa, now),
    }
    tokens = {
        "initiatives:door": _token(
            rosa, "initiatives:door", Initiative.objects.get(pk=things["group"])
        ),
        "care:answer": _token(offers[1].person, "care:answer", proposal),
        "care:confirm": _token(seeker, "care:confirm", yes),
        "care:visit": _token(offers[0].person, "care:visit", visit),
        "care:feedback": _token(seeker, "care:feedback", visit),
        "care:mine": _token(seeker, "care:mine", asked),
        "care:card": _token(seeker, "care:card", match),
        "volunteers:check-in": _token(offers[0].person, "volunteers:check-in", check_in),
        "volunteers:file-link": _token(offers[0].person, "volunteers:file-link", offers[0]),
        "volunteers:offer-link": _token(offers[0].person, "volunteers:offer-link", offers[0]),
        "volunteers:small-answer": _token(offers[1].person, "volunteers:small-answer", small_ask),
        "boundaries:reply": _token(seeker, "boundaries:reply", handed),
        "boundaries:mediation-mine": _token(seeker, "boundaries:mediation-mine", mediation),
        "my-data": _token(seeker, "my-data", seeker),
        "initiatives:feed": things["feed"],
        "bridge-door": _token(
            _contact(place), "bridge-door", Bridge.objects.get(pk=things["bridge"])
        ),
        "budget:check-answer": _token(
            staff, "budget:check-answer", FeasibilityCheck.objects.get(pk=things["budget_check"])
        ),
        "budget:remark-reply": _token(
            rosa, "budget:remark-reply", Remark.objects.get(pk=things["budget_remark"])
        ),
        "budget:merge-answer": _token(
            things["budget_ask"].idea.giver, "budget:merge-answer", things["budget_ask"]
        ),
        "workshops:door": door_of(Session.objects.get(pk=things["session"])),
    }
    return Made(place, staff, things, tokens)


def _handed_over(seeker: Person, staff: Person, now: dt.datetime) -> tuple[HandOver, HandOver]:
    """A question with a service, and one with the mediators."""
    facts: dict[str, Any] = {"actor": staff, "consent_channel": Channel.PHONE, "now": now}
    facts |= {"what": "Een brief", "answer_by": now.date() + dt.timedelta(days=9)}
    handed = boundaries.hand_over(seeker, service="OCMW", **facts)
    return handed, boundaries.refer_to_mediation(seeker, service="Burenbemiddeling", **facts)


def _contact(place: Neighbourhood) -> Person:
    """The contact person of the street that the bridge of the table is asked for."""
    person = cast.make_person(place, "Wim", street="Weverstraat")
    Membership.objects.create(
        person=person, neighbourhood=place, role=Role.CONTACT, since=timezone.localdate()
    )
    return person


def _token(person: Person, purpose: str, thing: Model) -> str:
    end = timezone.now() + dt.timedelta(days=3)
    return outbox.make_link(person, purpose, thing, expires_at=end).address.split("/")[-2]


def _rosa(place: Neighbourhood) -> tuple[Person, int]:
    """A neighbour with an account and a passkey of her own."""
    rosa = cast.make_person(place, "Rosa")
    user = cast.make_user(rosa, f"rosa@{place.slug}.example")
    lock = Authenticator.objects.create(
        user=user, type=Authenticator.Type.WEBAUTHN, data={"name": "Gsm", "credential": _passkey()}
    )
    return rosa, lock.pk


def _passkey() -> dict[str, Any]:
    """What a phone answers when a passkey is made on it."""
    pair = ec.generate_private_key(ec.SECP256R1())
    key = ES256.from_cryptography_key(pair.public_key())  # type: ignore[no-untyped-call]  # of fido2
    phone = AttestedCredentialData.create(bytes(16), b"phone", key)
    seen = AuthenticatorData.create(bytes(32), AuthenticatorData.FLAG.AT, 0, phone)
    client = CollectedClientData.create(
        CollectedClientData.TYPE.CREATE, b"challenge", "https://gebuur.example"
    )
    answer = AuthenticatorAttestationResponse(
        client_data=client, attestation_object=AttestationObject.create("none", seen, {})
    )
    return dict(RegistrationResponse(raw_id=b"phone", response=answer))


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


def _pair(
    place: Neighbourhood, staff: Person, seeker: Person, task: Task, now: dt.datetime
) -> uuid.UUID:
    """A pair of the proposal of the week about which nobody decided yet."""
    asked = _ask(place, staff, seeker, task, now)
    run = care.make_week(place, actor=staff, now=now)
    return run.pairs.get(request=asked).pk


def _spelling(place: Neighbourhood) -> SpellingQuestion:
    a, b = sorted(Street.objects.filter(neighbourhood=place)[:2], key=lambda street: street.pk)
    return SpellingQuestion.objects.create(neighbourhood=place, a=a, b=b)
