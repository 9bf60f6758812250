"""Which rows of a group stand in its archive, in what order, and what stays behind.

Every model of the room stands in PARTS, or in LEFT_OUT with the reason; a test holds this list to the models.
Only first names leave. A model that somebody adds is one line here.
"""

from dataclasses import dataclass

from django.db import models
from django.db.models import Q
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy

from gebuur.apps.initiatives.models import (
    Activity,
    Advice,
    Agreement,
    Bridge,
    BridgeWord,
    Closing,
    ConditionSeen,
    Decision,
    FeedKey,
    FrameSheet,
    GroupTask,
    HandingOver,
    Holding,
    Initiative,
    Member,
    MoneyLine,
    PhaseNote,
    Place,
    Post,
    PostNotice,
    Promise,
    Series,
    StyleSeen,
    Support,
    SupportWish,
    Taking,
    Trust,
    Voice,
)

Words = str | Lazy
IN_IT = Q(state__in=[Member.State.MEMBER, Member.State.LEFT])

# Who trusts whom stays between them; what the group gave somebody stands here.
ABOUT_IN_IT = Q(about__state__in=[Member.State.MEMBER, Member.State.LEFT])


@dataclass(frozen=True)
class Part:
    """A table of the archive: whose rows, how they belong to a group, and what of them is taken along."""

    model: type[models.Model]
    path: str
    title: Words
    columns: tuple[str, ...]
    only: Q | None = None
    order: str = "pk"


PARTS: tuple[Part, ...] = (
    Part(
        Initiative, "pk", gettext_lazy("The group"),
        ("title", "aim", "meets", "street", "began_by", "began_at", "closed_at"),
    ),
    Part(
        Member, "initiative", gettext_lazy("Members"),
        ("person", "words", "state", "joined_at", "left_at"), IN_IT, "joined_at",
    ),
    Part(
        Holding, "initiative", gettext_lazy("Who carried what"),
        ("member", "charge", "how", "since", "until"), order="since",
    ),
    Part(
        HandingOver, "initiative", gettext_lazy("Handed over"),
        ("giver", "taker", "charge", "words", "due_on", "state", "offered_at"), order="offered_at",
    ),
    Part(
        Trust, "about__initiative", gettext_lazy("Trust that was given"),
        ("about", "what", "given_at", "withdrawn_at"), ABOUT_IN_IT, "given_at",
    ),
    Part(
        Agreement, "initiative", gettext_lazy("Agreements"),
        ("text", "author", "since", "review_on", "ended_on", "typed_by"), order="since",
    ),
    Part(
        Decision, "initiative", gettext_lazy("Decisions"),
        ("proposal", "reasons", "kind", "proposer", "needed", "put_at", "speak_until", "state", "settled_at",
         "typed_by"),
        order="put_at",
    ),
    Part(
        Voice, "decision__initiative", gettext_lazy("What was said on decisions"),
        ("decision", "member", "stance", "reason", "at", "typed_by"), order="at",
    ),
    Part(
        Activity, "initiative", gettext_lazy("Dates"),
        ("title", "starts_at", "minutes", "where", "note", "made_by", "held_at", "called_off_at", "typed_by"),
        order="starts_at",
    ),
    Part(
        Series, "initiative", gettext_lazy("What came back again and again"),
        ("rhythm", "until"),
    ),
    Part(
        Place, "activity__initiative", gettext_lazy("Parts to play"),
        ("activity", "name", "most"),
    ),
    Part(
        Taking, "place__activity__initiative", gettext_lazy("Who did what"),
        ("place", "member", "at", "typed_by"), order="at",
    ),
    Part(
        GroupTask, "initiative", gettext_lazy("To do"),
        ("what", "by", "made_by", "taken_by", "made_at", "done_at", "dropped_at", "typed_by"), order="made_at",
    ),
    Part(
        MoneyLine, "initiative", gettext_lazy("Money"),
        ("on", "what", "cents", "against", "noted_by", "noted_at", "typed_by"), order="on",
    ),
    Part(
        Post, "initiative", gettext_lazy("Board"),
        ("at", "author", "text", "typed_by"), Q(hidden_at__isnull=True), "at",
    ),
    Part(
        Support, "initiative", gettext_lazy("Who supported us"),
        ("supporter", "reason", "does", "does_not", "since", "until", "state", "ended_words"), order="since",
    ),
    Part(
        SupportWish, "initiative", gettext_lazy("When we asked for support"),
        ("wished_at", "member", "words", "settled_at", "typed_by"), order="wished_at",
    ),
    Part(
        Promise, "support__initiative", gettext_lazy("What was promised"),
        ("step", "style", "made_at", "announced_at", "replaced_at"), order="made_at",
    ),
    Part(
        ConditionSeen, "promise__support__initiative", gettext_lazy("Looked at before the promise"),
        ("promise", "condition", "holds", "evidence"),
    ),
    Part(
        FrameSheet, "promise__support__initiative", gettext_lazy("What was fixed and what was open"),
        ("promise", "fixed", "open", "who_decides", "by", "then"),
    ),
    Part(
        Advice, "initiative", gettext_lazy("Advice and answers"),
        ("text", "author", "given_at", "answer_by", "answer", "reasons", "answered_at", "typed_by"), order="given_at",
    ),
    Part(
        PhaseNote, "initiative", gettext_lazy("How the group was doing"),
        ("seen_at", "signals", "words", "contested_at", "contested_words"), order="seen_at",
    ),
    Part(
        Bridge, "from_group", gettext_lazy("Bridges we asked for"),
        ("to_group", "to_street", "rung", "terms", "reason", "until", "state", "asked_at"), order="asked_at",
    ),
    Part(
        Bridge, "to_group", gettext_lazy("Bridges that were asked of us"),
        ("from_group", "from_street", "rung", "terms", "reason", "until", "state", "asked_at"), order="asked_at",
    ),
    Part(
        BridgeWord, "bridge__from_group", gettext_lazy("Said about bridges we asked for"),
        ("at", "side", "said", "rung", "terms", "words"), order="at",
    ),
    Part(
        BridgeWord, "bridge__to_group", gettext_lazy("Said about bridges that were asked of us"),
        ("at", "side", "said", "rung", "terms", "words"), order="at",
    ),
    Part(
        Closing, "initiative", gettext_lazy("How we closed"),
        ("closed_at", "thanks", "money_to", "things_to", "ask_back_on", "asked_back"),
    ),
)  # fmt: skip
# What stays behind, and why.
LEFT_OUT: dict[type[models.Model], str] = {
    StyleSeen: "what one member saw of her supporter is hers; the page shows it from five on",
    FeedKey: "hashes of secrets",
    PostNotice: "who wants a mail about the board is nobody else's business",
}
