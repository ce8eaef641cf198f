"""What somebody at a partner can say."""

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.partnerships.rules import Answers
from linkwork.web.shared.forms import Form

SCALE = [("1", _("1: not at all")), ("2", "2"), ("3", "3"), ("4", "4"), ("5", _("5: fully"))]


def scale(label: object) -> forms.ChoiceField:
    """A question answered from 1 to 5."""
    return forms.ChoiceField(label=label, choices=SCALE, widget=forms.RadioSelect)  # type: ignore[arg-type]


class ReadForm(Form):
    """I have read it."""

    name = forms.CharField(label=_("Your name"), max_length=120)


class ClarityForm(Form):
    """How clear the role is."""

    score = scale(_("How clear is it to you what they do and don’t do?"))
    words = forms.CharField(
        label=_("What is not clear?"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )


class WorkingForm(Form):
    """How working together goes, as the partner sees it."""

    reach = scale(_("I know whom to ask for, and reach them."))
    together = scale(_("What we do together helps people."))
    word = scale(_("They do what they said they would do."))
    openly = scale(_("I can say openly when something doesn’t work."))
    changed = forms.CharField(
        label=_("What changed, or should change?"),
        help_text=_("Please name nobody whom you support together."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def answers(self) -> Answers:
        """The four answers."""
        said = self.cleaned_data
        return Answers(*(int(said[name]) for name in ("reach", "together", "word", "openly")))
