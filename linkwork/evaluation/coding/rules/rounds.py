"""What is a round of coding together, whose codings does it keep apart, and how far has it come?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from linkwork.evaluation.coding.rules.agreed import Unit

SHORTEST_WINDOW, LONGEST_WINDOW = 20, 20_000
UNITS = (Unit.CHARACTER, Unit.SENTENCE, Unit.TURN, Unit.PARAGRAPH, Unit.WINDOW, Unit.PASSAGE, Unit.DOCUMENT)


class Purpose(StrEnum):
    """Why several people read the same sources."""

    DOUBLE = "double"  # two or more code the same sources, to compare and to settle
    PRACTICE = "practice"  # learners code what an expert has coded
    OPEN = "open"  # shared work without comparing


class Layer(StrEnum):
    """Whose codings count."""

    CONSENSUS = "consensus"  # the consensus where a source has one, otherwise every coder's
    CODERS = "coders"  # every coder's own, no consensus


@dataclass(frozen=True)
class Progress:
    """How many of a round's sources one coder has done."""

    done: int
    of: int

    @property
    def finished(self) -> bool:
        """Whether nothing is left."""
        return self.done >= self.of


def progress(
    sources: Iterable[UUID], coders: Iterable[UUID], done: Iterable[tuple[UUID, UUID]]
) -> Mapping[UUID, Progress]:
    """Each coder's progress; `done` are (coder, source). Marks on sources no longer in the round do not count."""
    there = set(sources)
    marks = {(coder, source) for coder, source in done if source in there}
    return {one: Progress(sum(1 for coder, _s in marks if coder == one), len(there)) for one in coders}


def faults(
    *, purpose: Purpose, blind: bool, coders: int, sources: int, expert: bool, unit: Unit, window: int | None
) -> set[str]:
    """Which fields of a new round do not fit together."""
    found = set()
    if not sources:
        found.add("sources")
    if coders < (2 if purpose is Purpose.DOUBLE else 1):
        found.add("coders")
    if expert != (purpose is Purpose.PRACTICE):
        found.add("expert")
    if purpose is Purpose.PRACTICE and not blind:
        found.add("blind")
    if unit not in UNITS:
        found.add("unit")
    if unit is Unit.WINDOW and not (window and SHORTEST_WINDOW <= window <= LONGEST_WINDOW):
        found.add("window")
    return found
