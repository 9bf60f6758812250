"""Amber: being with somebody who leans on the neighbour."""

from gebuur.domain.frames.tasks import shared
from gebuur.domain.frames.tasks.model import Light, Task
from gebuur.domain.frames.text import Text

AMBER_PEOPLE = (
    Task(
        key="doctor",
        light=Light.AMBER,
        icon="stethoscope",
        names=Text(
            "Mee naar de dokter",
            "Along to the doctor",
            "Accompagner chez le médecin",
            "Doktora birlikte gitmek",
            "مرافقة إلى الطبيب",
        ),
        minutes=120,
        max_minutes=180,
        limit=Text(
            "De buur blijft in de wachtzaal, tenzij de persoon iets anders vraagt.",
            "The neighbour stays in the waiting room unless the person asks otherwise.",
            "Le voisin reste dans la salle d'attente, sauf demande de la personne.",
            "Kişi istemedikçe komşu bekleme odasında kalır.",
            "يبقى الجار في غرفة الانتظار إلا إذا طلب الشخص غير ذلك.",
        ),
        do=(
            Text(
                "Samen gaan, wachten en terugkomen",
                "Go, wait and come back together",
                "Aller, attendre et revenir ensemble",
                "Birlikte gitmek, beklemek ve dönmek",
                "الذهاب والانتظار والعودة معًا",
            ),
            Text(
                "De volgende afspraak helpen onthouden",
                "Help remember the next appointment",
                "Aider à retenir le prochain rendez-vous",
                "Sonraki randevuyu hatırlamaya yardım etmek",
                "المساعدة في تذكّر الموعد التالي",
            ),
        ),
        dont=(
            shared.NO_LIFTING,
            Text(
                "Spreken in de plaats van de patiënt",
                "Speak for the patient",
                "Parler à la place du patient",
                "Hastanın yerine konuşmak",
                "التكلم بدلًا من المريض",
            ),
            shared.NO_TALES,
        ),
        questions=(
            shared.ASK_WHERE_TO,
            Text(
                "Ga je te voet, met de bus of met de auto?",
                "Do you go on foot, by bus or by car?",
                "Y allez-vous à pied, en bus ou en voiture ?",
                "Yürüyerek mi, otobüsle mi, arabayla mı?",
                "هل تذهب مشيًا أم بالحافلة أم بالسيارة؟",
            ),
        ),
        source=shared.PRACTICE,
        checked=shared.CHECKED,
        check_by=shared.CHECK_BY,
    ),
    Task(
        key="dementia-company",
        light=Light.AMBER,
        icon="heart-handshake",
        names=Text(
            "Gezelschap bij dementie",
            "Company with dementia",
            "Compagnie en cas de démence",
            "Demanslı kişiye eşlik",
            "مرافقة شخص مصاب بالخرف",
        ),
        max_minutes=120,
        limit=Text(
            "Alleen als partner of familie ja zegt en telefonisch bereikbaar blijft.",
            "Only if partner or family agrees and can be phoned.",
            "Seulement si le partenaire ou la famille est d'accord et joignable.",
            "Eşi ya da ailesi kabul eder ve telefonda ulaşılırsa.",
            "فقط إذا وافق الشريك أو العائلة وبقي الاتصال بهم ممكنًا.",
        ),
        do=(
            Text(
                "Samen iets rustigs en vertrouwds doen",
                "Do something calm and familiar together",
                "Faire ensemble une chose calme et connue",
                "Birlikte sakin, alışılmış bir şey yapmak",
                "القيام معًا بشيء هادئ ومألوف",
            ),
            Text(
                "De familie bellen als het niet goed loopt",
                "Call the family when it does not go well",
                "Appeler la famille si cela se passe mal",
                "İyi gitmezse aileyi aramak",
                "الاتصال بالعائلة إذا لم تسر الأمور جيدًا",
            ),
        ),
        dont=(
            shared.NO_CARE,
            Text(
                "De deur op slot doen of iemand vasthouden",
                "Lock the door or hold somebody back",
                "Fermer la porte à clé ou retenir la personne",
                "Kapıyı kilitlemek ya da birini zorla tutmak",
                "قفل الباب أو منع الشخص بالقوة",
            ),
            shared.NO_OVERTIME,
        ),
        questions=(
            Text(
                "Wie kan de buur bellen als er iets is?",
                "Whom can the neighbour call if something happens?",
                "Qui le voisin peut-il appeler en cas de problème ?",
                "Bir şey olursa komşu kimi arayabilir?",
                "بمن يتصل الجار إذا حدث شيء؟",
            ),
            Text(
                "Wat brengt rust?",
                "What brings calm?",
                "Qu'est-ce qui apaise ?",
                "Ne sakinleştirir?",
                "ما الذي يهدّئ؟",
            ),
        ),
        source=shared.PRACTICE,
        checked=shared.CHECKED,
        check_by=shared.CHECK_BY,
    ),
    Task(
        key="children",
        light=Light.AMBER,
        icon="baby",
        names=Text(
            "Op kinderen passen",
            "Minding children",
            "Garder des enfants",
            "Çocuklara bakmak",
            "رعاية الأطفال",
        ),
        minutes=120,
        max_minutes=180,
        limit=Text(
            "Alleen als ouders en buur elkaar kennen en een ouder bereikbaar is.",
            "Only if parents and neighbour know each other and a parent can be reached.",
            "Seulement si parents et voisin se connaissent et qu'un parent est joignable.",
            "Anne baba ile komşu tanışıyorsa ve biri ulaşılabilirse.",
            "فقط إذا كان الوالدان والجار يعرفون بعضهم وأمكن الاتصال بأحدهما.",
        ),
        do=(
            Text(
                "Spelen, helpen met huiswerk of afhalen aan school",
                "Play, help with homework or fetch from school",
                "Jouer, aider aux devoirs ou aller chercher à l'école",
                "Oynamak, ödeve yardım etmek ya da okuldan almak",
                "اللعب أو المساعدة في الواجبات أو الإحضار من المدرسة",
            ),
            Text(
                "Een ouder bellen bij twijfel",
                "Call a parent when in doubt",
                "Appeler un parent en cas de doute",
                "Emin değilse anne babayı aramak",
                "الاتصال بأحد الوالدين عند الشك",
            ),
        ),
        dont=(
            shared.NO_CARE,
            Text(
                "Foto's maken of doorsturen",
                "Take or send photos",
                "Prendre ou envoyer des photos",
                "Fotoğraf çekmek ya da göndermek",
                "التقاط الصور أو إرسالها",
            ),
            Text(
                "Kinderen straffen",
                "Punish children",
                "Punir les enfants",
                "Çocukları cezalandırmak",
                "معاقبة الأطفال",
            ),
        ),
        questions=(
            Text(
                "Hoe oud zijn de kinderen?",
                "How old are the children?",
                "Quel âge ont les enfants ?",
                "Çocuklar kaç yaşında?",
                "كم عمر الأطفال؟",
            ),
            shared.ASK_HOW_LONG,
        ),
        source=shared.PRACTICE,
        checked=shared.CHECKED,
        check_by=shared.CHECK_BY,
    ),
)
