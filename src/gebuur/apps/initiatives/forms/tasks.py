"""Something that is to be done."""

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.apps.initiatives.forms.activities import day_field


class TaskForm(forms.Form):
    """What is to be done, and by when."""

    what = forms.CharField(
        label=_("What is to be done?"),
        max_length=160,
        error_messages={"required": _("Write in a few words what is to be done.")},
    )
    by = day_field(_("By which day?"), required=False, help_text=_("You may leave this open."))

    def clean_what(self) -> str:
        return " ".join(self.cleaned_data["what"].split())
