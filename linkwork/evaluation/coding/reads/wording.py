"""Which words are said in a study, how often, by whom, and in what context?"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.rules.tables.asked import Across
from linkwork.evaluation.coding.rules.tables.wording import answered, counted, places
from linkwork.evaluation.studies import access
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.reads import SourceCard
from linkwork.evaluation.studies.rules import Direction, Group
from linkwork.programmes.rules import Stage

AROUND = 60
MOST_WORDS = 100
MOST_LINES = 200


@dataclass(frozen=True)
class WordLine:
    """One word or phrase: in all, in how many sources, and in each column (by its key)."""

    word: str
    times: int
    sources: int
    by_column: dict[str, int]


@dataclass(frozen=True)
class Words:
    """`columns` are groups, stages or source ids; "" is what nobody said. `names` call sources."""

    across: Across
    columns: tuple[str, ...]
    names: dict[str, str]
    lines: tuple[WordLine, ...]
    words: int
    sources: int


@dataclass(frozen=True)
class InContext:
    """One place of a word: `start` is its code point in the source's text."""

    source_id: UUID
    title: str
    group: Group | None
    stage: Stage | None
    language: str
    direction: Direction
    start: int
    before: str
    word: str
    after: str


def word_counts(
    viewer: Viewer,
    study_id: UUID,
    across: Across = Across.GROUP,
    said: Sequence[str] = (),
    *,
    small: bool = False,
    leave_out: Sequence[str] = (),
    questions: bool = False,
) -> Words:
    """The commonest words of a study's texts, or these words and phrases, by group, stage or source.

    Counted as `rules.tables.wording` says, MOST_WORDS at most; who speaks is no word, and what interviewers ask is
    counted with `questions` alone. Three questions. For evaluators whose part lets them read.
    """
    texts = _texts(viewer, study_id, questions)
    all_times: Counter[str] = Counter()
    all_sources: Counter[str] = Counter()
    parts: dict[str, Counter[str]] = {}
    written: dict[str, str] = {}
    for one in texts:
        if said:
            times = Counter({word: n for word in said if (n := len(places(one.said, word)))})
            spelt = {word: word for word in said}
        else:
            times, spelt = counted(one.said, small=small, leave_out=leave_out)
        all_times.update(times)
        all_sources.update(times.keys())
        parts.setdefault(_column(across, one), Counter()).update(times)
        written = spelt | written
    wanted = list(said) if said else sorted(all_times, key=lambda word: (-all_times[word], word))[:MOST_WORDS]
    columns = _ordered(across, parts, texts)
    return Words(
        across,
        columns,
        {str(one.id): one.title for one in texts},
        tuple(
            WordLine(
                written.get(word, word),
                all_times[word],
                all_sources[word],
                {key: parts[key][word] for key in columns},
            )
            for word in wanted
        ),
        sum(all_times.values()),
        len(texts),
    )


def in_context(viewer: Viewer, study_id: UUID, said: str, *, questions: bool = False) -> list[InContext]:
    """Each place where a word or phrase stands, with what stands around it, by source; MOST_LINES and one at most.

    Looked for where `word_counts` counts. Three questions. For evaluators whose part lets them read.
    """
    found: list[InContext] = []
    for one in _texts(viewer, study_id, questions):
        for start, end in places(one.said, said):
            found.append(_line(one, start, end))
            if len(found) > MOST_LINES:
                return found
    return found


def _line(one: SourceCard, start: int, end: int) -> InContext:
    return InContext(
        one.id,
        one.title,
        one.group,
        one.stage,
        one.language,
        one.direction,
        start,
        one.text[max(start - AROUND, 0) : start].replace("\n", " "),
        one.text[start:end],
        one.text[end : end + AROUND].replace("\n", " "),
    )


@dataclass(frozen=True)
class _Heard(SourceCard):
    """A source with `said`: its text, blank where nobody answers."""

    said: str


def _texts(viewer: Viewer, study_id: UUID, questions: bool) -> list[_Heard]:
    access.check_may_read_sources(viewer)
    ids = [one.id for one in studies.sources(viewer, study_id)]
    texts, turns = studies.sources_with_text(viewer, ids), studies.labels_and_questions(viewer, ids)
    return [
        _Heard(**vars(texts[one]), said=answered(texts[one].text, turns.get(one, ()), questions))
        for one in ids
        if one in texts
    ]


def _column(across: Across, one: SourceCard) -> str:
    if across is Across.SOURCE:
        return str(one.id)
    return (one.stage if across is Across.STAGE else one.group) or ""


def _ordered(across: Across, used: Iterable[str], texts: Sequence[SourceCard]) -> tuple[str, ...]:
    kinds: Sequence[str] = list(Stage) if across is Across.STAGE else list(Group)
    order = [str(one.id) for one in texts] if across is Across.SOURCE else [str(one) for one in kinds]
    return tuple(sorted(used, key=lambda key: order.index(key) if key in order else len(order)))
