"""What may be said about a passage besides its codes."""

from enum import StrEnum


class Valence(StrEnum):
    """What the passage says the construct did to the implementation."""

    BARRIER = "barrier"
    FACILITATOR = "facilitator"
    MIXED = "mixed"
    NEUTRAL = "neutral"


class Origin(StrEnum):
    """How a coding came to be."""

    MANUAL = "manual"
    IMPORT = "import"
    SUGGESTION = "suggestion"
    SEARCH = "search"
    CONSENSUS = "consensus"  # what several coders settled on; it has no coder of its own
