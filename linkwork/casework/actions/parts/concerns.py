"""What the actions about a concern share."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_raise_concern
from linkwork.casework.models import Concern, ConcernEntry
from linkwork.casework.rules.safeguarding import (
    CONCERN_LETTER,
    NEEDS_REASON,
    Account,
    Agreed,
    Capacity,
    ConcernState,
    EntryKind,
    Limits,
    Part,
    check_step,
    due_at,
    next_lead,
)
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.ids import id_at
from linkwork.core.viewer import Kind, Viewer
from linkwork.programmes import actions as programmes
from linkwork.programmes import reads


def locked_concern(concern_id: UUID, by: Viewer) -> Concern:
    """The concern's row, locked until the action ends. Raises NotAllowed, NotFound; the part is checked after it."""
    check_may_raise_concern(by)
    row = Concern.objects.select_for_update().filter(programme_id=by.programme, id=concern_id).first()
    if row is None:
        raise NotFound(_("There is no such concern in this programme."))
    return row


def check_account(account: Account) -> None:
    """Raise Invalid, by field, for what a lead could not do without."""
    errors = {}
    if not account.facts.strip():
        errors["facts"] = _("Write what was seen or said.")
    if account.capacity is not Capacity.PRESUMED and not account.capacity_words.strip():
        errors["capacity_words"] = _("Say for which decision, and why.")
    if account.agreed is not Agreed.YES and not account.without_agreement.strip():
        errors["without_agreement"] = _("Say why others are told without their yes.")
    if errors:
        raise Invalid(errors)


def move(row: Concern, to: ConcernState, parts: frozenset[Part], words: str) -> None:
    """Take the step if the table has it and it is theirs. Raises IllegalStep, NotAllowed, Invalid without a reason."""
    check_step(ConcernState(row.state), to, parts)
    if to in NEEDS_REASON and not words.strip():
        raise Invalid({"words": _("Write a few words.")})
    row.state = to


def ask_lead(row: Concern, now: UUID | None, by: Viewer, at: dt.datetime, *, same: bool = False) -> None:
    """Start the clock for the lead after `now` (or for `now` again) and write to them. Nobody is asked twice at once.

    The letter says that something waits, not what and not about whom.
    """
    leads = {lead.id: lead for lead in reads.safeguarding_leads(by)}
    card = reads.programme(by)
    asked = now if same and now in leads else next_lead(list(leads), now, row.author_id)
    limits = Limits(card.acknowledge_within_hours, card.danger_within_hours)
    row.lead_id, row.due_at = asked, due_at(at, row.danger, limits)
    lead = leads.get(asked) if asked else None
    if lead is not None and lead.email and lead.id != by.id:
        programmes.write_letter(
            kind=CONCERN_LETTER, about_id=row.id, to=lead.email, language=lead.language, by=by, at=at
        )


def add_entry(
    row: Concern,
    kind: EntryKind,
    by: Viewer,
    at: dt.datetime,
    *,
    words: str = "",
    decision: str = "",
    told: str = "",
    told_at: dt.datetime | None = None,
    lead_id: UUID | None = None,
) -> None:
    """Add one line to the concern's history. The concern's row is locked, so that no two have one number."""
    before = ConcernEntry.objects.filter(programme_id=row.programme_id, concern_id=row.id)
    ConcernEntry.objects.create(
        id=id_at(at),
        programme_id=row.programme_id,
        created_at=at,
        concern_id=row.id,
        number=before.count() + 1,
        kind=kind,
        worker_id=by.id if by.kind is Kind.LOGIN else None,
        words=words.strip(),
        decision=decision,
        told=told,
        told_at=told_at,
        lead_id=lead_id,
    )
