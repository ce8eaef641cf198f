"""Who may work in a study, who may read what was said, and who may know that a study exists."""

from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import Role, Viewer


def check_may_work(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer evaluates the programme: opens studies, brings in sources, codes."""
    if not may_work(viewer):
        raise NotAllowed("Only an evaluator of the programme works in its studies.")


def may_work(viewer: Viewer) -> bool:
    """The twin of `check_may_work` for pages."""
    return viewer.has(Role.EVALUATOR)


def check_may_read_sources(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer may read whole texts: evaluators only.

    A manager would read what their workers said in confidence; a public adviser sees drafts of findings only.
    """
    if not may_read_sources(viewer):
        raise NotAllowed("Only an evaluator of the programme reads what was said in its sources.")


def may_read_sources(viewer: Viewer) -> bool:
    """The twin of `check_may_read_sources` for pages."""
    return viewer.has(Role.EVALUATOR)


def check_may_learn(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer may know the programme's studies and read their findings."""
    if not may_learn(viewer):
        raise NotAllowed("Studies are read by evaluators, managers and public advisers.")


def may_learn(viewer: Viewer) -> bool:
    """The twin of `check_may_learn` for pages."""
    return viewer.has(Role.EVALUATOR, Role.MANAGER, Role.ADVISER)
