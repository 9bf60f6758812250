"""Steps, what they cost, promises in numbers, pictures, and looking back."""

import datetime as dt
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.apps.budget.models import Milestone
from gebuur.apps.initiatives.forms.fields import DayField, WordsField, within
from gebuur.apps.initiatives.forms.money import EuroField
from gebuur.core.pictures import MOST_BYTES
from gebuur.core.widgets import Tiles

MOST = 1_000_000
GOOD, LESS = "good", "less"


def count_field(label: Any, **options: Any) -> forms.IntegerField:
    """A count of people or things."""
    options.setdefault("required", False)
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=MOST,
        error_messages={
            "required": gettext_lazy("Write a whole number."),
            "invalid": gettext_lazy("Write a whole number."),
            "min_value": gettext_lazy("Write a whole number."),
            "max_value": gettext_lazy("That is too many. Check the number."),
        },
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "num"}),
        **options,
    )


class MilestoneForm(forms.Form):
    """What will be done, by when, and for how much?"""

    what = forms.CharField(
        label=gettext_lazy("What will you do?"),
        max_length=160,
        help_text=gettext_lazy("One step. For example: put up the first four beds."),
        error_messages={"required": gettext_lazy("Write in a few words what will be done.")},
    )
    due_on = DayField(label=gettext_lazy("By which day?"))
    planned_cents = EuroField(
        label=gettext_lazy("How much may it cost, in euro?"),
        may_be_nothing=True,
        help_text=gettext_lazy("Empty when it costs nothing."),
    )

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_due_on(self) -> dt.date | None:
        years = dt.timedelta(days=365 * 10)
        return within(
            self.cleaned_data["due_on"], self.today - years, self.today + years, self.today
        )


class DoneForm(forms.Form):
    """When was it done, what did it cost, and how did it go?"""

    done_on = DayField(label=gettext_lazy("On which day was it done?"))
    actual_cents = EuroField(
        label=gettext_lazy("What did it cost, in euro?"),
        may_be_nothing=True,
        help_text=gettext_lazy("Empty when it cost nothing."),
    )
    words = WordsField(
        label=gettext_lazy("How did it go?"),
        most=400,
        required=False,
        help_text=gettext_lazy("A sentence. Everybody may read it, so no names please."),
    )

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_done_on(self) -> dt.date | None:
        first = self.today - dt.timedelta(days=365 * 10)
        return within(self.cleaned_data["done_on"], first, self.today, self.today)


class PromiseForm(forms.Form):
    """What can be counted later, and how many did you promise?"""

    what = forms.CharField(
        label=gettext_lazy("What can be counted?"),
        max_length=160,
        help_text=gettext_lazy("For example: afternoons together in a year."),
        error_messages={"required": gettext_lazy("Write in a few words what will be counted.")},
    )
    promised = count_field(gettext_lazy("How many did you promise?"), required=True)


class EffectForm(forms.Form):
    """What did it become?"""

    after_three = count_field(
        gettext_lazy("How many after three months?"),
        help_text=gettext_lazy("Empty while you do not know yet."),
    )
    after_twelve = count_field(
        gettext_lazy("How many after twelve months?"),
        help_text=gettext_lazy("Empty while you do not know yet."),
    )


class PictureForm(forms.Form):
    """A picture, what is to be seen, and who said yes."""

    picture = forms.FileField(
        label=gettext_lazy("The picture"),
        help_text=gettext_lazy("Where and when it was taken, we take out of the file."),
        error_messages={
            "required": gettext_lazy("Choose a picture."),
            "empty": gettext_lazy("Choose a picture."),
        },
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    what = forms.CharField(
        label=gettext_lazy("What does it show?"),
        max_length=160,
        help_text=gettext_lazy("This is read out to people who cannot see the picture."),
        error_messages={"required": gettext_lazy("Write in a few words what it shows.")},
    )
    consent = forms.CharField(
        label=gettext_lazy("Who is in it, and how did they say yes?"),
        max_length=200,
        help_text=gettext_lazy(
            "Only your group reads this. For example: nobody is in it. Or: we asked all four of them."
        ),
        error_messages={"required": gettext_lazy("Write who said yes, or that nobody is in it.")},
    )
    milestone = forms.ModelChoiceField(
        label=gettext_lazy("Which step does it show?"),
        queryset=Milestone.objects.none(),
        required=False,
        blank=True,
        empty_label=gettext_lazy("Of the whole"),
        widget=Tiles(),
    )

    def __init__(self, *args: Any, steps: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["milestone"]
        field.queryset = steps  # type: ignore[attr-defined]  # a field of models
        field.label_from_instance = lambda step: step.what  # type: ignore[attr-defined]  # the same

    def clean_picture(self) -> bytes:
        """The bytes; a file far too large is not even read."""
        file: UploadedFile[bytes] = self.cleaned_data["picture"]
        if (file.size or 0) > MOST_BYTES:
            most = MOST_BYTES // (1024 * 1024)
            raise forms.ValidationError(
                _("This picture is larger than %(most)s MB. Send a smaller one.") % {"most": most}
            )
        raw: bytes = file.read()
        return raw


class LookBackForm(forms.Form):
    """Is it good or not, and what do you want to say about it?"""

    answer = forms.ChoiceField(
        label=gettext_lazy("How is it for you now?"),
        choices=((GOOD, gettext_lazy("Good")), (LESS, gettext_lazy("Not good"))),
        widget=Tiles(columns=2, icons={GOOD: "circle-check", LESS: "circle-x"}),
        error_messages={"required": gettext_lazy("Choose one of the two.")},
    )
    words = WordsField(
        label=gettext_lazy("Do you want to say more about it?"),
        most=400,
        required=False,
        help_text=gettext_lazy("May stay empty. Everybody may read it, so no names please."),
    )

    def said(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {"is_good": data["answer"] == GOOD, "words": data["words"]}
