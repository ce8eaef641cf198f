"""Freezing a portrait: what was read can be read again, under its number and its hash."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action, part_of_action
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits import reads
from linkwork.evaluation.portraits.actions.parts.checks import fitting
from linkwork.evaluation.portraits.actions.parts.finding import portrait_of
from linkwork.evaluation.portraits.models import Portrait, PortraitVersion
from linkwork.evaluation.portraits.reads import PortraitCard
from linkwork.evaluation.portraits.reads.content import Around, content
from linkwork.trail import actions as trail

LONGEST_NOTE = 300


@action
def freeze_portrait(*, portrait_id: UUID, by: Viewer, at: dt.datetime, note: str = "") -> int:
    """Keep the portrait as it now stands; the version's number. The same content again is the same version.

    Raises NotFound, Invalid (note; portrait: nothing is said in it yet).
    """
    row = portrait_of(by, portrait_id)
    card = reads.portrait(by, portrait_id)
    if not card.statements:
        raise Invalid({"portrait": _("Write a statement before you keep a version.")})
    return frozen_now(portrait=row, card=card, by=by, at=at, note=fitting("note", note, LONGEST_NOTE)).number


@part_of_action
def frozen_now(
    *, portrait: Portrait, card: PortraitCard, by: Viewer, at: dt.datetime, note: str = ""
) -> PortraitVersion:
    """The version that is exactly `card`, made where there is none yet. `portrait` is locked by the caller."""
    rows = PortraitVersion.objects.filter(programme_id=portrait.programme_id, portrait=portrait)
    if found := rows.filter(hash=card.fingerprint).first():
        return found
    last = rows.order_by("-number").first()
    around = Around(card.title, card.focus, card.interpretation, card.plain, card.plain_language)
    made = PortraitVersion.objects.create(
        programme_id=portrait.programme_id,
        portrait=portrait,
        number=last.number + 1 if last else 1,
        hash=card.fingerprint,
        content=content(around, card.sections, card.events),
        note=note,
        created_at=at,
    )
    detail: dict[str, object] = {"number": made.number, "hash": made.hash}
    trail.record(
        by=by, at=at, what="portraits.freeze_portrait", about="portrait", about_id=portrait.id, detail=detail
    )
    return made
