"""What neighbours are asked after an activity: a few plain questions, each the mirror of a frame.

In five languages, since neighbours read them; that is why they stand beside the frames that an organisation
may reword in two.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from gebuur.domain.frames.learning.fit import NotInFrame
from gebuur.domain.frames.learning.source import CHECK_BY, CHECKED, Sure
from gebuur.domain.frames.learning.styles import STYLES
from gebuur.domain.frames.text import Text

FEWEST_ASKED, MOST_ASKED = 3, 5
DECIDED = "who-decided"
"""The question that is laid beside the promised style."""


@dataclass(frozen=True, slots=True)
class VoiceAnswer:
    """One answer to choose: its key, and its words."""

    key: str
    words: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceQuestion:
    """One question to neighbours.

    Attributes
    ----------
    key : str
        Never changes; rounds refer to it.
    words : Text
        The question itself.
    answers : tuple of VoiceAnswer
        What can be chosen; the last one is that one does not know.
    mirrors : str
        Kind and key of the frame it mirrors, ``attitudes:openness``; ``styles:`` for all styles.
    source : str
        Key of a `Source`.
    sure : Sure
        How sure we are.
    checked, check_by : date
        When somebody last looked, and when somebody must look again.
    """

    key: str
    words: Text
    answers: tuple[VoiceAnswer, ...]
    mirrors: str
    source: str = "gebuur"
    sure: Sure = Sure.OWN
    checked: dt.date = CHECKED
    check_by: dt.date = CHECK_BY


UNKNOWN = VoiceAnswer(
    "unknown", Text("Weet ik niet", "I do not know", "Je ne sais pas", "Bilmiyorum", "لا أعرف")
)
YES_NO = (
    VoiceAnswer("yes", Text("Ja", "Yes", "Oui", "Evet", "نعم")),
    VoiceAnswer("partly", Text("Een beetje", "Partly", "En partie", "Kısmen", "جزئياً")),
    VoiceAnswer("no", Text("Nee", "No", "Non", "Hayır", "لا")),
    UNKNOWN,
)
WHO = (
    VoiceAnswer("neighbours", Text("Buren", "Neighbours", "Les voisins", "Komşular", "الجيران")),
    VoiceAnswer("together", Text("Samen", "Together", "Ensemble", "Birlikte", "معاً")),
    VoiceAnswer(
        "service", Text("De dienst", "The service", "Le service", "Hizmet birimi", "المركز")
    ),
    UNKNOWN,
)


def _question(key: str, mirrors: str, words: Text) -> VoiceQuestion:
    return VoiceQuestion(key=key, words=words, answers=YES_NO, mirrors=mirrors)


VOICE_QUESTIONS: tuple[VoiceQuestion, ...] = (
    _question(
        "promise",
        "attitudes:reliability",
        Text(
            "Deden we wat we beloofd hadden?",
            "Did we do what we had promised?",
            "Avons-nous fait ce que nous avions promis ?",
            "Söz verdiğimiz şeyi yaptık mı?",
            "هل فعلنا ما وعدنا به؟",
        ),
    ),
    VoiceQuestion(
        key=DECIDED,
        mirrors="styles:",
        answers=WHO,
        words=Text(
            "Wie besliste er?",
            "Who decided?",
            "Qui a décidé ?",
            "Kim karar verdi?",
            "من الذي قرّر؟",
        ),
    ),
    _question(
        "say",
        "attitudes:equal-worth",
        Text(
            "Kon je zeggen wat je wilde zeggen?",
            "Could you say what you wanted to say?",
            "Avez-vous pu dire ce que vous vouliez dire ?",
            "Söylemek istediğini söyleyebildin mi?",
            "هل استطعت أن تقول ما أردت قوله؟",
        ),
    ),
    _question(
        "beforehand",
        "attitudes:openness",
        Text(
            "Wist je vooraf wat vastlag en wat nog open was?",
            "Did you know beforehand what was fixed and what was open?",
            "Saviez-vous d’avance ce qui était fixé et ce qui restait ouvert ?",
            "Neyin belli, neyin açık olduğunu önceden biliyor muydun?",
            "هل عرفت مسبقاً ما هو ثابت وما يمكن تغييره؟",
        ),
    ),
    _question(
        "heard-back",
        "attitudes:commitment",
        Text(
            "Hoorde je wat er gebeurde met wat je zei?",
            "Did you hear what happened with what you said?",
            "Avez-vous su ce qui a été fait de ce que vous avez dit ?",
            "Söylediklerinle ne yapıldığını öğrendin mi?",
            "هل عرفت ماذا حدث بما قلته؟",
        ),
    ),
    _question(
        "worth",
        "conditions:added-value",
        Text(
            "Was het je tijd waard?",
            "Was it worth your time?",
            "Cela valait-il votre temps ?",
            "Ayırdığın zamana değdi mi?",
            "هل كان الأمر يستحق وقتك؟",
        ),
    ),
    _question(
        "welcome",
        "attitudes:unconditionality",
        Text(
            "Was je welkom zoals je bent?",
            "Were you welcome as you are?",
            "Pouviez-vous venir comme vous êtes ?",
            "Olduğun gibi hoş karşılandın mı?",
            "هل رُحِّب بك كما أنت؟",
        ),
    ),
    _question(
        "strength",
        "attitudes:positive",
        Text(
            "Ging het over wat jij goed kunt?",
            "Was it about what you are good at?",
            "Était-il question de ce que vous savez bien faire ?",
            "İyi yapabildiğin şeyler konuşuldu mu?",
            "هل دار الحديث حول ما تجيده؟",
        ),
    ),
    _question(
        "no",
        "attitudes:respect",
        Text(
            "Mocht je ook nee zeggen?",
            "Were you allowed to say no?",
            "Pouviez-vous aussi dire non ?",
            "Hayır deme hakkın var mıydı?",
            "هل كان بإمكانك أن تقول لا؟",
        ),
    ),
)
USUAL_ASKED = ("promise", DECIDED, "say", "worth")
"""What is ticked when a round begins."""

# Who decides when a style is kept to: 0 the service, 1 both, 2 neighbours.
_SAY_OF_ANSWER = {"service": 0, "together": 1, "neighbours": 2}
_WHO_DECIDES = {
    "facilitating": "neighbours",
    "cooperative": "together",
    "delegating": "neighbours",
    "participative": "service",
    "consultative": "service",
    "open-authoritarian": "service",
    "closed-authoritarian": "service",
}


class Heard(StrEnum):
    """How what neighbours saw stands to what was promised."""

    AS_PROMISED = "as_promised"
    LESS_SAY = "less_say"
    MORE_SAY = "more_say"
    UNCLEAR = "unclear"


def voice_question(key: str) -> VoiceQuestion:
    """Give one question.

    Raises
    ------
    NotInFrame
        When there is no such question.

    Examples
    --------
    >>> voice_question("worth").words.nl
    'Was het je tijd waard?'
    """
    for one in VOICE_QUESTIONS:
        if one.key == key:
            return one
    raise NotInFrame(f"there is no question {key!r}.")


def who_decides(style: str) -> str:
    """Say who decides when a style is kept to, as the key of an answer.

    Raises
    ------
    NotInFrame
        When there is no such style.

    Examples
    --------
    >>> who_decides("delegating"), who_decides("consultative")
    ('neighbours', 'service')
    """
    if style not in _WHO_DECIDES:
        raise NotInFrame(f"there is no style {style!r}; there are {len(STYLES)}.")
    return _WHO_DECIDES[style]


def heard_against(style: str, counts: Mapping[str, int]) -> Heard:
    """Lay what neighbours said about who decided beside the style that was promised.

    Parameters
    ----------
    style : str
        Key of the promised style.
    counts : mapping of str to int
        How many said each answer. Who did not know is left out.

    Returns
    -------
    Heard
        From the answer that was said most; unclear when two were said as often, or nobody knew.

    Raises
    ------
    NotInFrame
        As `who_decides`.

    Examples
    --------
    >>> heard_against("cooperative", {"service": 8, "together": 4, "unknown": 9}).value
    'less_say'
    >>> heard_against("cooperative", {"service": 4, "together": 4}).value
    'unclear'
    """
    promised = _SAY_OF_ANSWER[who_decides(style)]
    known = {key: counts.get(key, 0) for key in _SAY_OF_ANSWER}
    most = max(known.values())
    said = [key for key, count in known.items() if count == most]
    if most == 0 or len(said) > 1:
        return Heard.UNCLEAR
    seen = _SAY_OF_ANSWER[said[0]]
    if seen == promised:
        return Heard.AS_PROMISED
    return Heard.LESS_SAY if seen < promised else Heard.MORE_SAY
