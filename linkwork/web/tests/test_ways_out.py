"""Every way a figure leaves the programme asks first: found in the code, so that a new one that does not fails here.

A module of pages, commands or errands that makes a file (or a public page) and reaches figures of an extract must call
`asks_first` or `let_out`, or stand in `READING` with the reason why nothing leaves by it.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.urls import reverse

import linkwork
from linkwork.evaluation.portraits import actions
from linkwork.evaluation.portraits.tests.conftest import world
from linkwork.evaluation.portraits.tests.world import World
from linkwork.extracts import actions as gate
from linkwork.extracts import reads as extracts
from linkwork.extracts.rules.parts import Part
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import NOON, Cast

__all__ = ["world"]
ROOT = Path(linkwork.__file__).parent
FIGURES = ("evaluation/indicators/reads", "evaluation/portraits/reads")
WORDS = ("exchange/report/chapters/saying.py",)  # says numbers, and holds none
ASKING = re.compile(r"\b(?:asks_first|let_out|release)\(")
SENDING = re.compile(r"Content-Disposition|content_type=|\bsaved\(|\bhand\.file\(")
IMPORT = re.compile(
    r"^ *from linkwork\.((?:evaluation|exchange|errands)[\w.]*) import (?:([^(\n]+)|\(([^)]+)\))",
    re.MULTILINE,
)
LINK = "making the link lets its figures out (evaluation/portraits/actions/links.py)"
ERRAND = "what is made leaves by the page of whoever asked for it"
READING = {
    "commands/errands_command.py": ERRAND,
    "web/advise/desk.py": LINK,
    "web/advise/pages.py": LINK,
    "web/advise/presenters.py": LINK,
    "web/advise/views.py": LINK,
    "web/portraits/views/timeline.py": "a photograph",
    "web/toolkit/views/site.py": "looked at by those who may read it; the zip is made in errands/kinds/toolkit.py",
    "web/displays/views/wall.py": "quotations, and no figure",
    "commands/figures_command.py": "printed for the operator of this machine, who holds the extract",
    "commands/scored.py": "part of figures_command",
    "commands/comparing.py": "part of extract_command, printed for the operator",
}


def test_every_way_out_asks_first() -> None:
    found = {
        path for path in _modules("web", "commands", "errands") if _goes_out(path) and _holds_figures(path)
    }
    silent = {path for path in found if not _asks(path)}
    assert silent == set(READING)
    assert {
        "commands/exports/display.py",
        "commands/report_command.py",
        "commands/toolkit_command.py",
        "errands/kinds/report.py",
        "errands/kinds/toolkit.py",
        "web/displays/views/papers.py",
        "web/figures/reading.py",
        "web/portraits/views/reading.py",
    } <= found - silent
    assert _asks("evaluation/portraits/actions/links.py")
    assert _asks("evaluation/toolkit/actions/steps.py")


def test_a_way_out_that_does_not_ask_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the test above can fail."""
    way = "web/portraits/views/reading.py"
    careless = _text(way).replace("asks_first(", "some_page(")
    monkeypatch.setattr("linkwork.web.tests.test_ways_out._text", lambda path: careless)
    assert _goes_out(way)
    assert not _asks(way)


def test_each_page_asks_and_looking_lets_nothing_out(world: World, cast: Cast) -> None:
    manager = signed_in("manager")
    version = actions.freeze_portrait(portrait_id=world.portrait, by=world.by, at=NOON)
    ways = [
        reverse("portraits:pdf", args=[world.portrait]),
        reverse("portraits:slides", args=[world.portrait]),
        reverse("portraits:pdf", args=[world.portrait]) + f"?version={version}",
        *(reverse("displays:paper", args=[world.display, kind]) for kind in ("html", "docx", "pdf", "xlsx")),
        reverse("figures:extract", args=[world.extract]) + "?picture=contacts&as=svg",
        reverse("portraits:html", args=[world.portrait]),
    ]
    for way in ways:
        assert "Let them out and make the file" in manager.get(way).content.decode(), way
    assert extracts.released(world.by) == []
    actions.share_portrait(portrait_id=world.portrait, shared=True, by=world.by, at=NOON)
    asked = signed_in("adviser").get(ways[0]).content.decode()
    assert "A manager or an evaluator lets them out first." in asked
    assert "Let them out" not in asked
    assert signed_in("adviser").post(ways[0]).status_code == 403
    assert manager.post(ways[3], follow=True).content.startswith(b"<!doctype")
    assert [one.id for one in extracts.released(world.by)] == [world.extract]
    assert signed_in("adviser").get(ways[0]).content.startswith(b"%PDF-")


def test_what_may_not_follow_is_refused_with_its_reason(world: World, cast: Cast) -> None:
    by = world.by
    other = gate.take_log(contacts=[], by=by, at=NOON, part=Part(since=NOON.date(), until=NOON.date()))
    gate.release(extract_id=other, by=by, at=NOON)
    with pytest.raises(Exception, match="no such extract"):
        gate.let_out(extract_ids=[world.study], by=by, at=NOON)
    assert gate.let_out(extract_ids=[world.extract, other], by=by, at=NOON) == 1
    assert gate.let_out(extract_ids=[world.extract, other], by=cast.adviser, at=NOON) == 0


def _modules(*rooms: str) -> Iterator[str]:
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            if not {"tests", "demo"} & set(path.relative_to(ROOT).parts):
                yield path.relative_to(ROOT).as_posix()


def _text(path: str) -> str:
    return (ROOT / path).read_text("utf-8")


def _goes_out(path: str) -> bool:
    """Whether it sends a file, is a command, or answers somebody without an account with a portrait."""
    return path.startswith(("commands/", "web/advise/")) or bool(SENDING.search(_text(path)))


def _asks(path: str) -> bool:
    return bool(ASKING.search(_text(path)))


def _holds_figures(path: str) -> bool:
    """Whether anything it takes from evaluation or from the border reaches the figures of an extract."""
    waiting = list(_imports(path))
    seen = set(waiting)
    while waiting:
        one = waiting.pop()
        if one.startswith(FIGURES):
            return True
        more = _imports(one) - seen
        seen |= more
        waiting += more
    return False


@cache
def _imports(path: str) -> frozenset[str]:
    """The modules of evaluation and of the border that a module takes from."""
    found: set[str] = set()
    for module, one, several in IMPORT.findall(_text(path)):
        names = re.findall(r"(\w+)(?: as \w+)?", several or one)
        for name in names:
            found |= {_file(f"{module}.{name}") or _file(module)}
    return frozenset(found - {"", *WORDS})


@cache
def _file(name: str) -> str:
    """The file of a module of ours; empty for a name inside one."""
    place = name.replace(".", "/")
    return next((one for one in (f"{place}.py", f"{place}/__init__.py") if (ROOT / one).is_file()), "")
