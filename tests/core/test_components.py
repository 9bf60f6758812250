"""Components keep hostile text out and dead ends away."""

from typing import Any

import pytest
from django import forms
from django.template import Context, Template

from gebuur.core.looks import LIGHTS, STATES
from gebuur.core.widgets import Chips, Tiles

HOSTILE = '"><script>alert(1)</script>'


def draw(source: str, **context: Any) -> str:
    return Template("{% load gebuur %}" + source).render(Context(context))


@pytest.mark.parametrize(
    "source",
    [
        "{% person name note=name %}",
        "{% plate name %}",
        "{% codeword name %}",
        "{% pill name icon='lock' %}",
        "{% status 'stopped' reason=name %}",
        "{% phone name %}",
        "{% button href=name aria_label=name key=name %}{{ name }}{% endbutton %}",
        "{% button kind='danger' name=name value=name %}{{ name }}{% endbutton %}",
        "{% panel heading=name %}{{ name }}{% endpanel %}",
        "{% emptystate heading=name %}{{ name }}{% endemptystate %}",
        "{% reason %}{{ name }}{% endreason %}",
        "{% fact icon='timer' term=name %}{{ name }}{% endfact %}",
        "{% chronicle_line by=name when=name %}{{ name }}{% endchronicle_line %}",
        "{% dialog heading=name %}{{ name }}{% enddialog %}",
        "{% toast %}{{ name }}{% endtoast %}",
    ],
)
def test_hostile_text_stays_text(source: str) -> None:
    drawn = draw(source, name=HOSTILE)
    assert "<script" not in drawn
    assert '""' not in drawn


def test_button_without_an_address_is_not_drawn() -> None:
    assert draw("{% button href=nowhere|default:'' %}Ga{% endbutton %}") == ""
    assert (
        draw("{% button %}Ga{% endbutton %}")
        == '<button class="btn btn-2" type="submit">Ga</button>'
    )


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_an_icon_and_a_word(state: str) -> None:
    drawn = draw("{% status state %}", state=state)
    assert "<svg" in drawn
    assert str(STATES[state].word) in drawn


@pytest.mark.parametrize("colour", LIGHTS)
def test_every_light_has_an_icon_and_a_word(colour: str) -> None:
    assert "<svg" in draw("{% light colour %}", colour=colour)


def test_arrows_turn_with_the_direction_and_clocks_do_not() -> None:
    assert "i-turn" in draw("{% icon 'arrow-left' %}")
    assert "i-turn" not in draw("{% icon 'clock' %}")


class AskForm(forms.Form):
    task = forms.ChoiceField(
        label="Waarmee?",
        choices=[("walk", "Wandelen"), ("chat", "Babbel")],
        widget=Tiles(icons={"walk": "footprints"}),
    )
    kind = forms.ChoiceField(
        label="Soort", choices=[("a", "A"), ("b", "B")], widget=Chips(numbered=True)
    )
    name = forms.CharField(
        label="Naam", help_text="Je voornaam.", error_messages={"required": "Vul je voornaam in."}
    )


def test_error_stands_before_the_input_and_is_tied_to_it() -> None:
    drawn = draw("{% field form.name %}", form=AskForm({}))
    assert drawn.index("Je voornaam.") < drawn.index("Vul je voornaam in.") < drawn.index("<input")
    assert 'aria-describedby="id_name_helptext id_name_error"' in drawn
    assert 'id="id_name_error"' in drawn


def test_tiles_are_real_radio_buttons_with_words() -> None:
    drawn = draw("{% question form.task %}", form=AskForm(initial={"task": "walk"}))
    assert drawn.count('type="radio"') == 2
    assert drawn.count(" checked") == 1
    assert "<h1" in drawn


def test_number_keys_stand_on_the_chips() -> None:
    drawn = draw("{% deskfield form.kind %}{% enddeskfield %}", form=AskForm())
    assert 'data-key="1"' in drawn
    assert 'data-key="2"' in drawn
    assert "data-choices" in drawn


def test_summary_links_to_each_field_with_a_mistake() -> None:
    form = AskForm({"task": "fly", "name": "An", "kind": "a"})
    drawn = draw("{% mistakes form %}{% field form.task %}", form=form)
    assert 'href="#id_task"' in drawn
    assert 'id="id_task"' in drawn
    assert "id_name" not in drawn
