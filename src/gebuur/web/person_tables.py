"""Every table that knows people: what of it is told to her, or why nothing is.

`tests/web/test_my_data.py` holds this list to the tables: one that points at people and is in neither fails.
"""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from gebuur.apps.boundaries.models import Concern, HandOver, Tension
from gebuur.apps.budget.models import (
    Backing,
    Count,
    FeasibilityCheck,
    FrameVersion,
    Idea,
    MergeAsk,
    PaperBallot,
    Remark,
    RollEntry,
    Round,
    WallPhoto,
)
from gebuur.apps.budget.models import Decision as BudgetDecision
from gebuur.apps.care.models import (
    Feedback,
    HelpRequest,
    Match,
    Proposal,
    TurnBonus,
    Visit,
    WeekPair,
)
from gebuur.apps.initiatives.models import (
    Activity,
    Advice,
    Agreement,
    Bridge,
    BridgeWord,
    Decision,
    FeedKey,
    GroupTask,
    HandingOver,
    Holding,
    Member,
    MoneyLine,
    PhaseNote,
    Post,
    StyleSeen,
    Support,
    SupportWish,
    Taking,
    Trust,
    Voice,
)
from gebuur.apps.neighbourhood.models import Membership, SearchToken
from gebuur.apps.outbox.models import AnswerLink, Call, Message
from gebuur.apps.privacy.models import Consent, Sight
from gebuur.apps.reflection.models import (
    Entry,
    Intention,
    Lens,
    OwnCase,
    OwnView,
    Share,
    VoiceRound,
)
from gebuur.apps.volunteers.models import (
    AllowanceLine,
    AllowanceYear,
    CheckIn,
    Import,
    Leaving,
    LegalNote,
    NotTogether,
    Offer,
    OfferedTask,
    PausePeriod,
    SmallAsk,
    ThankYou,
)

Words = str | Promise


@dataclass(frozen=True)
class Known:
    """A table that knows people: its heading, how its rows belong to a person, and the columns that are hers."""

    model: type[models.Model]
    path: str
    title: Words
    columns: tuple[str, ...]


KNOWN: tuple[Known, ...] = (
    Known(Membership, "person", gettext_lazy("Roles"), ("role", "since", "until")),
    Known(
        Offer, "person", gettext_lazy("What you offer"),
        ("slots", "radius", "per_week", "per_month", "paused_until", "board_mail", "is_organised",
         "created_at", "stopped_at",
         "contact", "phoned_at", "last_asked_at", "last_match_at"),
    ),
    Known(
        LegalNote, "offer__person", gettext_lazy("Papers of a volunteer"),
        ("item", "version", "answer", "way", "on", "taken_back_at"),
    ),
    Known(
        AllowanceYear, "offer__person", gettext_lazy("How you are paid back"),
        ("year", "system", "may_be_raised", "declared_on"),
    ),
    Known(
        AllowanceLine, "ledger__offer__person", gettext_lazy("What you were paid back"),
        ("on", "kind", "cents", "metres", "mode", "task_kind", "is_elsewhere", "noted_at"),
    ),
    Known(OfferedTask, "offer__person", gettext_lazy("Tasks you ticked"), ("task", "is_cleared")),
    Known(
        SmallAsk, "offer__person", gettext_lazy("Small tasks we asked you to do"),
        ("small_task", "state", "asked_at", "answered_at", "done_at"),
    ),
    Known(PausePeriod, "offer__person", gettext_lazy("Your pauses"), ("since", "until", "ended_at")),
    Known(
        CheckIn, "offer__person", gettext_lazy("How you said it is going"),
        ("moment", "going", "work", "wish", "words", "answered_at"),
    ),
    Known(ThankYou, "offer__person", gettext_lazy("Thank-yous for you"), ("words", "given_at")),
    Known(ThankYou, "giver", gettext_lazy("Thank-yous from you"), ("words", "given_at")),
    Known(
        Leaving, "offer__person", gettext_lazy("When you stopped"),
        ("given_reasons", "words", "left_at", "came_back_at"),
    ),
    Known(
        HelpRequest, "seeker", gettext_lazy("What you asked"),
        ("task", "state", "created_at", "channel", "rhythm", "slots", "languages", "wish", "own_words", "answers",
         "gives", "draft", "limits_note", "closed_at"),
    ),
    Known(
        HelpRequest, "asked_by", gettext_lazy("What you asked for somebody else"),
        ("task", "state", "asked_by_relation", "created_at"),
    ),
    Known(Proposal, "offer__person", gettext_lazy("Questions we put to you"), ("state", "asked_at", "answered_at")),
    Known(WeekPair, "offer__person", gettext_lazy("Proposals of the week with you"), ("state", "decided_at")),
    Known(Match, "offer__person", gettext_lazy("Agreements as a helper"), ("state", "made_at", "ended_at")),
    Known(Visit, "match__request__seeker", gettext_lazy("Visits to you"), ("on", "part", "state", "reported_at")),
    Known(Visit, "match__offer__person", gettext_lazy("Visits you made"), ("on", "part", "state", "reported_at")),
    Known(
        Feedback, "giver", gettext_lazy("How you said it was"),
        ("was_good", "again", "note", "thanks", "created_at"),
    ),
    Known(
        HandOver, "person", gettext_lazy("Handed over to a service"),
        ("to_service", "what", "neighbour_may", "state", "answer_by", "message_back", "created_at"),
    ),
    Known(Concern, "about", gettext_lazy("Worries about you"), ("state", "created_at", "closed_at")),
    Known(
        Message, "person", gettext_lazy("Messages to you"),
        ("channel", "address", "subject", "body", "state", "created_at", "done_at"),
    ),
    Known(Call, "person", gettext_lazy("Phone calls"), ("call_at", "name", "phone", "about", "done_at")),
    Known(
        Consent, "person", gettext_lazy("What you said yes to"),
        ("purpose", "channel", "given_at", "withdrawn_at"),
    ),
    Known(
        Member, "person", gettext_lazy("Your groups"),
        ("initiative", "state", "words", "asked_at", "joined_at", "known_at", "left_at"),
    ),
    Known(
        Holding, "member__person", gettext_lazy("What you carry in a group"),
        ("initiative", "charge", "since", "until"),
    ),
    Known(
        HandingOver, "giver__person", gettext_lazy("What you offered to hand over"),
        ("initiative", "charge", "words", "state", "offered_at", "answered_at"),
    ),
    Known(
        HandingOver, "taker__person", gettext_lazy("What you were asked to take over"),
        ("initiative", "charge", "state", "offered_at", "answered_at"),
    ),
    Known(
        Voice, "member__person", gettext_lazy("What you said about questions of your groups"),
        ("stance", "reason", "at"),
    ),
    Known(Decision, "proposer__person", gettext_lazy("Questions you put to your groups"), ("proposal", "reasons")),
    Known(Agreement, "author__person", gettext_lazy("Agreements you wrote down"), ("text", "since")),
    Known(Post, "author__person", gettext_lazy("Your messages on the board of a group"), ("text", "at")),
    Known(
        Support, "supporter", gettext_lazy("Groups you stand beside"),
        ("initiative", "since", "until", "reason", "does", "does_not", "ended_at", "ended_words"),
    ),
    Known(SupportWish, "member__person", gettext_lazy("What you asked for your group"), ("words", "wished_at")),
    Known(
        Advice, "author__person", gettext_lazy("What you advised for your group"),
        ("text", "given_at", "reasons", "answered_at"),
    ),
    Known(StyleSeen, "member__person", gettext_lazy("How you saw the support of your group"), ("style", "at")),
    Known(
        PhaseNote, "member__person", gettext_lazy("What you saw in your group"),
        ("signals", "words", "seen_at"),
    ),
    Known(Taking, "member__person", gettext_lazy("What you said you would do in a group"), ("what", "at")),
    Known(
        Activity, "made_by__person", gettext_lazy("Dates you set for a group"),
        ("title", "starts_at", "where", "called_off_at"),
    ),
    Known(GroupTask, "taken_by__person", gettext_lazy("Tasks you took in a group"), ("what", "by", "done_at")),
    Known(GroupTask, "made_by__person", gettext_lazy("Tasks you wrote down for a group"), ("what", "by")),
    Known(
        BridgeWord, "person", gettext_lazy("What you said about bridges"), ("said", "terms", "words", "at"),
    ),
    Known(
        Idea, "giver", gettext_lazy("Your ideas for the neighbourhood budget"),
        ("title", "text", "state", "channel", "entered_at"),
    ),
    Known(
        Backing, "person", gettext_lazy("Ideas you stand behind"),
        ("idea", "will_help", "will_use", "age", "at"),
    ),
    Known(
        FrameVersion, "neighbours_by", gettext_lazy("Frames you signed for the neighbourhood"),
        ("round", "number", "neighbours_at"),
    ),
    Known(
        FrameVersion, "authority_by", gettext_lazy("Frames you signed for the local authority"),
        ("round", "number", "authority_at"),
    ),
    Known(
        Remark, "asked_by", gettext_lazy("What you asked for the local authority"),
        ("text", "criterion", "answer_by", "asked_at"),
    ),
    Known(
        FeasibilityCheck, "asked_by", gettext_lazy("Services you asked about a proposal"),
        ("service", "due_on", "asked_at"),
    ),
    Known(
        RollEntry, "person", gettext_lazy("Where you may vote"),
        ("round", "name", "address", "sent_by", "paper_given"),
    ),
    Known(Sight, "person", gettext_lazy("Who looked"), ("reader", "page", "at")),
)  # fmt: skip
# Tables that know people and tell nothing of their own, or something of somebody else.
NOT_TOLD: dict[type[models.Model], str] = {
    SearchToken: "the words of name, street and number, which stand above",
    AnswerLink: "hashes of secrets",
    TurnBonus: "which colleague approved numbers for the whole neighbourhood",
    NotTogether: "that somebody rather not meets somebody is the wish of both",
    Entry: "private: she reads it and takes it along on a page of her own",
    Intention: "belongs to a private reflection",
    Lens: "belongs to a private reflection",
    Share: "belongs to a private reflection",
    VoiceRound: "who opened a round; nothing in it tells who answered",
    OwnView: "private: she reads it beside what neighbours said",
    FeedKey: "hashes of secrets",
    PaperBallot: "typed from a mixed pile: its only names are the two colleagues who typed it",
    Round: "who set up a round of the neighbourhood budget; the round is of everybody",
    BudgetDecision: "an act of the local authority that everybody reads; who typed it is part of her work",
    Count: "who counted a round of the neighbourhood budget; the result is of everybody",
    MergeAsk: "who asked whether two ideas become one; the answer stands with the idea",
    WallPhoto: "which colleague typed the ideas of a meeting; the photo names nobody",
    Tension: "about streets and nobody: its only name is the colleague who noted it",
    Bridge: "who asked stands beside what was said about it",
    MoneyLine: "the book belongs to the group; its members read it there",
    OwnCase: "a story about nobody; its writer finds it in the library, and who that is stays untold",
    Trust: "a word of one member about another is of both; the group reads it on its own page",
    Import.persons.through: "which list a person came with",
}
