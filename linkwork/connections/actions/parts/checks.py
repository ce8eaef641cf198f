"""What several actions check or choose in the same way."""

from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.casework import reads as cases
from linkwork.casework.rules.consent import Purpose
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Kind as ViewerKind
from linkwork.core.viewer import Viewer

PURPOSE = Purpose.SHARE  # with an organisation, to connect


def check_need(by: Viewer, case_id: UUID, need_id: UUID) -> None:
    """Raise Invalid where the need belongs to another case."""
    if cases.need(by, need_id).case_id != case_id:
        raise Invalid({"need": _("That need belongs to somebody else.")})


def worker_for(by: Viewer, case_worker: UUID | None) -> UUID | None:
    """Who is asked when a question comes: whoever acts, or else the case's own worker."""
    return by.id if by.kind is ViewerKind.LOGIN else case_worker
