"""Portraits: opening, the words around the statements, sending for review."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits import reads
from linkwork.evaluation.portraits.access import check_may_write
from linkwork.evaluation.portraits.actions.parts.checks import check_extract, fitting, said
from linkwork.evaluation.portraits.actions.parts.finding import portrait_of, stamp_of
from linkwork.evaluation.portraits.actions.versions import frozen_now
from linkwork.evaluation.portraits.models import Portrait, StageSection
from linkwork.evaluation.studies import reads as studies
from linkwork.programmes.rules import Stage
from linkwork.trail import actions as trail


@action
def open_portrait(
    *,
    study_id: UUID,
    title: str,
    by: Viewer,
    at: dt.datetime,
    focus: str = "",
    extract_id: UUID | None = None,
) -> UUID:
    """Begin a portrait with its three chapters; its id. Raises NotFound, Invalid (title, focus)."""
    check_may_write(by)
    studies.study(by, study_id)
    check_extract(by, extract_id)
    row = Portrait.objects.create(
        programme_id=by.programme,
        study_id=study_id,
        title=_free_title(by, study_id, title),
        focus=fitting("focus", focus),
        extract_id=extract_id,
        created_at=at,
    )
    for stage in Stage:
        StageSection.objects.create(programme_id=by.programme, portrait=row, stage=stage, created_at=at)
    trail.record(by=by, at=at, what="portraits.open_portrait", about="portrait", about_id=row.id)
    return row.id


@action
def change_portrait(
    *,
    portrait_id: UUID,
    title: str,
    focus: str,
    interpretation: str,
    plain: str,
    extract_id: UUID | None,
    by: Viewer,
    at: dt.datetime,
) -> None:
    """Say anew what it looks at, what runs through it, and the story in plain language.

    Another extract is for figures linked from now on; links made before keep theirs. Raises NotFound, Invalid.
    """
    row = portrait_of(by, portrait_id)
    check_extract(by, extract_id)
    row.title = _free_title(by, row.study_id, title, but=row.id)
    row.focus = fitting("focus", focus)
    row.interpretation = fitting("interpretation", interpretation)
    row.extract_id = extract_id
    if (told := fitting("plain", plain)) != row.plain:
        row.plain, row.plain_of = told, stamp_of(row)
    row.save(update_fields=["title", "focus", "interpretation", "plain", "plain_of", "extract_id"])
    trail.record(by=by, at=at, what="portraits.change_portrait", about="portrait", about_id=portrait_id)


@action
def write_section(
    *, portrait_id: UUID, stage: Stage, heading: str, summary: str, by: Viewer, at: dt.datetime
) -> None:
    """Name a chapter and say how it begins. Raises NotFound, Invalid (heading, summary)."""
    row = portrait_of(by, portrait_id)
    section = StageSection.objects.get(programme_id=by.programme, portrait=row, stage=stage)
    section.heading = fitting("heading", heading, 160)
    section.summary = fitting("summary", summary)
    section.save(update_fields=["heading", "summary"])
    detail: dict[str, object] = {"stage": stage.value}
    trail.record(
        by=by, at=at, what="portraits.write_section", about="portrait", about_id=portrait_id, detail=detail
    )


@action
def share_portrait(*, portrait_id: UUID, shared: bool, by: Viewer, at: dt.datetime) -> None:
    """Send it to the public advisers as a version, or take it back from them, links and all.

    Raises NotFound, Invalid (portrait).
    """
    row = portrait_of(by, portrait_id)
    if shared and not row.statements.filter(removed_at__isnull=True).exists():
        raise Invalid({"portrait": _("Write a statement before you ask for a review.")})
    row.shared_at = (row.shared_at or at) if shared else None
    row.save(update_fields=["shared_at"])
    if shared:
        frozen_now(portrait=row, card=reads.portrait(by, portrait_id), by=by, at=at)
    detail: dict[str, object] = {"shared": shared}
    trail.record(
        by=by, at=at, what="portraits.share_portrait", about="portrait", about_id=portrait_id, detail=detail
    )


def _free_title(by: Viewer, study_id: UUID, title: str, but: UUID | None = None) -> str:
    title = said("title", title)
    others = Portrait.objects.filter(programme_id=by.programme, study_id=study_id, title=title)
    if others.exclude(**({"id": but} if but else {})).exists():
        raise Invalid({"title": _("There is a portrait with this title already. Choose another title.")})
    return title
