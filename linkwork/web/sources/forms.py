"""The forms of plans, speakers, edits, conversations and survey answers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.studies.rules import ConsentForm, Group, Part
from linkwork.programmes.rules import Stage
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form
from linkwork.web.sources.labels import PARTS
from linkwork.web.study.labels import CONSENTS, DESIGNS, GROUPS, LANGUAGES, STAGES, choices


class PlanForm(Form):
    """What a study sets out to do."""

    title = forms.CharField(label=_("Title"), max_length=200)
    question = forms.CharField(
        label=_("Research questions"),
        help_text=_("One a line."),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    design = forms.ChoiceField(label=_("Design"), choices=choices(DESIGNS), widget=forms.RadioSelect)
    stages = forms.MultipleChoiceField(
        label=_("Stages it looks at"),
        help_text=_("None ticked: all of them."),
        choices=choices(STAGES),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    most_participants = forms.IntegerField(
        label=_("Most participants"),
        help_text=_(
            "The study warns past this number. The protocol this method comes from stays within twenty."
        ),
        min_value=1,
        max_value=1000,
    )
    names_first = forms.BooleanField(
        label=_("Ask for names to be looked through before coding"), required=False
    )


class TargetsForm(Form):
    """How many of each group."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for group in Group:
            self.fields[group.value] = forms.IntegerField(
                label=GROUPS[group], min_value=1, max_value=1000, required=False
            )

    def wanted(self) -> dict[Group, int]:
        """The groups that were given a number."""
        return {group: n for group in Group if (n := self.cleaned_data.get(group.value))}


class ApprovalForm(Form):
    """An ethics approval."""

    body = forms.CharField(label=_("Who approved it"), max_length=200)
    reference = forms.CharField(label=_("Reference"), max_length=100, required=False)
    first = forms.DateField(label=_("From"), widget=day_input())
    last = forms.DateField(label=_("Until"), widget=day_input(), required=False)


class MemberForm(Form):
    """Somebody's part in the team."""

    worker = forms.ChoiceField(label=_("Who"))
    part = forms.ChoiceField(label=_("Part"), choices=choices(PARTS), initial=Part.CODER)

    def __init__(self, *args: Any, people: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["worker"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = people


class SpeakerForm(Form):
    """A speaker's name, and whether they ask."""

    speaker = forms.CharField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label=_("Name in this study"), max_length=80)
    asks = forms.BooleanField(label=_("Asks the questions"), required=False)


class SplitForm(Form):
    """Where another turn begins, and whose."""

    words = forms.CharField(label=_("First words of the new turn"), max_length=500)
    speaker = forms.CharField(label=_("Who speaks"), max_length=80)


class SoundForm(Form):
    """A recording."""

    sound = forms.FileField(label=_("Recording"), help_text=_("MP3, M4A, OGG or WAV."))


class EditForm(Form):
    """The whole text, to be put right."""

    text = forms.CharField(
        label=_("Text"),
        widget=forms.Textarea(attrs={"rows": 24, "class": "own-words", "dir": "auto"}),
        strip=False,
    )


class PlaceForm(Form):
    """Words that a lost coding shall stand on."""

    words = forms.CharField(
        label=_("Words of the text as it is now"), widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )


class ConversationForm(Form):
    """A field conversation, on a phone, the same day."""

    group = forms.ChoiceField(
        label=_("Who was there"), choices=choices(GROUPS, _("Not said")), required=False
    )
    place = forms.CharField(label=_("Where"), max_length=200, required=False)
    said = forms.CharField(
        label=_("What was said"),
        help_text=_("As close to their words as you can. Your keyboard’s microphone takes dictation."),
        widget=forms.Textarea(attrs={"rows": 9, "class": "own-words", "dir": "auto"}),
    )
    thoughts = forms.CharField(
        label=_("What I think"),
        help_text=_("Kept apart from what was said. It is never coded or quoted."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    stage = forms.ChoiceField(
        label=_("Stage it speaks of"), choices=choices(STAGES, _("Not said")), required=False
    )
    held_on = forms.DateField(label=_("Day"), widget=day_input())
    language = forms.ChoiceField(label=_("Language"), choices=choices(LANGUAGES), initial="en")
    consent = forms.ChoiceField(
        label=_("What they agreed to"), choices=choices(CONSENTS), initial=ConsentForm.ANALYSE
    )

    def stage_chosen(self) -> Stage | None:
        """The stage, or None."""
        return Stage(self.cleaned_data["stage"]) if self.cleaned_data["stage"] else None

    def group_chosen(self) -> Group | None:
        """The group, or None."""
        return Group(self.cleaned_data["group"]) if self.cleaned_data["group"] else None
