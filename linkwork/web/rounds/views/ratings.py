"""Ratings: the sheets of a study, one sheet, one cell."""

from decimal import Decimal, InvalidOperation
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.core.errors import Invalid
from linkwork.core.viewer import Role
from linkwork.evaluation.coding import access, actions, reads
from linkwork.evaluation.coding.rules.scores import CaseKind, Flag
from linkwork.programmes import reads as programmes
from linkwork.web.rounds.presenters import ratings as present
from linkwork.web.rounds.rating_forms import NewSheetForm, RateForm, VerdictForm
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.labels import Labels
from linkwork.web.study.shell import shell

MOST_EVIDENCE = 60


@require_http_methods(["GET", "POST"])
def ratings(request: Request, study_id: UUID) -> HttpResponse:
    """The sheets of a study, and a new one."""
    viewer = request.viewer
    codes = reads.codes_used(viewer, study_id)
    offered: Labels = [(f"{one.frame_id}:{one.construct_id}", one.name) for one in codes]
    raters = [(one.id, one.name) for one in programmes.workers(viewer, role=Role.EVALUATOR)]
    form = NewSheetForm(offered, raters, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.open_sheet(
                study_id=study_id,
                title=form.cleaned_data["title"],
                kind=CaseKind(form.cleaned_data["kind"]),
                cases=form.cleaned_data["cases"].splitlines(),
                constructs=[_pair(one) for one in form.cleaned_data["constructs"]],
                rater_ids=[UUID(one) for one in form.cleaned_data["raters"]],
                settings=form.settings(),
                by=viewer,
                at=request.at,
            )
            return redirect("rounds:sheet", made)
        except Invalid as refusal:
            form.refuse(refusal.errors)
    values = {
        "sheets": [present.sheet_row(one) for one in reads.sheets(viewer, study_id)],
        "form": form,
        "has_codes": bool(offered),
    } | shell(viewer, study_id, "rounds:home")
    return page(request, "rounds/ratings.html", values, 400 if form.errors else 200)


@require_GET
def sheet(request: Request, sheet_id: UUID) -> HttpResponse:
    """Constructs by cases; after the comparison what tells the cases apart."""
    viewer = request.viewer
    found = reads.sheet(viewer, sheet_id)
    rows = present.matrix(found, viewer.id)
    values = {
        "sheet": present.sheet_row(found) | {"id": sheet_id, "raters": ", ".join(found.raters.values())},
        "cases": present.case_rows(found),
        "rows": rows,
        "counts": present.counts(rows),
        "agreed": present.agreed(found),
        "upper": found.upper,
        "mine": viewer.id in found.raters,
        "may_compare": found.compared_at is None and access.leads(viewer, found.opened_by_id),
        "verdicts": VerdictForm().fields["verdict"].choices,  # type: ignore[attr-defined]
    }
    return page(request, "rounds/sheet.html", values | shell(viewer, found.study_id, "rounds:home"))


@require_http_methods(["GET", "POST"])
def cell(request: Request, sheet_id: UUID, case_id: UUID, code: str) -> HttpResponse:
    """One cell: rate it for oneself, or settle it once the raters have compared."""
    viewer, pair = request.viewer, _pair(code)
    found = reads.sheet(viewer, sheet_id)
    if case_id not in {one.id for one in found.cases} or pair not in {
        (one.frame_id, one.construct_id) for one in found.constructs
    }:
        return redirect("rounds:sheet", sheet_id)
    quotes = reads.quotes(viewer, found.study_id, *pair)[:MOST_EVIDENCE]
    spot = (case_id, *pair)
    form = RateForm(
        present.evidence(quotes), request.POST or None, initial=present.own(found, spot, viewer.id)
    )
    if request.method == "POST" and form.is_valid():
        mark, value = form.rating()
        keep = actions.settle_rating if found.compared_at else actions.rate
        try:
            keep(
                sheet_id=sheet_id,
                case_id=case_id,
                construct=pair,
                mark=mark,
                value=value,
                reason=form.cleaned_data["reason"],
                evidence=form.ids(),
                by=viewer,
                at=request.at,
            )
            messages.success(request, _("Kept."))
            return redirect("rounds:sheet", sheet_id)
        except Invalid as refusal:
            form.refuse(refusal.errors)
    values = {
        "sheet": {"id": sheet_id, "title": found.title, "compared": found.compared_at is not None},
        "cell": present.cell_page(found, spot),
        "case_id": case_id,
        "code": code,
        "form": form,
        "has_evidence": bool(quotes),
        "may_rate": found.compared_at is not None or viewer.id in found.raters,
    } | shell(viewer, found.study_id, "rounds:home")
    return page(request, "rounds/cell.html", values, 400 if form.errors else 200)


@require_POST
def compare(request: Request, sheet_id: UUID) -> HttpResponse:
    """Let the raters see each other's ratings."""
    actions.compare_ratings(sheet_id=sheet_id, by=request.viewer, at=request.at)
    messages.success(request, _("The raters see each other’s ratings now. Settle where they differ."))
    return redirect("rounds:sheet", sheet_id)


@require_POST
def order(request: Request, sheet_id: UUID) -> HttpResponse:
    """Say how the cases fared, and how many count as the better ones."""
    found = reads.sheet(request.viewer, sheet_id)
    try:
        outcomes = {one.id: _number(request.POST.get(f"outcome-{one.id}", "")) for one in found.cases}
        said = request.POST.get("upper", "")
        actions.order_cases(
            sheet_id=sheet_id,
            outcomes=outcomes,
            upper=int(said) if said.isascii() and said.isdigit() else 0,
            by=request.viewer,
            at=request.at,
        )
        messages.success(request, _("The cases are in their order."))
    except InvalidOperation:
        messages.error(request, _("Enter an outcome as a number, such as 0.45, or leave all empty."))
    except Invalid as refusal:
        messages.error(request, refusal.reason)
    return redirect("rounds:sheet", sheet_id)


@require_POST
def verdict(request: Request, sheet_id: UUID, code: str) -> HttpResponse:
    """Decide whether a construct tells the cases apart."""
    form = VerdictForm(request.POST)
    if form.is_valid():
        actions.give_verdict(
            sheet_id=sheet_id,
            construct=_pair(code),
            verdict=form.chosen(),
            note=form.cleaned_data["note"],
            by=request.viewer,
            at=request.at,
        )
    else:
        messages.error(request, _("Choose one of the four verdicts."))
    return redirect("rounds:sheet", sheet_id)


@require_POST
def flag(request: Request, sheet_id: UUID, case_id: UUID, code: str) -> HttpResponse:
    """Decide whether a flag of a cell holds."""
    said = request.POST.get("flag", "")
    if said in list(Flag):
        actions.rule_on_flag(
            sheet_id=sheet_id,
            case_id=case_id,
            construct=_pair(code),
            flag=Flag(said),
            upheld=request.POST.get("upheld") == "yes",
            by=request.viewer,
            at=request.at,
        )
    return redirect("rounds:cell", sheet_id, case_id, code)


def _pair(code: str) -> tuple[str, str]:
    frame, _colon, construct = code.partition(":")
    return frame, construct


def _number(said: str) -> Decimal | None:
    """A number with a point or a comma; None where nothing was said. Raises InvalidOperation."""
    said = said.strip().replace(",", ".")
    if not said:
        return None
    found = Decimal(said)
    if not found.is_finite() or abs(found) >= 10**9:
        raise InvalidOperation
    return round(found, 3)
