"""Lines that stand on more than one boundary card, and the dates of the catalogue."""

import datetime as dt

from gebuur.domain.frames.text import Text

CHECKED = dt.date(2026, 11, 3)
CHECK_BY = dt.date(2027, 11, 3)
PRACTICE = "Default list of Gebuur after the practice of Flemish neighbour help; each organisation decides."

NO_LOANS = Text(
    "Geld lenen of geld aannemen",
    "Borrow or accept money",
    "Emprunter ou accepter de l'argent",
    "Borç para almak ya da para kabul etmek",
    "اقتراض المال أو قبوله",
)
NO_CARD = Text(
    "De bankkaart of de code doorgeven",
    "Hand over the bank card or its code",
    "Confier la carte bancaire ou son code",
    "Banka kartını ya da şifresini vermek",
    "إعطاء البطاقة المصرفية أو رقمها السري",
)
NO_LIFTING = Text(
    "Iemand optillen", "Lift a person", "Soulever une personne", "Birini kaldırmak", "رفع شخص"
)
NO_CARE = Text(
    "Medicijnen geven of iemand wassen",
    "Give medicine or wash a person",
    "Donner des médicaments ou laver une personne",
    "İlaç vermek ya da birini yıkamak",
    "إعطاء الأدوية أو غسل شخص",
)
NO_LADDER = Text(
    "Op een ladder of een stoel klimmen",
    "Climb on a ladder or a chair",
    "Monter sur une échelle ou une chaise",
    "Merdivene ya da sandalyeye çıkmak",
    "الصعود على سلّم أو كرسي",
)
NO_GAS = Text(
    "Aan gas of elektriciteit werken",
    "Work on gas or electricity",
    "Toucher au gaz ou à l'électricité",
    "Gaz ya da elektrik işi yapmak",
    "العمل على الغاز أو الكهرباء",
)
NO_SIGNING = Text(
    "Iets tekenen in de plaats van een ander",
    "Sign something for somebody else",
    "Signer à la place d'un autre",
    "Başkasının yerine imza atmak",
    "التوقيع بدلًا من شخص آخر",
)
NO_ADVICE = Text(
    "Raad geven over geld, wet of gezondheid",
    "Advise on money, law or health",
    "Donner des conseils sur l'argent, la loi ou la santé",
    "Para, hukuk ya da sağlık konusunda akıl vermek",
    "تقديم نصائح في المال أو القانون أو الصحة",
)
NO_TALES = Text(
    "Verder vertellen wat we zien of horen",
    "Pass on what we see or hear",
    "Répéter ce qu'on voit ou entend",
    "Gördüklerimizi, duyduklarımızı anlatmak",
    "نقل ما نراه أو نسمعه إلى غيرنا",
)
NO_OVERTIME = Text(
    "Langer blijven dan we afspraken",
    "Stay longer than we agreed",
    "Rester plus longtemps que prévu",
    "Anlaştığımızdan uzun kalmak",
    "البقاء أطول مما اتفقنا عليه",
)
NO_PASSWORD = Text(
    "Een wachtwoord bewaren of opschrijven",
    "Keep or write down a password",
    "Garder ou noter un mot de passe",
    "Şifre saklamak ya da yazmak",
    "حفظ كلمة السر أو كتابتها",
)
NO_BANKING = Text(
    "Bankzaken doen",
    "Do banking",
    "Faire des opérations bancaires",
    "Banka işi yapmak",
    "القيام بمعاملات مصرفية",
)
NO_ALONE_HOME = Text(
    "Alleen in de woning blijven",
    "Stay in the home alone",
    "Rester seul dans le logement",
    "Evde yalnız kalmak",
    "البقاء وحيدًا في البيت",
)

ASK_WHICH_LANGUAGE = Text(
    "In welke taal praat je graag?",
    "Which language do you like to speak?",
    "Dans quelle langue aimez-vous parler ?",
    "Hangi dilde konuşmak istersin?",
    "بأي لغة تحب أن تتكلم؟",
)
ASK_WALKING = Text(
    "Stap je vlot, of liever traag?",
    "Do you walk with ease, or rather slowly?",
    "Marchez-vous facilement, ou plutôt lentement ?",
    "Rahat mı yürürsün, yoksa yavaş mı?",
    "هل تمشي بسهولة أم ببطء؟",
)
ASK_WHERE_TO = Text(
    "Waar wil je naartoe?",
    "Where do you want to go?",
    "Où voulez-vous aller ?",
    "Nereye gitmek istiyorsun?",
    "إلى أين تريد أن تذهب؟",
)
ASK_HOW_LONG = Text(
    "Hoelang duurt het ongeveer?",
    "About how long will it take?",
    "Combien de temps cela dure-t-il environ ?",
    "Yaklaşık ne kadar sürer?",
    "كم من الوقت يستغرق ذلك تقريبًا؟",
)
