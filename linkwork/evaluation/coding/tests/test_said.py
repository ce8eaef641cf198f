"""Is what this room and that of the studies refuse said in the reader's language?"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation

from linkwork.core.errors import NotFound
from linkwork.core.ids import new_id
from linkwork.evaluation.coding import reads
from linkwork.testing.cast import Cast

ROOMS = [Path(__file__).parents[1], Path(__file__).parents[2] / "studies"]
REFUSALS = {"NotAllowed", "NotFound", "IllegalStep", "Refused", "Invalid"}
SAID = {"_", "ngettext", "sentence", "gettext_lazy"}


def bare(path: Path) -> Iterator[str]:
    """The sentences of refusals in a file that no translator gets to see."""
    calls = [one for one in ast.walk(ast.parse(path.read_text())) if isinstance(one, ast.Call)]
    said = {id(part) for one in calls if getattr(one.func, "id", "") in SAID for part in ast.walk(one)}
    for one in calls:
        if getattr(one.func, "id", "") in REFUSALS:
            for part in ast.walk(one):
                is_text = isinstance(part, ast.Constant) and isinstance(part.value, str) and " " in part.value
                if is_text and id(part) not in said:
                    yield f"{path.name}:{part.lineno}"  # type: ignore[attr-defined]


@pytest.mark.rules
def test_translators_see_every_refusal() -> None:
    files = [path for room in ROOMS for path in room.rglob("*.py") if "tests" not in path.parts]
    assert len(files) > 50
    assert [place for path in files for place in bare(path)] == []


def test_a_refusal_is_said_in_the_readers_language(cast: Cast) -> None:
    with translation.override("fr"), pytest.raises(NotFound, match="n’existe pas"):
        reads.quote(cast.evaluator, new_id())
