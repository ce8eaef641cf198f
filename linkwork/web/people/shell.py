"""The head of a person's pages, the same on each of their tabs: who it is, how to reach them, where to go."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from linkwork.casework import reads
from linkwork.casework.reads import CaseCard
from linkwork.casework.rules.referrals import Phoning
from linkwork.casework.rules.states import CaseState
from linkwork.programmes.reads import Standing
from linkwork.web.people import words
from linkwork.web.people.saying import calling_said
from linkwork.web.shared.days import day_said
from linkwork.web.shared.tabs import tabs

TABS: dict[str, Promise] = {  # the page's name: what its tab is called
    "people:person": gettext_lazy("Now"),
    "people:contacts": gettext_lazy("Contacts"),
    "plan:plan": gettext_lazy("Plan"),
    "measures:home": gettext_lazy("Measures"),
    "people:about": gettext_lazy("About"),
}


def shell(standing: Standing, case_id: UUID, tab: str, at: dt.datetime) -> dict[str, Any]:
    """What `people/shell.html` needs around the page named `tab`; one question, two where there is an alert.

    Raises NotFound where the viewer sees no such case. The view that draws the page leaves the access row.
    """
    today = timezone.localdate(at)
    case = reads.case(standing.viewer, case_id, today)
    alerts = reads.alerts_of(standing.viewer, case.person_id, today) if case.alert else []
    return {
        "case": case,
        "tabs": tabs(TABS, case_id, tab),
        "alerts": [(words.ALERTS[one.kind], one.words) for one in alerts if one.holds],
    } | _head(case, today)


def _head(case: CaseCard, today: dt.date) -> dict[str, Any]:
    return {
        "is_open": case.state is not CaseState.CLOSED,
        "is_paused": case.state is CaseState.PAUSED,
        "state": words.CASES[case.state],
        "ended": words.label("close_reasons", case.close_reason),
        "language": words.language_said(case.language, case.interpreter),
        "since": day_said(case.opened_on, today),
        "care": calling_said(case.care),
        "may_call": case.care.phoning is not Phoning.NO,
    }
