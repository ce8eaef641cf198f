"""Pages of the documentation that are made from the code: floors, doors, states.

`python -m linkwork.testing.docs` writes them; a test compares them with what they would be now.
"""

import ast
from collections.abc import Callable, Iterable
from pathlib import Path

from linkwork.testing.house import FLOORS, PACKAGE, ROOT

MADE = "<!-- Made from the code by `python -m linkwork.testing.docs`. Do not edit. -->\n\n"


def floors() -> str:
    """docs/floors.md: which room stands where and what it is for, from the contracts and the rooms' own docstrings."""
    lines = [
        "# Floors\n",
        "Rooms import from lower floors only, and rooms on one floor do not know each other. The contracts in",
        "`pyproject.toml` are checked with every test run; a test walks the tables and refuses a key that points up.\n",
        "| floor | room | what it is for |",
        "|---|---|---|",
    ]
    for height in range(len(FLOORS) - 1, -1, -1):
        lines += [f"| {height} | `{room}` | {_purpose(PACKAGE / room)} |" for room in FLOORS[height]]
    lines += ["\nInside `evaluation`, from the top: toolkit, portraits, coding beside indicators, studies.\n"]
    return MADE + "\n".join(lines)


def _purpose(folder: Path) -> str:
    text = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
    return " ".join(text.split("\n\n")[0].split())


def doors() -> str:
    """docs/access.md: every page and who may open it, from the access table."""
    from linkwork.core.viewer import Role
    from linkwork.web.access_table import ACCESS

    lines = [
        "# Who may open which page\n",
        "Closed by default: one table, enforced by one middleware; a page that is not in it opens for nobody.",
        "“Public” pages need no account; those of partners check their own signed, expiring link.\n",
        f"| page | public | {' | '.join(role.value for role in Role)} |",
        f"|---|---|{'---|' * len(Role)}",
    ]
    for name, door in ACCESS.items():
        marks = " | ".join("●" if role in door.roles else "" for role in Role)
        lines.append(f"| `{name}` | {'●' if door.public else ''} | {marks} |")
    return MADE + "\n".join(lines) + "\n"


def states() -> str:
    """docs/states.md: the state tables of the rules as diagrams and lists."""
    parts = [
        "# States\n",
        "Each state table lives in a room's rules. An illegal step raises; statuses shown to people are computed.\n",
    ]
    for title, rows in _state_tables().items():
        parts.append(f"## {title}\n")
        parts.append("```mermaid\nstateDiagram-v2")
        parts += [f"    {start} --> {end}" for start, end, _owners, _reason in rows]
        parts.append("```\n")
        parts.append("| from | to | who may | reason needed |\n|---|---|---|---|")
        parts += [
            f"| {start} | {end} | {', '.join(sorted(owners))} | {'yes' if reason else ''} |"
            for start, end, owners, reason in rows
        ]
        parts.append("")
    return MADE + "\n".join(parts)


Row = tuple[str, str, Iterable[str], bool]


def _state_tables() -> dict[str, list[Row]]:
    """Each table as (from, to, who may, whether a reason is needed)."""
    from linkwork.casework.rules import plan, safeguarding
    from linkwork.casework.rules.states import CASE, REFERRAL
    from linkwork.connections import rules as connections
    from linkwork.errands.rules import STEPS as ERRAND_STEPS
    from linkwork.partnerships.rules import ADVOCACY_STEPS, FACTOR_STEPS
    from linkwork.workforce.rules import proposals, visits

    tables: dict[str, list[Row]] = {
        "Referral": [(a, b, owners, b == "declined") for (a, b), owners in REFERRAL.steps.items()],
        "Case": [(a, b, owners, b == "closed") for (a, b), owners in CASE.steps.items()],
        "Plan": [(a, b, owners, b == "closed") for (a, b), owners in plan.PLAN.steps.items()],
        "Goal": [(a, b, owners, False) for (a, b), owners in plan.GOAL.steps.items()],
        "Step of a plan": [(a, b, owners, b == "dropped") for (a, b), owners in plan.ACTION.steps.items()],
    }
    tables["Safeguarding concern"] = [
        (a, b, owners, b in safeguarding.NEEDS_REASON) for (a, b), owners in safeguarding.STEPS.items()
    ]
    for title, steps in (("Visit alone", visits.VISIT.table), ("Alarm about a visit", visits.ALARM.table)):
        tables[title] = [
            (a, b, owners, b == "resolved" and "watcher" in owners) for (a, b), owners in steps.items()
        ]
    for title, moves in (("Advocacy action", ADVOCACY_STEPS), ("What helps or hinders", FACTOR_STEPS)):
        tables[title] = [
            (a.value, b.value, ("manager", "worker"), False)
            for a, ends in moves.items()
            for b in sorted(ends)
        ]
    tables["Proposal of a worker"] = [
        (start, end, ("author" if end == "withdrawn" else "manager",), end != "withdrawn")
        for start, ends in proposals.PROPOSAL_STEPS.items()
        for end in sorted(ends)
    ]
    tables["Errand"] = [(a, b, (owner,), False) for (a, b), owner in ERRAND_STEPS.items()]
    for title, rows in (
        ("Connection: referral and warm handover", connections.step_rows()),
        ("Connection: signpost", connections.signpost_rows()),
    ):
        tables[title] = [(row.start, row.end, row.owners, row.needs_reason) for row in rows]
    return tables


def epics() -> str:
    """docs/capabilities.md: which test and page show each capability epic."""
    from linkwork.testing.capabilities import capabilities

    return MADE + capabilities()


PAGES: dict[str, Callable[[], str]] = {
    "floors.md": floors,
    "access.md": doors,
    "states.md": states,
    "capabilities.md": epics,
}


def main() -> None:
    """Write each page."""
    import django

    django.setup()
    for name, make in PAGES.items():
        (ROOT / "docs" / name).write_text(make(), "utf-8")


if __name__ == "__main__":
    main()
