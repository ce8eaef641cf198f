"""Text messages: taking one in hand to send it, and doing what one from a worker's own number asks for."""

import datetime as dt
from uuid import UUID

from django.db.models import F, Q
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import NotFound, Refused
from linkwork.core.viewer import Kind, Viewer
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail
from linkwork.workforce.access import check_keeps_watch
from linkwork.workforce.actions.visits import end_visit, extend_visit, say_not_safe, start_visit
from linkwork.workforce.models import OwnPhone, Visit, VisitText
from linkwork.workforce.rules.texts import MOST_TRIES, Said, TextState, Wish, number_of, wish_of
from linkwork.workforce.rules.visits import OPEN

IN_HAND = dt.timedelta(minutes=2)  # longer than any carrier is waited for
OLDEST = dt.timedelta(minutes=10)  # a text that was so long on its way says nothing about now
AHEAD = dt.timedelta(minutes=1)  # further ahead the sender's clock is wrong: later texts must still be heard


@action
def try_text(*, text_id: UUID, by: Viewer, at: dt.datetime) -> bool:
    """Take a text in hand before it is handed over; False where another has it or it is done.

    Whoever took it has it until `mark_text`, or for IN_HAND where they never come to that.
    """
    check_keeps_watch(by)
    free = Q(taken_until__isnull=True) | Q(taken_until__lte=at)
    waits = VisitText.objects.filter(free, programme_id=by.programme, id=text_id, state=TextState.WAITING)
    taken = waits.filter(tries__lt=MOST_TRIES).update(tries=F("tries") + 1, taken_until=at + IN_HAND)
    if taken:
        trail.record(by=by, at=at, what="workforce.try_text", about="text", about_id=text_id)
    return bool(taken)


@action
def mark_text(*, text_id: UUID, state: TextState, by: Viewer, at: dt.datetime) -> None:
    """Say what became of it. A failed one waits for the next round until it was tried five times."""
    check_keeps_watch(by)
    row = _waiting(text_id, by)
    if row is None:
        return
    row.taken_until = None
    if state is TextState.FAILED and row.tries < MOST_TRIES:
        row.save(update_fields=["taken_until"])
        return
    row.state, row.done_at = state, at
    row.save(update_fields=["state", "taken_until", "done_at"])
    detail: dict[str, object] = {"state": state.value}
    trail.record(by=by, at=at, what="workforce.mark_text", about="text", about_id=row.id, detail=detail)


@action
def hear_text(*, number: str, text: str, sent_at: dt.datetime, by: Viewer, at: dt.datetime) -> Wish | None:
    """Do what a text from a worker's own number asks for, with the visit they are on; None where it is not clear.

    Raises NotFound for a number nobody left here or nobody out, Refused for an old text or one heard before, and what
    the step itself raises.
    """
    check_keeps_watch(by)
    phone = OwnPhone.objects.select_for_update().filter(
        programme_id=by.programme, number=number_of(number) or number
    )
    row = phone.first()
    worker = programmes.reachable(by).get(row.worker_id) if row else None
    if row is None or worker is None:
        raise NotFound(_("Nobody here has this number."))
    if sent_at < at - OLDEST or (row.heard_at is not None and sent_at <= row.heard_at):
        raise Refused(_("This text is too old, or it was heard already."))
    row.heard_at = sent_at if sent_at <= at + AHEAD else at
    row.save(update_fields=["heard_at"])
    trail.record(by=by, at=at, what="workforce.hear_text", about="worker", about_id=worker.id)
    wish = wish_of(text)
    if wish is not None:
        them = Viewer(Kind.LOGIN, worker.id, by.programme, worker.roles, name=worker.name)
        _do(wish, _visit_of(worker.id, by, at), them, at)
    return wish


def _do(wish: Wish, visit_id: UUID, by: Viewer, at: dt.datetime) -> None:
    match wish.said:
        case Said.IN:
            start_visit(visit_id=visit_id, by=by, at=at)
        case Said.OUT:
            end_visit(visit_id=visit_id, by=by, at=at)
        case Said.MORE:
            extend_visit(visit_id=visit_id, minutes=wish.minutes, by=by, at=at)
        case _:  # help, and whatever else there may be one day
            say_not_safe(visit_id=visit_id, by=by, at=at)


def _visit_of(worker_id: UUID, by: Viewer, at: dt.datetime) -> UUID:
    """The one under way, else the planned one that begins first."""
    rows = Visit.objects.filter(programme_id=by.programme, worker_id=worker_id, state__in=OPEN)
    row = rows.order_by("-state", "starts_at", "id").first()  # "under_way" comes after "planned"
    if row is None:
        raise NotFound(_("You are on no visit now."))
    return row.id


def _waiting(text_id: UUID, by: Viewer) -> VisitText | None:
    rows = VisitText.objects.select_for_update().filter(programme_id=by.programme, state=TextState.WAITING)
    return rows.filter(id=text_id).first()
