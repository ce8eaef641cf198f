"""The codes of an own list: made, described, moved, mapped, retired."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.text import fold
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.access import check_may_keep_codebook
from linkwork.evaluation.coding.actions.lists import add_list
from linkwork.evaluation.coding.actions.parts.lookups import (
    LONGEST_NAME,
    a_standing_code,
    check_study,
    check_texts,
    is_shipped,
    the_list,
)
from linkwork.evaluation.coding.models import CodeList, CodeMapping, OwnCode
from linkwork.evaluation.coding.rules.own import (
    COLOURS,
    ListKind,
    frame_id_of,
    may_hang_under,
    next_colour,
)
from linkwork.trail import actions as trail

Pair = tuple[str, str]


@action
def add_code(
    *,
    list_id: UUID,
    name: str,
    by: Viewer,
    at: dt.datetime,
    parent_id: UUID | None = None,
    definition: str = "",
    include: str = "",
    exclude: str = "",
    example: str = "",
    colour: int | None = None,
    maps_to: Sequence[Pair] = (),
) -> UUID:
    """Add a code to an own list, last among its siblings; its id.

    Without a `colour` it takes its parent's, or the one used least. Raises NotFound, Invalid (by field).
    """
    check_may_keep_codebook(by)
    the_list(by, list_id)
    texts = check_texts(definition=definition, include=include, exclude=exclude, example=example)
    name = _name(by, list_id, name)
    parent = _parent(by, list_id, parent_id)
    there = list(
        OwnCode.objects.filter(programme_id=by.programme, code_list_id=list_id).values_list(
            "position", "colour"
        )
    )
    row = OwnCode.objects.create(
        programme_id=by.programme,
        code_list_id=list_id,
        parent=parent,
        name=name,
        name_key=fold(name)[:LONGEST_NAME],
        colour=_colour(colour or (parent.colour if parent else next_colour([one for _place, one in there]))),
        position=max((place for place, _one in there), default=0) + 1,
        created_at=at,
        **texts,
    )
    _map(by, row.id, maps_to, at)
    trail.record(by=by, at=at, what="coding.add_code", about="code", about_id=row.id)
    return row.id


@action
def add_code_found(*, study_id: UUID, name: str, by: Viewer, at: dt.datetime) -> Pair:
    """Make a code while reading: in the study's first list of codes found so, which is begun where there is none.

    A code in use that has this name already, in any list of the study's own, is the answer instead. Raises NotFound,
    Invalid (name).
    """
    check_may_keep_codebook(by)
    check_study(by, study_id)
    there = OwnCode.objects.filter(
        programme_id=by.programme,
        code_list__study_id=study_id,
        name_key=fold(name.strip())[:LONGEST_NAME],
        retired_at__isnull=True,
        merged_into__isnull=True,
    ).order_by("code_list__created_at", "code_list_id")
    for one in there[:1]:
        return frame_id_of(one.code_list_id), one.id.hex
    list_id = _list_found(by, at, study_id)
    return frame_id_of(list_id), add_code(list_id=list_id, name=name, by=by, at=at).hex


def _list_found(by: Viewer, at: dt.datetime, study_id: UUID) -> UUID:
    rows = CodeList.objects.filter(programme_id=by.programme, study_id=study_id)
    title = _("Found while reading")
    fitting = rows.filter(Q(kind=ListKind.INDUCTIVE) | Q(title_key=fold(title)[:LONGEST_NAME]))
    for found in fitting.order_by("created_at", "id").values_list("id", flat=True)[:1]:
        return found
    return add_list(study_id=study_id, title=title, kind=ListKind.INDUCTIVE, by=by, at=at)


@action
def change_code(
    *,
    code_id: UUID,
    name: str,
    definition: str,
    include: str,
    exclude: str,
    example: str,
    colour: int,
    by: Viewer,
    at: dt.datetime,
) -> None:
    """Say anew what a code is called and means. Raises NotFound, IllegalStep for a merged one, Invalid (by field)."""
    check_may_keep_codebook(by)
    row = a_standing_code(by, code_id)
    texts = check_texts(definition=definition, include=include, exclude=exclude, example=example)
    row.name = _name(by, row.code_list_id, name, code_id)
    row.name_key = fold(row.name)[:LONGEST_NAME]
    row.colour = _colour(colour)
    for field, text in texts.items():
        setattr(row, field, text)
    row.save(update_fields=["name", "name_key", "colour", *texts])
    trail.record(by=by, at=at, what="coding.change_code", about="code", about_id=code_id)


@action
def move_code(
    *, code_id: UUID, parent_id: UUID | None, by: Viewer, at: dt.datetime, before_id: UUID | None = None
) -> None:
    """Hang a code under another of its list (None: under none), before one of its new siblings, else last.

    Raises NotFound, IllegalStep for a merged one, Invalid (parent) where it would hang under itself or too deep.
    """
    check_may_keep_codebook(by)
    row = a_standing_code(by, code_id)
    parent = _parent(by, row.code_list_id, parent_id)
    rows = list(
        OwnCode.objects.filter(programme_id=by.programme, code_list_id=row.code_list_id).order_by(
            "position", "id"
        )
    )
    if not may_hang_under({one.id: one.parent_id for one in rows}, code_id, parent_id):
        raise Invalid({"parent": _("A code cannot hang under itself, nor deeper than six steps.")})
    moved = next(one for one in rows if one.id == code_id)
    moved.parent = parent
    rows.remove(moved)
    place = next((n for n, one in enumerate(rows) if one.id == before_id), len(rows))
    rows.insert(place, moved)
    for n, one in enumerate(rows, start=1):
        one.position = n
    OwnCode.objects.bulk_update(rows, ["position", "parent"], batch_size=200)
    detail: dict[str, object] = {"parent": str(parent_id or "")}
    trail.record(by=by, at=at, what="coding.move_code", about="code", about_id=code_id, detail=detail)


@action
def map_code(*, code_id: UUID, constructs: Sequence[Pair], by: Viewer, at: dt.datetime) -> None:
    """Say of which constructs of shipped frames a code speaks: these and no others. Raises NotFound, Invalid."""
    check_may_keep_codebook(by)
    a_standing_code(by, code_id)
    CodeMapping.objects.filter(programme_id=by.programme, code_id=code_id).delete()
    _map(by, code_id, constructs, at)
    detail: dict[str, object] = {"constructs": [list(one) for one in constructs]}
    trail.record(by=by, at=at, what="coding.map_code", about="code", about_id=code_id, detail=detail)


@action
def retire_code(*, code_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Offer a code no more; what carries it keeps it. Raises NotFound, IllegalStep."""
    check_may_keep_codebook(by)
    row = a_standing_code(by, code_id)
    if row.retired_at:
        raise IllegalStep(_("This code is retired already."))
    row.retired_at = at
    row.save(update_fields=["retired_at"])
    trail.record(by=by, at=at, what="coding.retire_code", about="code", about_id=code_id)


@action
def bring_back_code(*, code_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Offer a retired code again. Raises NotFound, IllegalStep."""
    check_may_keep_codebook(by)
    row = a_standing_code(by, code_id)
    if not row.retired_at:
        raise IllegalStep(_("This code is not retired."))
    row.retired_at = None
    row.save(update_fields=["retired_at"])
    trail.record(by=by, at=at, what="coding.bring_back_code", about="code", about_id=code_id)


def _name(by: Viewer, list_id: UUID, name: str, but: UUID | None = None) -> str:
    name = name.strip()
    if not name:
        raise Invalid({"name": _("Give the code a name.")})
    if len(name) > LONGEST_NAME:
        raise Invalid({"name": _("Keep the name under 120 characters.")})
    there = OwnCode.objects.filter(
        programme_id=by.programme,
        code_list_id=list_id,
        name_key=fold(name)[:LONGEST_NAME],
        merged_into__isnull=True,
    )
    for one in there:
        if one.id == but:
            continue
        if one.retired_at:
            raise Invalid({"name": _("A retired code has this name. Bring it back, or choose another name.")})
        raise Invalid({"name": _("There is a code with this name in the list. Choose another name.")})
    return name


def _parent(by: Viewer, list_id: UUID, parent_id: UUID | None) -> OwnCode | None:
    if parent_id is None:
        return None
    row = OwnCode.objects.filter(
        programme_id=by.programme, code_list_id=list_id, id=parent_id, merged_into__isnull=True
    ).first()
    if row is None:
        raise NotFound(_("There is no such code in this list."))
    return row


def _colour(colour: int) -> int:
    if not 1 <= colour <= COLOURS:
        raise Invalid({"colour": _("Choose one of the eight colours.")})
    return colour


def _map(by: Viewer, code_id: UUID, constructs: Sequence[Pair], at: dt.datetime) -> None:
    if not all(is_shipped(*one) for one in constructs):
        raise Invalid({"maps_to": _("One of these constructs is in no frame. Choose it from the list.")})
    CodeMapping.objects.bulk_create(
        CodeMapping(
            programme_id=by.programme, code_id=code_id, frame=frame, construct=construct, created_at=at
        )
        for frame, construct in dict.fromkeys(constructs)
    )
