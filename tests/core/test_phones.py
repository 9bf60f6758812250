"""Phone numbers in the spellings people use."""

from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.template import Context, Template

from gebuur.core.formfields import PhoneField
from gebuur.core.phones import PhoneUnreadable, dial_link, read_phone, show_phone


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0475 12 34 56", "+32475123456"),
        ("+32 475/12.34.56", "+32475123456"),
        ("0032 (0)475 12 34 56", "+32475123456"),
        ("475123456", "+32475123456"),
        ("09-000.00.42", "+3290000042"),
        ("09 000 99 99", "+3290009999"),
        ("09 223 45 67", "+3292234567"),
        ("+31 6 12345678", "+31612345678"),
    ],
)
def test_every_spelling_of_a_number_is_understood(typed: str, kept: str) -> None:
    assert read_phone(typed) == kept


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0475 12 34 5", "Er ontbreekt één cijfer. Een gsm-nummer heeft er tien."),
        ("+32 475 12 34", "Er ontbreken 2 cijfers. Een gsm-nummer heeft er tien."),
        ("09 223 45 6", "Er ontbreekt één cijfer. Een vast nummer heeft er negen."),
        ("0475 12 34 567", "Er staat een cijfer te veel. Lees het nummer nog eens na."),
        ("223 45 67", "Een telefoonnummer begint met 0. Zet het zonenummer ervoor."),
        ("bel mijn zoon", "Schrijf het nummer alleen met cijfers."),
        ("+31 6 1", "Dit buitenlandse nummer kennen we niet. Kijk de landcode en de cijfers na."),
    ],
)
def test_the_sentence_says_what_to_mend(typed: str, said: str) -> None:
    with pytest.raises(PhoneUnreadable) as caught:
        read_phone(typed)
    assert str(caught.value) == said


@pytest.mark.parametrize("typed", ["", " ", "+", "-", "٠٤٧٥١٢٣٤٥٦", "0" * 500, "+" * 40])
def test_nonsense_never_breaks_the_page(typed: str) -> None:
    field = PhoneField(required=False)
    with suppress(ValidationError):
        assert field.clean(typed) in ("", "+32475123456")


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("+32475123456", "0475 12 34 56"),
        ("+3290000042", "09 000 00 42"),
        ("+31612345678", "+31 6 12345678"),
        ("1712", "1712"),
        ("", ""),
    ],
)
def test_a_number_is_written_as_on_a_letter(kept: str, shown: str) -> None:
    assert show_phone(kept) == shown


def test_form_shows_a_stored_number_as_people_write_it() -> None:
    field = PhoneField()
    assert field.prepare_value("+3290000042") == "09 000 00 42"
    assert not field.has_changed("+3290000042", "09 000 00 42")
    assert field.has_changed("+3290000042", "09 000 00 43")


def test_number_is_a_link_that_reads_from_left_to_right() -> None:
    drawn = Template("{% load gebuur %}{% phone number %}").render(
        Context({"number": "+3290000042"})
    )
    assert drawn == '<a class="tel" href="tel:+3290000042"><bdi dir="ltr">09 000 00 42</bdi></a>'
    assert dial_link("112") == "tel:112"
