"""The funnel in plain words, the days it is of, and the list that each number opens."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from linkwork.casework.reads import Span
from linkwork.connections import reads
from linkwork.connections.reads import Funnel
from linkwork.core.numbers import percent
from linkwork.exchange.pictures import Bar, Chart, bar_chart
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form

YEAR = dt.timedelta(days=364)
STEPS: dict[str, tuple[Promise, Promise]] = {
    "referred": (
        gettext_lazy("Referred"),
        gettext_lazy("A referral came in these days, also from themselves or from outreach."),
    ),
    "reached": (gettext_lazy("Reached"), gettext_lazy("Somebody talked with them at least once.")),
    "accepted": (
        gettext_lazy("Took it up"),
        gettext_lazy("Reached, and support began: a need, a plan or a second conversation was noted."),
    ),
    "connected": (
        gettext_lazy("Connected"),
        gettext_lazy("Told of a service, referred to one or introduced there. A draft does not count."),
    ),
    "attended": (
        gettext_lazy("Went"),
        gettext_lazy("Somebody said that they went or that it began. A partner’s yes alone does not count."),
    ),
    "outcome": (
        gettext_lazy("Outcome known"),
        gettext_lazy("They went, and it is known whether it helped, helped partly or did not help."),
    ),
}
BESIDE: dict[str, Promise] = {
    "unanswered": gettext_lazy("wait for an answer to the referral"),
    "not_taken_on": gettext_lazy("declined or withdrawn"),
    "tried": gettext_lazy("tried, nobody answered yet"),
    "attended_not_known": gettext_lazy("not known whether they went"),
    "outcome_not_known": gettext_lazy("went, and nobody knows yet what came of it"),
}
AFTER_STEP = {  # beside which step a missing number stands
    "reached": ("unanswered", "not_taken_on", "tried"),
    "attended": ("attended_not_known",),
    "outcome": ("outcome_not_known",),
}
# 160,128 people on one English platform: Br J Psychiatry 2024, doi 10.1192/bjp.2024.141. Other steps are not reported.
ELSEWHERE = {"referred": 100, "reached": 90, "connected": 38}


class SpanForm(Form):
    """From which day to which."""

    first = forms.DateField(label=pgettext_lazy("day", "From"), widget=day_input(), required=False)
    last = forms.DateField(label=gettext_lazy("To"), widget=day_input(), required=False)

    def span(self, today: dt.date) -> Span:
        """The days asked for, or the year until today where they do not fit."""
        said = self.cleaned_data if self.is_valid() else {}
        last = said.get("last") or today
        first = said.get("first") or last - YEAR
        if first > last:
            self.add_error("last", _("Choose a last day that is not before the first."))
            return Span(today - YEAR, today)
        return Span(first, last)


def address(name: str, span: Span, **more: str) -> str:
    """The page `name` for these days."""
    days = {"first": span.first.isoformat(), "last": span.last.isoformat()}
    return f"{reverse(name)}?{urlencode({**days, **more})}"


def list_of(span: Span, what: str) -> str:
    """The list of people a number counts."""
    return address("people:counted", span, what=what)


@dataclass(frozen=True)
class Missing:
    """What is not known beside a step."""

    said: str
    url: str


@dataclass(frozen=True)
class StepLine:
    """One step of the funnel."""

    title: str
    number: int
    share: str
    elsewhere: str
    definition: str
    url: str
    missing: list[Missing]


def step_lines(found: Funnel) -> list[StepLine]:
    """Each step with its share of those referred, what is usual elsewhere, what is missing."""
    return [_step(found, name) for name in reads.STEPS]


def _step(found: Funnel, name: str) -> StepLine:
    number, whole = found.steps[name], found.steps["referred"]
    share, usual = percent(number, whole, 0), ELSEWHERE.get(name)
    missing = [
        Missing(f"{found.beside[one]} {BESIDE[one]}", list_of(found.span, one))
        for one in AFTER_STEP.get(name, ())
        if found.beside[one]
    ]
    return StepLine(
        title=str(STEPS[name][0]),
        number=number,
        share=_("%(share)s of 100") % {"share": share} if share is not None else "",
        elsewhere=_("elsewhere %(share)s") % {"share": usual}
        if usual is not None
        else _("elsewhere not known"),
        definition=str(STEPS[name][1]),
        url=list_of(found.span, name),
        missing=missing,
    )


def funnel_chart(found: Funnel, right_to_left: bool) -> Chart:
    """The steps as bars; each leads to its list."""
    bars = [
        Bar(str(STEPS[name][0]), float(number), str(number), list_of(found.span, name))
        for name, number in found.steps.items()
    ]
    return bar_chart(
        bars,
        title=_("How far people got"),
        description=_("Different people referred in these days, by how far they got until now."),
        columns=(_("Step"), _("People")),
        right_to_left=right_to_left,
    )
