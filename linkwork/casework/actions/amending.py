"""Putting a contact right: what stood there is kept, and a note that is locked is added to, never rewritten."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.casework.actions.contacts import _locked_contact
from linkwork.casework.actions.parts.checks import locked_case, worker_of
from linkwork.casework.actions.parts.encounters import (
    LISTS,
    add_terms,
    check_before_closing,
    check_encounter,
    columns_of,
)
from linkwork.casework.actions.parts.undoing import note_is_locked
from linkwork.casework.models import Contact, ContactChange, ContactTerm
from linkwork.casework.rules.contacts import Encounter, differences
from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail


@action
def change_contact(
    *, contact_id: UUID, how: Encounter, note: str, by: Viewer, at: dt.datetime, why: str = ""
) -> bool:
    """Put right how a contact went and its note; whether anything changed. The old values stay in its history.

    Once the note is locked it must be left as it is (Invalid for `note`), and anything else needs a reason (`why`).
    """
    row = _locked_contact(contact_id, by)
    case = locked_case(row.case_id, by)
    locked = note_is_locked(row.created_at, by, at)
    if locked and note.strip() != row.note:
        raise Invalid({"note": _("This note is locked. Add to it instead.")})
    check_encounter(how, by, at)
    check_before_closing(how, case)
    before, after = differences(_as_kept(row), columns_of(how) | {"note": note.strip()} | _terms(how))
    if not after:
        return False
    if locked and not why.strip():
        raise Invalid({"why": _("Say why this is put right now.")})
    _history(row, by, at, before=before, after=after, why=why.strip(), when_locked=locked)
    for name, value in (columns_of(how) | {"note": note.strip()}).items():
        setattr(row, name, value)
    row.save()
    ContactTerm.objects.filter(programme_id=by.programme, contact_id=row.id).delete()
    add_terms(row, how, at)
    _record(row, by, at, {"fields": list(after), "locked": locked})
    return True


@action
def add_to_note(*, contact_id: UUID, words: str, by: Viewer, at: dt.datetime) -> None:
    """Add words to a note, dated and signed, below what stands there. Raises Invalid where there are none."""
    row = _locked_contact(contact_id, by)
    if not words.strip():
        raise Invalid({"words": _("Write a few words.")})
    locked = note_is_locked(row.created_at, by, at)
    _history(row, by, at, addition=words.strip(), when_locked=locked)
    _record(row, by, at, {"added": True, "locked": locked})


def _as_kept(row: Contact) -> dict[str, object]:
    kept = ContactTerm.objects.filter(programme_id=row.programme_id, contact_id=row.id)
    held: dict[str, list[str]] = {field: [] for field in LISTS.values()}
    for list_id, term in kept.values_list("list", "term"):
        held[LISTS[list_id]].append(term)
    return {name: value for name, value in vars(row).items() if not name.startswith("_")} | held


def _terms(how: Encounter) -> dict[str, object]:
    return {field: list(dict.fromkeys(getattr(how, field))) for field in LISTS.values()}


def _history(row: Contact, by: Viewer, at: dt.datetime, **what: object) -> None:
    after = what.get("after")
    ContactChange.objects.create(
        id=id_at(at),
        programme_id=row.programme_id,
        created_at=at,
        contact_id=row.id,
        worker_id=worker_of(by),
        changed_at=at,
        fields=",".join(after) if isinstance(after, dict) else "",
        **what,
    )


def _record(row: Contact, by: Viewer, at: dt.datetime, detail: dict[str, object]) -> None:
    trail.record(
        by=by, at=at, what="casework.change_contact", about="contact", about_id=row.id, detail=detail
    )
