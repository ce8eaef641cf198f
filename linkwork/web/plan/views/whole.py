"""A plan as a whole: the tab, beginning, approval, closing, how it stood on a day."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone, translation
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.casework import actions, reads
from linkwork.casework.reads import CaseCard, PlanCard
from linkwork.casework.rules.persons import StatementKind
from linkwork.casework.rules.plan import PlanEnd
from linkwork.instruments import plans as examples
from linkwork.outcomes import reads as outcomes
from linkwork.web.people.shell import shell
from linkwork.web.plan.forms import BeginForm, ClosePlanForm
from linkwork.web.plan.presenters import plan_values
from linkwork.web.plan.sharing import links_values
from linkwork.web.plan.views.parts import done, look, step
from linkwork.web.plan.words import CHANGES
from linkwork.web.safety.prompt import question_about
from linkwork.web.shared.days import date_said, day_said, time_said
from linkwork.web.shared.frame import page
from linkwork.web.shared.languages import WHOLE, spoken
from linkwork.web.shared.request import Request


@require_GET
def plan(request: Request, case_id: UUID) -> HttpResponse:
    """The tab: what matters, goals and who does what, what they wrote, and their own page."""
    around = shell(request.standing, case_id, "plan:plan", request.at)
    case: CaseCard = around["case"]
    look(request, case)
    card = reads.plan_of(request.viewer, case_id)
    values = around | _tab_values(request, case, card) | {"own": links_values(request, case)}
    return page(request, "plan/plan.html", values)


def _tab_values(request: Request, case: CaseCard, card: PlanCard | None) -> dict[str, Any]:
    viewer, today = request.viewer, timezone.localdate(request.at)
    said = reads.statements_of(viewer, case.id)
    lines = {
        kind: [{"words": one.words, "when": day_said(one.said_on, today)} for one in said if one.kind is kind]
        for kind in StatementKind
    }
    values: dict[str, Any] = {
        "matters": lines[StatementKind.MATTERS][:1],
        "planned": lines[StatementKind.PLAN],
        "card": None,
        "comments": [],
        "wants_approval": bool(request.standing.programme and request.standing.programme.plans_need_approval),
    }
    if card is None:
        return values
    attained = outcomes.attainments_of(viewer, case.id)
    comments = [
        {
            "words": one.words,
            "about": one.action_words,
            "when": day_said(timezone.localdate(one.said_at), today),
            "seen": one.seen,
            "risk": "" if one.seen else question_about(viewer, one.words),
        }
        for one in reads.comments_of(viewer, card.id)
    ]
    return values | {"card": plan_values(card, case, attained, today), "comments": comments}


@require_http_methods(["GET", "POST"])
def begin(request: Request, case_id: UUID) -> HttpResponse:
    """From an empty page, a template of the programme's own, or an example that comes with the house."""
    case = reads.case(request.viewer, case_id)
    own = {str(one.id): one for one in reads.templates(request.viewer)}
    shipped = {one.id: one for one in examples.examples()}
    offered = [(key, one.title) for key, one in own.items()]
    offered += [(key, _("Example: %(title)s") % {"title": _(one.title)}) for key, one in shipped.items()]
    form = BeginForm(request.POST or None, offered=offered)

    def act() -> object:
        key = form.cleaned_data["template"]
        text = own[key].body if key in own else _text_of(shipped[key], case.language) if key else ""
        return actions.open_plan(case_id=case_id, template=text, by=request.viewer, at=request.at)

    return step(request, case_id, form, _("A plan together"), _("Begin the plan"), act)


def _text_of(example: examples.Example, language: str) -> str:
    """An example as the text of a template, in the person's language where we speak it."""
    code = spoken(language) if language else ""
    with translation.override(code if code in WHOLE else translation.get_language()):
        lines = []
        for goal in example.goals:
            lines.append(_(goal.words))
            lines += [f"{'+' if by == 'worker' else '-'} {_(words)}" for words, by in goal.actions]
    return "\n".join(lines)


@require_POST
def ask(request: Request, plan_id: UUID) -> HttpResponse:
    """Ask for approval."""
    card = reads.plan(request.viewer, plan_id)
    actions.ask_approval(plan_id=plan_id, by=request.viewer, at=request.at)
    return done(request, card.case_id, _("Asked. You see here what comes back."))


@require_POST
def agree(request: Request, plan_id: UUID) -> HttpResponse:
    """Let a draft hold, where nobody else has to say yes."""
    card = reads.plan(request.viewer, plan_id)
    actions.agree_plan(plan_id=plan_id, by=request.viewer, at=request.at)
    return done(request, card.case_id, _("Agreed."))


@require_http_methods(["GET", "POST"])
def close(request: Request, plan_id: UUID) -> HttpResponse:
    """End a plan: what was reached and what was not stays to be seen."""
    card = reads.plan(request.viewer, plan_id)
    form = ClosePlanForm(request.POST or None)
    return step(
        request,
        card.case_id,
        form,
        _("End of the plan"),
        _("Close the plan"),
        lambda: actions.close_plan(
            plan_id=plan_id,
            reason=PlanEnd(form.cleaned_data["reason"]),
            words=form.cleaned_data["words"],
            by=request.viewer,
            at=request.at,
        ),
    )


@require_POST
def take_up(request: Request, plan_id: UUID) -> HttpResponse:
    """Go on with a closed plan."""
    card = reads.plan(request.viewer, plan_id)
    actions.take_up_plan(plan_id=plan_id, by=request.viewer, at=request.at)
    return done(request, card.case_id, _("The plan goes on."))


@require_POST
def seen(request: Request, plan_id: UUID) -> HttpResponse:
    """What they wrote has been read."""
    card = reads.plan(request.viewer, plan_id)
    actions.note_comments(plan_id=plan_id, by=request.viewer, at=request.at)
    return done(request, card.case_id, _("Noted."))


@require_GET
def history(request: Request, plan_id: UUID) -> HttpResponse:
    """Every change, and with `?on=` the plan as it stood at the end of that day."""
    card = reads.plan(request.viewer, plan_id)
    case = reads.case(request.viewer, card.case_id)
    look(request, case)
    today = timezone.localdate(request.at)
    day = _day(request.GET.get("on", ""))
    stood = reads.plan_on(request.viewer, plan_id, day) if day else None
    values = {
        "case": case,
        "plan_id": plan_id,
        "on": day.isoformat() if day else "",
        "on_said": date_said(day) if day else "",
        "card": plan_values(stood, case, {}, day) if stood and day else None,
        "changes": [
            {
                "when": f"{day_said(timezone.localdate(one.at), today)}, {time_said(one.at)}",
                "day": timezone.localdate(one.at).isoformat(),
                "who": case.given_name if one.by_person else one.worker_name,
                "what": CHANGES.get(one.what, one.what),
            }
            for one in reads.versions_of(request.viewer, plan_id)
        ],
        "before": [
            {"id": one.id, "when": day_said(one.opened_on, today)}
            for one in reads.plans_before(request.viewer, card.case_id)
            if one.id != plan_id
        ],
    }
    return page(request, "plan/history.html", values)


def _day(text: str) -> dt.date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None
