"""The post: writing a letter into the table of letters that wait, and marking what became of it.

A letter has no words here. The rooms above write one inside the action that it tells of; `exchange.mail` draws its
words by kind, sends it and marks it.
"""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.programmes.access import check_is_post, check_may_write_letters
from linkwork.programmes.models import LetterRow
from linkwork.programmes.rules import MOST_TRIES, LetterState, wait_before_next_try
from linkwork.trail import actions as trail


@action
def write_letter(
    *,
    kind: str,
    about_id: UUID,
    to: str,
    language: str,
    by: Viewer,
    at: dt.datetime,
    token: str = "",
    sender: str = "",
    not_before: dt.datetime | None = None,
) -> UUID:
    """Write a letter to be sent once this transaction stands; its id. Called by actions of the rooms above.

    `kind` is a key of `exchange.mail.kinds.KINDS` ("connections.ask"), `about_id` the row it draws its words from,
    `token` the way in that the letter carries, `sender` a name for the foot (the viewer's own unless given).
    Raises Invalid without an address.
    """
    check_may_write_letters(by)
    if "@" not in to:
        raise Invalid({"to": _("Enter an e-mail address, such as name@example.org.")})
    row = LetterRow.objects.create(
        id=id_at(at),
        programme_id=by.programme,
        kind=kind,
        about_id=about_id,
        state=LetterState.WAITING,
        to=to,
        language=language,
        sender=sender or by.name,
        token=token,
        try_from=not_before or at,
        created_at=at,
    )
    _record("write_letter", row.id, by, at, {"kind": kind})
    return row.id


@action
def stop_letters(*, about_id: UUID, by: Viewer, at: dt.datetime, kinds: Collection[str] | None = None) -> int:
    """Let nothing that still waits about this row go out (of these kinds, or of all); how many were stopped."""
    check_may_write_letters(by)
    rows = LetterRow.objects.filter(programme_id=by.programme, about_id=about_id, state=LetterState.WAITING)
    if kinds is not None:
        rows = rows.filter(kind__in=sorted(kinds))
    stopped = rows.update(state=LetterState.STOPPED, token="", done_at=at)
    if stopped:
        _record("stop_letters", about_id, by, at, {"stopped": stopped})
    return stopped


@action
def try_letter(*, letter_id: UUID, by: Viewer, at: dt.datetime) -> bool:
    """Take a letter in hand before it is handed over; False where another post has it, or it is done.

    It is tried again only after a while that grows, so that two posts side by side do not send it twice.
    """
    check_is_post(by)
    row = LetterRow.objects.filter(programme_id=by.programme, id=letter_id).first()
    if row is None:
        return False
    taken = LetterRow.objects.filter(
        programme_id=by.programme, id=letter_id, state=LetterState.WAITING, tries=row.tries, try_from__lte=at
    ).update(tries=F("tries") + 1, try_from=at + wait_before_next_try(row.tries + 1))
    if taken:
        _record("try_letter", letter_id, by, at, {"tries": row.tries + 1})
    return bool(taken)


@action
def mark_delivered(*, letter_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """The letter is out; the link in it is forgotten here. Raises NotFound for one that does not wait."""
    row = _waiting(letter_id, by)
    row.state, row.token, row.done_at = LetterState.DELIVERED, "", at
    row.save()
    _record("mark_delivered", row.id, by, at, {})


@action
def mark_failed(*, letter_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """The letter could not be sent this time; after `MOST_TRIES` it is given up, and the worker sees it."""
    row = _waiting(letter_id, by)
    if row.tries >= MOST_TRIES:
        row.state, row.token, row.done_at = LetterState.FAILED, "", at
        row.save()
    _record("mark_failed", row.id, by, at, {"tries": row.tries})


@action
def stop_letter(*, letter_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """There is nothing to say any more: what the letter was about is over."""
    row = _waiting(letter_id, by)
    row.state, row.token, row.done_at = LetterState.STOPPED, "", at
    row.save()
    _record("stop_letter", row.id, by, at, {})


def _record(verb: str, about_id: UUID, by: Viewer, at: dt.datetime, detail: dict[str, object]) -> None:
    trail.record(by=by, at=at, what=f"programmes.{verb}", about="letter", about_id=about_id, detail=detail)


def _waiting(letter_id: UUID, by: Viewer) -> LetterRow:
    check_is_post(by)
    rows = LetterRow.objects.select_for_update()
    row = rows.filter(programme_id=by.programme, id=letter_id, state=LetterState.WAITING).first()
    if row is None:
        raise NotFound(_("There is no such letter waiting."))
    return row
