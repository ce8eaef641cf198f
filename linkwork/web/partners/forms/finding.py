"""Finding partners, and an organisation of the directory."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.partnerships.reads import PartnerSort
from linkwork.web.partners import words as called
from linkwork.web.partners.forms.parts import Named, offer
from linkwork.web.shared.forms import Form


class PartnersForm(Form):
    """Which partners to list."""

    q = forms.CharField(label=_("Name"), max_length=160, required=False)
    sector = forms.ChoiceField(label=_("Kind of organisation"), required=False)
    champion = forms.ChoiceField(
        label=_("Champion"),
        choices=[("", _("With or without")), ("with", _("With one")), ("without", _("Without one"))],
        required=False,
    )
    worker = forms.ChoiceField(label=_("Who knows them?"), required=False)
    sort = forms.ChoiceField(
        label=_("In which order?"),
        choices=[
            (PartnerSort.UNHEARD.value, _("Longest unheard first")),
            (PartnerSort.NAME.value, _("By name")),
        ],
        required=False,
    )
    quiet = forms.BooleanField(label=_("Only those who have gone quiet"), required=False)
    mine = forms.BooleanField(label=_("Only those I know"), required=False)

    def __init__(self, workers: Named, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sectors = self.fields["sector"]
        assert isinstance(sectors, forms.ChoiceField)
        sectors.choices = [("", _("All")), *called.choices(called.SECTORS)]
        offer(self, "worker", workers, nobody=_("Anybody"))

    def given(self) -> dict[str, Any]:
        """What was asked for and can be read; the rest is as if it had not been asked."""
        if not self.is_bound:
            return {}
        self.is_valid()
        return dict(self.cleaned_data)
