"""Form fields that know Belgian numbers and the parts of a week."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from gebuur.core.phones import PhoneUnreadable, read_phone, show_phone
from gebuur.core.weekparts import ALL
from gebuur.core.widgets import SlotPicker


class PhoneField(forms.CharField):
    """A phone number in any spelling; gives E.164, or an empty string."""

    default_error_messages = {"required": _("Write down a phone number.")}

    def __init__(self, **options: Any) -> None:
        options.setdefault(
            "widget",
            forms.TelInput(
                attrs={"autocomplete": "tel", "inputmode": "tel", "dir": "ltr", "class": "num"}
            ),
        )
        options.setdefault("max_length", 40)
        super().__init__(**options)

    def clean(self, value: Any) -> str:
        written = str(super().clean(value))
        if not written:
            return ""
        try:
            return read_phone(written)
        except PhoneUnreadable as error:
            raise ValidationError(str(error), code="phone") from error

    def prepare_value(self, value: Any) -> Any:
        """Show a stored number as people write it; leave what somebody typed as it is."""
        return show_phone(value) if isinstance(value, str) and value.startswith("+") else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), self.prepare_value(data))


class SlotField(forms.IntegerField):
    """Chosen parts of the week as a number of 21 bits."""

    widget = SlotPicker
    default_error_messages = {"required": _("Choose at least one moment.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=0, max_value=ALL, **options)

    def clean(self, value: Any) -> int:
        mask = super().clean(value) or 0
        if self.required and not mask:
            raise ValidationError(self.error_messages["required"], code="required")
        return int(mask)
