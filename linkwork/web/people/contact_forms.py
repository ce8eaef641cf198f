"""The small forms around contacts: finding one, putting one right, adding to its note."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.programmes.reads import SiteCard
from linkwork.web.people import words
from linkwork.web.people.encounter_form import EncounterForm
from linkwork.web.shared.forms import Form


class FindForm(Form):
    """Which of a person's contacts?"""

    q = forms.CharField(label=gettext_lazy("Words in the note"), max_length=80, required=False)
    mode = forms.ChoiceField(label=gettext_lazy("How"), required=False)
    topic = forms.ChoiceField(label=gettext_lazy("What about"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, list_id in (("mode", "contact_modes"), ("topic", "contact_topics")):
            self.fields[name].choices = words.choices(list_id, _("All"))  # type: ignore[attr-defined]


class ChangeForm(EncounterForm):
    """A contact put right. `why` is asked for once its note is locked."""

    why = forms.CharField(label=gettext_lazy("Why is this put right?"), max_length=200, required=False)

    def __init__(self, *args: Any, sites: Sequence[SiteCard], locked: bool, **kwargs: Any) -> None:
        super().__init__(*args, sites=sites, **kwargs)
        if locked:
            self.fields["note"].disabled = True
            self.fields["note"].help_text = _("Locked. You can add to it on the contact’s page.")
            self.order_fields(["why"])
        else:
            del self.fields["why"]


class AddForm(Form):
    """Words below a note, dated and signed."""

    words = forms.CharField(
        label=gettext_lazy("Add to the note"),
        help_text=gettext_lazy("It stands below, with today’s date and your name."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
