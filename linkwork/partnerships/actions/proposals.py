"""From how many people on a wider effort is proposed, and setting a proposal aside."""

import datetime as dt

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_manage, check_may_write
from linkwork.partnerships.models import ProposalRule, SetAside
from linkwork.partnerships.reads.proposals import proposal
from linkwork.trail import actions as trail


@action
def set_proposal_rule(*, people: int, by: Viewer, at: dt.datetime) -> None:
    """From how many people on a wider effort is proposed. Raises Invalid below 2."""
    check_may_manage(by)
    if people < 2:
        raise Invalid({"people": _("One person is no pattern. Enter 2 or more.")})
    ProposalRule.objects.update_or_create(
        programme_id=by.programme,
        defaults={"people": people},
        create_defaults={"people": people, "created_at": at},
    )
    _record("partnerships.set_proposal_rule", by, at, people=people)


@action
def set_aside(*, key: str, by: Viewer, at: dt.datetime) -> None:
    """Show this proposal no more until more people met the same. Raises NotFound for one that is not proposed."""
    check_may_write(by)
    found = proposal(by, key)
    values = {"people": found.people}
    SetAside.objects.update_or_create(
        programme_id=by.programme, key=key, defaults=values, create_defaults={**values, "created_at": at}
    )
    _record("partnerships.set_aside", by, at, people=found.people)


def _record(what: str, by: Viewer, at: dt.datetime, **detail: object) -> None:
    trail.record(by=by, at=at, what=what, about="programme", about_id=by.programme, detail=detail)
