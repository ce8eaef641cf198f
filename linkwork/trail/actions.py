"""Adding to the trail. Called by every other room's actions inside their transaction."""

import datetime as dt
from uuid import UUID

from linkwork.core.actions import action, part_of_action
from linkwork.core.viewer import Viewer
from linkwork.trail.models import NO_PROGRAMME, AccessRow, ActionRow, Head
from linkwork.trail.rules import FIRST, Entry, hash_of


@part_of_action
def record(
    *,
    by: Viewer,
    at: dt.datetime,
    what: str,
    about: str,
    about_id: UUID | None = None,
    programme_id: UUID | None = None,
    detail: dict[str, object] | None = None,
) -> None:
    """Add one action to its programme's chain.

    `what` is "room.verb" ("casework.log_contact"); `about` the kind of row. `detail` holds states, counts and ids,
    never what a person said or is called. `programme_id` is the viewer's own where it is not given.
    """
    chain = programme_id or by.programme_id or UUID(NO_PROGRAMME)
    head = _locked_head(chain)
    entry = Entry(head.sequence + 1, chain, by.kind, by.id, at, what, about, about_id, detail or {})
    head.sequence, head.hash = entry.sequence, hash_of(entry, head.hash)
    ActionRow.objects.create(
        programme_id=chain,
        sequence=entry.sequence,
        kind=entry.kind,
        actor_id=entry.actor_id,
        at=at,
        what=what,
        about=about,
        about_id=about_id,
        detail=entry.detail,
        hash=head.hash,
    )
    head.save(update_fields=["sequence", "hash"])


@action
def look(*, by: Viewer, at: dt.datetime, page: str, person_id: UUID) -> None:
    """Note that `by` opened `page` ("people:person") about this person."""
    AccessRow.objects.create(
        programme_id=by.programme, kind=by.kind, actor_id=by.id, at=at, page=page, person_id=person_id
    )


def _locked_head(chain: UUID) -> Head:
    locked = Head.objects.select_for_update().filter(programme_id=chain)
    head = locked.first()
    if head is None:  # a programme's first action; two at once agree on one head
        Head.objects.get_or_create(programme_id=chain, defaults={"hash": FIRST})
        head = locked.get()
    return head
