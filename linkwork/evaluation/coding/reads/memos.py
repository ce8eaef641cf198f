"""Which memos are there, about what, and which of them speak of something?"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from linkwork.core.text import fold
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import Memo
from linkwork.evaluation.coding.reads.apart import blind_sources, standing
from linkwork.evaluation.coding.reads.rows import Code, Pair, codes, load
from linkwork.evaluation.studies import access
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.reads.parts import part, with_part
from linkwork.evaluation.studies.rules import Doing


@dataclass(frozen=True)
class MemoCard:
    """One memo. About a coding where `coding_id` is given, else a source, a code, or the study where none is.

    `author` is empty where the command line wrote it. `place` is where its passage begins.
    """

    id: UUID
    study_id: UUID
    text: str
    author_id: UUID | None
    author: str
    written_at: dt.datetime
    coding_id: UUID | None = None
    source_id: UUID | None = None
    source_title: str = ""
    place: int = 0
    codes: tuple[Code, ...] = ()


def memos(viewer: Viewer, study_id: UUID, words: str = "") -> list[MemoCard]:
    """The memos of a study, those on its codings too, the newest first; only those that hold all of `words`.

    For evaluators. Four questions. Raises NotFound.
    """
    access.check_may_read_sources(viewer)
    titles = {one.id: one.title for one in studies.sources(viewer, study_id)}
    wanted = fold(words).split()
    found = [*_written(viewer, study_id, titles), *_on_codings(viewer, study_id, titles)]
    found = [one for one in found if _speaks_of(one, wanted)]
    return sorted(found, key=lambda one: (one.written_at, one.id), reverse=True)


def memos_apart(viewer: Viewer, study_id: UUID) -> list[MemoCard]:
    """The memos of a study that stand on no coding, the oldest first, without the titles of their sources.

    For evaluators. One question, one more for own lists.
    """
    access.check_may_read_sources(viewer)
    return sorted(_written(viewer, study_id, {}), key=lambda one: (one.written_at, one.id))


def memos_about_source(viewer: Viewer, source_id: UUID) -> list[MemoCard]:
    """The memos about one source as a whole, the newest first. One question."""
    access.check_may_read_sources(viewer)
    rows = _known(viewer).filter(source_id=source_id)
    return _cards(viewer, list(rows.select_related("author").order_by("-changed_at", "-id")), {})


def _known(viewer: Viewer) -> QuerySet[Memo]:
    """The memos that stand; of sources that the viewer codes blind, only their own."""
    rows = with_part(Memo.objects.filter(programme_id=viewer.programme, removed_at__isnull=True), viewer)
    if viewer.id is None:
        return rows
    return rows.filter(Q(author_id=viewer.id) | ~Q(source_id__in=blind_sources(viewer)))


def _written(viewer: Viewer, study_id: UUID, titles: dict[UUID, str]) -> list[MemoCard]:
    rows = _known(viewer).filter(study_id=study_id)
    return _cards(viewer, list(rows.select_related("author")), titles)


def _cards(viewer: Viewer, rows: Sequence[Memo], titles: Mapping[UUID, str]) -> list[MemoCard]:
    for row in rows[:1]:  # all are of one study
        access.check_part(part(viewer, row), Doing.READ)
    about = codes(viewer, {(row.frame, row.construct) for row in rows if row.frame})
    return [_card(row, titles.get(row.source_id, "") if row.source_id else "", about) for row in rows]


def _on_codings(viewer: Viewer, study_id: UUID, titles: dict[UUID, str]) -> list[MemoCard]:
    rows = load(viewer, standing(viewer).filter(study_id=study_id).exclude(memo=""))
    written = dict(
        standing(viewer).filter(study_id=study_id).exclude(memo="").values_list("id", "created_at")
    )
    return [
        MemoCard(
            row.id, study_id, row.memo, row.coder_id, row.coder, written[row.id],
            row.id, row.source_id, titles[row.source_id], row.start, row.codes,
        )
        for row in rows
    ]  # fmt: skip


def _card(row: Memo, title: str, code_of: Mapping[Pair, Code]) -> MemoCard:
    about = (code_of[row.frame, row.construct],) if row.frame else ()
    author = row.author.name if row.author else ""
    return MemoCard(
        row.id, row.study_id, row.text, row.author_id, author, row.changed_at,
        None, row.source_id, title, 0, about,
    )  # fmt: skip


def _speaks_of(one: MemoCard, wanted: list[str]) -> bool:
    said = fold(" ".join((one.text, one.author, one.source_title, *(code.name for code in one.codes))))
    return all(word in said for word in wanted)
