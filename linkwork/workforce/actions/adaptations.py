"""Changes that were made to the programme, kept in the words of FRAME."""

import datetime as dt
from dataclasses import asdict, dataclass
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail
from linkwork.workforce.access import check_may_manage
from linkwork.workforce.models import Adaptation, Proposal
from linkwork.workforce.rules.proposals import (
    At,
    ContextKind,
    Decider,
    Fidelity,
    Goal,
    Nature,
    Planned,
    ProposalState,
    Reason,
    What,
)


@dataclass(frozen=True)
class Change:
    """What was changed, in FRAME's words; None: not stated. `made_on` may be to come, for what is decided already."""

    title: str
    made_on: dt.date
    planned: Planned
    decided_by: Decider
    what: What
    why: str = ""
    fidelity: Fidelity = Fidelity.UNKNOWN
    context_kind: ContextKind | None = None
    nature: Nature | None = None
    level: At | None = None
    goal: Goal | None = None
    reason: Reason | None = None


@action
def note_adaptation(*, change: Change, by: Viewer, at: dt.datetime, proposal_id: UUID | None = None) -> UUID:
    """Write down a change that was made; its id. `proposal_id`: the accepted proposal it came of.

    Raises Invalid by field, also where the proposal was not accepted or has its adaptation already.
    """
    check_may_manage(by)
    if not change.title.strip():
        raise Invalid({"title": _("Write a few words.")})
    if change.context_kind and change.what is not What.CONTEXT:
        raise Invalid({"context_kind": _("This is for changes of the context.")})
    if change.nature and change.what is not What.CONTENT:
        raise Invalid({"nature": _("This is for changes of the content.")})
    if proposal_id is not None:
        _check_proposal(proposal_id, by)
    values = {name: value or "" for name, value in asdict(change).items()}
    values |= {"title": change.title.strip()[:160], "why": change.why.strip()}
    row = Adaptation.objects.create(
        programme_id=by.programme, proposal_id=proposal_id, created_at=at, **values
    )
    detail: dict[str, object] = {"what": change.what.value, "planned": change.planned.value}
    _record("note_adaptation", row.id, by, at, detail)
    return row.id


def _check_proposal(proposal_id: UUID, by: Viewer) -> None:
    row = Proposal.objects.select_for_update().filter(programme_id=by.programme, id=proposal_id).first()
    if row is None:
        raise NotFound(_("There is no such proposal."))
    if row.state != ProposalState.ACCEPTED:
        raise Invalid({"title": _("Only an accepted proposal becomes a change.")})
    if Adaptation.objects.filter(programme_id=by.programme, proposal_id=proposal_id).exists():
        raise Invalid({"title": _("This proposal has been written down as a change already.")})


@action
def note_result(*, adaptation_id: UUID, result: str, by: Viewer, at: dt.datetime) -> None:
    """Say what came of a change. An empty text takes it back."""
    check_may_manage(by)
    rows = Adaptation.objects.filter(programme_id=by.programme, id=adaptation_id)
    said = result.strip()
    if not rows.update(result=said, result_on=timezone.localdate(at) if said else None):
        raise NotFound(_("There is no such change."))
    _record("note_result", adaptation_id, by, at, {"said": bool(said)})


def _record(verb: str, about_id: UUID, by: Viewer, at: dt.datetime, detail: dict[str, object]) -> None:
    trail.record(by=by, at=at, what=f"workforce.{verb}", about="adaptation", about_id=about_id, detail=detail)
