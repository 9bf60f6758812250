"""The 21 parts of a week: ticked, added up, read back."""

import pytest
from django import forms
from django.http import QueryDict
from django.utils import translation

from gebuur.core.formfields import SlotField
from gebuur.core.weekparts import ALL, moments_in_words
from gebuur.core.widgets import SlotPicker

TUESDAY_AFTERNOON = 1 << 4
THURSDAY_MORNING = 1 << 9
THURSDAY_AFTERNOON = 1 << 10


class MomentForm(forms.Form):
    moments = SlotField()


class LooseForm(forms.Form):
    moments = SlotField(required=False, widget=SlotPicker(across=True))


def test_ticked_boxes_become_one_number() -> None:
    form = MomentForm(QueryDict("moments=4&moments=9&moments=10"))
    assert form.is_valid()
    assert form.cleaned_data["moments"] == TUESDAY_AFTERNOON | THURSDAY_MORNING | THURSDAY_AFTERNOON


def test_nothing_ticked_is_asked_for_once_more() -> None:
    form = MomentForm(QueryDict(""))
    assert not form.is_valid()
    assert form.errors["moments"] == ["Duid minstens één moment aan."]


def test_nothing_ticked_is_an_answer_where_it_may_be() -> None:
    form = LooseForm(QueryDict(""))
    assert form.is_valid()
    assert form.cleaned_data["moments"] == 0


@pytest.mark.parametrize("sent", ["21", "-1", "x", "4.5", "٤", "9999999999", "9" * 5_000])
def test_a_box_that_is_not_ours_is_refused(sent: str) -> None:
    data = QueryDict(mutable=True)
    data.setlist("moments", ["4", sent])
    form = MomentForm(data)
    assert not form.is_valid()
    assert "checked" not in str(form["moments"])


def test_what_was_ticked_stays_ticked() -> None:
    drawn = str(MomentForm(QueryDict("moments=4"))["moments"])
    assert drawn.count("checked") == 1
    assert 'value="4" checked' in drawn
    assert "<b>Je koos 1 moment:</b> dinsdag namiddag." in drawn


def test_moments_are_read_back_per_day() -> None:
    said = moments_in_words(TUESDAY_AFTERNOON | THURSDAY_MORNING | THURSDAY_AFTERNOON)
    assert said == "dinsdag namiddag, donderdag voormiddag en namiddag"
    assert moments_in_words(0b111) == "maandag de hele dag"
    assert moments_in_words(0) == ""
    assert moments_in_words(ALL) == "elk moment"


def test_desk_shows_days_beside_each_other() -> None:
    drawn = str(LooseForm(initial={"moments": 1})["moments"])
    assert drawn.count("<tr>") == 4
    assert drawn.count('type="checkbox"') == 21
    with translation.override("ar"):
        assert str(LooseForm()["moments"]).count('type="checkbox"') == 21
