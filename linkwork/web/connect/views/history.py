"""A connection as it stood on any day."""

import datetime as dt
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from linkwork.casework import reads as cases
from linkwork.connections import reads
from linkwork.web.connect.looking import look
from linkwork.web.connect.presenters import history_events
from linkwork.web.connect.words import STATES
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.days import date_said
from linkwork.web.shared.forms import Form
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


class DayForm(Form):
    """Which day."""

    on = forms.DateField(label=gettext_lazy("On which day?"), widget=day_input())


@require_safe
def history(request: Request, connection_id: UUID) -> HttpResponse:
    """As it stood on the day asked for, today unless one is; with who moved it until then."""
    card = reads.connection(request.viewer, connection_id)
    look(request, cases.case(request.viewer, card.case_id).person_id)
    today = timezone.localdate(request.at)
    form = DayForm(request.GET if "on" in request.GET else None, initial={"on": today})
    day: dt.date = form.cleaned_data["on"] if form.is_bound and form.is_valid() else today
    stood = reads.as_it_stood(request.viewer, connection_id, day)
    values = {
        "card": card,
        "form": form,
        "day": date_said(day),
        "stood": STATES[stood.state] if stood.state else _("It had not begun."),
        "events": history_events(list(stood.steps), whole=True),
    }
    return page(request, "connect/history.html", values, 400 if form.errors else 200)
