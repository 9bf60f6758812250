"""Red: no neighbour does this; say why, and who does."""

from gebuur.domain.frames.tasks import shared
from gebuur.domain.frames.tasks.model import Light, Task
from gebuur.domain.frames.text import Text

HEALTH_LAW = (
    "Act of 11 June 2023 on the capable helper, in force 18 March 2024; "
    "royal decree of 2024 on acts of daily life."
)


def _red(
    key: str,
    icon: str,
    names: Text,
    *,
    refusal: Text,
    refer_to: tuple[str, ...] = (),
    source: str = shared.PRACTICE,
) -> Task:
    return Task(
        key=key,
        light=Light.RED,
        icon=icon,
        names=names,
        minutes=0,
        refusal=refusal,
        refer_to=refer_to,
        source=source,
        checked=shared.CHECKED,
        check_by=shared.CHECK_BY,
    )


RED = (
    _red(
        "nursing",
        "pill",
        Text(
            "Verzorging en medicijnen",
            "Care and medicine",
            "Soins et médicaments",
            "Bakım ve ilaç",
            "التمريض والأدوية",
        ),
        refusal=Text(
            (
                "Verzorgen en medicijnen geven is werk voor een verpleegkundige. Je huisarts of de "
                "thuisverpleging helpt je. We geven je vraag door als jij dat wilt."
            ),
            (
                "Care and medicine are work for a nurse. Your doctor or home nursing can help you. "
                "We pass on your question if you want."
            ),
            (
                "Les soins et les médicaments sont le travail d'une infirmière. Votre médecin ou les "
                "soins à domicile vous aident. Nous transmettons votre demande si vous le voulez."
            ),
            (
                "Bakım ve ilaç vermek hemşire işidir. Aile doktorun ya da evde hemşirelik sana "
                "yardım eder. İstersen sorunu onlara iletiriz."
            ),
            (
                "التمريض وإعطاء الأدوية من عمل الممرّضين. طبيبك أو التمريض المنزلي يساعدك. ننقل طلبك "
                "إليهم إذا أردت."
            ),
        ),
        refer_to=("1733",),
        source=HEALTH_LAW,
    ),
    _red(
        "lifting",
        "bed",
        Text(
            "Tillen of liggend vervoer",
            "Lifting or lying transport",
            "Soulever ou transporter couché",
            "Kaldırmak ya da yatarak taşımak",
            "رفع شخص أو نقله مستلقيًا",
        ),
        refusal=Text(
            (
                "Iemand tillen kan jullie allebei pijn doen. De thuiszorg en de mutualiteit hebben "
                "er mensen en materiaal voor. Ligt er nu iemand die niet recht kan? Bel 112."
            ),
            (
                "Lifting somebody can hurt both of you. Home care and your health fund have people "
                "and equipment for it. Is somebody lying there now who cannot get up? Call 112."
            ),
            (
                "Soulever quelqu'un peut vous blesser tous les deux. L'aide à domicile et la "
                "mutualité ont des gens et du matériel. Quelqu'un est par terre et ne peut pas se "
                "lever ? Appelez le 112."
            ),
            (
                "Birini kaldırmak ikinizi de incitebilir. Evde bakım ve sağlık kasasının bunun için "
                "insanı ve aleti var. Şu an yerde kalkamayan biri mi var? 112'yi ara."
            ),
            (
                "رفع شخص قد يؤذيكما معًا. لدى الرعاية المنزلية وصندوق التأمين الصحي أشخاص ومعدات "
                "لذلك. هل هناك الآن من لا يستطيع النهوض؟ اتصل بالرقم 112."
            ),
        ),
        refer_to=("112",),
    ),
    _red(
        "money",
        "credit-card",
        Text(
            "Bankkaart en geldzaken",
            "Bank card and money",
            "Carte bancaire et argent",
            "Banka kartı ve para işleri",
            "البطاقة المصرفية والأموال",
        ),
        refusal=Text(
            (
                "Een buur neemt nooit je bankkaart, code of handtekening. Zo blijf jij veilig, en de "
                "buur ook. Je bank of het OCMW helpt je verder."
            ),
            (
                "A neighbour never takes your bank card, code or signature. That keeps you safe, and "
                "the neighbour too. Your bank or the OCMW can help you."
            ),
            (
                "Un voisin ne prend jamais votre carte, votre code ou votre signature. Ainsi vous "
                "êtes protégés tous les deux. Votre banque ou le CPAS (OCMW) vous aide."
            ),
            (
                "Komşu asla banka kartını, şifreni ya da imzanı almaz. Böylece sen de komşu da "
                "güvende olursunuz. Bankan ya da OCMW sana yardım eder."
            ),
            (
                "لا يأخذ الجار أبدًا بطاقتك أو رقمك السري أو توقيعك. هكذا تبقى أنت والجار في أمان. "
                "يساعدك مصرفك أو مركز OCMW."
            ),
        ),
    ),
    _red(
        "crisis",
        "siren",
        Text(
            "Gevaar of geweld",
            "Danger or violence",
            "Danger ou violence",
            "Tehlike ya da şiddet",
            "خطر أو عنف",
        ),
        refusal=Text(
            (
                "Bij gevaar of geweld sturen we geen buur. Bel nu 112 of 101 als iemand in gevaar "
                "is. Wil je erover praten? Dat kan ook."
            ),
            (
                "When there is danger or violence we send no neighbour. Call 112 or 101 now if "
                "somebody is in danger. You can also talk to someone."
            ),
            (
                "En cas de danger ou de violence, nous n'envoyons pas de voisin. Appelez le 112 ou "
                "le 101 si quelqu'un est en danger. Vous pouvez aussi en parler."
            ),
            (
                "Tehlike ya da şiddet varsa komşu göndermeyiz. Biri tehlikedeyse hemen 112'yi ya da "
                "101'i ara. Biriyle konuşabilirsin de."
            ),
            (
                "عند الخطر أو العنف لا نرسل جارًا. اتصل الآن بالرقم 112 أو 101 إذا كان أحد في خطر. "
                "ويمكنك أيضًا التحدث مع شخص ما."
            ),
        ),
        refer_to=("112", "101", "1813", "1712", "102", "106"),
    ),
    _red(
        "debts",
        "receipt-euro",
        Text("Schulden", "Debts", "Les dettes", "Borçlar", "الديون"),
        refusal=Text(
            (
                "Over schulden praat een buur niet in jouw plaats. Het OCMW en het CAW doen dat "
                "gratis en discreet. Wacht niet te lang."
            ),
            (
                "A neighbour does not negotiate debts for you. The OCMW and the CAW do that free and "
                "in confidence. Do not wait too long."
            ),
            (
                "Un voisin ne négocie pas vos dettes. Le CPAS (OCMW) et le CAW le font gratuitement "
                "et discrètement. N'attendez pas trop."
            ),
            (
                "Komşu senin yerine borç konuşmaz. OCMW ve CAW bunu ücretsiz ve gizli yapar. Çok "
                "bekleme."
            ),
            (
                "لا يتفاوض الجار عنك في الديون. يقوم بذلك مركز OCMW ومركز CAW مجانًا وبسرّية. لا "
                "تنتظر طويلًا."
            ),
        ),
    ),
    _red(
        "heights-gas-power",
        "zap",
        Text(
            "Hoogte, gas en stroom",
            "Heights, gas and power",
            "Hauteur, gaz et courant",
            "Yüksek, gaz ve elektrik",
            "الارتفاعات والغاز والكهرباء",
        ),
        refusal=Text(
            (
                "Werken op het dak, aan gas of aan stroom is voor een vakman. Ruik je gas? Ga naar "
                "buiten en bel 112."
            ),
            (
                "Work on the roof, on gas or on power is for a tradesperson. Do you smell gas? Go "
                "outside and call 112."
            ),
            (
                "Le toit, le gaz et le courant sont pour un professionnel. Vous sentez le gaz ? "
                "Sortez et appelez le 112."
            ),
            "Çatı, gaz ve elektrik işi ustanındır. Gaz kokusu mu var? Dışarı çık ve 112'yi ara.",
            (
                "العمل على السطح أو الغاز أو الكهرباء لفنّي مختص. هل تشمّ رائحة غاز؟ اخرج واتصل "
                "بالرقم 112."
            ),
        ),
        refer_to=("112",),
    ),
    _red(
        "advice",
        "scale",
        Text(
            "Raad over wet of gezondheid",
            "Legal or medical advice",
            "Conseil juridique ou médical",
            "Hukuk ya da sağlık danışmanlığı",
            "استشارة قانونية أو طبية",
        ),
        refusal=Text(
            (
                "Voor raad over ziekte ga je naar je huisarts. Voor raad over de wet ga je naar het "
                "OCMW of een advocaat. Een buur kan wel mee op weg gaan."
            ),
            (
                "For advice on illness, see your doctor. For advice on the law, see the OCMW or a "
                "lawyer. A neighbour can go along with you."
            ),
            (
                "Pour un conseil de santé, voyez votre médecin. Pour la loi, voyez le CPAS (OCMW) ou "
                "un avocat. Un voisin peut faire le chemin avec vous."
            ),
            (
                "Hastalık için aile doktoruna git. Hukuk için OCMW'ye ya da avukata git. Komşu "
                "seninle yola gelebilir."
            ),
            (
                "للنصيحة في المرض اذهب إلى طبيبك. وللنصيحة في القانون اذهب إلى مركز OCMW أو محامٍ. "
                "ويمكن للجار أن يرافقك في الطريق."
            ),
        ),
        refer_to=("1733", "1700"),
    ),
    _red(
        "paid-work",
        "banknote",
        Text("Betaald werk", "Paid work", "Travail payé", "Ücretli iş", "عمل مدفوع الأجر"),
        refusal=Text(
            (
                "Buren helpen elkaar hier gratis. Voor poetsen of werken met loon zijn er "
                "dienstencheques en vakmensen. Bel gerust, we zoeken mee het juiste adres."
            ),
            (
                "Neighbours help each other for free here. For cleaning or paid jobs there are "
                "service vouchers and tradespeople. Call us and we look for the right address "
                "together."
            ),
            (
                "Ici, les voisins s'aident gratuitement. Pour le ménage ou un travail payé, il y a "
                "les titres-services et les professionnels. Appelez-nous, nous cherchons avec vous."
            ),
            (
                "Burada komşular ücretsiz yardım eder. Temizlik ya da ücretli iş için hizmet çekleri "
                "ve ustalar var. Ara, doğru adresi birlikte arayalım."
            ),
            (
                "هنا يساعد الجيران بعضهم مجانًا. للتنظيف أو العمل المأجور توجد قسائم الخدمات وأصحاب "
                "المهن. اتصل بنا لنبحث معك عن العنوان المناسب."
            ),
        ),
        refer_to=("1700",),
    ),
)
