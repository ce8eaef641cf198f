"""Who composes and publishes recommendations, who reads drafts of them, who agrees."""

from django.utils.translation import gettext as _

from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import Kind, Viewer
from linkwork.evaluation.portraits import access as portraits


def check_may_compose(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer evaluates the programme."""
    if not may_compose(viewer):
        raise NotAllowed(_("Only an evaluator of the programme composes its toolkit."))


def may_compose(viewer: Viewer) -> bool:
    """The twin of `check_may_compose` for pages."""
    return portraits.may_write(viewer)


def check_may_read(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer may read drafts: evaluators, managers, public advisers."""
    if not may_read(viewer):
        raise NotAllowed(_("Drafts of the toolkit are read by evaluators, managers and public advisers."))


def may_read(viewer: Viewer) -> bool:
    """The twin of `check_may_read` for pages."""
    return portraits.may_read(viewer)


def check_may_review(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer may read drafts and signs with their own name."""
    if not may_review(viewer):
        raise NotAllowed(_("Evaluators, managers and public advisers agree to advice, each for themselves."))


def may_review(viewer: Viewer) -> bool:
    """The twin of `check_may_review` for pages."""
    return viewer.kind is Kind.LOGIN and may_read(viewer)
