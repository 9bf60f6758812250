"""How far the neighbourhood wants to walk to keep a volunteer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

USUAL = 6_000
LEAST, MOST = 500, 20_000


class MetresForm(forms.Form):
    """One number, chosen by the coordinator."""

    metres = forms.IntegerField(
        label=_("How many metres may we walk more to keep one volunteer"),
        help_text=_("All neighbours together, in twelve weeks. Begin with 6,000."),
        initial=USUAL,
        min_value=LEAST,
        max_value=MOST,
        error_messages={
            "required": _("Fill in a number of metres, for example 6000."),
            "invalid": _("Fill in a whole number of metres, for example 6000."),
            "min_value": _("Fill in 500 metres or more."),
            "max_value": _("Fill in 20,000 metres or less."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["metres"].widget.attrs["inputmode"] = "numeric"
