"""What can be suggested from a worker's plain note? Words of published lists, found as they stand; nothing is guessed.

Deterministic, and each suggestion carries the words it came from. It is only ever offered, never filled in.
"""

from linkwork.casework.rules.suggest.language import language_of
from linkwork.casework.rules.suggest.note import Suggestion
from linkwork.casework.rules.suggest.suggesting import suggest

__all__ = ["Suggestion", "language_of", "suggest"]
