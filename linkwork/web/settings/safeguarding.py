"""Who takes safeguarding concerns, in which order, how soon, and whom to call."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from linkwork.core.viewer import Role
from linkwork.programmes import access, actions, reads
from linkwork.programmes.reads import WorkerCard
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.forms import Form
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request

PLACES = 4


class SafeguardingForm(Form):
    """Up to four leads in order, the limits, the numbers to call."""

    acknowledge_within_hours = forms.IntegerField(
        label=gettext_lazy("Within how many hours does a lead take a concern on?"),
        help_text=gettext_lazy("After that the next lead is asked. Nothing is ever decided by itself."),
        min_value=1,
        max_value=240,
    )
    danger_within_hours = forms.IntegerField(
        label=gettext_lazy("And where somebody is in danger?"), min_value=1, max_value=240
    )
    emergency_phone = forms.CharField(label=gettext_lazy("Emergency number"), max_length=40, required=False)
    safeguarding_contact = forms.CharField(
        label=gettext_lazy("Who outside can be asked for advice?"),
        help_text=gettext_lazy("For instance the local authority’s desk with its number."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, workers: Sequence[WorkerCard], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Nobody")), *((str(one.id), one.name) for one in workers)]
        for place in range(1, PLACES + 1):
            label = _("Who is asked first?") if place == 1 else _("Then")
            self.fields[f"lead_{place}"] = forms.ChoiceField(label=label, choices=choices, required=False)
        self.fields["lead_1"].help_text = _("Nobody named means every manager, so that no concern is lost.")
        self.order_fields([f"lead_{place}" for place in range(1, PLACES + 1)])

    def leads(self) -> list[UUID]:
        """The leads in order, of a valid form."""
        chosen = [self.cleaned_data[f"lead_{place}"] for place in range(1, PLACES + 1)]
        return [UUID(one) for one in dict.fromkeys(chosen) if one]


@require_http_methods(["GET", "HEAD", "POST"])
def safeguarding(request: Request) -> HttpResponse:
    """Name the leads."""
    access.check_may_set_up(request.viewer)
    card = reads.programme(request.viewer)
    everybody = [one for one in reads.workers(request.viewer) if one.until is None]
    workers = [one for one in everybody if one.roles & {Role.WORKER, Role.MANAGER}]
    named = sorted(
        (one for one in workers if one.safeguarding_rank), key=lambda one: one.safeguarding_rank or 0
    )
    initial: dict[str, Any] = {f"lead_{place}": str(one.id) for place, one in enumerate(named, start=1)}
    names = ("acknowledge_within_hours", "danger_within_hours", "emergency_phone", "safeguarding_contact")
    initial |= {name: getattr(card, name) for name in names}
    form = SafeguardingForm(request.POST or None, workers=workers, initial=initial)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.set_safeguarding(
            leads=form.leads(),
            **{name: form.cleaned_data[name] for name in names},
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Kept."))
        return redirect("settings:home")
    values = {"form": form, "title": _("Safeguarding"), "go": _("Keep it")}
    return page(request, "settings/form.html", values)
