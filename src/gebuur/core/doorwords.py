"""Words said at the door: easy to hear, to remember and to say, new for every visit."""

import secrets

WORDS = (
    "appel", "baksteen", "beker", "bloem", "boek", "boom", "brood", "brug", "deur", "draad", "fiets", "gans",
    "hamer", "haven", "honing", "jas", "kaars", "kers", "ketel", "klok", "knoop", "lamp", "lepel", "linde",
    "maan", "mand", "molen", "mus", "noot", "olijf", "paard", "peer", "perzik", "pruim", "raam", "regen",
    "ring", "roos", "schip", "sjaal", "sleutel", "soep", "spiegel", "ster", "straat", "tafel", "tulp", "tuin",
    "veer", "vis", "vlas", "wagen", "wolk", "zee", "zon", "zout",
)  # fmt: skip


def door_word() -> str:
    """One word and a number of two digits: `kers 27`."""
    return f"{secrets.choice(WORDS)} {secrets.randbelow(90) + 10}"
