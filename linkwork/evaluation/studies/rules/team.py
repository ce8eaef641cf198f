"""Who may do what in one study?

A team narrows what a role in the programme allows and never widens it. A study that names no team is everybody's who
evaluates the programme. Findings (counts, and passages that may be quoted) are the programme's: a role alone opens
them, and no team closes them.
"""

from linkwork.core.viewer import Kind, Role, Viewer
from linkwork.evaluation.studies.rules.words import Doing, Part

MAY: dict[Part, frozenset[Doing]] = {
    Part.LEAD: frozenset(Doing),
    Part.CODER: frozenset({Doing.CODE, Doing.READ, Doing.COMMENT}),
    Part.ADVISER: frozenset({Doing.COMMENT}),
    Part.OBSERVER: frozenset({Doing.READ}),
}


def may(part: Part | None, doing: Doing) -> bool:
    """Whether somebody with this part may do it; None is nobody of the team."""
    return part is not None and doing in MAY[part]


def part_of(viewer: Viewer, named: str | None, *, has_team: bool) -> Part | None:
    """The viewer's part in a study. `named` is what the team calls them, None where it does not know them."""
    if viewer.kind is Kind.SYSTEM:
        return Part.LEAD
    if has_team:
        return Part(named) if named else None
    return Part.LEAD if viewer.has(Role.EVALUATOR) else None
