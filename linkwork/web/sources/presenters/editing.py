"""What an edit left to settle, in plain values."""

from collections.abc import Sequence
from typing import Any

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.reads import ChangedCard, LostCard


def lost_rows(viewer: Viewer, cards: Sequence[LostCard]) -> list[dict[str, Any]]:
    """Codings whose words are gone. `mine`: the viewer may place them."""
    return [
        {
            "id": one.coding_id,
            "words": one.words,
            "before": one.before,
            "after": one.after,
            "coder": one.coder,
            "mine": one.coder in ("", viewer.name),
            "codes": [code.name for code in one.codes],
        }
        for one in cards
    ]


def changed_rows(viewer: Viewer, text: str, cards: Sequence[ChangedCard]) -> list[dict[str, Any]]:
    """Codings that go on with changed words."""
    return [
        {
            "id": one.coding_id,
            "was": one.was,
            "now": text[one.start : one.end],
            "coder": one.coder,
            "mine": one.coder in ("", viewer.name),
            "codes": [code.name for code in one.codes],
        }
        for one in cards
    ]
