"""The world in which every door is tried: two neighbourhoods with one of everything, a browser per role."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.test import Client
from django.utils import timezone

from gebuur.apps.accounts.models import User
from gebuur.apps.neighbourhood.models import (
    Membership,
    Neighbourhood,
    Person,
    Role,
)
from tests import cast
from tests.web.things import make_things

# Which thing of a neighbourhood stands behind an address: the first line that fits its name.
BEHIND = (
    ("volunteers:offer-new", "seeker"),
    ("volunteers:apart", "seeker"),
    ("volunteers:import", "list"),
    ("volunteers:offer-from", "flyer_code"),
    ("volunteers:flyer", "flyer"),
    ("care:first-task", "offer"),
    ("volunteers:small-task", "small_task"),
    ("volunteers:small-ask", "small_ask"),
    ("volunteers:check-in", "check_in"),
    ("volunteers:thank-card", "thank_you"),
    ("volunteers:thank", "offer"),
    ("care:leave", "offer"),
    ("volunteers:offer", "offer"),
    ("volunteers:legal", "offer"),
    ("volunteers:allowance", "offer"),
    ("neighbourhood:member", "membership"),
    ("spelling", "spelling"),
    ("mirror:change", "change"),
    ("person-consent", "consent"),
    ("consent", "consent"),
    ("person", "seeker"),
    ("member", "seeker"),
    ("privacy", "seeker"),
    ("care:intake", "call"),
    ("care:proposal-confirm", "yes"),
    ("care:proposal", "asked"),
    ("care:match", "match"),
    ("care:desk-card", "match"),
    ("care:visit", "visit"),
    ("care:week-pair", "pair"),
    ("care:board", "on_board"),
    ("care:request", "request"),
    ("hand-over-request", "request"),
    ("boundaries:concern", "concern"),
    ("boundaries:hand-over", "hand_over"),
    ("outbox:call", "phone_call"),
    ("outbox:message", "message"),
    ("message", "message"),
    ("reflection:intention", "intention"),
    ("reflection:share", "share"),
    ("reflection:entry-lens", "sitting"),
    ("reflection:voice-answer", "voice_code"),
    ("reflection:voice-done", "voice_code"),
    ("reflection:voice", "voice"),
    ("reflection:pulse", "pulse"),
    ("reflection:case", "case"),
    ("reflection", "entry"),
    ("workshops:block-new", "workshop"),
    ("workshops:block", "block"),
    ("workshops:note-add", "session"),
    ("workshops:note", "agreement"),
    ("workshops:session-new", "workshop"),
    ("workshops:session", "session"),
    ("workshops:workshop", "workshop"),
    ("bridge-list", "group"),
    ("bridge-new", "group"),
    ("bridge-detail", "group"),
    ("bridge-staff", "bridge"),
    ("initiatives:staff-know", "seeker"),
    ("initiatives:staff-phone", "group_member"),
    ("initiatives:staff-send", "group_member"),
    ("initiatives:ask-back", "closed_group"),
    ("initiatives:reopen", "closed_group"),
    ("initiatives:wipe", "closed_group"),
    ("mfa", "key"),
    ("initiatives:advice-answer", "advice"),
    ("initiatives:support-withdraw", "offered"),
    ("initiatives", "group"),
    ("budget:frame-sign", "budget_frame"),
    ("budget:decision-list", "budget_round"),
    *((f"budget:{page}", "budget_answered") for page in ("answer", "reasons", "decision")),
    ("budget:proposal-remark", "budget_proposal"),
    ("budget:remark", "budget_remark"),
    ("budget:check-list", "budget_proposal"),
    ("budget:check-repair", "budget_proposal"),
    ("budget:check", "budget_check"),
    ("budget:proposal-list", "budget_round"),
    ("budget:proposal-new", "budget_idea"),
    ("budget:proposal", "budget_proposal"),
    ("budget:roll-entry", "budget_voter"),
    ("budget:roll-edit", "budget_voter"),
    ("budget:paper-again", "budget_paper"),
    ("budget:result", "budget_counted"),
    ("budget:look-back-hide", "look_back"),
    ("budget:look-back", "realised"),
    ("budget:picture-show", "picture"),
    *((f"budget:{noun}", "realised") for noun in ("realising", "milestone", "effect", "picture")),
    *(
        (f"budget:idea-{page}", "budget_idea")
        for page in ("detail", "back", "withdraw", "merge", "split", "remark")
    ),
    ("budget:wall-list", "budget_round"),
    ("budget:wall", "budget_wall"),
    ("budget", "budget_round"),
)
# Arguments that have a thing of their own.
NAMED = {
    **{
        name: name
        for name in (
            "support",
            "promise",
            "frame",
            "note",
            "activity",
            "task",
            "line",
            "bridge",
            "milestone",
            "effect",
            "picture",
        )
    },
    "check": "budget_check",
    "cost": "budget_cost",
    "letter": "budget_letter",
    "member": "group_member",
    "decision": "group_decision",
    "agreement": "group_agreement",
    "post": "group_post",
    "signed": "budget_decision",
}
# Pages behind one link that are more than one address.
SAME_LINK = {
    "care:card-pdf": "care:card",
    "care:leave": "volunteers:offer-link",
    "volunteers:offer-change-link": "volunteers:offer-link",
    "volunteers:paper-link": "volunteers:file-link",
    "my-data-file": "my-data",
}


class Address(NamedTuple):
    """An address with the names of its arguments."""

    name: str
    arguments: tuple[str, ...]


@dataclass(frozen=True)
class Side:
    """One neighbourhood: the things behind its addresses, and the tokens of its links by purpose."""

    place: Neighbourhood
    staff: Person
    things: dict[str, Any]
    tokens: dict[str, str]

    def arguments(self, address: Address, token: str) -> dict[str, Any]:
        keys = {"boundaries:helpline-edit": "112", "care:ask-red": "money"}
        kinds = {"volunteers:allowance": "csv", "framing:frame": "styles"}
        plain = {
            "token": token,
            "key": keys.get(address.name, self._usual_key(address)),
            "kind": kinds.get(address.name.partition("-")[0], "neighbours"),
            "step": _usual_step(address),
            "year": 2026,
            "part": "what",
            "number": 1,
            "months": 3,
            "slug": self.place.slug,
            "side": "seeker",
            "language": "nl",
            "door": token,
        }
        return {
            name: plain[name] if name in plain else self.things[_thing(address.name, name)]
            for name in address.arguments
        }

    def _usual_key(self, address: Address) -> str:
        if address.name.startswith("reflection:case"):
            return str(self.things["case"])
        if address.name.startswith(("volunteers:legal", "volunteers:paper")):
            return "agreement"
        if address.name.startswith("workshops:"):
            return "deck"
        styled = address.name.startswith(("framing:", "initiatives:promise"))
        return "delegating" if styled else "groceries"


@dataclass(frozen=True)
class World:
    """Two neighbourhoods, and a browser for every role of the first."""

    here: Side
    there: Side
    browsers: dict[str, Client]

    def own(self, address: Address) -> dict[str, Any]:
        purpose = SAME_LINK.get(address.name, address.name)
        return self.here.arguments(address, self.here.tokens.get(purpose, "nobody"))

    def foreign(self, address: Address) -> dict[str, Any]:
        """The same of the other neighbourhood; a link is foreign to every page but its own."""
        purpose = SAME_LINK.get(address.name, address.name)
        other = next(token for name, token in self.here.tokens.items() if name != purpose)
        return self.there.arguments(address, other)

    def missing(self, address: Address) -> dict[str, Any]:
        plain: dict[str, Any] = dict.fromkeys(("token", "key", "step", "slug", "kind"), "nobody")
        plain |= {"side": "seeker", "year": 1}
        if address.name.startswith("mfa"):
            plain["pk"] = 999_999
        return {name: plain.get(name) or uuid.uuid4() for name in address.arguments}


def _usual_step(address: Address) -> str:
    if address.name == "reflection:entry-lens":
        return "boundary"
    if address.name.startswith("initiatives:promise"):
        return "decide"
    return "recent" if address.name.startswith("reflection:") else "who"


def _thing(name: str, argument: str) -> str:
    """The thing of an argument: its own, or that of the whole address."""
    return NAMED.get(argument) or _behind(name)


def _behind(name: str) -> str:
    found = [thing for start, thing in BEHIND if name.startswith(start)]
    assert found, f"Say in BEHIND of tests/web/world.py which thing stands behind {name}."
    return found[0]


def make_world() -> World:
    """Make both neighbourhoods and sign everybody in."""
    here, there = make_side("De Vlasbloem", "vlasbloem"), make_side("De Molen", "molen")
    nele = cast.make_staff(here.place, "Nele", role=Role.COORDINATOR)
    once, former = cast.make_staff(here.place, "Once"), cast.make_staff(here.place, "Former")
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    Membership.objects.filter(person=former).update(until=yesterday)
    rosa = here.things["rosa"]
    operator = User.objects.create_user("operator@example.be", is_operator=True)
    visitor, host = Client(), Client()
    for browser in (visitor, host):
        browser.get(f"/n/{here.place.slug}/")
    host.force_login(operator, backend="allauth.account.auth_backends.AuthenticationBackend")
    browsers = {
        "visitor": visitor,
        "neighbour": cast.sign_in(rosa),
        "volunteer": cast.sign_in(here.things["helper"]),
        "once": cast.sign_in(once, surely=False),
        "former": cast.sign_in(former),
        "operator": host,
        "professional": cast.sign_in(here.staff),
        "coordinator": cast.sign_in(nele),
    }
    return World(here, there, browsers)


def make_side(name: str, slug: str) -> Side:
    """A neighbourhood with one of everything."""
    return Side(*make_things(name, slug))
