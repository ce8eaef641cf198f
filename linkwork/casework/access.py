"""Who may refer somebody, work with the people of a programme, and see how many people each worker has?"""

from django.utils.translation import gettext as _

from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import Kind, Role, Viewer
from linkwork.programmes import access as programmes


def check_may_see_people(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer is a worker or manager of a programme. Other programmes are never reached."""
    programmes.check_may_see_people(viewer)


def may_see_people(viewer: Viewer) -> bool:
    """The twin of `check_may_see_people` for pages."""
    return programmes.may_see_people(viewer)


def check_may_refer(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer works here, or came by the programme's own referral address."""
    if not may_refer(viewer):
        raise NotAllowed(_("Referrals come from a worker, or through the programme’s referral address."))


def may_refer(viewer: Viewer) -> bool:
    """The twin of `check_may_refer` for pages."""
    by_link = viewer.kind in (Kind.PARTNER, Kind.PERSON) and viewer.programme_id is not None
    return by_link or programmes.may_see_people(viewer)


def check_may_see_caseloads(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer's role looks after workers or works with people. It sees numbers only."""
    if not viewer.has(Role.WORKER, Role.MANAGER, Role.SUPERVISOR):
        raise NotAllowed(_("Your role does not open caseloads."))
