"""What becomes of an extract: its figures leave, or its rows are removed."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound, Refused
from linkwork.core.viewer import Kind, Viewer
from linkwork.extracts import parquet
from linkwork.extracts.access import check_may_remove, check_may_take
from linkwork.extracts.citations import citations
from linkwork.extracts.models import Extract
from linkwork.extracts.reads import card_of, extracts_by_id, folder_of, in_the_way, released
from linkwork.trail import actions as trail

LONGEST_WHY = 300
BASE = 5


@action
def release(*, extract_id: UUID, by: Viewer, at: dt.datetime, base: int | None = None, why: str = "") -> None:
    """Say that figures of an extract leave the programme, as they are (0) or rounded to `base` (5).

    Once is enough; without a `base` they leave as was said before, or as they are. `why` stays with the extract.

    From then on every other extract's figures are decided with these in view. Raises NotAllowed, NotFound, Invalid
    (base, why); Refused where its rows were removed, where it leaves in another way already, or where it overlaps with
    one that left and neither lies inside the other: then nobody could say what can be worked out from both.
    """
    check_may_take(by)
    row = Extract.objects.select_for_update().filter(programme_id=by.programme, id=extract_id).first()
    if row is None:
        raise NotFound(_("There is no such extract in this programme."))
    if base not in (None, 0, BASE):
        raise Invalid({"base": _("Round to %(base)s, or not at all.") % {"base": BASE}})
    if len(why.strip()) > LONGEST_WHY:
        raise Invalid({"why": _("Say why, in at most %(most)s characters.") % {"most": LONGEST_WHY}})
    if row.removed_at:
        raise Refused(_("The rows of this extract were removed: its figures do not leave any more."))
    if row.released_at and base not in (None, row.base):
        raise Refused(_("Figures of this extract left already, and not in this way. They stay as they are."))
    if row.released_at:
        return
    if other := in_the_way(card_of(row), released(by)):
        raise Refused(
            _("Figures of “%(name)s” left already, and this extract shares only some of its days or places."
              " Take an extract inside it, around it or apart from it.") % {"name": other.name}
        )  # fmt: skip
    row.released_at, row.base, row.released_why = at, base or 0, why.strip()
    row.save(update_fields=["released_at", "base", "released_why"])
    trail.record(by=by, at=at, what="extracts.release", about="extract", about_id=extract_id)


@action
def let_out(*, extract_ids: Collection[UUID], by: Viewer, at: dt.datetime) -> int:
    """`release` those of these extracts that are not out yet, as they are; how many that were.

    What is out already may be taken along by whoever may read it. Raises NotFound for an unknown one, and as `release`
    does: then none of them is let out.
    """
    found = extracts_by_id(by, extract_ids)
    if len(found) < len(set(extract_ids)):
        raise NotFound(_("There is no such extract in this programme."))
    waiting = sorted(one.id for one in found.values() if one.released_at is None)
    for extract_id in waiting:
        release(extract_id=extract_id, by=by, at=at)
    return len(waiting)


@action
def remove(*, extract_id: UUID, why: str, by: Viewer, at: dt.datetime) -> None:
    """Remove the rows of an extract for good; its manifest and its hash stay in the list.

    Raises NotAllowed, NotFound, Invalid (why); Refused where something cites it, or it was removed before.
    """
    check_may_remove(by)
    row = Extract.objects.select_for_update().filter(programme_id=by.programme, id=extract_id).first()
    if row is None:
        raise NotFound(_("There is no such extract in this programme."))
    if row.removed_at:
        raise Refused(_("This extract was removed already."))
    if not why.strip() or len(why.strip()) > LONGEST_WHY:
        raise Invalid({"why": _("Say why, in at most %(most)s characters.") % {"most": LONGEST_WHY}})
    if row.released_at:
        raise Refused(_("Figures of this extract left the programme, so it stays."))
    if citations(by.programme, extract_id):
        raise Refused(_("A portrait or a display rests on this extract, so it stays."))
    row.removed_at, row.removed_why = at, why.strip()
    row.removed_by_id = by.id if by.kind is Kind.LOGIN else None
    row.save(update_fields=["removed_at", "removed_why", "removed_by"])
    trail.record(by=by, at=at, what="extracts.remove", about="extract", about_id=extract_id)
    transaction.on_commit(lambda: parquet.remove(folder_of(extract_id)))
