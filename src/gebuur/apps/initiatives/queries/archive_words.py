"""The heads of the columns of an archive, and the words for states and kinds in it."""

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

Words = str | Lazy

COLUMNS: dict[str, Words] = {
    "title": _("Name"), "name": _("Name"), "aim": _("What for"), "meets": _("When and where"), "street": _("Street"),
    "began_by": _("Begun by"), "began_at": _("Begun on"), "closed_at": _("Closed on"),
    "person": _("Who"), "member": _("Who"), "author": _("Who"), "proposer": _("Who"), "made_by": _("Who"),
    "noted_by": _("Who"), "supporter": _("Who"), "about": _("Who"),
    "words": _("In her or his words"), "text": _("Text"), "note": _("Note"),
    "state": _("How it stands"), "joined_at": _("In it from"), "left_at": _("In it until"),
    "charge": _("What for"), "how": _("How"), "since": _("From"), "until": _("Until"),
    "giver": _("From whom"), "taker": _("To whom"), "due_on": _("Ready by"), "offered_at": _("Offered on"),
    "what": _("What"), "given_at": _("On"), "withdrawn_at": _("Taken back on"),
    "review_on": _("Look at it again on"), "ended_on": _("Ended on"), "typed_by": _("Typed by"),
    "proposal": _("Question"), "decision": _("Question"), "reasons": _("Why"), "reason": _("Why"), "kind": _("How"),
    "needed": _("Voices needed"), "put_at": _("Asked on"), "speak_until": _("Until"), "settled_at": _("Settled on"),
    "wished_at": _("Asked on"),
    "stance": _("Said"), "said": _("Said"), "at": _("On"), "on": _("On"), "seen_at": _("On"),
    "noted_at": _("Written on"),
    "starts_at": _("On"), "minutes": _("Minutes"), "where": _("Where"), "held_at": _("Took place on"),
    "called_off_at": _("Called off on"), "rhythm": _("How often"), "activity": _("Date"), "most": _("At most"),
    "place": _("Part"), "by": _("Ready by"), "taken_by": _("Taken by"), "made_at": _("Written on"),
    "done_at": _("Done on"),
    "dropped_at": _("Dropped on"), "cents": _("Euro"), "against": _("Puts right"),
    "does": _("What she or he does"), "does_not": _("What she or he does not do"),
    "ended_words": _("Words at the end"),
    "step": _("Step"), "style": _("Style"), "announced_at": _("Told on"), "replaced_at": _("Changed on"),
    "promise": _("Promise"), "condition": _("Condition"), "holds": _("Does it hold"), "evidence": _("How we know"),
    "fixed": _("What is fixed"), "open": _("What is open"), "who_decides": _("Who decides"), "then": _("And then"),
    "answer_by": _("Answer before"), "answer": _("Answer"), "answered_at": _("Answered on"),
    "signals": _("Signals"), "contested_at": _("Contradicted on"), "contested_words": _("Contradicted with"),
    "to_group": _("To which group"), "to_street": _("To which street"), "from_group": _("From which group"),
    "from_street": _("From which street"), "rung": _("Step"), "terms": _("Terms"), "asked_at": _("Asked on"),
    "side": _("Which side"), "thanks": _("Thanks"), "money_to": _("Where the money goes"),
    "things_to": _("Where things go"), "ask_back_on": _("Asked back on"), "asked_back": _("What remained"),
}  # fmt: skip

VALUES: dict[str, Words] = {
    "member": _("member"), "left": _("left"),
    "lead": _("leading"), "money": _("the money"), "dates": _("the dates"),
    "welcome": _("welcome"), "resident": _("lives here"),
    "founded": _("from the beginning"), "trusted": _("trusted by the group"), "handed_over": _("handed over"),
    "offered": _("offered"), "taken": _("yes"), "not_taken": _("no"), "withdrawn": _("taken back"),
    "consent": _("together, until nobody objects"), "vote": _("a vote"),
    "yes": _("yes"), "no": _("no"), "doubt": _("a doubt"), "objection": _("an objection"), "abstain": _("no opinion"),
    "weekly": _("every week"), "fortnightly": _("every two weeks"), "monthly": _("every month"),
    "going": _("going on"), "declined": _("not now"), "ended": _("ended"),
    "begin": _("beginning"), "decide": _("deciding"), "do": _("doing"), "close": _("closing"),
    "partly": _("partly"), "not": _("no"),
    "listen": _("listening to each other"), "meet": _("meeting"), "tell": _("telling how we did it"),
    "share": _("doing something together"),
    "open": _("still open"), "asked": _("asked"), "amended": _("other terms proposed"),
    "agreed": _("agreed"), "otherwise": _("otherwise"),
    "asking": _("who asks"), "giving": _("who gives"),
}  # fmt: skip
