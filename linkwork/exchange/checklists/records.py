"""What do a study's records say that a paper has to report? Numbers and names, no judgement."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.coding.reads import MethodCard, RoundCard, VersionCard
from linkwork.evaluation.coding.reads.outside import outgoing
from linkwork.evaluation.coding.rules.codebook import Codebook
from linkwork.evaluation.coding.rules.rounds import Purpose
from linkwork.evaluation.coding.rules.tables.saturation import Saturation, saturation
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.reads import ApprovalCard, SourceLine, StudyCard
from linkwork.evaluation.studies.rules import Group
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import ProgrammeCard


@dataclass(frozen=True)
class Records:
    """All of it, read at one moment. `agreement` is the newest kept record's figures; `new_codes` by source."""

    programme: ProgrammeCard
    study: StudyCard
    sources: list[SourceLine]
    targets: dict[Group, int]
    approvals: list[ApprovalCard]
    book: Codebook
    versions: list[VersionCard]
    method: MethodCard
    rounds: list[RoundCard]
    coders: tuple[str, ...]
    codings: int
    settled: int
    agreement: dict[str, Any] | None
    found: Saturation
    version: str

    @property
    def double(self) -> list[RoundCard]:
        """Rounds in which several people coded the same sources."""
        return [one for one in self.rounds if one.purpose is Purpose.DOUBLE]

    @property
    def quotable(self) -> int:
        """How many sources may be quoted."""
        return sum(one.quotable for one in self.sources)

    def kinds(self) -> Counter[str]:
        """How many sources of each kind."""
        return Counter(one.kind.value for one in self.sources)


def records_of(viewer: Viewer, study_id: UUID, today: dt.date) -> Records:
    """What the viewer may know of a study. For evaluators. Raises NotFound."""
    rows = outgoing(viewer, study_id).rows
    sources = studies.sources(viewer, study_id)
    kept = coding.agreement_records(viewer, study_id)
    codes: dict[UUID, set[tuple[str, str]]] = {one.id: set() for one in sources}
    for row in rows:
        if row.source_id in codes:
            codes[row.source_id] |= {(one.frame_id, one.construct_id) for one in row.codes}
    in_order = sorted(sources, key=lambda one: (one.created_at, one.id))
    return Records(
        programme=programmes.programme(viewer),
        study=studies.study(viewer, study_id),
        sources=sources,
        targets=studies.targets(viewer, study_id),
        approvals=studies.approvals(viewer, study_id, today),
        book=coding.codebook(viewer, study_id),
        versions=coding.versions(viewer, study_id),
        method=coding.method(viewer, study_id),
        rounds=coding.rounds(viewer, study_id),
        coders=tuple(sorted({row.coder for row in rows if row.coder_id})),
        codings=len(rows),
        settled=coding.settled(viewer, study_id),
        agreement=coding.agreement_record(viewer, kept[0].id).found if kept else None,
        found=saturation([codes[one.id] for one in in_order if codes[one.id]]),
        version=_version(),
    )


def _version() -> str:
    """The number of this program; empty where it runs from a folder and was never installed."""
    try:
        return version("linkwork")
    except PackageNotFoundError:
        return ""
