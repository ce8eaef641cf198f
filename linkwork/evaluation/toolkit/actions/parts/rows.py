"""Rows to be changed, held until the end of the transaction."""

from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.toolkit.access import check_may_compose
from linkwork.evaluation.toolkit.models import Recommendation


def one(by: Viewer, recommendation_id: UUID) -> Recommendation:
    """A recommendation for somebody who composes. Raises NotAllowed, NotFound."""
    check_may_compose(by)
    return held(by, recommendation_id)


def held(by: Viewer, recommendation_id: UUID) -> Recommendation:
    """The same for whoever has been let in already."""
    rows = Recommendation.objects.select_for_update().filter(programme_id=by.programme)
    row = rows.filter(id=recommendation_id).first()
    if row is None:
        raise NotFound(_("There is no such recommendation in this programme."))
    return row
