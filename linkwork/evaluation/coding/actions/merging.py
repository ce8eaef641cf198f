"""Merging two codes, and parting them again. No coding is lost either way."""

import datetime as dt
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.access import check_may_keep_codebook
from linkwork.evaluation.coding.actions.parts.lookups import a_standing_code, check_study, the_list
from linkwork.evaluation.coding.models import CodeMapping, CodingCode, Merge, MergedCoding, OwnCode
from linkwork.evaluation.coding.rules.own import below, frame_id_of
from linkwork.evaluation.studies.rules import Doing
from linkwork.trail import actions as trail

MANY = 500


@action
def merge_codes(*, code_id: UUID, into_id: UUID, by: Viewer, at: dt.datetime) -> UUID:
    """Give all passages of one code to another of the same study, also those of other coders; the merge's id.

    What carried both carries the other once. Codes below the one that goes hang under the other, its mappings are
    added to the other's. In a study with a team its lead does this, for it changes what others coded. Raises NotFound,
    NotAllowed, IllegalStep where one is merged already, Invalid (into).
    """
    check_may_keep_codebook(by)
    code, into = a_standing_code(by, code_id), a_standing_code(by, into_id)
    check_study(by, code.code_list.study_id, Doing.LEAD)
    _check_pair(by, code, into)
    merge = Merge.objects.create(
        programme_id=by.programme,
        code=code,
        into=into,
        children=_hang_children(by, code, into),
        mappings=_give_mappings(by, code, into, at),
        created_at=at,
    )
    moved = _move_codings(by, merge, code, into, at)
    code.merged_into = into
    code.save(update_fields=["merged_into"])
    detail: dict[str, object] = {"into": str(into_id), "codings": moved}
    trail.record(by=by, at=at, what="coding.merge_codes", about="code", about_id=code_id, detail=detail)
    return merge.id


@action
def undo_merge(*, merge_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Part two codes that were merged: each passage has again what it had.

    A passage whose codes somebody has changed since stays as they left it; one coded since stays with the other code.
    Raises NotFound, IllegalStep where it is undone already or the other code was merged on, Invalid (name) where the
    name is taken by now.
    """
    check_may_keep_codebook(by)
    merge = Merge.objects.filter(programme_id=by.programme, id=merge_id).first()
    if merge is None:
        raise NotFound(_("There is no such merge in this programme."))
    into = a_standing_code(by, merge.into_id)
    check_study(by, into.code_list.study_id, Doing.LEAD)
    code = OwnCode.objects.get(programme_id=by.programme, id=merge.code_id)
    the_list(by, code.code_list_id)
    merge.refresh_from_db()
    if merge.undone_at:
        raise IllegalStep(_("This merge is undone already."))
    _check_name(by, code)
    back = _give_back(by, merge, code, into, at)
    OwnCode.objects.filter(
        programme_id=by.programme, id__in=[UUID(one) for one in merge.children], parent=into
    ).update(parent=code)
    for frame, construct in merge.mappings:
        CodeMapping.objects.filter(
            programme_id=by.programme, code=into, frame=frame, construct=construct
        ).delete()
    code.merged_into = None
    code.save(update_fields=["merged_into"])
    merge.undone_at = at
    merge.save(update_fields=["undone_at"])
    detail: dict[str, object] = {"from": str(into.id), "codings": back}
    trail.record(by=by, at=at, what="coding.undo_merge", about="code", about_id=code.id, detail=detail)


def _check_pair(by: Viewer, code: OwnCode, into: OwnCode) -> None:
    if code.id == into.id:
        raise Invalid({"into": _("Choose another code to merge it into.")})
    if code.code_list.study_id != into.code_list.study_id:
        raise Invalid({"into": _("Both codes must be of one study.")})
    if into.retired_at:
        raise Invalid({"into": _("That code is retired. Bring it back first.")})
    parents = dict(
        OwnCode.objects.filter(programme_id=by.programme, code_list_id=code.code_list_id).values_list(
            "id", "parent_id"
        )
    )
    under = below(parents, code.id)
    if into.id in under:
        raise Invalid({"into": _("That code hangs under this one. Move it out first.")})
    if into.code_list_id != code.code_list_id and len(under) > 1:
        raise Invalid(
            {"into": _("There are codes under this one, and the other is in another list. Move them first.")}
        )


def _hang_children(by: Viewer, code: OwnCode, into: OwnCode) -> list[str]:
    children = OwnCode.objects.filter(programme_id=by.programme, parent=code)
    found = [str(one) for one in children.values_list("id", flat=True)]
    children.update(parent=into)
    return found


def _give_mappings(by: Viewer, code: OwnCode, into: OwnCode, at: dt.datetime) -> list[list[str]]:
    rows = CodeMapping.objects.filter(programme_id=by.programme)
    has = set(rows.filter(code=into).values_list("frame", "construct"))
    new = [one for one in rows.filter(code=code).values_list("frame", "construct") if one not in has]
    CodeMapping.objects.bulk_create(
        CodeMapping(programme_id=by.programme, code=into, frame=frame, construct=construct, created_at=at)
        for frame, construct in new
    )
    return [list(one) for one in new]


def _carriers(by: Viewer, code: OwnCode) -> QuerySet[CodingCode]:
    return CodingCode.objects.filter(
        programme_id=by.programme, frame=frame_id_of(code.code_list_id), construct=code.id.hex
    )


def _move_codings(by: Viewer, merge: Merge, code: OwnCode, into: OwnCode, at: dt.datetime) -> int:
    gone = list(_carriers(by, code).values_list("coding_id", flat=True))
    both = set(
        _carriers(by, into)
        .filter(coding_id__in=_carriers(by, code).values("coding_id"))
        .values_list("coding_id", flat=True)
    )
    MergedCoding.objects.bulk_create(
        (
            MergedCoding(
                programme_id=by.programme, merge=merge, coding_id=one, had_both=one in both, created_at=at
            )
            for one in gone
        ),
        batch_size=MANY,
    )
    _carriers(by, code).filter(coding_id__in=_carriers(by, into).values("coding_id")).delete()
    _carriers(by, code).update(frame=frame_id_of(into.code_list_id), construct=into.id.hex)
    return len(gone)


def _give_back(by: Viewer, merge: Merge, code: OwnCode, into: OwnCode, at: dt.datetime) -> int:
    moved = MergedCoding.objects.filter(programme_id=by.programme, merge=merge)
    carry = _carriers(by, into).exclude(coding_id__in=_carriers(by, code).values("coding_id"))
    single = moved.filter(had_both=False).values("coding_id")
    back = carry.filter(coding_id__in=single).update(
        frame=frame_id_of(code.code_list_id), construct=code.id.hex
    )
    both = list(
        carry.filter(coding_id__in=moved.filter(had_both=True).values("coding_id")).values_list(
            "coding_id", flat=True
        )
    )
    CodingCode.objects.bulk_create(
        (
            CodingCode(
                programme_id=by.programme,
                coding_id=one,
                frame=frame_id_of(code.code_list_id),
                construct=code.id.hex,
                created_at=at,
            )
            for one in both
        ),
        batch_size=MANY,
    )
    return back + len(both)


def _check_name(by: Viewer, code: OwnCode) -> None:
    taken = OwnCode.objects.filter(
        programme_id=by.programme,
        code_list_id=code.code_list_id,
        name_key=code.name_key,
        merged_into__isnull=True,
    )
    if taken.exists():
        raise Invalid({"name": _("Another code has this name by now. Rename that one first.")})
