"""What could a recommendation begin with? A finding nobody has advised on, or a factor that hindered.

A factor comes from what was coded in the passages behind a portrait's statements, never from the practice's own notes.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.portraits.reads import PortraitCard, StatementCard
from linkwork.evaluation.portraits.rules.kinds import StatementKind
from linkwork.evaluation.toolkit.access import check_may_read
from linkwork.evaluation.toolkit.reads.constructs import construct_name, is_construct
from linkwork.evaluation.toolkit.reads.recommendations import RecommendationCard
from linkwork.programmes.rules import Stage

HINDERED = {StatementKind.BARRIER}


@dataclass(frozen=True)
class FindingCard:
    """One statement of a portrait. `constructs`: what its passages were coded with, of those that can be chosen."""

    id: UUID
    text: str
    stage: Stage
    kind: StatementKind
    portrait: str
    constructs: tuple[str, ...]
    opinion: bool
    advised: bool


@dataclass(frozen=True)
class FactorCard:
    """One factor that hindered: the findings that tell of it, and how many recommendations help against it."""

    reference: str
    name: str
    findings: tuple[FindingCard, ...]
    advised: int


def starts(
    viewer: Viewer, stories: Sequence[PortraitCard], known: Sequence[RecommendationCard]
) -> tuple[list[FindingCard], list[FactorCard]]:
    """Findings in the order of reading, and factors that hindered, those nobody has advised on first.

    `stories` are the portraits, whole (`statement_choices`); `known` the recommendations there are. Two questions.
    """
    check_may_read(viewer)
    quoted = {card.coding_id for story in stories for one in story.statements for card in one.evidence.quotes}
    cited = coding.cited(viewer, quoted)
    codes = {key: [f"{frame}/{one}" for frame, one, _name in found.codes] for key, found in cited.items()}
    advised = {one for card in known for one in card.statement_ids}
    findings = [_finding(one, story, codes, advised) for story in stories for one in story.statements]
    return findings, _factors(findings, known)


def _finding(
    one: StatementCard, story: PortraitCard, codes: dict[UUID, list[str]], advised: set[UUID]
) -> FindingCard:
    carried = [code for card in one.evidence.quotes for code in codes.get(card.coding_id, ())]
    return FindingCard(
        id=one.id,
        text=one.text,
        stage=one.stage,
        kind=one.kind,
        portrait=story.title,
        constructs=tuple(dict.fromkeys(code for code in carried if is_construct(code))),
        opinion=one.evidence.is_opinion,
        advised=one.id in advised,
    )


def _factors(findings: Sequence[FindingCard], known: Sequence[RecommendationCard]) -> list[FactorCard]:
    told: dict[str, list[FindingCard]] = defaultdict(list)
    for one in findings:
        for reference in one.constructs if one.kind in HINDERED else ():
            told[reference].append(one)
    found = [
        FactorCard(
            reference,
            construct_name(reference),
            tuple(many),
            sum(any(reference == key for key, _name in card.constructs) for card in known),
        )
        for reference, many in told.items()
    ]
    return sorted(found, key=lambda one: (one.advised > 0, -len(one.findings), one.name))
