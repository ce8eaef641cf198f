"""What can be set for a programme."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.programmes.reads import WorkerCard
from linkwork.programmes.rules import Stage
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form, PlaceField
from linkwork.web.shared.roles import ROLES
from linkwork.web.team.words import SITES

STAGES = {
    Stage.INITIATION: _("Initiation"),
    Stage.OPERATION: _("Operation"),
    Stage.MAINTENANCE: _("Maintenance"),
}


class ProgrammeForm(Form):
    """Name, words and limits of the programme."""

    name = forms.CharField(label=_("What is the programme called?"), max_length=120)
    host = forms.CharField(label=_("Who runs it?"), max_length=160, required=False)
    worker_word = forms.CharField(label=_("What do you call a worker?"), max_length=40)
    person_word = forms.CharField(label=_("What do you call somebody you support?"), max_length=40)
    people_word = forms.CharField(label=_("And several of them?"), max_length=40)
    target_group = forms.CharField(label=_("Whom is it for?"), max_length=200, required=False)
    target_size = forms.IntegerField(
        label=_("How many people is that?"),
        help_text=_("Reach is counted against this number."),
        min_value=1,
        max_value=100_000_000,
        required=False,
    )
    answer_within_days = forms.IntegerField(
        label=_("After how many days is an unanswered referral shown?"), min_value=1, max_value=365
    )
    urgent_within_days = forms.IntegerField(
        label=_("And one that is urgent?"), min_value=1, max_value=365, required=False
    )
    chase_after_days = forms.IntegerField(
        label=_("After how many days is a silent partner asked again?"), min_value=1, max_value=365
    )
    chase_times = forms.IntegerField(
        label=_("How often, before somebody calls them?"),
        help_text=_("0: never by itself. Nothing is ever called off by itself."),
        min_value=0,
        max_value=9,
        required=False,
    )
    remind_before_hours = forms.IntegerField(
        label=_("How many hours before an appointment is a reminder sent?"),
        min_value=1,
        max_value=240,
        required=False,
    )
    follow_up_after_days = forms.IntegerField(
        label=_("After how many days do you ask how it went?"), min_value=1, max_value=365
    )
    notes_lock_after_days = forms.IntegerField(
        label=_("After how many days is a note locked?"),
        help_text=_("From then on a note is added to, and no longer rewritten."),
        min_value=1,
        max_value=365,
        required=False,
    )


class WorkerForm(Form):
    """Somebody new in the programme."""

    name = forms.CharField(label=_("Name"), max_length=120)
    roles = forms.MultipleChoiceField(
        label=_("What do they do?"),
        choices=[(role.value, label) for role, label in ROLES.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("They sign in with it, and choose their password by “Forgot your password?”."),
    )
    title = forms.CharField(label=_("What is their title?"), max_length=80, required=False)
    languages = forms.CharField(label=_("Which languages do they speak?"), max_length=200, required=False)
    since = forms.DateField(label=_("Since when?"), widget=day_input())


class StageForm(Form):
    """On which day a stage began."""

    stage = forms.ChoiceField(
        label=_("Stage"), choices=[(s.value, label) for s, label in STAGES.items()], widget=forms.RadioSelect
    )
    starts_on = forms.DateField(label=_("First day"), widget=day_input())


class SiteForm(Form):
    """A place where the programme works."""

    name = forms.CharField(label=_("What is the place called?"), max_length=120)
    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[(kind.value, label) for kind, label in SITES.items()],
        widget=forms.RadioSelect,
    )
    place = PlaceField(
        label=_("Where on the map?"),
        help_text=_(
            "Latitude and longitude, as a map shows them: 51.5072, -0.1276. Visits are put in order by it."
        ),
        required=False,
    )


class PlansForm(Form):
    """How plans and closures go."""

    plans_need_approval = forms.BooleanField(
        label=_("Somebody else says yes to each plan"),
        help_text=_("A manager or supervisor reads it without a name before it holds."),
        required=False,
    )
    reopen_within_days = forms.IntegerField(
        label=_("For how many days can a closed case simply go on?"),
        help_text=_("After that, support is a new spell."),
        min_value=0,
        max_value=365,
    )


class LateForm(Form):
    """To whom a referral goes that nobody has answered in time."""

    worker = forms.ChoiceField(
        label=_("To whom do referrals go that nobody has answered in time?"),
        help_text=_("They are told, and see it on their first page. Nothing is ever declined by itself."),
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, *args: Any, managers: Iterable[WorkerCard], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(card.id), card.name) for card in managers]
        self.fields["worker"].choices = [("", _("To every manager")), *named]  # type: ignore[attr-defined]


class TrailForm(Form):
    """Which row, or whose record."""

    id = forms.UUIDField(
        label=_("Number of the record"),
        help_text=_("The long number in the address of its page."),
    )

    def found(self) -> UUID | None:
        """The number asked for, where it is one."""
        value: Any = self.cleaned_data.get("id") if self.is_valid() else None
        return value if isinstance(value, UUID) else None
