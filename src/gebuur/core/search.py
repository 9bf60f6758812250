"""Text made comparable: lower case, no accents, no signs."""

import re
import unicodedata


def normalise(text: str) -> str:
    """Lower case without accents; everything but letters and digits becomes one space."""
    flat = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[^\w]+", " ", "".join(c for c in flat if not unicodedata.combining(c))).strip()


def words(text: str) -> list[str]:
    return normalise(text).split()


def digits(text: str) -> str:
    """Only the digits; `00` and `+` before a country code mean the same."""
    found = "".join(c for c in text if c.isdigit())
    return found.removeprefix("00") if text.strip().startswith(("00", "+")) else found
