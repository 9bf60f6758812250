"""Green: talking, listening and reading aloud."""

from gebuur.domain.frames.tasks import shared
from gebuur.domain.frames.tasks.model import Light, Task
from gebuur.domain.frames.text import Text

_CHAT = Task(
    key="chat",
    light=Light.GREEN,
    icon="coffee",
    names=Text("Een babbel", "A chat", "Une causette", "Sohbet", "دردشة"),
    do=(
        Text(
            "Praten en luisteren bij een kop koffie",
            "Talk and listen over a coffee",
            "Parler et écouter autour d'un café",
            "Kahve içip konuşmak ve dinlemek",
            "الحديث والاستماع مع فنجان قهوة",
        ),
        Text(
            "Een spel spelen of foto's bekijken",
            "Play a game or look at photos",
            "Jouer à un jeu ou regarder des photos",
            "Oyun oynamak ya da fotoğraflara bakmak",
            "اللعب أو مشاهدة الصور",
        ),
    ),
    dont=(shared.NO_TALES, shared.NO_LOANS, shared.NO_OVERTIME),
    questions=(
        shared.ASK_WHICH_LANGUAGE,
        Text(
            "Waarover praat je graag?",
            "What do you like to talk about?",
            "De quoi aimez-vous parler ?",
            "Ne hakkında konuşmayı seversin?",
            "عمّ تحب أن تتحدث؟",
        ),
    ),
    source=shared.PRACTICE,
    checked=shared.CHECKED,
    check_by=shared.CHECK_BY,
)

_PHONE_CHAT = Task(
    key="phone-chat",
    light=Light.GREEN,
    icon="phone-call",
    names=Text(
        "Babbel per telefoon",
        "A chat by phone",
        "Causette au téléphone",
        "Telefonda sohbet",
        "دردشة بالهاتف",
    ),
    phone_only=True,
    minutes=30,
    do=(
        Text(
            "Bellen op de dag en het uur van de afspraak",
            "Call on the day and hour agreed",
            "Appeler au jour et à l'heure convenus",
            "Anlaşılan gün ve saatte aramak",
            "الاتصال في اليوم والساعة المتفق عليهما",
        ),
        Text(
            "Zeggen wanneer het niet past",
            "Say when it does not suit",
            "Dire quand cela ne convient pas",
            "Uygun olmadığında söylemek",
            "القول متى لا يناسب الوقت",
        ),
    ),
    dont=(
        Text(
            "Bankgegevens of codes vragen",
            "Ask for bank details or codes",
            "Demander des données bancaires ou des codes",
            "Banka bilgisi ya da şifre sormak",
            "طلب بيانات مصرفية أو رموز سرية",
        ),
        shared.NO_TALES,
        shared.NO_ADVICE,
    ),
    questions=(
        shared.ASK_WHICH_LANGUAGE,
        Text(
            "Hoor je goed aan de telefoon?",
            "Do you hear well on the phone?",
            "Entendez-vous bien au téléphone ?",
            "Telefonda iyi duyuyor musun?",
            "هل تسمع جيدًا عبر الهاتف؟",
        ),
    ),
    source=shared.PRACTICE,
    checked=shared.CHECKED,
    check_by=shared.CHECK_BY,
)

_LETTER = Task(
    key="letter",
    light=Light.GREEN,
    icon="mail-open",
    names=Text(
        "Een brief lezen", "Reading a letter", "Lire une lettre", "Mektup okumak", "قراءة رسالة"
    ),
    minutes=30,
    do=(
        Text(
            "De brief luidop voorlezen",
            "Read the letter aloud",
            "Lire la lettre à voix haute",
            "Mektubu yüksek sesle okumak",
            "قراءة الرسالة بصوت عالٍ",
        ),
        Text(
            "Zeggen wie de brief stuurde en tegen wanneer",
            "Say who sent the letter and by when",
            "Dire qui l'a envoyée et pour quand",
            "Kimin gönderdiğini ve son tarihi söylemek",
            "ذكر المرسل والموعد الأخير",
        ),
    ),
    dont=(shared.NO_SIGNING, shared.NO_ADVICE, shared.NO_TALES),
    questions=(
        Text(
            "In welke taal is de brief?",
            "In which language is the letter?",
            "En quelle langue est la lettre ?",
            "Mektup hangi dilde?",
            "بأي لغة كُتبت الرسالة؟",
        ),
        Text(
            "Staat er een datum in waarop je moet antwoorden?",
            "Does it give a date to answer by?",
            "Y a-t-il une date limite de réponse ?",
            "Cevap için bir son tarih var mı?",
            "هل فيها موعد أخير للرد؟",
        ),
    ),
    source=shared.PRACTICE,
    checked=shared.CHECKED,
    check_by=shared.CHECK_BY,
)

GREEN_TALK = (_CHAT, _PHONE_CHAT, _LETTER)
