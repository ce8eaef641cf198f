"""Editing a text that is coded: the codings move along, and those whose words are gone are listed."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.access import check_may_change, check_may_code
from linkwork.evaluation.coding.actions.parts.lookups import hold_text_of
from linkwork.evaluation.coding.models import Coding, EarlierPlace, LostCoding
from linkwork.evaluation.coding.rules import is_within
from linkwork.evaluation.coding.rules.anchors import Anchor, Fate, anchors
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies import reads
from linkwork.evaluation.studies.access import check_part
from linkwork.evaluation.studies.rules import Doing
from linkwork.trail import actions as trail

AROUND = 60
FORGOTTEN = {"words": "", "before": "", "after": ""}


@dataclass(frozen=True)
class Edited:
    """What an edit did to the codings of all coders: how many stand on the same words, on changed ones, on none."""

    same: int
    changed: int
    lost: int


@action
def edit_text(*, source_id: UUID, text: str, by: Viewer, at: dt.datetime) -> Edited:
    """Give a source a new version of its text and move all codings, removed ones too, to where their words stand now.

    Raises NotFound, NotAllowed, Invalid (text).
    """
    check_may_code(by)
    old = studies.replace_text(source_id=source_id, text=text, by=by, at=at)
    return _moved(source_id, old, {}, by, at)


@action
def go_back(*, source_id: UUID, by: Viewer, at: dt.datetime) -> Edited:
    """Give a source the text it had before the last edit, as a new version, and put its codings where they stood then.

    Codings made since are moved as by an edit. Raises NotFound, NotAllowed, IllegalStep where it was never edited.
    """
    check_may_code(by)
    versions = reads.earlier_texts(by, source_id)
    if not versions:
        raise IllegalStep(_("This text was never edited."))
    back = versions[0]
    old = studies.replace_text(source_id=source_id, text=back.text, by=by, at=at)
    places = EarlierPlace.objects.filter(
        programme_id=by.programme, coding__source_id=source_id, text_hash=back.hash
    )
    return _moved(source_id, old, {place.coding_id: place for place in places}, by, at)


@action
def place_lost(
    *, coding_id: UUID, start: int, end: int, by: Viewer, at: dt.datetime, seen: int | None = None
) -> None:
    """Put a coding whose words are gone onto a passage of the text as it is now; `seen` is the version that was read.

    Raises NotFound where it is not lost, NotAllowed, Invalid (passage).
    """
    row, lost = _lost(by, coding_id, at, seen)
    source = reads.source(by, row.source_id)
    if not is_within(start, end, len(source.text)):
        raise Invalid({"passage": _("Choose some words of the text.")})
    row.start, row.end, row.text_hash, row.removed_at = start, end, source.hash, None
    row.changed_from = "" if source.text[start:end] == lost.words else lost.words
    row.save(update_fields=["start", "end", "text_hash", "removed_at", "changed_from"])
    _settle(lost, at)
    detail: dict[str, object] = {"start": start, "end": end}
    trail.record(by=by, at=at, what="coding.place_lost", about="coding", about_id=coding_id, detail=detail)


@action
def let_go(*, coding_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Leave a coding whose words are gone where it is: out of every count. Raises NotFound, NotAllowed."""
    _row, lost = _lost(by, coding_id, at, None)
    _settle(lost, at)
    trail.record(by=by, at=at, what="coding.let_go", about="coding", about_id=coding_id)


@action
def accept_change(*, coding_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Say that a coding still fits the words as they were changed. Raises NotFound, NotAllowed."""
    check_may_code(by)
    row = Coding.objects.filter(programme_id=by.programme, id=coding_id).exclude(changed_from="").first()
    if row is None:
        raise NotFound(_("There is no such coding in this programme."))
    _check_own(by, row)
    row.changed_from = ""
    row.save(update_fields=["changed_from"])
    trail.record(by=by, at=at, what="coding.accept_change", about="coding", about_id=coding_id)


def _moved(source_id: UUID, old: str, known: dict[UUID, EarlierPlace], by: Viewer, at: dt.datetime) -> Edited:
    """Move every coding of the source from `old` to its text as it is now; `known` are places to go back to."""
    source = reads.source(by, source_id)
    rows = list(Coding.objects.select_for_update().filter(programme_id=by.programme, source_id=source_id))
    lost_before = {
        one.coding_id: one
        for one in LostCoding.objects.filter(
            programme_id=by.programme, coding__source_id=source_id, settled_at__isnull=True
        )
    }
    previous = {version.hash for version in reads.earlier_texts(by, source_id)[:1]}
    standing = [row for row in rows if row.text_hash in previous]
    _remember(standing, by, at)
    found = anchors(old, source.text, [(row.start, row.end) for row in standing])
    where = dict(zip((row.id for row in standing), found, strict=True))
    counted: Counter[Fate] = Counter()
    fresh: list[LostCoding] = []
    for row in rows:
        fate = (
            _to_known(row, known[row.id], lost_before.get(row.id), source.hash) if row.id in known else None
        )
        if fate is None and row.id in where:
            fate = _to_anchor(row, where[row.id], old, source.hash, fresh, by, at)
        if fate is not None and (row.removed_at is None or fate is Fate.LOST):
            counted[fate] += 1
    fields = ["start", "end", "text_hash", "changed_from", "removed_at"]
    Coding.objects.bulk_update(rows, fields, batch_size=500)
    LostCoding.objects.bulk_create(fresh)
    returned = [one.id for coding_id, one in lost_before.items() if coding_id in known]
    LostCoding.objects.filter(programme_id=by.programme, id__in=returned).update(settled_at=at, **FORGOTTEN)
    result = Edited(counted[Fate.SAME], counted[Fate.CHANGED], counted[Fate.LOST])
    detail: dict[str, object] = dict(vars(result))
    trail.record(by=by, at=at, what="coding.edit_text", about="source", about_id=source_id, detail=detail)
    return result


def _remember(rows: Sequence[Coding], by: Viewer, at: dt.datetime) -> None:
    EarlierPlace.objects.bulk_create(
        (
            EarlierPlace(
                programme_id=by.programme,
                coding_id=row.id,
                text_hash=row.text_hash,
                start=row.start,
                end=row.end,
                changed_from=row.changed_from,
                created_at=at,
            )
            for row in rows
        ),
        ignore_conflicts=True,  # the same text may come back twice: where a coding stood in it then still holds
    )


def _to_known(row: Coding, place: EarlierPlace, lost: LostCoding | None, text_hash: str) -> Fate:
    row.start, row.end, row.text_hash, row.changed_from = (
        place.start,
        place.end,
        text_hash,
        place.changed_from,
    )
    if lost is not None:
        row.removed_at = None
    return Fate.CHANGED if row.changed_from else Fate.SAME


def _to_anchor(
    row: Coding,
    anchor: Anchor,
    old: str,
    text_hash: str,
    fresh: list[LostCoding],
    by: Viewer,
    at: dt.datetime,
) -> Fate | None:
    words = old[row.start : row.end]
    if anchor.fate is not Fate.LOST:
        changed = row.changed_from or ("" if anchor.fate is Fate.SAME else words)
        row.start, row.end, row.text_hash, row.changed_from = anchor.start, anchor.end, text_hash, changed
        return Fate.CHANGED if changed else Fate.SAME
    if row.removed_at is not None:
        return None  # it counted nowhere before, and nobody need place it anew
    row.removed_at = at
    fresh.append(
        LostCoding(
            programme_id=by.programme,
            coding_id=row.id,
            words=row.changed_from or words,
            before=old[max(0, row.start - AROUND) : row.start],
            after=old[row.end : row.end + AROUND],
            created_at=at,
        )
    )
    return Fate.LOST


def _lost(by: Viewer, coding_id: UUID, at: dt.datetime, seen: int | None) -> tuple[Coding, LostCoding]:
    """The coding and what it lost, held after its text, as an edit holds them."""
    check_may_code(by)
    rows = LostCoding.objects.filter(programme_id=by.programme, coding_id=coding_id, settled_at__isnull=True)
    hold_text_of(by, at, coding_id, seen)
    lost = rows.select_for_update().select_related("coding").first()
    if lost is None:
        raise NotFound(_("This coding has not lost its words."))
    _check_own(by, lost.coding)
    return lost.coding, lost


def _check_own(by: Viewer, row: Coding) -> None:
    """Each coder places their own; what belongs to no coder is everybody's who codes."""
    if row.coder_id is not None:
        check_may_change(by, row.coder_id)
    check_part(reads.part_in(by, row.study_id), Doing.CODE)


def _settle(lost: LostCoding, at: dt.datetime) -> None:
    """Nobody needs what was kept to place it by any more."""
    LostCoding.objects.filter(programme_id=lost.programme_id, id=lost.id).update(settled_at=at, **FORGOTTEN)
