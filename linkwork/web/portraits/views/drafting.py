"""A statement begun: typed, or drafted from a passage, a figure, or a row of a joint display, and linked to it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits import access, actions, reads
from linkwork.evaluation.portraits.reads import PortraitLine
from linkwork.evaluation.portraits.rules.evidence import Evidence, FigureKey
from linkwork.evaluation.portraits.rules.kinds import StatementKind
from linkwork.programmes.rules import Stage
from linkwork.web.portraits import presenters
from linkwork.web.portraits.forms import StatementForm, said_in
from linkwork.web.portraits.labels import VERDICTS
from linkwork.web.portraits.views.parts import picker
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request

NOTHING = Evidence()
SOURCES = ("passages", "figures", "displays")


@dataclass(frozen=True)
class _Begun:
    """What a statement begins with: words to rewrite, and what they come from."""

    text: str = ""
    codings: tuple[UUID, ...] = ()
    figures: tuple[tuple[UUID, FigureKey], ...] = ()
    evidence: Evidence = NOTHING


@require_GET
def draft(request: Request, portrait_id: UUID) -> HttpResponse:
    """What a statement could begin with: ?of=passages, figures or displays."""
    about = _about(request.viewer, portrait_id)
    asked = request.GET.get("of", "")
    of = asked if asked in SOURCES else SOURCES[0]
    stage = request.GET.get("stage", "")
    values: dict[str, Any] = {
        "portrait": {"id": about.id, "title": about.title},
        "of": of,
        "stage": stage if stage in set(Stage) else "",
    }
    if of == "displays":
        values |= _displays(request, about)
    else:
        values["pick"] = picker(request, about.study_id, about.extract_id, NOTHING, of == "figures")
    return page(request, "portraits/draft.html", values)


@require_http_methods(["GET", "POST"])
def statement_new(request: Request, portrait_id: UUID) -> HttpResponse:
    """Say something of the programme: ?quote=, ?figure= or ?row= say what it is drafted from."""
    about = _about(request.viewer, portrait_id)
    begun = _begun(request, about)
    first = {"stage": request.GET.get("stage", ""), "kind": StatementKind.FINDING.value, "text": begun.text}
    form = StatementForm(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid():
        made = carried_out(
            form,
            lambda: actions.draft_statement(
                portrait_id=portrait_id,
                codings=begun.codings,
                figures=begun.figures,
                by=request.viewer,
                at=request.at,
                **said_in(form),
            ),
        )
        if made:
            return redirect("portraits:statement", portrait_id, made)
    values = {
        "form": form,
        "portrait": {"id": about.id, "title": about.title},
        "statement": None,
        "pick": None,
        "begun": presenters.evidence(begun.evidence) if begun.codings or begun.figures else None,
    }
    return page(request, "portraits/statement.html", values)


def _about(viewer: Viewer, portrait_id: UUID) -> PortraitLine:
    access.check_may_write(viewer)
    return reads.portrait_line(viewer, portrait_id)


def _displays(request: Request, about: PortraitLine) -> dict[str, Any]:
    lines = [one for one in reads.displays(request.viewer) if one.study_id == about.study_id]
    asked = request.GET.get("display", "")
    chosen = next((one for one in lines if str(one.id) == asked), lines[0] if lines else None)
    card = reads.display(request.viewer, chosen.id) if chosen else None
    return {
        "displays": [{"id": one.id, "title": one.title, "current": one is chosen} for one in lines],
        "display": card.id if card else None,
        "rows": [
            {
                "id": row.id,
                "question": row.question,
                "reasoning": row.reasoning,
                "verdict": VERDICTS[row.verdict] if row.verdict else "",
                "evidence": presenters.evidence(row.evidence),
            }
            for row in (card.rows if card else ())
        ],
    }


def _begun(request: Request, about: PortraitLine) -> _Begun:
    asked = request.GET
    if quotes := presenters.ids([asked.get("quote", "")]):
        return _from_passage(request.viewer, quotes[0])
    if key := asked.get("figure", ""):
        return _from_figure(request.viewer, about.extract_id, key)
    shown, rows = presenters.ids([asked.get("display", "")]), presenters.ids([asked.get("row", "")])
    return _from_row(request.viewer, shown[0], rows[0]) if shown and rows else _Begun()


def _from_passage(viewer: Viewer, coding_id: UUID) -> _Begun:
    """Its own words where they may be quoted, to be rewritten; its constructs otherwise."""
    (card,) = reads.quote_cards(viewer, [coding_id]).values()
    text = _("“%(said)s”") % {"said": card.text} if card.text else ", ".join(card.codes)
    return _Begun(text, (coding_id,), (), Evidence(quotes=(card,)))


def _from_figure(viewer: Viewer, extract_id: UUID | None, asked: str) -> _Begun:
    found = [one for one in reads.figure_choices(viewer, extract_id) if str(one.key) == asked]
    if not found or found[0].hidden:
        return _Begun()
    card = found[0]
    said = (
        "" if card.small else card.sentence
    )  # words leave as they stand, so none begin with a number that may not
    return _Begun(said, (), ((card.extract_id, card.key),), Evidence(figures=(card,)))


def _from_row(viewer: Viewer, display_id: UUID, row_id: UUID) -> _Begun:
    row = next((one for one in reads.display(viewer, display_id).rows if one.id == row_id), None)
    if row is None:
        return _Begun()
    standing = tuple(one for one in row.evidence.quotes if not one.removed)
    figures = tuple((one.extract_id, one.key) for one in row.evidence.figures if not one.problem)
    return _Begun(
        row.reasoning or row.question,
        tuple(one.coding_id for one in standing),
        figures,
        Evidence(standing, tuple(one for one in row.evidence.figures if not one.problem)),
    )
