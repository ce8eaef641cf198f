"""What can be typed about what is asked for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.partnerships.rules import AdvocacyState, ForWhom
from linkwork.web.partners import words as called
from linkwork.web.partners.forms.parts import Named, offer, text
from linkwork.web.shared import lists
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form


class AdvocacyForm(Form):
    """An effort to change something. With `whom` (initials) it is for that one person: then nobody is described."""

    ask = forms.CharField(label=_("What do you ask for?"), widget=text(2))
    for_whom = forms.CharField(
        label=_("Who would gain from it?"),
        help_text=_("In words, without a name: “families without a car”."),
        max_length=200,
        required=False,
    )
    for_kind = forms.ChoiceField(
        label=_("They are"),
        choices=[pair for pair in called.choices(called.WHOM) if pair[0] != ForWhom.CASE],
        widget=forms.RadioSelect,
        initial=ForWhom.GROUP.value,
        required=False,
    )
    level = forms.ChoiceField(
        label=_("Where should something change?"),
        choices=called.choices(called.LEVELS),
        widget=forms.RadioSelect,
    )
    partner = forms.ChoiceField(label=_("Which partner is asked?"), required=False)
    target = forms.CharField(label=_("Or somebody else: who?"), max_length=200, required=False)
    need = forms.ChoiceField(label=_("What is it about?"), required=False)
    case = forms.UUIDField(widget=forms.HiddenInput, required=False)
    proposal = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    anyway = forms.BooleanField(label=_("Ask all the same"), required=False)

    def __init__(self, partners: Named, *args: Any, whom: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "partner", partners, nobody=_("None of them"))
        need = self.fields["need"]
        assert isinstance(need, forms.ChoiceField)
        need.choices = [
            ("", _("Not said")),
            *((one.code, lists.label("needs", one.code)) for one in lists.terms("needs")),
        ]
        if whom:
            del self.fields["for_whom"], self.fields["for_kind"]


class AttemptForm(Form):
    """One try."""

    method = forms.ChoiceField(
        label=_("How did you try?"), choices=called.choices(called.METHODS), widget=forms.RadioSelect
    )
    made_on = forms.DateField(label=_("When?"), widget=day_input())
    response = forms.CharField(label=_("What did they say?"), widget=text(2), required=False)
    obstacle_kind = forms.ChoiceField(
        label=_("What stood in the way?"),
        choices=[("", _("Nothing")), *called.choices(called.OBSTACLES)],
        required=False,
    )
    obstacle = forms.CharField(label=_("In your words"), widget=text(2), required=False)
    next_step = forms.CharField(label=_("What will you try next?"), max_length=240, required=False)
    next_on = forms.DateField(label=_("And when?"), widget=day_input(), required=False)


class SettleForm(Form):
    """What came of it."""

    to = forms.ChoiceField(
        label=_("What came of it?"),
        choices=[pair for pair in called.choices(called.STATES) if pair[0] != AdvocacyState.OPEN],
        widget=forms.RadioSelect,
    )
    result = forms.CharField(label=_("In a sentence or two"), widget=text(2), required=False)
    changed = forms.CharField(label=_("What is different since?"), widget=text(2), required=False)


class ProposalRuleForm(Form):
    """From how many people on a wider effort is proposed."""

    people = forms.IntegerField(label=_("From how many people on?"), min_value=2, max_value=99)
