"""The street pulse: six questions about living together in a street, three for each of two sides.

That there are two sides, and that they must not be added up, comes from research on collective efficacy (Sampson,
Raudenbush and Earls 1997; two factors fit better than one). The questions are our own, of no instrument.
"""

from dataclasses import dataclass

from gebuur.domain.frames.text import Text
from gebuur.domain.frames.voice import UNKNOWN, VoiceAnswer, VoiceQuestion

HOW_MUCH = (
    VoiceAnswer(
        "surely", Text("Ja, zeker", "Yes, surely", "Oui, tout à fait", "Evet, kesinlikle", "نعم، بالتأكيد")
    ),
    VoiceAnswer("rather", Text("Eerder wel", "Rather yes", "Plutôt oui", "Daha çok evet", "غالباً نعم")),
    VoiceAnswer(
        "hardly", Text("Eerder niet", "Rather not", "Plutôt non", "Daha çok hayır", "غالباً لا")
    ),
    VoiceAnswer("no", Text("Nee", "No", "Non", "Hayır", "لا")),
    UNKNOWN,
)  # fmt: skip
UPPER = ("surely", "rather")
"""The answers that count as yes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """One of the two sides of living together; they are never added up.

    Attributes
    ----------
    key : str
        Never changes.
    name : Text
        What residents and staff read.
    questions : tuple of VoiceQuestion
        The three questions of this side. Another wording that asks something else gets another key, because
        pulses of one street are compared over time.
    """

    key: str
    name: Text
    questions: tuple[VoiceQuestion, ...]


def _asked(key: str, factor: str, words: Text) -> VoiceQuestion:
    return VoiceQuestion(key=key, words=words, answers=HOW_MUCH, mirrors=f"pulse:{factor}")


PULSE_FACTORS: tuple[Factor, ...] = (
    Factor(
        key="trust",
        name=Text(
            "Elkaar kennen en vertrouwen",
            "Knowing and trusting each other",
            "Se connaître et se faire confiance",
            "Birbirini tanımak ve güvenmek",
            "المعرفة والثقة بين الجيران",
        ),
        questions=(
            _asked(
                "pulse-ring",
                "trust",
                Text(
                    "Is er in je straat iemand bij wie je durft aan te bellen?",
                    "Is there somebody in your street at whose door you dare to ring?",
                    "Y a-t-il dans votre rue quelqu’un chez qui vous osez sonner ?",
                    "Sokağında kapısını çalabileceğin biri var mı?",
                    "هل يوجد في شارعك شخص تجرؤ على أن تدقّ بابه؟",
                ),
            ),
            _asked(
                "pulse-key",
                "trust",
                Text(
                    "Zou je je sleutel aan een buur durven geven?",
                    "Would you dare to leave your key with a neighbour?",
                    "Oseriez-vous confier votre clé à un voisin ou une voisine ?",
                    "Anahtarını bir komşuna bırakır mıydın?",
                    "هل تجرؤ على ترك مفتاحك عند أحد الجيران؟",
                ),
            ),
            _asked(
                "pulse-home",
                "trust",
                Text(
                    "Voel je je thuis in je straat?",
                    "Do you feel at home in your street?",
                    "Vous sentez-vous chez vous dans votre rue ?",
                    "Sokağında kendini evinde hissediyor musun?",
                    "هل تشعر في شارعك كأنك في بيتك؟",
                ),
            ),
        ),
    ),
    Factor(
        key="acting",
        name=Text(
            "Samen iets doen",
            "Doing something together",
            "Agir ensemble",
            "Birlikte bir şey yapmak",
            "القيام بشيء معاً",
        ),
        questions=(
            _asked(
                "pulse-mend",
                "acting",
                Text(
                    "Ligt er iets vuil of stuk in je straat? Doen buren er dan iets aan?",
                    "Is something dirty or broken in your street? Do neighbours then do something about it?",
                    "Quelque chose est sale ou cassé dans votre rue ? Les voisins s’en occupent-ils ?",
                    "Sokağında kirli ya da bozuk bir şey olunca komşular bir şey yapar mı?",
                    "إذا كان في شارعك شيء متسخ أو مكسور، هل يفعل الجيران شيئاً؟",
                ),
            ),
            _asked(
                "pulse-tell",
                "acting",
                Text(
                    "Kunnen buren het rustig zeggen als iets hen stoort?",
                    "Can neighbours say calmly when something bothers them?",
                    "Les voisins peuvent-ils dire calmement ce qui les dérange ?",
                    "Komşular rahatsız oldukları şeyi sakince söyleyebiliyor mu?",
                    "هل يستطيع الجيران أن يقولوا بهدوء ما يزعجهم؟",
                ),
            ),
            _asked(
                "pulse-join",
                "acting",
                Text(
                    "Wil jij iets beginnen voor je straat? Zouden buren dan meedoen?",
                    "Do you want to begin something for your street? Would neighbours join in?",
                    "Vous voulez lancer quelque chose pour votre rue ? Des voisins suivraient-ils ?",
                    "Sokağın için bir şey başlatsan komşular katılır mıydı?",
                    "إذا أردت أن تبدأ شيئاً لشارعك، هل يشارك الجيران؟",
                ),
            ),
        ),
    ),
)
PULSE_QUESTIONS = tuple(question for factor in PULSE_FACTORS for question in factor.questions)
"""All six, in the order in which they are asked."""
