"""The programme's own templates for plans."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_shape_plans
from linkwork.casework.actions.parts.checks import check_text
from linkwork.casework.models import PlanTemplate
from linkwork.casework.rules.plan import template_goals
from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail


@action
def keep_template(
    *, title: str, body: str, by: Viewer, at: dt.datetime, template_id: UUID | None = None
) -> UUID:
    """Keep a template, a new one or one that is there; its id. Plans begun from it stay as they are.

    `body` is read by `rules.plan.template_goals`. Raises Invalid where it has no goal or the title is taken.
    """
    check_may_shape_plans(by)
    check_text("title", title)
    if not template_goals(body):
        raise Invalid({"body": _("Write at least one goal, on a line of its own.")})
    same = PlanTemplate.objects.filter(
        programme_id=by.programme, retired_at__isnull=True, title=title.strip()
    )
    if same.exclude(id=template_id or UUID(int=0)).exists():
        raise Invalid({"title": _("There is a template with this title already.")})
    row = _locked(template_id, by) if template_id else _new(by, at)
    row.title, row.body = title.strip(), body.strip()
    row.save()
    trail.record(by=by, at=at, what="casework.keep_template", about="plan_template", about_id=row.id)
    return row.id


def _new(by: Viewer, at: dt.datetime) -> PlanTemplate:
    return PlanTemplate(id=id_at(at), programme_id=by.programme, created_at=at)


def _locked(template_id: UUID, by: Viewer) -> PlanTemplate:
    rows = PlanTemplate.objects.select_for_update().filter(programme_id=by.programme, retired_at__isnull=True)
    row = rows.filter(id=template_id).first()
    if row is None:
        raise NotFound(_("There is no such template in this programme."))
    return row


@action
def retire_template(*, template_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Offer a template no longer."""
    check_may_shape_plans(by)
    row = _locked(template_id, by)
    row.retired_at = at
    row.save(update_fields=["retired_at"])
    trail.record(by=by, at=at, what="casework.retire_template", about="plan_template", about_id=row.id)
