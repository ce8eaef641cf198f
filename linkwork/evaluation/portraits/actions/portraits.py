"""Portraits: opening, the words around the statements, events, sending for review."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.access import check_may_write
from linkwork.evaluation.portraits.actions.parts.checks import check_extract, fitting, said
from linkwork.evaluation.portraits.models import Portrait, StageSection, TimelineEvent
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
    row = _portrait(by, portrait_id)
    check_extract(by, extract_id)
    row.title = _free_title(by, row.study_id, title, but=row.id)
    row.focus = fitting("focus", focus)
    row.interpretation = fitting("interpretation", interpretation)
    row.plain = fitting("plain", plain)
    row.extract_id = extract_id
    row.save(update_fields=["title", "focus", "interpretation", "plain", "extract_id"])
    trail.record(by=by, at=at, what="portraits.change_portrait", about="portrait", about_id=portrait_id)


@action
def write_section(
    *, portrait_id: UUID, stage: Stage, heading: str, summary: str, by: Viewer, at: dt.datetime
) -> None:
    """Name a chapter and say how it begins. Raises NotFound, Invalid (heading, summary)."""
    row = _portrait(by, portrait_id)
    section = StageSection.objects.get(programme_id=by.programme, portrait=row, stage=stage)
    section.heading = fitting("heading", heading, 160)
    section.summary = fitting("summary", summary)
    section.save(update_fields=["heading", "summary"])
    detail: dict[str, object] = {"stage": stage.value}
    trail.record(
        by=by, at=at, what="portraits.write_section", about="portrait", about_id=portrait_id, detail=detail
    )


@action
def add_event(*, portrait_id: UUID, happened_on: dt.date, title: str, by: Viewer, at: dt.datetime) -> UUID:
    """Put something that happened on the timeline; its id. Raises NotFound, Invalid (title)."""
    row = _portrait(by, portrait_id)
    event = TimelineEvent.objects.create(
        programme_id=by.programme,
        portrait=row,
        happened_on=happened_on,
        title=said("title", title),
        created_at=at,
    )
    trail.record(by=by, at=at, what="portraits.add_event", about="portrait", about_id=portrait_id)
    return event.id


@action
def remove_event(*, event_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Take an event off the timeline. Raises NotFound."""
    check_may_write(by)
    event = TimelineEvent.objects.filter(programme_id=by.programme, id=event_id).first()
    if event is None:
        raise NotFound(_("There is no such event on this timeline."))
    portrait_id = event.portrait_id
    event.delete()
    trail.record(by=by, at=at, what="portraits.remove_event", about="portrait", about_id=portrait_id)


@action
def share_portrait(*, portrait_id: UUID, shared: bool, by: Viewer, at: dt.datetime) -> None:
    """Send it to the public advisers, or take it back from them. Raises NotFound, Invalid (portrait)."""
    row = _portrait(by, portrait_id)
    if shared and not row.statements.exists():
        raise Invalid({"portrait": _("Write a statement before you ask for a review.")})
    row.shared_at = (row.shared_at or at) if shared else None
    row.save(update_fields=["shared_at"])
    detail: dict[str, object] = {"shared": shared}
    trail.record(
        by=by, at=at, what="portraits.share_portrait", about="portrait", about_id=portrait_id, detail=detail
    )


def _portrait(by: Viewer, portrait_id: UUID) -> Portrait:
    check_may_write(by)
    row = Portrait.objects.select_for_update().filter(programme_id=by.programme, id=portrait_id).first()
    if row is None:
        raise NotFound(_("There is no such portrait in this programme."))
    return row


def _free_title(by: Viewer, study_id: UUID, title: str, but: UUID | None = None) -> str:
    title = said("title", title)
    others = Portrait.objects.filter(programme_id=by.programme, study_id=study_id, title=title)
    if others.exclude(**({"id": but} if but else {})).exists():
        raise Invalid({"title": _("There is a portrait with this title already. Choose another title.")})
    return title
