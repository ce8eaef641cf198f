"""Which figures of agreement were kept, and do they still follow from the codings?"""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import numpy as np
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import AgreementRecord
from linkwork.evaluation.coding.reads.agreement import StudyAgreement, agreement
from linkwork.evaluation.coding.rules.agreement import Agreement, Chance, Unit
from linkwork.evaluation.studies import access
from linkwork.evaluation.studies.reads.parts import part, with_part
from linkwork.evaluation.studies.rules import Doing


@dataclass(frozen=True)
class Asked:
    """A question about agreement. Empty tuples ask for all; without `draws` there are no intervals."""

    constructs: tuple[tuple[str, str], ...] = ()
    coders: tuple[UUID, ...] = ()
    sources: tuple[UUID, ...] = ()
    unit: Unit = Unit.SENTENCE
    window: int | None = None
    draws: int = 0
    seed: int = 1


@dataclass(frozen=True)
class RecordLine:
    """One kept record without its figures."""

    id: UUID
    study_id: UUID
    title: str
    kept_at: dt.datetime
    kept_by: str
    digest: str


@dataclass(frozen=True)
class Record(RecordLine):
    """One kept record. `found` is as `as_json` gives it. `stale`: the codings have changed since, or cannot be seen."""

    asked: Asked
    found: dict[str, Any]
    stale: bool


def answer(viewer: Viewer, study_id: UUID, asked: Asked) -> StudyAgreement:
    """The figures that `asked` asks for, from the codings as they are now. Raises as `agreement` does."""
    chance = Chance(np.random.default_rng(asked.seed), asked.draws) if asked.draws else None
    return agreement(
        viewer, study_id, asked.constructs, asked.coders, asked.unit, chance, asked.sources, asked.window
    )


def agreement_records(viewer: Viewer, study_id: UUID) -> list[RecordLine]:
    """The records of a study, newest first. One question; for evaluators."""
    access.check_may_read_sources(viewer)
    rows = AgreementRecord.objects.filter(programme_id=viewer.programme, study_id=study_id)
    rows = rows.defer("asked", "found").select_related("kept_by").order_by("-created_at", "-id")
    found = list(with_part(rows, viewer))
    for row in found[:1]:
        access.check_part(part(viewer, row), Doing.READ)
    return [RecordLine(**_line(row)) for row in found]


def agreement_record(viewer: Viewer, record_id: UUID) -> Record:
    """One record, held against the codings as they are now. Raises NotFound; for evaluators."""
    access.check_may_read_sources(viewer)
    rows = AgreementRecord.objects.filter(programme_id=viewer.programme, id=record_id)
    row = rows.select_related("kept_by").first()
    if row is None:
        raise NotFound(_("There is no such record in this programme."))
    asked = asked_from(row.asked)
    without = Asked(asked.constructs, asked.coders, asked.sources, asked.unit, asked.window)
    try:
        stale = answer(viewer, row.study_id, without).digest != row.digest
    except NotFound:  # a construct or a coder is no longer there
        stale = True
    return Record(**_line(row), asked=asked, found=row.found, stale=stale)


def asked_as_json(asked: Asked) -> dict[str, Any]:
    """A question as it is kept."""
    return {
        "constructs": [list(one) for one in asked.constructs],
        "coders": [str(one) for one in asked.coders],
        "sources": [str(one) for one in asked.sources],
        "unit": asked.unit.value,
        "window": asked.window,
        "draws": asked.draws,
        "seed": asked.seed,
    }


def asked_from(kept: dict[str, Any]) -> Asked:
    """The question that was kept."""
    return Asked(
        tuple((frame, construct) for frame, construct in kept["constructs"]),
        tuple(map(UUID, kept["coders"])),
        tuple(map(UUID, kept["sources"])),
        Unit(kept["unit"]),
        kept["window"],
        kept["draws"],
        kept["seed"],
    )


def as_json(found: StudyAgreement) -> dict[str, Any]:
    """Figures as they are kept: names too, since a record must read the same when they change."""
    return {
        "coders": [
            {"id": str(one.id), "name": one.name, "sources": one.sources, "codings": one.codings}
            for one in found.coders
        ],
        "sources": found.sources,
        "pooled": [_kept(one) for one in found.pooled],
        "together": [_kept(one) for one in found.together],
        "codes": [
            {
                "frame": one.code.frame_id,
                "construct": one.code.construct_id,
                "name": one.code.name,
                "given": list(one.given),
                "found": [_kept(coefficient) for coefficient in one.found],
            }
            for one in found.constructs
        ],
    }


def _kept(one: Agreement) -> dict[str, Any]:
    return {
        "coefficient": one.coefficient.value,
        "value": one.value,
        "lower": one.lower,
        "upper": one.upper,
        "units": one.n_units,
        "coders": one.n_coders,
        "missing": one.n_missing,
        "unit": one.unit.value,
        "why": one.why.value if one.why else "",
        "drawn": one.drawn.value if one.drawn else "",
    }


def _line(row: AgreementRecord) -> dict[str, Any]:
    return {
        "id": row.id,
        "study_id": row.study_id,
        "title": row.title,
        "kept_at": row.created_at,
        "kept_by": row.kept_by.name if row.kept_by else "",
        "digest": row.digest,
    }
