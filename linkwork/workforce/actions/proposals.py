"""Proposals for the programme: made, talked about, withdrawn, decided."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail
from linkwork.workforce.access import check_is_themself, check_may_manage
from linkwork.workforce.models import Proposal, ProposalComment
from linkwork.workforce.rules.proposals import ProposalState, next_state


@action
def propose(*, title: str, why: str, by: Viewer, at: dt.datetime) -> UUID:
    """Propose a change to how the programme works; its id. Raises Invalid by field."""
    author_id = check_is_themself(by)
    errors = {
        name: _("Write a few words.")
        for name, said in {"title": title, "why": why}.items()
        if not said.strip()
    }
    if errors:
        raise Invalid(errors)
    row = Proposal.objects.create(
        programme_id=by.programme,
        author_id=author_id,
        title=title.strip()[:160],
        why=why.strip(),
        state=ProposalState.OPEN,
        created_at=at,
    )
    _record("propose", row.id, by, at)
    return row.id


@action
def comment_on_proposal(*, proposal_id: UUID, words: str, by: Viewer, at: dt.datetime) -> UUID:
    """Say something about an open proposal. Raises IllegalStep for a settled one."""
    author_id = check_is_themself(by)
    row = _locked(proposal_id, by)
    next_state(ProposalState(row.state), ProposalState.WITHDRAWN)  # as long as it can still be settled
    if not words.strip():
        raise Invalid({"words": _("Write a few words.")})
    comment = ProposalComment.objects.create(
        programme_id=by.programme,
        proposal_id=row.id,
        author_id=author_id,
        words=words.strip(),
        created_at=at,
    )
    _record("comment_on_proposal", row.id, by, at)
    return comment.id


@action
def withdraw_proposal(*, proposal_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Take one's own proposal back. Raises NotFound for somebody else's."""
    me = check_is_themself(by)
    row = _locked(proposal_id, by)
    if row.author_id != me:
        raise NotFound(_("There is no such proposal of yours."))
    _settle(row, ProposalState.WITHDRAWN, "", None, at)
    _record("withdraw_proposal", row.id, by, at)


@action
def decide_proposal(*, proposal_id: UUID, accept: bool, reason: str, by: Viewer, at: dt.datetime) -> None:
    """Accept or decline, with the reason everybody reads. Raises Invalid without one."""
    check_may_manage(by)
    decider = check_is_themself(by)
    row = _locked(proposal_id, by)
    if not reason.strip():
        raise Invalid({"reason": _("Say why: whoever proposed it should know.")})
    to = ProposalState.ACCEPTED if accept else ProposalState.DECLINED
    _settle(row, to, reason.strip(), decider, at)
    _record("decide_proposal", row.id, by, at, {"accepted": accept})


def _settle(row: Proposal, to: ProposalState, reason: str, decider: UUID | None, at: dt.datetime) -> None:
    row.state = next_state(ProposalState(row.state), to)
    row.decision, row.decided_by_id, row.settled_at = reason, decider, at
    row.save(update_fields=["state", "decision", "decided_by", "settled_at"])


def _locked(proposal_id: UUID, by: Viewer) -> Proposal:
    row = Proposal.objects.select_for_update().filter(programme_id=by.programme, id=proposal_id).first()
    if row is None:
        raise NotFound(_("There is no such proposal."))
    return row


def _record(
    verb: str, about_id: UUID, by: Viewer, at: dt.datetime, detail: dict[str, object] | None = None
) -> None:
    trail.record(by=by, at=at, what=f"workforce.{verb}", about="proposal", about_id=about_id, detail=detail)
