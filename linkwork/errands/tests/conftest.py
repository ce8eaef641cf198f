"""An errand that does what a test wants."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from linkwork.core.viewer import Role, Viewer
from linkwork.errands import actions
from linkwork.errands.hand import Hand
from linkwork.errands.kinds import KINDS, Kind
from linkwork.testing.cast import NOON

Do = Callable[[Hand], dict[str, Any]]


@pytest.fixture
def kind(monkeypatch: pytest.MonkeyPatch) -> Callable[[Do], None]:
    """Say how errands of the kind "test" are done; only an evaluator may have them."""

    def is_done(do: Do) -> None:
        monkeypatch.setitem(KINDS, "test", Kind("Test", frozenset({Role.EVALUATOR}), do))

    return is_done


def asked(by: Viewer, **more: Any) -> UUID:
    """An errand of the kind "test"."""
    said: dict[str, Any] = {"kind": "test", "given": {}, "language": "en", "by": by, "at": NOON}
    return actions.ask(**(said | more))
