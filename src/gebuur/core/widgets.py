"""Ways to answer: tiles, chips, the 21 moments of a week. All are real inputs."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from gebuur.core.weekparts import (
    ALL,
    PART_HEADS,
    chosen_in_words,
    day_heads,
    lines_by_day,
    lines_by_part,
    moments_in_words,
)

BOXES = {str(bit) for bit in range(ALL.bit_length())}


class _Illustrated(forms.widgets.ChoiceWidget):
    """A choice whose options may carry an icon and a line of explanation, looked up by value."""

    use_fieldset = True

    def __init__(
        self,
        *,
        icons: Mapping[str, str] | None = None,
        notes: Mapping[str, Any] | None = None,
        attrs: dict[str, Any] | None = None,
        choices: Any = (),
    ) -> None:
        super().__init__(attrs, choices)
        self.icons = dict(icons or {})
        self.notes = dict(notes or {})

    def create_option(self, name: str, value: Any, *args: Any, **options: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **options)
        option["icon"] = self.icons.get(str(value), "")
        option["note"] = self.notes.get(str(value), "")
        return option


class Tiles(_Illustrated, forms.RadioSelect):
    """One answer out of at most twelve; the whole tile is the label."""

    template_name = "core/widgets/tiles.html"
    option_template_name = "core/widgets/tile.html"
    columns = 2

    def __init__(self, *, columns: int = 2, **options: Any) -> None:
        super().__init__(**options)
        self.columns = columns

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["columns"] = self.columns
        return context


class TileChecks(_Illustrated, forms.CheckboxSelectMultiple):
    """Several answers; looks like Tiles."""

    template_name = "core/widgets/tiles.html"
    option_template_name = "core/widgets/tile.html"

    def __init__(self, *, columns: int = 2, **options: Any) -> None:
        super().__init__(**options)
        self.columns = columns

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["columns"] = self.columns
        return context


class _Numbered(_Illustrated):
    """Chips at the desk: the first nine options answer to the number keys."""

    def __init__(self, *, numbered: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.numbered = numbered

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        keys = iter("1234567890") if self.numbered else iter("")
        for _group, options, _index in context["widget"]["optgroups"]:
            for option in options:
                option["key"] = next(keys, "")
        return context


class Chips(_Numbered, forms.RadioSelect):
    """One answer, small, with number keys when `numbered`."""

    template_name = "core/widgets/chips.html"
    option_template_name = "core/widgets/chip.html"


class ChipChecks(_Numbered, forms.CheckboxSelectMultiple):
    """Several answers, small, with number keys when `numbered`."""

    template_name = "core/widgets/chips.html"
    option_template_name = "core/widgets/chip.html"


class SlotPicker(forms.Widget):
    """A table of 7 days x 3 parts; the value is a number of 21 bits.

    `across` puts the days beside each other, for the desk; else they stand under each other.
    """

    template_name = "core/widgets/slots.html"
    use_fieldset = True

    def __init__(self, *, across: bool = False, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.across = across

    def value_from_datadict(self, data: Any, files: Any, name: str) -> int | str:
        """Add up the ticked boxes; a thing that is no box of ours is passed on to be refused."""
        ticked = data.getlist(name) if isinstance(data, MultiValueDict) else data.get(name, [])
        mask = 0
        for bit in [ticked] if isinstance(ticked, int | str) else ticked:
            if str(bit) not in BOXES:
                return f"?{bit}"
            mask |= 1 << int(bit)
        return mask

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Boxes that are not ticked are not sent, so absence says nothing."""
        return False

    def id_for_label(self, id_: str) -> str:
        return ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        mask = value & ALL if isinstance(value, int) else 0
        context["widget"].update(
            across=self.across,
            lines=lines_by_part(mask) if self.across else lines_by_day(mask),
            day_heads=day_heads(),
            part_heads=PART_HEADS,
            said=moments_in_words(mask),
            heads=[chosen_in_words(count) for count in range(ALL.bit_length() + 1)],
            head=chosen_in_words(mask.bit_count()),
        )
        return context

    def format_value(self, value: Any) -> Any:
        return value


class DayInput(forms.DateInput):
    """The calendar of the browser; a plain field where there is none."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class ClockInput(forms.TimeInput):
    """The clock of the browser; a plain field where there is none."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")
