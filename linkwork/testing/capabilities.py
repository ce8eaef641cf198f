"""The capability epics of the field's buyers, and which test and page show each.

Numbers, levels and titles are those of the NHS Buying Catalogue's list of epics (C11, C22, C36, C37) and of the
Social Prescribing capability of 9 September 2024 (E00662, E00663). Their acceptance criteria are only partly public,
so the Given, When and Then are ours: passing them shows what Linkwork does, and is no claim of conformance.
"""

import ast
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from linkwork.testing.house import ROOT

FOLDER = ROOT / "capabilities"

MUST, MAY = "must", "may"
EPICS: dict[str, tuple[str, str]] = {  # number: level, title in the list's own terms
    "E00662": (MUST, "Record outcomes of wellness assessments"),
    "E00663": (MUST, "Create social prescribing referrals"),
    "C37E1": (MUST, "Assess wellness or well-being"),
    "C37E2": (MUST, "Search the directory"),
    "C37E3": (MUST, "Refer to service(s)"),
    "C37E4": (MUST, "Maintain referral record"),
    "C37E8": (MAY, "Refer to link worker"),
    "C37E9": (MAY, "Capture consent"),
    "C37E10": (MAY, "Self-referral"),
    "C37E11": (MAY, "Integrate the referral record with the clinical record"),
    "C37E12": (MAY, "Receive notification of an appointment"),
    "C37E13": (MAY, "Remind of appointments"),
    "C37E14": (MAY, "Provide service feedback"),
    "C37E15": (MAY, "View service feedback"),
    "C37E16": (MAY, "Obtain management information"),
    "C22E1": (MUST, "Manage cases"),
    "C22E2": (MUST, "Maintain caseloads"),
    "C22E3": (MUST, "Generate and manage contact schedules"),
    "C22E4": (MUST, "Update case details"),
    "C22E8": (MAY, "Reporting"),
    "C36E1": (MUST, "Create shared care plan"),
    "C36E2": (MUST, "View shared care plan"),
    "C36E3": (MUST, "Amend shared care plan"),
    "C36E4": (MUST, "Close shared care plan"),
    "C11E1": (MUST, "Manage referrals"),
    "C11E2": (MUST, "View referral reports"),
}

Test = TypeVar("Test", bound=Callable[..., object])


def epic(number: str, *, pages: Iterable[str]) -> Callable[[Test], Test]:
    """Say that a test shows the epic `number` on these pages, by their addresses' names. Raises KeyError if unknown."""
    from linkwork.web.access_table import ACCESS

    EPICS[number]
    for name in pages:
        ACCESS[name]
    return lambda test: test


@dataclass(frozen=True)
class Shown:
    """One test that shows an epic: where it stands, its three lines, the pages it opens."""

    number: str
    test: str
    story: tuple[str, str, str]
    pages: tuple[str, ...]


def shown(folder: Path = FOLDER) -> list[Shown]:
    """Every test marked `@epic` in `folder`, by reading the files. Raises ValueError where a story lacks a part."""
    found = [_read(path, node) for path in sorted(folder.glob("test_*.py")) for node in _marked(path)]
    order = list(EPICS)
    return sorted(found, key=lambda one: (order.index(one.number), one.test))


def _marked(path: Path) -> list[ast.FunctionDef]:
    body = ast.parse(path.read_text("utf-8")).body
    return [node for node in body if isinstance(node, ast.FunctionDef) and _mark(node)]


def _mark(node: ast.FunctionDef) -> ast.Call | None:
    for one in node.decorator_list:
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == "epic":
            return one
    return None


def _read(path: Path, node: ast.FunctionDef) -> Shown:
    mark = _mark(node)
    assert mark is not None
    number = ast.literal_eval(mark.args[0])
    pages = tuple(ast.literal_eval(mark.keywords[0].value))
    where = f"{path.relative_to(path.parent.parent).as_posix()}::{node.name}"
    return Shown(number, where, _story(where, ast.get_docstring(node) or ""), pages)


def _story(where: str, words: str) -> tuple[str, str, str]:
    """The docstring's Given, When and Then, each of which may run over several lines."""
    parts: list[list[str]] = []
    for line in words.splitlines():
        if line.startswith(("Given ", "When ", "Then ")):
            parts.append([])
        if parts and line.strip():
            parts[-1].append(line.strip())
    given, when, then = (" ".join(part) for part in parts) if len(parts) == 3 else ("", "", "")
    if not (given.startswith("Given ") and when.startswith("When ") and then.startswith("Then ")):
        raise ValueError(f"{where}: the docstring needs three lines: Given …, When …, Then …")
    return given, when, then


def capabilities() -> str:
    """docs/capabilities.md: epic by epic, the test that shows it and the page it is seen on."""
    lines = [
        "# Capabilities\n",
        "What buyers of such software ask for, by the numbers of the NHS capability lists (C11 referral management,",
        "C22 caseload management, C36 shared care plans, C37 social prescribing, and the two epics of its successor).",
        "Each is shown by a test that walks through the pages. The acceptance criteria of most epics are not public:",
        "the Given, When and Then are ours, so this page says what Linkwork does and claims no conformance.\n",
        "| epic | level | title | shown by | on |",
        "|---|---|---|---|---|",
    ]
    tests = shown()
    for number, (level, title) in EPICS.items():
        mine = [one for one in tests if one.number == number]
        where = "<br>".join(f"`{one.test}`" for one in mine) or "not yet"
        pages = "<br>".join(dict.fromkeys(f"`{name}`" for one in mine for name in one.pages))
        lines.append(f"| {number} | {level} | {title} | {where} | {pages} |")
    for one in tests:
        lines += [f"\n## {one.number} · {EPICS[one.number][1]}\n", *(f"- {part}" for part in one.story)]
    return "\n".join(lines) + "\n"
