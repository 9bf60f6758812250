"""What fourteen made-up neighbourhood workers answered on their starting day, question by question."""

from typing import Any

LINES: dict[str, tuple[str, ...]] = {
    "think": (
        "De straat die helpt, heeft niemand iets gevraagd.",
        "Mijn diensthoofd wil snel resultaat laten zien.",
        "Ruzie is ook een vorm van betrokken zijn.",
        "Als we verbinden, valt de eerste straat misschien stil.",
        "Wij weten niet waar de ruzie over gaat.",
        "Die buren doen al veel. Hoeveel kunnen ze nog dragen?",
        "Verbinden klinkt mooi, maar wie wil dat eigenlijk?",
        "In de twee straten kent bijna niemand zijn overbuur.",
        "Ik zou eerst willen horen wat daar wel goed loopt.",
        "Het is hun hulp. Die kunnen wij niet uitdelen.",
        "Ik voel de druk om iets te beginnen.",
    ),
    "do": (
        "Ik ga langs bij de straat die helpt en vraag wat zij zien.",
        "Ik drink koffie in de andere straten, zonder plan.",
        "Ik zeg tegen mijn diensthoofd dat we dit eerst vragen.",
        "Ik zoek één iemand die in beide straten gekend is.",
        "Ik leg de ruzies voor aan de buurtbemiddelaar.",
        "Ik vraag wie mee wil denken, en schrijf nog niets uit.",
        "Ik noteer wat de eerste straat zelf kan en wil geven.",
        "Ik organiseer niets. Eerst luister ik drie weken.",
        "Ik vraag of een tweede vraag welkom is, en neem een nee aan.",
        "Ik spreek af wanneer ik terugkom, en kom dan ook.",
    ),
    "want": (
        "Dat de straat zelf ja of nee zegt.",
        "Tijd om mensen te leren kennen.",
        "Een diensthoofd dat mee naar de straat komt.",
        "Dat hulp een gebaar blijft en geen dienst wordt.",
        "Dat twee buren elkaar weer groeten. Dat is genoeg.",
        "Dat iemand van de straten zelf het voortouw neemt.",
        "Dat wij niet over hun hoofd beslissen.",
        "Een afspraak over wat te veel is.",
        "Dat we na de zomer nog weten wat we beloofd hebben.",
    ),
    "question": (
        "Wat loopt hier goed dat wij niet zien?",
        "Wie doet dit al, zonder dat iemand het vroeg?",
        "Wat wil je zeker zelf blijven doen?",
        "Wat hebben wij hier ooit beloofd?",
        "Wanneer ben je blij dat ik er niet ben?",
        "Wat is te veel?",
        "Wie moeten we hier zeker bij vragen?",
        "Wat zou je doen als wij er niet waren?",
        "Waarvoor mogen we je bellen, en waarvoor niet?",
        "Wat heeft de vorige keer geholpen?",
        "Mogen wij hiermee beginnen?",
        "Wat wil je dat we laten?",
        "Wie mist er aan deze tafel?",
    ),
}

KEYED: dict[str, tuple[tuple[str, str], ...]] = {
    "look_back": (
        ("done", "Ik ben drie keer gaan luisteren, zonder blad papier."),
        ("done", "De sleutel van de zaal ligt nu bij de bewoners."),
        ("done", "Ik heb gezegd wat al vastlag. Niemand was boos."),
        ("done", "We hebben de vrijwilligers gebeld die nog niets deden."),
        ("partly", "De vergadering leid ik nog, maar de agenda maken zij."),
        ("partly", "Twee van de vier buren namen het over."),
        ("partly", "Ik ben gaan luisteren, maar beloofde toch weer iets."),
        ("partly", "Het kader ligt er. Het bestuur moet het nog lezen."),
        ("not", "Er kwam een dringende vraag tussen."),
        ("not", "Ik durfde het niet uit handen te geven."),
    ),
    "attitudes": (
        ("respect", "Ik liet mijn schoenen aan de deur, zoals bij haar thuis hoort."),
        ("respect", "Hij wilde geen hulp. Ik ben gewoon blijven zitten."),
        ("reliability", "Ik had gezegd dat ik donderdag bel, en ik belde."),
        ("reliability", "Ik zei eerlijk dat het mij niet lukte deze week."),
        ("reliability", "De sleutel was terug op het uur dat we afspraken."),
        ("nearness", "We stonden samen in de regen te wachten op de bus."),
        ("openness", "Ik vertelde dat ik de wijk ook nog niet kende."),
        ("openness", "Een buur zei dat mijn plan niet deugde. Ik schrapte het."),
        ("equal-worth", "Zij legde mij uit hoe het formulier werkt."),
        ("equal-worth", "We schilden samen de patatten en toen kwam het verhaal."),
        ("genuineness", "Ik zei dat ik het antwoord niet wist."),
        ("positive", "Ik vroeg wat er die week wel gelukt was."),
        ("commitment", "Ik ging mee naar de begrafenis van zijn hond."),
    ),
    "board": (
        ("resident", "Op de hoek let iemand op wie de rolluiken niet optrekt."),
        ("resident", "De man van de hond kent elke voordeur."),
        ("volunteer", "Twee mensen zetten elke dinsdag de zaal klaar."),
        ("volunteer", "Iemand leest brieven mee in het Turks."),
        ("citizen-initiative", "De groep van het plein vraagt zelf de speelstraat aan."),
        ("citizen-initiative", "De repairtafel koos haar eigen uren."),
        ("informal-carer", "Een dochter komt elke middag voor haar vader."),
        ("informal-carer", "Een man zorgt voor zijn vrouw en zegt het niet."),
        ("neighbour-help", "Een buurvrouw neemt het brood mee voor drie deuren."),
        ("neighbour-help", "Iemand strooit de stoep van de hele rij."),
        ("professional", "Wij houden de sleutels bij, en dat hoeft niet."),
        ("professional", "De wijkagent komt langs op de koffie."),
    ),
}

CHOSEN: dict[str, dict[str, int]] = {
    "wheel": {
        "open-authoritarian": 5,
        "consultative": 3,
        "closed-authoritarian": 3,
        "participative": 1,
        "delegating": 1,
    },
    "mending": {"green": 13, "amber": 1},
    "dementia-company": {"green": 3, "amber": 9, "red": 2},
    "money": {"amber": 3, "red": 10},
    "keys": {"green": 2, "amber": 8, "red": 4},
    "poll": {
        "Luisteren, nog zonder plan": 5,
        "Vooraf zeggen wat vastligt": 3,
        "Iets uit handen geven": 4,
        "Bedanken wie al helpt": 2,
    },
}

DIVIDED: dict[str, tuple[tuple[int, int, int, int], ...]] = {
    "now": (
        (20, 10, 30, 40), (25, 5, 30, 40), (15, 10, 35, 40), (30, 10, 20, 40), (20, 5, 25, 50),
        (25, 15, 30, 30), (10, 10, 40, 40), (35, 10, 25, 30), (20, 20, 30, 30), (15, 5, 30, 50),
        (25, 10, 35, 30), (30, 5, 25, 40), (20, 10, 20, 50),
    ),
    "wanted": (
        (40, 25, 20, 15), (35, 30, 20, 15), (45, 20, 20, 15), (40, 20, 25, 15), (30, 30, 20, 20),
        (40, 30, 15, 15), (35, 25, 25, 15), (50, 20, 20, 10), (35, 30, 20, 15), (40, 20, 20, 20),
        (45, 25, 15, 15), (40, 20, 25, 15),
    ),
}  # fmt: skip

SEEN: tuple[tuple[str, ...], ...] = (
    ("polite", "new-faces", "look-to-leader"),
    ("who-decides", "goal-open"),
    ("who-decides", "sides", "stay-away"),
    ("we-say", "own-rules"),
    ("look-to-leader", "who-decides"),
    ("sides", "goal-open"),
    ("we-say", "roles-named", "own-rules"),
    ("goes-alone", "solve-it"),
    ("new-faces", "whats-in-it"),
    ("who-decides", "we-say"),
    ("own-rules", "welcome-new"),
    ("tired", "look-back"),
    (),
)

THEMES: dict[str, str] = {
    "want": "We willen vragen voor we verbinden.",
    "keys": "Over sleutels denken we verschillend. Dat bespreken we apart.",
}

AGREED: tuple[tuple[str, str, int], ...] = (
    ("We vragen elke straat eerst of ze wil geven.", "alle buurtwerkers", 35),
    ("De sleutel van de zaal gaat naar twee bewoners.", "de centrumleider", 28),
    ("Op elk overleg zeggen we vooraf wat al vastligt.", "de voorzitter van het overleg", 63),
)
HAPPENED = "Twee bewoners hebben nu een sleutel. Het openen gaat vanzelf."


def answers_to(stage: str, keys: tuple[str, ...]) -> list[dict[str, Any]]:
    """Everything that was sent for one question, as phones send it."""
    if stage in LINES:
        return [{"line": line} for line in LINES[stage]]
    if stage in KEYED:
        return [{"key": key, "line": line} for key, line in KEYED[stage]]
    if stage in CHOSEN:
        return [{"key": key} for key, times in CHOSEN[stage].items() for _time in range(times)]
    if stage in DIVIDED:
        return [{"points": dict(zip(keys, row, strict=True))} for row in DIVIDED[stage]]
    return [{"keys": seen, "nothing_fits": not seen} for seen in SEEN]
