"""Starting texts for organised volunteers: what they hear before, what both sign, what stays unsaid.

They are a beginning in plain words. Every organisation rewords them: its legal form, its insurance and
whether it pays expenses are its own. A line that begins with ``# `` is a heading, one with ``- `` a point;
words between braces are filled in.

Sources: law of 3 July 2005 on the rights of volunteers (duty to inform beforehand, expenses); Flemish decree
of 3 April 2009 on organised volunteering (signed agreement, wider insurance). Checked 3 November 2026.
"""

import datetime as dt
from dataclasses import dataclass

CHECKED = dt.date(2026, 11, 3)
CHECK_BY = dt.date(2027, 5, 3)
BLANKS = (
    "organisation", "place", "contact", "phone", "hours", "volunteer", "tasks", "when", "often",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class StartingText:
    """A text in Dutch and English that an organisation can begin with.

    Attributes
    ----------
    nl, en : str
        The words, with blanks between braces.
    source : str
        The rule that asks for it.
    checked, check_by : date
        When somebody last held it against its source, and when somebody must look again.
    """

    nl: str
    en: str
    source: str
    checked: dt.date = CHECKED
    check_by: dt.date = CHECK_BY

    def as_dict(self) -> dict[str, str]:
        """Give the words by language, Dutch first.

        Examples
        --------
        >>> list(STARTING_TEXTS["discretion"].as_dict())
        ['nl', 'en']
        """
        return {"nl": self.nl, "en": self.en}


def unknown_blanks(words: str) -> list[str]:
    """Give the words between braces that nobody can fill in.

    Examples
    --------
    >>> unknown_blanks("Dag {volunteer}, bel {contakt}.")
    ['contakt']
    """
    pieces = words.split("{")[1:]
    found = [piece.split("}")[0] for piece in pieces if "}" in piece]
    return [word for word in found if word not in BLANKS]


INFORMATION = StartingText(
    nl="""\
# Wie we zijn
{organisation} werkt in {place}. We brengen buren samen die iets voor iemand willen doen.
Je bent vrijwilliger bij {organisation}. Je krijgt er geen loon voor. Niets is verplicht.

# Wat je van ons mag verwachten
- {contact} is je vaste contact. Bel {phone}, {hours}.
- Je kiest zelf wat je doet, wanneer en hoe vaak.
- Je mag altijd nee zeggen, een pauze nemen of stoppen. Een reden hoeft niet.
- Je doet niets wat een verpleegkundige of een vakman moet doen.

# Verzekering
- Voor je begint, zorgen wij voor een verzekering.
- Ze geldt voor schade die je tijdens je taak aan anderen doet.
- {contact} toont je de polis en vertelt wat nog meer verzekerd is.

# Onkosten
- Spreken we een vergoeding af, dan kies je één manier per kalenderjaar.
- Ofwel krijg je een vast bedrag per dag. Ofwel betalen we terug wat je echt uitgaf.
- Voor het vaste bedrag geldt een grens per dag en per jaar.
- Die grens telt voor al je organisaties samen. Zeg ons dus wat je elders krijgt.

# Wat je hoort, blijft bij jou
- Wat je over mensen ziet of hoort, vertel je niet verder.
- Hoor je iets heel persoonlijks? Soms moet je daar ook van de wet over zwijgen.
- Maak je je zorgen over iemand? Bel {contact}. Bij gevaar bel je 112.

# Je eigen situatie
- Je bent minstens 16 jaar. Vanaf 15 kan het ook, na twee jaar secundair.
- Krijg je een uitkering of een leefloon, of ben je ziek thuis? Regel dit dan eerst.
- Wij vragen alleen of dat in orde is. Meer hoeven we niet te weten.
""",
    en="""\
# Who we are
{organisation} works in {place}. We bring neighbours together who want to do something for somebody.
You are a volunteer of {organisation}. You get no wage for it. Nothing is an obligation.

# What you may expect from us
- {contact} is your fixed contact. Phone {phone}, {hours}.
- You choose what you do, when and how often.
- You can always say no, take a pause or stop. No reason needed.
- You do nothing that a nurse or a tradesman must do.

# Insurance
- Before you begin we arrange an insurance.
- It covers damage that you do to others during your task.
- {contact} shows you the policy and tells what else is insured.

# Expenses
- If we agree on an allowance, you choose one way per calendar year.
- Either you get a fixed amount per day. Or we pay back what you really spent.
- For the fixed amount there is a ceiling per day and per year.
- That ceiling counts for all your organisations together. So tell us what you get elsewhere.

# What you hear stays with you
- What you see or hear about people, you tell nobody.
- Do you hear something very personal? Sometimes the law also tells you to keep silent about it.
- Are you worried about somebody? Phone {contact}. In danger you phone 112.

# Your own situation
- You are at least 16. From 15 it is possible too, after two years of secondary school.
- Do you get a benefit or a living wage, or are you ill at home? Then arrange this first.
- We only ask whether that is in order. We need not know more.
""",
    source="Law of 3 July 2005: inform volunteers before they begin, and be able to show it.",
)

AGREEMENT = StartingText(
    nl="""\
# Wie spreekt af
{organisation} en {volunteer}.

# Wat je doet
- Taken: {tasks}.
- Wanneer: {when}.
- Hoe vaak: {often}.
- Waar: bij buren in {place}, of waar jullie samen afspreken.

# Hoe lang
De afspraak loopt tot een van ons stopt. Stoppen kan elke dag. Een reden hoeft niet.

# Je plaats
- Je komt als buur, niet als hulpverlener.
- Voor elke vraag zie je vooraf wat, hoe lang en wat niet.
- Je neemt geen geld, geen bankkaart en geen handtekening aan.

# Bij wie je terecht kunt
- {contact} is je contact. Bel {phone}, {hours}.
- Voor je eerste keer legt {contact} je alles uit.
- Is er een vorming, dan vragen we je mee.

# Deze nota
Jij en wij tekenen voor je begint. Je krijgt zelf ook een exemplaar op papier.
""",
    en="""\
# Who agrees
{organisation} and {volunteer}.

# What you do
- Tasks: {tasks}.
- When: {when}.
- How often: {often}.
- Where: at neighbours' homes in {place}, or where you meet.

# How long
The agreement runs until one of us stops. You can stop any day. No reason needed.

# Your place
- You come as a neighbour, not as a carer.
- For every question you see beforehand what, how long and what not.
- You accept no money, no bank card and no signature.

# Whom to turn to
- {contact} is your contact. Phone {phone}, {hours}.
- Before your first time {contact} explains everything.
- If there is a training, we invite you.

# This note
You and we sign before you begin. You get a copy on paper as well.
""",
    source="Flemish decree of 3 April 2009: an agreement signed on paper beforehand, with a copy.",
)

DISCRETION = StartingText(
    nl="""\
# Wat ik beloof
- Wat ik bij iemand zie of hoor, vertel ik niet verder. Ook niet thuis.
- Ik noem geen namen, geen adressen en geen ziektes.
- Ik maak geen foto's en zet niets online.
- Wat ik op papier of op mijn gsm kreeg, gooi ik daarna weg.

# Wanneer ik wel iets zeg
- Maak ik me zorgen, dan zeg ik het aan {contact}. Bel {phone}.
- Liefst vertel ik dat eerst aan de persoon zelf.
- Is er gevaar, dan bel ik eerst 112.

# Daarna
De belofte blijft gelden als ik stop als vrijwilliger bij {organisation}.
""",
    en="""\
# What I promise
- What I see or hear at somebody's home, I tell nobody. Not at home either.
- I mention no names, no addresses and no illnesses.
- I take no pictures and put nothing online.
- What I got on paper or on my phone, I throw away afterwards.

# When I do say something
- When I am worried, I tell {contact}. Phone {phone}.
- I prefer to tell the person herself first.
- When there is danger, I phone 112 first.

# Afterwards
The promise holds when I stop as a volunteer of {organisation}.
""",
    source="Law of 3 July 2005: volunteers are told about discretion, and about secrecy where it applies.",
)

STARTING_TEXTS = {
    "information": INFORMATION,
    "agreement": AGREEMENT,
    "discretion": DISCRETION,
}
