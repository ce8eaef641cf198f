"""What a story of the demonstration is made of. `quotes` count the codings of a programme (see `study_texts`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from linkwork.evaluation.portraits.rules.kinds import StatementKind, Verdict
from linkwork.evaluation.toolkit.rules.kinds import Audience, Setting
from linkwork.programmes.rules import Stage


@dataclass(frozen=True)
class Said:
    """One statement with what it rests on, and perhaps the same in plain words."""

    stage: Stage
    kind: StatementKind
    text: str
    quotes: tuple[int, ...] = ()
    figures: tuple[str, ...] = ()
    plain: str = ""


@dataclass(frozen=True)
class Advised:
    """One recommendation; `rests_on` counts the statements of the portrait. `waits`: nobody has agreed to it yet."""

    title: str
    advice: str
    stage: Stage
    audience: Audience
    barrier: str
    checklist: tuple[str, ...]
    rests_on: tuple[int, ...]
    strategies: tuple[str, ...] = ()
    settings: tuple[Setting, ...] = ()
    constructs: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    waits: bool = False


@dataclass(frozen=True)
class Set:
    """One row of the joint display."""

    component: str
    question: str
    figures: tuple[str, ...]
    quotes: tuple[int, ...]
    verdict: Verdict
    reasoning: str


@dataclass(frozen=True)
class Story:
    """All that is told of one programme. `events` are (share of the way through the stage, stage, what happened).

    `changes`: those events that were changes of plan, with the reason.
    """

    title: str
    focus: str
    headings: tuple[str, str, str]
    summaries: tuple[str, str, str]
    statements: tuple[Said, ...]
    events: tuple[tuple[float, Stage, str], ...]
    interpretation: str
    plain: str
    rows: tuple[Set, ...]
    advice: tuple[Advised, ...]
    changes: Mapping[str, str] = field(default_factory=dict)
