"""Does each template take only the parts it uses?"""

from pathlib import Path

import pytest
from django.template import engines
from jinja2 import nodes

FOLDER = Path(__file__).parent.parent / "templates"
TEMPLATES = sorted(FOLDER.rglob("*.html"))


def unused(source: str) -> set[str]:
    """The names a template imports and never says again."""
    tree = engines["jinja2"].env.parse(source)  # type: ignore[attr-defined]  # of our backend alone
    taken = {
        name[1] if isinstance(name, tuple) else name
        for node in tree.find_all(nodes.FromImport)
        for name in node.names
    }
    return taken - {node.name for node in tree.find_all(nodes.Name)}


def test_it_sees_a_part_that_nothing_uses() -> None:
    imports = '{% from "components/button.html" import button, link_button as way %}'
    assert unused(imports + "{{ button() }}") == {"way"}
    assert unused(imports + "{% call way() %}{{ button() }}{% endcall %}") == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_every_part_taken_is_used(path: Path) -> None:
    assert unused(path.read_text("utf-8")) == set()
