"""What is decided about a referral: whose it becomes, what the referrer is asked and told."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.casework.reads import PersonCard, ReferralOrder
from linkwork.casework.rules.referrals import Occasion
from linkwork.exchange.news import Parts
from linkwork.web.people import words
from linkwork.web.people.forms import AcceptForm, DeclineForm
from linkwork.web.people.referral_words import OCCASIONS, ORDERS
from linkwork.web.shared.forms import Form

TELL = gettext_lazy("Write to the referrer that you answered, with nothing about the person in it")


NOBODY_YET = "nobody"


class TakeOnForm(AcceptForm):
    """Accepting in one step: with whom or onto the waiting list, somebody we know or not, and whether to write."""

    tell = forms.BooleanField(label=TELL, required=False, initial=True)

    def __init__(
        self,
        *args: Any,
        workers: Iterable[tuple[str, str]],
        known: Iterable[PersonCard] = (),
        may_write: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, workers=workers, known=known, **kwargs)
        field = self.fields["worker"]
        named = list(field.choices)  # type: ignore[attr-defined]
        field.choices = [*named, (NOBODY_YET, _("Nobody yet: onto the waiting list"))]  # type: ignore[attr-defined]
        if not may_write:
            del self.fields["tell"]


class SayNoForm(DeclineForm):
    """Declining, and whether to write."""

    tell = forms.BooleanField(
        label=gettext_lazy("Write to the referrer, with this reason"), required=False, initial=True
    )

    def __init__(self, *args: Any, may_write: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_write:
            del self.fields["tell"]


class QuestionForm(Form):
    """Something to ask the referrer."""

    question = forms.CharField(
        label=gettext_lazy("What do you need to know?"),
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": 600}),
        max_length=600,
    )


class WithdrawForm(Form):
    """Why a referral is taken back."""

    why = forms.CharField(
        label=gettext_lazy("Why?"), widget=forms.Textarea(attrs={"rows": 2}), max_length=400, required=False
    )


class TellForm(Form):
    """What the referrer is told. Sent by GET to see the letter, by POST to send it as it was seen."""

    occasion = forms.ChoiceField(
        label=gettext_lazy("Why do you write?"), choices=list(OCCASIONS.items()), widget=forms.RadioSelect
    )
    arranged = forms.BooleanField(label=gettext_lazy("What kinds of support were arranged"), required=False)
    outcome = forms.BooleanField(label=gettext_lazy("What came of it"), required=False)
    own_words = forms.BooleanField(
        label=gettext_lazy("Their own words, as they agreed to that too"), required=False
    )

    def __init__(self, *args: Any, occasions: Iterable[Occasion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(one.value, OCCASIONS[one]) for one in occasions]
        self.fields["occasion"].choices = offered  # type: ignore[attr-defined]

    def parts(self) -> Parts:
        """Which parts go into the letter."""
        data = self.cleaned_data
        return Parts(data["arranged"], data["outcome"], data["own_words"])

    def chosen(self) -> Occasion:
        """On what occasion they are told."""
        return Occasion(self.cleaned_data["occasion"])


class TriageForm(Form):
    """How the list is narrowed and ordered."""

    source = forms.ChoiceField(label=gettext_lazy("Comes from"), required=False)
    sort = forms.ChoiceField(label=gettext_lazy("Order"), choices=list(ORDERS.items()), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        anywhere = words.choices("referral_sources", _("Anywhere"))
        self.fields["source"].choices = anywhere  # type: ignore[attr-defined]

    def order(self) -> ReferralOrder:
        """The order asked for, the most pressing first unless another one is."""
        asked = self.cleaned_data.get("sort") if self.is_valid() else ""
        return ReferralOrder(asked) if asked else ReferralOrder.PRESSING


class FileForm(Form):
    """A file of referrals."""

    file = forms.FileField(
        label=gettext_lazy("Spreadsheet"),
        help_text=gettext_lazy(
            "A file (.xlsx or .csv) with one row for each person: a name, and a phone number or an e-mail address."
        ),
    )
    columns = forms.CharField(
        label=gettext_lazy("Which column is which"),
        help_text=gettext_lazy(
            "Only if a heading is not recognised. One on each line, as: Patient = given_name"
        ),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_columns(self) -> dict[str, str]:
        """Column by column the field it holds."""
        told = {}
        for line in self.cleaned_data["columns"].splitlines():
            column, is_there, field = line.rpartition("=")
            if line.strip() and not is_there:
                raise forms.ValidationError(_("Write each line as: Patient = given_name"))
            if is_there:
                told[column.strip()] = field.strip()
        return told
