"""Are large libraries loaded where a file or a picture is made, and not with every page and command?"""

import ast
from pathlib import Path

from linkwork.testing.house import PACKAGE, ROOT

LARGE = {"docx", "duckdb", "ibis", "networkx", "openpyxl", "pandas", "pyarrow", "snowballstemmer"}


def loaded_at_once(text: str) -> set[str]:
    """The large libraries that a file imports when it is itself imported."""
    found = set()
    for node in ast.parse(text).body:
        if isinstance(node, ast.Import):
            found |= {one.name.partition(".")[0] for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found & LARGE


def is_looked_at(path: Path) -> bool:
    return not {"tests", "testing", "demo"} & set(path.parts)


def test_pages_and_commands_load_no_large_library() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {', '.join(sorted(found))}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if is_looked_at(path.relative_to(ROOT)) and (found := loaded_at_once(path.read_text("utf-8")))
    ]
    assert wrong == []


def test_planted_imports_are_found() -> None:
    assert loaded_at_once(
        "import docx.shared\nfrom openpyxl.utils import x\ndef f():\n    import networkx\n"
    ) == {
        "docx",
        "openpyxl",
    }
