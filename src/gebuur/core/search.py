"""Text made comparable: lower case, no accents, no signs; and names as they sound."""

import re
import unicodedata

SOUNDS = (
    ("ch", "g"), ("gh", "g"), ("ck", "k"), ("ph", "f"), ("th", "t"), ("dt", "t"), ("qu", "kw"),
    ("ij", "i"), ("ei", "i"), ("y", "i"), ("ae", "a"), ("ou", "au"), ("oe", "u"),
    ("x", "ks"), ("c", "k"), ("z", "s"), ("v", "f"),
)  # fmt: skip


def normalise(text: str) -> str:
    """Lower case without accents; everything but letters and digits becomes one space."""
    flat = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[^\w]+", " ", "".join(c for c in flat if not unicodedata.combining(c))).strip()


def words(text: str) -> list[str]:
    return normalise(text).split()


def sound(word: str) -> str:
    """How a name sounds in Flanders: Verhaeghe, Verhaege and Verhage are one."""
    for written, heard in SOUNDS:
        word = word.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", word)


def digits(text: str) -> str:
    """Only the digits; `00` and `+` before a country code mean the same."""
    found = "".join(c for c in text if c.isdigit())
    return found.removeprefix("00") if text.strip().startswith(("00", "+")) else found
