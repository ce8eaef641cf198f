"""The codebook as a table: what each code means, when to use it and when not."""

import datetime as dt
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from linkwork.core.languages import direction
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.coding.rules.codebook import Codebook, CodeCard
from linkwork.evaluation.coding.rules.own import CodeState
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.studies import reads as studies
from linkwork.exchange.days import date_said
from linkwork.exchange.grids import Grid

STATES = {
    CodeState.IN_USE: lambda: _("in use"),
    CodeState.LEFT_OUT: lambda: _("left out"),
    CodeState.RETIRED: lambda: _("retired"),
}


def codebook_grid(viewer: Viewer, study_id: UUID, at: dt.datetime) -> Grid:
    """One row for each code, in the order of the tree; how many codings carry it. Raises NotFound."""
    study, book = studies.study(viewer, study_id), coding.codebook(viewer, study_id)
    used = coding.used(viewer, study_id, Layer.CONSENSUS)
    frozen = coding.versions(viewer, study_id)
    language = (translation.get_language() or "en").split("-")[0]
    notes = [f"{one.long_name}: {one.citation}" for one in book.frames if one.citation]
    if frozen:
        about = {"n": frozen[0].number, "day": date_said(frozen[0].frozen_at.date()), "hash": frozen[0].hash}
        notes.append(_("Last frozen version: %(n)s, %(day)s, hash %(hash)s.") % about)
    notes.append(_("Made on %(day)s") % {"day": date_said(at.date())} + ".")
    return Grid(
        title=_("Codebook: %(study)s") % {"study": study.title},
        notes=tuple(notes),
        heads=(
            _("Code"), _("List"), _("Hangs under"), _("What it means"), _("Use it when"), _("Not when"), _("Example"),
            _("Leads to"), _("State"), _("Codings"),
        ),
        rows=tuple(
            _row(book, frame.name, one, used[one.pair])
            for frame in book.frames
            for one in frame.codes
            if one.state is not CodeState.MERGED
        ),
        lang=language,
        dir=direction(language),
        wide=True,
    )  # fmt: skip


def _row(book: Codebook, frame: str, card: CodeCard, codings: int) -> tuple[str | int, ...]:
    above = book.get(card.frame_id, card.parent) if card.parent else None
    mapped = [book.get(*pair) for pair in card.maps_to]
    return (
        card.name,
        frame,
        above.name if above else "",
        card.definition,
        card.include,
        card.exclude,
        card.example,
        "; ".join(one.name for one in mapped if one),
        _("heading") if card.heading else STATES[card.state](),
        codings,
    )
