"""Which strategies did experts endorse against these factors?

They were asked about the barriers of CFIR 2009; a factor of CFIR 2022 is led back to what it followed. What is
suggested is as whole as the matching table: the one that ships is partial, and says so.
"""

from dataclasses import dataclass

from linkwork.evaluation.toolkit.reads.recommendations import STRATEGIES
from linkwork.instruments import frames, mappings
from linkwork.instruments.matching import Matching, table

BARRIERS, FOLLOWED = "cfir-2009", "cfir-2009-to-2022"


@dataclass(frozen=True)
class Suggestion:
    """One strategy for one factor. `level` 1: endorsed by half of the experts or more; 2: by a fifth to a half."""

    reference: str
    strategy: str
    name: str
    level: int
    barrier: str


def suggestions(references: tuple[str, ...]) -> tuple[Matching, list[Suggestion]]:
    """The table they come from, and for each factor the strategies it names, the strongest first."""
    matching, eric, barriers = table(), frames.frame(STRATEGIES), frames.frame(BARRIERS)
    found = [
        Suggestion(
            reference,
            link.strategy,
            eric.construct(link.strategy).name,
            link.level,
            barriers.construct(start).name,
        )
        for reference in references
        for start in _barriers(reference)
        for link in matching.of(start)
    ]
    return matching, sorted(found, key=lambda one: (references.index(one.reference), one.level))


def _barriers(reference: str) -> list[str]:
    frame, _slash, construct = reference.partition("/")
    if frame != "cfir-2022":
        return []
    return [link.start for link in mappings.mapping(FOLLOWED).links if construct in link.to]
