"""What can be typed about partners' statements, the sheet for a funder, and the study that takes words in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.web.partners.forms.parts import Named, offer, text
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form


class StatementForm(Form):
    """A partner's own words."""

    words = forms.CharField(label=_("What did they say?"), widget=text(3))
    agreed = forms.BooleanField(label=_("They agree that this is shown to funders"), required=False)
    may_name = forms.BooleanField(label=_("Their name may stand under it"), required=False)
    said_on = forms.DateField(label=_("When?"), widget=day_input())


class SheetForm(Form):
    """The period of the sheet."""

    first = forms.DateField(label=_("From"), widget=day_input())
    last = forms.DateField(label=_("To"), widget=day_input())

    def clean(self) -> dict[str, Any]:
        """The days in order."""
        said = super().clean() or self.cleaned_data
        if "first" in said and "last" in said and said["last"] < said["first"]:
            self.add_error("last", _("This is before the first day. Choose a later day."))
        return said


class StudyForm(Form):
    """The study that takes words in."""

    study = forms.ChoiceField(label=_("Which study?"))

    def __init__(self, studies: Named, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "study", studies)
