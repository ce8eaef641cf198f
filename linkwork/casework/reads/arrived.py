"""What has arrived already from a device that sends it again?"""

from uuid import UUID

from linkwork.casework.access import check_may_see_people, seen_by
from linkwork.casework.models import Contact
from linkwork.core.viewer import Viewer


def is_logged(viewer: Viewer, contact_id: UUID) -> bool:
    """Whether a contact with the id made on the device is in the record. One question."""
    check_may_see_people(viewer)
    rows = Contact.objects.filter(seen_by(viewer, "case__person_id"), programme_id=viewer.programme)
    return rows.filter(id=contact_id).exists()
