"""Phone numbers: read in any spelling, kept as E.164, shown as people here write them."""

import re

import phonenumbers
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gebuur.core.errors import RuleBroken

REGION = "BE"
# 09 000 00 00 to 09 000 99 99 is nobody's: the demo and the tests use it.
FAKE_BLOCK = re.compile(r"\+329000\d{4}")
SIGNS = re.compile(r"[^\d+]")
SHORT = re.compile(r"\d{3,4}")


class PhoneUnreadable(RuleBroken):
    """What was typed is not a number we can call; the message says what to mend."""


def read_phone(text: str) -> str:
    """Turn a number in any Belgian or international spelling into E.164, or say what to mend."""
    if re.search(r"[^\W\d_]", text):
        raise PhoneUnreadable(_("Write the number in digits only."))
    try:
        number = phonenumbers.parse(text, REGION)
    except phonenumbers.NumberParseException:
        raise PhoneUnreadable(_count_digits(text)) from None
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if FAKE_BLOCK.fullmatch(written) or phonenumbers.is_valid_number(number):
        return written
    raise PhoneUnreadable(_count_digits(text))


def _count_digits(text: str) -> str:
    """Say what to mend, by counting the digits of a Belgian number."""
    found = SIGNS.sub("", text)
    national = re.sub(r"^(\+32|0032)0?", "0", found)
    if national.startswith(("+", "00")):
        return _("We do not know this foreign number. Check the country code and the digits.")
    if not national.startswith("0"):
        return _("A phone number starts with 0. Put the area code before it.")
    mobile = national.startswith("04") and not national.startswith(("042", "043"))
    missing = (10 if mobile else 9) - len(national)
    if missing > 0:
        return _say_missing(missing, mobile=mobile)
    if missing < 0:
        return _("There is a digit too many. Read the number once more.")
    return _("This number does not exist. Read it once more.")


def _say_missing(count: int, *, mobile: bool) -> str:
    if mobile:
        said = ngettext(
            "One digit is missing. A mobile number has ten.",
            "%(count)d digits are missing. A mobile number has ten.",
            count,
        )
    else:
        said = ngettext(
            "One digit is missing. A landline number has nine.",
            "%(count)d digits are missing. A landline number has nine.",
            count,
        )
    return said % {"count": count}


def show_phone(number: str) -> str:
    """Write a number the way it stands on a Belgian letter: 0475 12 34 56, 09 000 00 42, 1712."""
    if not number or SHORT.fullmatch(number) or " " in number:
        return number  # Written for people already, such as 070 245 245.
    if FAKE_BLOCK.fullmatch(number):
        rest = number.removeprefix("+329000")
        return f"09 000 {rest[:2]} {rest[2:]}"
    try:
        parsed = phonenumbers.parse(number, REGION)
    except phonenumbers.NumberParseException:
        return number
    here = parsed.country_code == phonenumbers.country_code_for_region(REGION)
    style = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(parsed, style.NATIONAL if here else style.INTERNATIONAL)


def dial_link(number: str) -> str:
    """The address that makes a phone call the number."""
    return f"tel:{SIGNS.sub('', number)}"
