"""How visits are watched: the programme's ladder, warnings about places, one's own number."""

import datetime as dt
from dataclasses import asdict
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.core.ids import id_at
from linkwork.core.viewer import Role, Viewer
from linkwork.programmes import reads as programmes
from linkwork.programmes.access import check_may_set_up
from linkwork.trail import actions as trail
from linkwork.workforce.access import check_may_visit, may_watch_all
from linkwork.workforce.models import OwnPhone, PlaceWarning, VisitLadder
from linkwork.workforce.rules.places import is_place_enough
from linkwork.workforce.rules.texts import number_of
from linkwork.workforce.rules.visits import Ladder, is_in_order

NAMED = ("manager", "second")  # who stands on the ladder by name


@action
def set_ladder(*, ladder: Ladder, by: Viewer, at: dt.datetime) -> None:
    """Say who is asked after how many minutes, and what to do at the end. Raises Invalid."""
    check_may_set_up(by)
    errors = {}
    if not is_in_order(ladder):
        errors["emergency_after"] = _("Each is asked at the same time as the one before, or later.")
    everybody = programmes.reachable(by)
    for name in NAMED:
        chosen = getattr(ladder, name)
        if chosen and (chosen not in everybody or Role.MANAGER not in everybody[chosen].roles):
            errors[name] = _("Choose somebody who manages this programme now.")
    if errors:
        raise Invalid(errors)
    values = {f"{name}_id" if name in NAMED else name: value for name, value in asdict(ladder).items()}
    values["words"] = ladder.words.strip()
    VisitLadder.objects.update_or_create(
        programme_id=by.programme, defaults=values, create_defaults=values | {"created_at": at}
    )
    trail.record(
        by=by,
        at=at,
        what="workforce.set_ladder",
        about="programme",
        about_id=by.programme,
        detail={rung.value: minutes for rung, minutes in ladder.minutes().items()},
    )


@action
def warn_of_place(*, place: str, words: str, review_on: dt.date, by: Viewer, at: dt.datetime) -> UUID:
    """Keep a warning for a place, to be looked at again on `review_on`; its id. Raises Invalid."""
    check_may_visit(by)
    errors = {}
    if not is_place_enough(place):
        errors["place"] = _("Write a number and a street, so that it is not taken for another place.")
    if not words.strip():
        errors["words"] = _("Write what to be careful about.")
    if review_on <= timezone.localdate(at):
        errors["review_on"] = _("Choose a day to come.")
    if errors:
        raise Invalid(errors)
    row = PlaceWarning.objects.create(
        id=id_at(at),
        programme_id=by.programme,
        created_at=at,
        place=place.strip(),
        words=words.strip(),
        worker_id=by.worker_id,
        review_on=review_on,
    )
    _record(row.id, "warn_of_place", by, at)
    return row.id


@action
def review_warning(*, warning_id: UUID, review_on: dt.date, by: Viewer, at: dt.datetime) -> None:
    """It still holds; it is looked at again on `review_on`. Raises Invalid, NotFound."""
    row = _held_warning(warning_id, by)
    if review_on <= timezone.localdate(at):
        raise Invalid({"review_on": _("Choose a day to come.")})
    row.review_on = review_on
    row.save(update_fields=["review_on"])
    _record(row.id, "review_warning", by, at)


@action
def end_warning(*, warning_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """It holds no more. For whoever wrote it and for managers. Raises NotAllowed, NotFound."""
    row = _held_warning(warning_id, by)
    if row.worker_id != by.id and not may_watch_all(by):
        raise NotAllowed(_("Whoever wrote it takes it back, or a manager."))
    row.ended_at = at
    row.save(update_fields=["ended_at"])
    _record(row.id, "end_warning", by, at)


@action
def keep_phone(*, number: str, by: Viewer, at: dt.datetime) -> None:
    """Keep one's own number, empty to forget it. Raises Invalid where it is none, or another's."""
    check_may_visit(by)
    rows = OwnPhone.objects.filter(programme_id=by.programme)
    kept = number_of(number)
    if number.strip() and not kept:
        raise Invalid({"phone": _("Enter the number with its country code, such as +44 7700 900123.")})
    if rows.filter(number=kept).exclude(worker_id=by.worker_id).exists():
        raise Invalid({"phone": _("A colleague has this number already.")})
    mine = rows.filter(worker_id=by.worker_id)
    if mine.filter(number=kept).exists():
        return
    mine.delete()
    if kept:
        OwnPhone.objects.create(programme_id=by.programme, worker_id=by.worker_id, number=kept, created_at=at)
    trail.record(by=by, at=at, what="workforce.keep_phone", about="worker", about_id=by.id)


def _held_warning(warning_id: UUID, by: Viewer) -> PlaceWarning:
    check_may_visit(by)
    rows = PlaceWarning.objects.select_for_update().filter(programme_id=by.programme, ended_at__isnull=True)
    row = rows.filter(id=warning_id).first()
    if row is None:
        raise NotFound(_("There is no such warning that still holds."))
    return row


def _record(warning_id: UUID, verb: str, by: Viewer, at: dt.datetime) -> None:
    trail.record(by=by, at=at, what=f"workforce.{verb}", about="place_warning", about_id=warning_id)
