"""Documentation that cannot rot: made pages are fresh, settings and words are all there, links lead somewhere."""

import re
from pathlib import Path

import pytest

from linkwork.testing import docs
from linkwork.testing.house import FLOORS, PACKAGE, ROOT

pytestmark = pytest.mark.rules
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("name", docs.PAGES)
def test_made_pages_are_fresh(name: str) -> None:
    kept = (ROOT / "docs" / name).read_text("utf-8")
    assert kept == docs.PAGES[name](), "python -m linkwork.testing.docs"


def test_each_setting_is_explained() -> None:
    text = "".join(path.read_text("utf-8") for path in (PACKAGE / "config").glob("*.py"))
    used = set(re.findall(r'"(LINKWORK_[A-Z_]+)"', text))
    explained = set(
        re.findall(r"^\| `(LINKWORK_[A-Z_]+)`", (ROOT / "docs/settings.md").read_text("utf-8"), re.M)
    )
    assert used == explained


def test_each_word_is_known_to_its_room() -> None:
    rows = re.findall(r"^\| ([a-z ]+) \| ([a-z]+) \|", (ROOT / "docs/words.md").read_text("utf-8"), re.M)
    assert len(rows) > 25
    for word, room in rows:
        if word == "word":
            continue
        folder = next(path for path in (PACKAGE / room, PACKAGE / "evaluation" / room) if path.exists())
        text = " ".join(path.read_text("utf-8") for path in folder.rglob("*.py")).lower()
        assert word in text or word.replace(" ", "_") in text, f"{room} does not speak of {word}"


def test_each_room_says_what_it_is_for() -> None:
    for room in (room for floor in FLOORS for room in floor):
        text = (PACKAGE / room / "__init__.py").read_text("utf-8")
        assert text.startswith('"""')
        assert len(text.strip().splitlines()) >= 1


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}, which is not there"


def test_decisions_are_numbered_in_order() -> None:
    files = sorted((ROOT / "docs/decisions").glob("*.md"))
    for number, path in enumerate(files, start=1):
        assert path.name.startswith(f"{number:04}-")
        assert path.read_text("utf-8").startswith(f"# {number}. "), path.name
