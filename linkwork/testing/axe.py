"""Is a page accessible, as far as a program can tell? Runs axe-core in the page.

The script is handed over through the debugger, so it also runs under a content security policy that allows none.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from playwright.sync_api import Page

STANDARDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@dataclass(frozen=True)
class Violation:
    """One rule of axe that the page breaks, and where: CSS selectors."""

    rule: str
    impact: str
    help: str
    where: tuple[str, ...]

    def __str__(self) -> str:
        places = "".join(f"\n    {place}" for place in self.where)
        return f"{self.impact}: {self.help} ({self.rule}){places}"


def violations(page: Page, *, leave_out: tuple[str, ...] = ()) -> list[Violation]:
    """What axe finds on the page as it stands, by WCAG 2.2 AA and axe's good practice; `leave_out` names rules."""
    if not page.evaluate("() => 'axe' in window"):  # half a megabyte, once a page
        page.evaluate(_script())
    options = {
        "runOnly": {"type": "tag", "values": list(STANDARDS)},
        "rules": {rule: {"enabled": False} for rule in leave_out},
        "preload": False,  # fetching style sheets again is refused for pages opened from a folder
        "resultTypes": ["violations"],  # what passed is counted, not told: half a megabyte a page
    }
    found = page.evaluate("async options => (await axe.run(document, options)).violations", options)
    return [
        Violation(
            rule=violation["id"],
            impact=violation["impact"] or "minor",
            help=violation["help"],
            where=tuple(" ".join(map(str, node["target"])) for node in violation["nodes"]),
        )
        for violation in found
    ]


def assert_accessible(page: Page, *, leave_out: tuple[str, ...] = ()) -> None:
    """Fail with a readable list where axe finds anything."""
    found = violations(page, leave_out=leave_out)
    assert not found, f"{page.url} is not accessible:\n" + "\n".join(map(str, found))


@cache
def _script() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
