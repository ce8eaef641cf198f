"""From which templates may a plan begin: the programme's own, and the examples that come with the house?"""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_see_people
from linkwork.casework.models import PlanTemplate
from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer


@dataclass(frozen=True)
class TemplateCard:
    """A template of the programme's own. `body` as `rules.plan.template_goals` reads it."""

    id: UUID
    title: str
    body: str


def templates(viewer: Viewer) -> list[TemplateCard]:
    """The programme's own templates by title. One question."""
    check_may_see_people(viewer)
    rows = PlanTemplate.objects.filter(programme_id=viewer.programme, retired_at__isnull=True)
    return [TemplateCard(row.id, row.title, row.body) for row in rows.order_by("title", "id")]


def template(viewer: Viewer, template_id: UUID) -> TemplateCard:
    """One of them. Raises NotFound."""
    for card in templates(viewer):
        if card.id == template_id:
            return card
    raise NotFound(_("There is no such template in this programme."))
