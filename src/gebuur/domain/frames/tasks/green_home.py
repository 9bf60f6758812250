"""Green: small work in and around the house."""

from gebuur.domain.frames.tasks import shared
from gebuur.domain.frames.tasks.model import Light, Task
from gebuur.domain.frames.text import Text

_CHORE = Task(
    key="chore",
    light=Light.GREEN,
    icon="wrench",
    names=Text(
        "Klusje in huis",
        "Small job at home",
        "Petit travail à la maison",
        "Evde küçük bir iş",
        "عمل صغير في البيت",
    ),
    do=(
        Text(
            "Iets kleins vastzetten, ophangen of verplaatsen",
            "Fix, hang or move something small",
            "Fixer, accrocher ou déplacer un petit objet",
            "Küçük bir şeyi sabitlemek, asmak ya da taşımak",
            "تثبيت شيء صغير أو تعليقه أو نقله",
        ),
        Text(
            "Stoppen als het toch een vakman vraagt",
            "Stop when it needs a tradesperson after all",
            "Arrêter s'il faut un professionnel",
            "Usta gerekiyorsa bırakmak",
            "التوقف إذا احتاج الأمر إلى فنّي مختص",
        ),
    ),
    dont=(
        shared.NO_LADDER,
        shared.NO_GAS,
        Text(
            "Zagen, slijpen of breken",
            "Saw, grind or knock down",
            "Scier, meuler ou casser",
            "Kesmek, taşlamak ya da kırmak",
            "النشر أو الجلخ أو الهدم",
        ),
    ),
    questions=(
        Text(
            "Wat moet er gebeuren?",
            "What needs to be done?",
            "Que faut-il faire ?",
            "Ne yapılması gerekiyor?",
            "ما الذي يجب عمله؟",
        ),
        Text(
            "Heb je zelf gereedschap?",
            "Do you have tools yourself?",
            "Avez-vous des outils ?",
            "Sende alet var mı?",
            "هل عندك أدوات؟",
        ),
    ),
    source=shared.PRACTICE,
    checked=shared.CHECKED,
    check_by=shared.CHECK_BY,
)

_PLANTS_PETS = Task(
    key="plants-pets",
    light=Light.GREEN,
    icon="dog",
    names=Text(
        "Dier of plant", "Pet or plant", "Animal ou plante", "Hayvan ya da bitki", "حيوان أو نبات"
    ),
    minutes=30,
    do=(
        Text(
            "Eten en water geven zoals afgesproken",
            "Give food and water as agreed",
            "Donner à manger et à boire comme convenu",
            "Anlaşıldığı gibi yem ve su vermek",
            "تقديم الطعام والماء كما اتفقنا",
        ),
        Text(
            "De hond aan de leiband uitlaten",
            "Walk the dog on the lead",
            "Promener le chien en laisse",
            "Köpeği tasmayla gezdirmek",
            "تنزيه الكلب بالرباط",
        ),
    ),
    dont=(
        Text(
            "Een ziek dier verzorgen",
            "Nurse a sick animal",
            "Soigner un animal malade",
            "Hasta hayvana bakmak",
            "معالجة حيوان مريض",
        ),
        Text(
            "Met een hond gaan die bijt",
            "Walk a dog that bites",
            "Promener un chien qui mord",
            "Isıran köpeği gezdirmek",
            "تنزيه كلب يعضّ",
        ),
    ),
    questions=(
        Text(
            "Welk dier of welke planten heb je?",
            "Which pet or plants do you have?",
            "Quel animal ou quelles plantes avez-vous ?",
            "Hangi hayvanın ya da bitkilerin var?",
            "أي حيوان أو نباتات عندك؟",
        ),
        Text(
            "Ben je thuis wanneer de buur komt?",
            "Are you home when the neighbour comes?",
            "Êtes-vous à la maison quand le voisin vient ?",
            "Komşu gelince evde misin?",
            "هل تكون في البيت عندما يأتي الجار؟",
        ),
    ),
    source=shared.PRACTICE,
    checked=shared.CHECKED,
    check_by=shared.CHECK_BY,
)

_MENDING = Task(
    key="mending",
    light=Light.GREEN,
    icon="scissors",
    names=Text(
        "Naaien en herstellen",
        "Sewing and mending",
        "Coudre et réparer",
        "Dikiş ve tamir",
        "الخياطة والإصلاح",
    ),
    do=(
        Text(
            "Een knoop, zoom of scheur maken",
            "Mend a button, hem or tear",
            "Recoudre un bouton, un ourlet ou une déchirure",
            "Düğme, etek ucu ya da yırtık dikmek",
            "إصلاح زر أو حاشية أو تمزّق",
        ),
        Text(
            "Vooraf zeggen of het zal lukken",
            "Say beforehand if it can be done",
            "Dire à l'avance si c'est possible",
            "Olup olmayacağını önceden söylemek",
            "القول مسبقًا إن كان ذلك ممكنًا",
        ),
    ),
    dont=(
        Text(
            "Toestellen met stroom openmaken",
            "Open electric devices",
            "Ouvrir des appareils électriques",
            "Elektrikli aletleri açmak",
            "فتح الأجهزة الكهربائية",
        ),
        shared.NO_LOANS,
    ),
    questions=(
        Text(
            "Wat is er stuk?",
            "What is broken?",
            "Qu'est-ce qui est abîmé ?",
            "Ne bozuldu?",
            "ما الشيء المكسور أو الممزّق؟",
        ),
        Text(
            "Heb je naald, draad of lijm in huis?",
            "Do you have needle, thread or glue?",
            "Avez-vous une aiguille, du fil ou de la colle ?",
            "Evde iğne, iplik ya da yapıştırıcı var mı?",
            "هل عندك إبرة أو خيط أو غراء؟",
        ),
    ),
    source=shared.PRACTICE,
    checked=shared.CHECKED,
    check_by=shared.CHECK_BY,
)

GREEN_HOME = (_CHORE, _PLANTS_PETS, _MENDING)
