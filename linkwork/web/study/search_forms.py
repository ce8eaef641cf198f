"""What is looked for in a study's sources, and a memo written."""

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.coding.reads import Ask
from linkwork.evaluation.coding.rules.agreed import Unit
from linkwork.evaluation.coding.rules.finding import LONGEST, How
from linkwork.evaluation.studies.rules import Group
from linkwork.programmes.rules import Stage
from linkwork.web.shared.forms import Form
from linkwork.web.study.labels import GROUPS, STAGES, choices
from linkwork.web.study.presenters import cases

HOWS = {
    How.WORDS: _("As written"),
    How.STEMS: _("By word stems (refer, referred, referring)"),
    How.PATTERN: _("As a pattern (regular expression)"),
}
UNITS = {"": _("the words found"), "sentence": _("the whole sentence"), "turn": _("the whole turn")}


class SearchForm(Form):
    """The search. What means nothing is as good as not given."""

    q = forms.CharField(label=_("Words"), max_length=LONGEST, required=False)
    how = forms.ChoiceField(label=_("How"), choices=choices(HOWS), required=False)
    unit = forms.ChoiceField(label=_("What would be coded"), choices=list(UNITS.items()), required=False)
    group = forms.ChoiceField(label=_("Who speaks"), choices=choices(GROUPS, _("Everybody")), required=False)
    stage = forms.ChoiceField(label=_("Stage"), choices=choices(STAGES, _("All stages")), required=False)
    case = forms.CharField(required=False, max_length=80)

    def ask(self) -> Ask:
        """What is asked for."""
        self.is_valid()
        said = self.cleaned_data
        return Ask(
            said.get("q") or "",
            How(said.get("how") or How.WORDS),
            Unit(said["unit"]) if said.get("unit") else None,
            Group(said["group"]) if said.get("group") else None,
            Stage(said["stage"]) if said.get("stage") else None,
            cases.read(said.get("case") or ""),
        )


class MemoForm(Form):
    """A thought, and what it is about."""

    text = forms.CharField(
        label=_("Memo"), max_length=5000, widget=forms.Textarea(attrs={"rows": 3}), required=True
    )
    about = forms.CharField(label=_("About"), required=False, max_length=140)
