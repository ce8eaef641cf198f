"""Who may work in a study, who may read what was said, and who may know that a study exists."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import Role, Viewer
from linkwork.evaluation.studies.rules import Doing, Part, may

REFUSED = {
    Doing.LEAD: gettext_lazy("Only the lead of this study does this."),
    Doing.CODE: gettext_lazy(
        "This study has a team, and your part in it is not to bring in or code sources."
    ),
    Doing.READ: gettext_lazy("This study has a team, and your part in it is not to read what was said."),
    Doing.COMMENT: gettext_lazy("This study has a team, and your part in it is not to comment."),
}


def check_may_work(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer evaluates the programme: opens studies, brings in sources, codes."""
    if not may_work(viewer):
        raise NotAllowed(_("Only an evaluator of the programme works in its studies."))


def may_work(viewer: Viewer) -> bool:
    """The twin of `check_may_work` for pages."""
    return viewer.has(Role.EVALUATOR)


def check_may_read_sources(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer may read whole texts: evaluators only.

    A manager would read what their workers said in confidence; a public adviser sees drafts of findings only.
    """
    if not may_read_sources(viewer):
        raise NotAllowed(_("Only an evaluator of the programme reads what was said in its sources."))


def may_read_sources(viewer: Viewer) -> bool:
    """The twin of `check_may_read_sources` for pages."""
    return viewer.has(Role.EVALUATOR)


def check_may_learn(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer may know the programme's studies and read their findings."""
    if not may_learn(viewer):
        raise NotAllowed(_("Studies are read by evaluators, managers and public advisers."))


def may_learn(viewer: Viewer) -> bool:
    """The twin of `check_may_learn` for pages."""
    return viewer.has(Role.EVALUATOR, Role.MANAGER, Role.ADVISER)


def check_part(part: Part | None, doing: Doing) -> None:
    """Raise NotAllowed where somebody with this part in a study may not do it.

    A team narrows what a role allows, so the check of the role comes first.
    """
    if not may(part, doing):
        raise NotAllowed(str(REFUSED[doing]))


def may_do(viewer: Viewer, part: Part | None, doing: Doing) -> bool:
    """Whether an evaluator with this part in a study may do it, for pages."""
    return may_work(viewer) and may(part, doing)
