"""What can be put on the timeline: something that happened, a change of plan, a figure, a picture."""

from typing import Any

from django import forms
from django.utils.translation import gettext as said_now
from django.utils.translation import gettext_lazy as _

from linkwork.core.errors import Invalid
from linkwork.evaluation.portraits.rules.events import ICONS, EventKind
from linkwork.exchange.images import MOST_BYTES, Shown, shown
from linkwork.web.portraits.labels import ICON_NAMES
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form

DETAIL = forms.CharField(
    label=_("What is there to know of it?"),
    max_length=600,
    required=False,
    widget=forms.Textarea(attrs={"rows": 2}),
)


class EventForm(Form):
    """Something that happened, drawn with an icon."""

    happened_on = forms.DateField(label=_("When?"), widget=day_input())
    title = forms.CharField(label=_("What happened?"), max_length=160)
    detail = DETAIL
    icon = forms.ChoiceField(
        label=_("What is drawn beside it?"),
        required=False,
        choices=[("", _("The usual sign")), *((one, ICON_NAMES[one]) for one in ICONS)],
    )


class AdaptationForm(Form):
    """A change of plan."""

    happened_on = forms.DateField(label=_("When?"), widget=day_input())
    title = forms.CharField(label=_("What was changed?"), max_length=160)
    detail = forms.CharField(
        label=_("Why, by whom, and was it planned?"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class FigureForm(Form):
    """A figure of the portrait's extract, at a date."""

    happened_on = forms.DateField(label=_("At which date?"), widget=day_input())
    figure = forms.ChoiceField(label=_("Which figure?"))
    title = forms.CharField(label=_("What does it show?"), max_length=160)
    detail = DETAIL

    def __init__(self, *args: Any, figures: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["figure"].choices = [("", said_now("Choose one")), *figures]  # type: ignore[attr-defined]


class PictureForm(Form):
    """A picture. Nobody is shown it without its words, its maker and the agreement of those in it."""

    happened_on = forms.DateField(label=_("When was it taken or drawn?"), widget=day_input())
    title = forms.CharField(label=_("Caption"), max_length=160)
    picture = forms.FileField(
        label=_("Picture"),
        help_text=_("JPEG, PNG or WebP, up to 8 MB. Place, time and device are taken out of the file."),
        widget=forms.FileInput(attrs={"accept": ".png,.jpg,.jpeg,.webp"}),
    )
    alt = forms.CharField(
        label=_("What is to be seen, for those who can’t see it?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    credit = forms.CharField(label=_("Who made it?"), max_length=160)
    agreed = forms.CharField(
        label=_("How did those in the picture agree to be shown?"),
        help_text=_("For example: in writing, 3 March. If nobody is to be recognised, say so."),
        max_length=160,
    )
    detail = DETAIL

    def clean_picture(self) -> Shown:
        """The picture made anew, without what its camera wrote into it."""
        handed_in: Any = self.cleaned_data["picture"]
        if (handed_in.size or 0) > MOST_BYTES:
            raise forms.ValidationError(said_now("This picture is larger than 8 MB. Choose a smaller one."))
        try:
            return shown(bytes(handed_in.read()))
        except Invalid as refusal:
            raise forms.ValidationError(refusal.reason) from None


FORMS: dict[EventKind, Any] = {
    EventKind.EVENT: EventForm,
    EventKind.ADAPTATION: AdaptationForm,
    EventKind.FIGURE: FigureForm,
    EventKind.PICTURE: PictureForm,
}
