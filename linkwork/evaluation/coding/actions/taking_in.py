"""Codes, codings and memos that come from another program: many at once, each known by its id there."""

import datetime as dt
from collections.abc import Mapping, Sequence, Set
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.ids import new_id
from linkwork.core.text import fold
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.access import check_may_code, check_may_keep_codebook
from linkwork.evaluation.coding.actions.codings import LONGEST_MEMO
from linkwork.evaluation.coding.actions.lists import add_list
from linkwork.evaluation.coding.actions.parts.lookups import LONGEST_NAME, check_study, check_texts, known
from linkwork.evaluation.coding.actions.parts.many import insert
from linkwork.evaluation.coding.models import Coding, CodingCode, OutsideId, OwnCode
from linkwork.evaluation.coding.rules import Origin, is_within
from linkwork.evaluation.coding.rules.own import COLOURS, ListKind, frame_id_of
from linkwork.evaluation.coding.rules.taking_in import NewCode, NewCoding, in_order, names_apart
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.reads import SourceCard
from linkwork.trail import actions as trail

BATCH = 500
COLUMNS = (
    "id",
    "source",
    "text_hash",
    "start",
    "end",
    "coder",
    "valence",
    "strength",
    "stage",
    "memo",
    "created_at",
)
Pair = tuple[str, str]


@action
def take_in_codes(
    *, study_id: UUID, title: str, kind: ListKind, codes: Sequence[NewCode], by: Viewer, at: dt.datetime
) -> dict[UUID, Pair]:
    """A list of the study's own with these codes; how codings name each, by its id in the file.

    Names that are the same are told apart by a number. Raises NotFound, Invalid (title, or a text that is too long).
    """
    check_may_keep_codebook(by)
    list_id = add_list(study_id=study_id, title=title, kind=kind, by=by, at=at)
    ordered = in_order(codes)
    ids = {one.guid: new_id() for one in ordered}
    rows = []
    for place, (one, name) in enumerate(
        zip(ordered, names_apart(one.name for one in ordered), strict=True), 1
    ):
        texts = check_texts(
            definition=one.definition, include=one.include, exclude=one.exclude, example=one.example
        )
        rows.append(
            OwnCode(
                id=ids[one.guid],
                programme_id=by.programme,
                code_list_id=list_id,
                parent_id=ids[one.parent] if one.parent else None,
                name=name,
                name_key=fold(name)[:LONGEST_NAME],
                colour=one.colour or (place - 1) % COLOURS + 1,
                position=place,
                created_at=at,
                **texts,
            )
        )
    OwnCode.objects.bulk_create(rows, BATCH)
    _remember(by, study_id, {row: guid for guid, row in ids.items()}, at)
    detail: dict[str, object] = {"codes": len(rows)}
    trail.record(
        by=by, at=at, what="coding.take_in_codes", about="code_list", about_id=list_id, detail=detail
    )
    return {guid: (frame_id_of(list_id), row.hex) for guid, row in ids.items()}


@action
def take_in_codings(*, study_id: UUID, codings: Sequence[NewCoding], by: Viewer, at: dt.datetime) -> int:
    """Keep these codings under their ids in the file; how many. All of them, or none.

    Raises NotFound, Invalid (passage, constructs, memo) where one cannot be kept: whoever reads a file checks before.
    """
    check_may_code(by)
    check_study(by, study_id)
    texts = studies.sources_with_text(by, {one.source_id for one in codings})
    codes = known(by, study_id, list({pair for one in codings for pair in one.codes}))
    for one in codings:
        _check(study_id, one, texts.get(one.source_id), codes)
    ids = [new_id() for _one in codings]
    rows = (
        (
            key,
            one.source_id,
            texts[one.source_id].hash,
            one.start,
            one.end,
            one.coder_id,
            one.valence.value,
            one.strength,
            one.stage,
            one.memo.strip(),
            one.at or at,
        )
        for key, one in zip(ids, codings, strict=True)
    )
    same = {"programme": by.programme, "study": study_id, "origin": Origin.IMPORT.value, "changed_from": ""}
    insert(Coding, COLUMNS, rows, same | {"decision": None, "removed_at": None})
    carried = (
        (new_id(), key, *code)
        for key, one in zip(ids, codings, strict=True)
        for code in dict.fromkeys(one.codes)
    )
    insert(
        CodingCode,
        ("id", "coding", "frame", "construct"),
        carried,
        {"programme": by.programme, "created_at": at},
    )
    _remember(by, study_id, {key: one.guid for key, one in zip(ids, codings, strict=True)}, at)
    detail: dict[str, object] = {"codings": len(ids)}
    trail.record(by=by, at=at, what="coding.take_in_codings", about="study", about_id=study_id, detail=detail)
    return len(ids)


def _check(study_id: UUID, one: NewCoding, source: SourceCard | None, codes: Set[Pair]) -> None:
    if source is None or source.study_id != study_id or not is_within(one.start, one.end, len(source.text)):
        raise Invalid({"passage": _("A passage lies outside its text.")})
    if not one.codes or not set(one.codes) <= codes:
        raise Invalid({"constructs": _("A passage has no code, or one that is not in the codebook.")})
    if len(one.memo) > LONGEST_MEMO:
        raise Invalid({"memo": _("A memo is longer than 5,000 characters.")})


@action
def remember_outside(*, study_id: UUID, guids: Mapping[UUID, UUID], by: Viewer, at: dt.datetime) -> None:
    """Keep by which id another program knows these sources or memos: row of ours → GUID. Raises NotFound."""
    check_may_code(by)
    check_study(by, study_id)
    _remember(by, study_id, guids, at)
    trail.record(by=by, at=at, what="coding.remember_outside", about="study", about_id=study_id)


def _remember(by: Viewer, study_id: UUID, guids: Mapping[UUID, UUID], at: dt.datetime) -> None:
    same = {"programme": by.programme, "study": study_id, "created_at": at}
    insert(OutsideId, ("id", "row", "guid"), ((new_id(), *pair) for pair in guids.items()), same)
