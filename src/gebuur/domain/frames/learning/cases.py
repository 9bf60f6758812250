"""The three cases of the training, told in our own words, with what each lens shows: opinions, never the answer."""

from gebuur.domain.frames.learning.model import Case, Reading
from gebuur.domain.frames.learning.source import Sure, Words
from gebuur.domain.frames.learning.translations import translated

ASKS = (
    Words("Wat denk je?", "What do you think?"),
    Words("Wat doe je?", "What do you do?"),
    Words("Wat wil je?", "What do you want?"),
)


def _reading(
    lens: str, number: int, nl: str, en: str, *refers_to: str, source: str = "gebuur"
) -> Reading:
    return Reading(
        key=f"{lens}-{number}", words=Words(nl, en), source=source, sure=Sure.OWN, lens=lens, refers_to=refers_to
    )  # fmt: skip


def _case(key: str, words: Words, story: tuple[Words, ...], readings: tuple[Reading, ...]) -> Case:
    told = tuple(translated("cases", f"{key}:story:{at}", one) for at, one in enumerate(story))
    return Case(
        key=key, words=translated("cases", key, words), source="training", sure=Sure.READ, story=told, asks=ASKS,
        readings=readings,
    )  # fmt: skip


CASES: tuple[Case, ...] = (
    _case(
        "streets",
        Words("Eén straat helpt, twee straten ruziën", "One street helps, two streets quarrel"),
        (
            Words(
                "In een kleine wijk helpen buren elkaar al. Ze verstellen een broek. Ze letten op de kinderen. "
                "Iemand blijft bij de buurman met dementie terwijl zijn vrouw winkelt.",
                "In a small quarter neighbours already help each other. They mend trousers. They mind the children. "
                "Somebody stays with the neighbour with dementia while his wife shops.",
            ),
            Words(
                "In de twee straten ernaast zijn er veel ruzies en weinig banden. Jij wilt daar iets beginnen.",
                "In the two streets next to it there are many quarrels and few ties. You want to begin "
                "something there.",
            ),
            Words(
                "Je diensthoofd zegt: ze hebben al burenhulp hiernaast. Verbind het maar. Iets nieuws hoeft niet.",
                "Your head of service says: they already have neighbour help next door. Just connect it. "
                "Nothing new is needed.",
            ),
        ),
        (
            _reading(
                "style",
                1,
                "De dienst beschikt over de hulp van een straat die niets gevraagd werd.",
                "The service gives away the help of a street that nobody asked.",
                "open-authoritarian",
                "closed-authoritarian",
            ),
            _reading(
                "style",
                2,
                "Voor de straat die helpt past steunen. In de twee andere past luisteren en samen maken.",
                "For the street that helps, supporting fits. In the other two, listening and making it together.",
                "facilitating",
                "participative",
                "cooperative",
            ),
            _reading(
                "condition",
                1,
                "Een relatie die werkt ontbreekt in de twee straten. Meerwaarde voor de eerste is niet gevraagd.",
                "A relation that works is missing in the two streets. Nobody asked what the first would gain.",
                "relation",
                "added-value",
            ),
            _reading(
                "role",
                1,
                "De begeleider van de groep en de bruggenbouwer ontbreken.",
                "The facilitator and the broker are missing.",
                "facilitator",
                "broker",
            ),
            _reading(
                "phase",
                1,
                "De eerste straat maakt afspraken of doet al samen. De twee andere zijn nog geen groep, of botsen.",
                "The first street agrees or does it together. The other two are not a group yet, or they clash.",
                "norming",
                "performing",
                "storming",
            ),
            _reading(
                "attitude",
                1,
                "Hier komt het aan op gelijkwaardigheid, respect en openheid.",
                "Here equal worth, respect and openness matter.",
                "equal-worth",
                "respect",
                "openness",
            ),
            _reading(
                "boundary",
                1,
                "Hoeveel kan de straat die helpt dragen? Blijven bij iemand met dementie vraagt een afspraak.",
                "How much can the helping street carry? Staying with somebody with dementia needs an agreement.",
            ),
            _reading(
                "evidence",
                1,
                "Licht contact met duidelijke grenzen werkt. Zonder grens groeit ergernis uit tot ruzie.",
                "Light contact with clear limits works. Without limits irritation grows into conflict.",
                source="bredewold",
            ),
        ),
    ),
    _case(
        "volunteers",
        Words(
            "Veel vrijwilligers, en twee maanden later weinig",
            "Many volunteers, and two months later few",
        ),
        (
            Words(
                "Je leidt een nieuw dienstencentrum. In de buurt spreken mensen veel talen. "
                "Buren worden aan elkaar gekoppeld als iemand hulp vraagt.",
                "You lead a new service centre. People in the neighbourhood speak many languages. "
                "Neighbours are matched when somebody asks for help.",
            ),
            Words(
                "Vrijwilligers duiden aan wat ze willen doen. Wie hulp zoekt, belt, mailt of komt langs bij jou. "
                "Na je flyers komen er veel vrijwilligers.",
                "Volunteers tick what they want to do. Whoever needs help phones, mails or comes to you. "
                "After your flyers many volunteers come.",
            ),
            Words(
                "Twee maanden later zijn ze bijna allemaal weg. Je voelt dat het niet meer draait.",
                "Two months later nearly all are gone. You feel that it does not work any more.",
            ),
        ),
        (
            _reading(
                "style",
                1,
                "Alles is vooraf bedacht; vrijwilligers kruisen aan.",
                "Everything was thought out beforehand; volunteers tick boxes.",
                "open-authoritarian",
                "consultative",
            ),
            _reading(
                "style",
                2,
                "Samen afspreken past hier. De beurtrol kan bij vrijwilligers zelf liggen.",
                "Agreeing together fits here. Volunteers can hold the rota themselves.",
                "cooperative",
                "delegating",
            ),
            _reading(
                "condition",
                1,
                "Het was niet duidelijk wat er te doen was. Alles liep langs één persoon.",
                "It was not clear what there was to do. Everything went through one person.",
                "clarity",
                "means",
            ),
            _reading(
                "role",
                1,
                "De regelaar, de mentor en de opvolger ontbreken.",
                "The coordinator, the mentor and the monitor are missing.",
                "coordinator",
                "mentor",
                "monitor",
            ),
            _reading(
                "phase",
                1,
                "De vrijwilligers hebben elkaar nooit ontmoet: ze bleven bij kennismaken steken.",
                "The volunteers never met each other: they stayed at getting acquainted.",
                "forming",
            ),
            _reading(
                "attitude",
                1,
                "Hier komt het aan op betrouwbaarheid, betrokkenheid en een positieve attitude.",
                "Here reliability, commitment and a positive attitude matter.",
                "reliability",
                "commitment",
                "positive",
            ),
            _reading(
                "boundary",
                1,
                "Te veel voor enkelen, niets voor de anderen, en één aanspreekpunt.",
                "Too much for a few, nothing for the others, and one point of contact.",
            ),
            _reading(
                "evidence",
                1,
                "Wie zich gezien, gesteund en nuttig voelt, blijft vaker. Dat vonden 117 studies samen.",
                "People who feel seen, supported and useful stay more often. That is what 117 studies together found.",
                source="forner",
            ),
        ),
    ),
    _case(
        "garden",
        Words(
            "De buurt kiest een moestuin, het bestuur zegt nee",
            "The neighbourhood chooses a garden, the authority says no",
        ),
        (
            Words(
                "Je start een buurtbudget in één buurt. Je brengt mensen samen. "
                "Ze denken na over wat ze samen willen, met en voor de buurt.",
                "You start a neighbourhood budget in one neighbourhood. You bring people together. "
                "They think about what they want together, with and for the neighbourhood.",
            ),
            Words(
                "Ze kiezen een moestuin voor jonge en iets oudere gezinnen.",
                "They choose a vegetable garden for young and somewhat older families.",
            ),
            Words(
                "Je legt het plan voor aan het lokaal bestuur. Dat zegt nee: het ziet er de meerwaarde niet van.",
                "You put the plan to the local authority. It says no: it does not see the added value.",
            ),
        ),
        (
            _reading(
                "style",
                1,
                "Mee beslissen was beloofd; een ander besliste alleen.",
                "Deciding was promised; somebody else decided alone.",
                "delegating",
                "open-authoritarian",
            ),
            _reading(
                "style",
                2,
                "Delegeren past, met een kader dat vooraf bekend is en een bestuur dat meeleest.",
                "Delegating fits, with a frame known beforehand and an authority that reads along.",
                "delegating",
            ),
            _reading(
                "condition",
                1,
                "Het kader was niet duidelijk. Meerwaarde was niet getoond. Het bestuur was niet open.",
                "The frame was not clear. Added value was not shown. The authority was not open.",
                "clarity",
                "added-value",
                "openness",
            ),
            _reading(
                "role",
                1,
                "De bruggenbouwer en de richtingwijzer ontbreken.",
                "The broker and the director are missing.",
                "broker",
                "director",
            ),
            _reading(
                "phase",
                1,
                "Een groep die samen deed, valt door het nee terug naar botsen.",
                "A group that did it together falls back to clashing because of the no.",
                "performing",
                "storming",
            ),
            _reading(
                "attitude",
                1,
                "Hier komt het aan op betrouwbaarheid, echtheid en openheid.",
                "Here reliability, genuineness and openness matter.",
                "reliability",
                "genuineness",
                "openness",
            ),
            _reading(
                "boundary",
                1,
                "Wat mag het bestuur, van wie is de tuin en wie onderhoudt hem?",
                "What may the authority do, whose garden is it and who maintains it?",
            ),
            _reading(
                "evidence",
                1,
                "Een besluit over één zaak moet zijn redenen in het besluit zelf dragen. Vraag ze op.",
                "A decision on one matter must carry its reasons in the decision itself. Ask for them.",
                source="reasons-law",
            ),
        ),
    ),
)
