"""Noting training with its certificate, what the programme asks for, and what workers would like to learn."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.instruments import lists
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail
from linkwork.workforce.access import check_is_themself, check_may_manage, check_may_record, may_see_all
from linkwork.workforce.models import RequiredTraining, Training, TrainingNeed
from linkwork.workforce.rules.training import LEVELS, LIST, MOST_HOURS


@dataclass(frozen=True)
class Taken:
    """One training as it was taken. `file_name` and `file_kind` are of a certificate kept already, empty for none."""

    term: str
    held_on: dt.date
    hours: Decimal
    title: str = ""
    provider: str = ""
    expires_on: dt.date | None = None
    in_house: bool = False
    file_name: str = ""
    file_kind: str = ""


@action
def note_training(*, worker_id: UUID, taken: Taken, by: Viewer, at: dt.datetime) -> UUID:
    """Note a training of a worker; its id. By themself, or who looks after them. Raises Invalid by field."""
    check_may_record(by, worker_id)
    worker = programmes.worker(by, worker_id)
    errors = _wrong(taken, timezone.localdate(at), by)
    if errors:
        raise Invalid(errors)
    row = Training.objects.create(
        programme_id=by.programme,
        worker_id=worker.id,
        term=taken.term,
        title=taken.title.strip()[:160],
        provider=taken.provider.strip()[:120],
        held_on=taken.held_on,
        hours=taken.hours,
        expires_on=taken.expires_on,
        in_house=taken.in_house,
        file_name=taken.file_name,
        file_kind=taken.file_kind,
        created_at=at,
    )
    _record("note_training", worker.id, by, at, {"term": taken.term})
    return row.id


def _wrong(taken: Taken, today: dt.date, by: Viewer) -> dict[str, str]:
    errors = {}
    if not lists.has_of(programmes.own_lists(by.programme), LIST, taken.term):
        errors["term"] = _("Choose one of the list.")
    if taken.held_on > today:
        errors["held_on"] = _("This day has not come yet. Choose today or an earlier day.")
    if not 0 < taken.hours <= MOST_HOURS:
        errors["hours"] = _("Enter hours, from a half to 500.")
    if taken.expires_on is not None and taken.expires_on <= taken.held_on:
        errors["expires_on"] = _("It runs out after it was held. Choose a later day.")
    if taken.in_house and not may_see_all(by):
        errors["in_house"] = _("A manager or a supervisor notes what the programme itself certifies.")
    return errors


@action
def remove_training(*, training_id: UUID, by: Viewer, at: dt.datetime) -> str:
    """Take an entry out that was wrong; the name of its certificate's file, to be thrown away, "" for none."""
    row = Training.objects.select_for_update().filter(programme_id=by.programme, id=training_id).first()
    if row is None:
        raise NotFound(_("There is no such training."))
    check_may_record(by, row.worker_id)
    name = row.file_name
    row.delete()
    _record("remove_training", row.worker_id, by, at, {"term": row.term})
    return name


@action
def require_training(*, terms: frozenset[str], by: Viewer, at: dt.datetime) -> None:
    """Which topics everybody is to be trained in: these and no others. Raises Invalid for one the list has not."""
    check_may_manage(by)
    own = programmes.own_lists(by.programme)
    if not all(lists.has_of(own, LIST, term) for term in terms):
        raise Invalid({"terms": _("Choose from the list.")})
    rows = RequiredTraining.objects.filter(programme_id=by.programme)
    held = set(rows.values_list("term", flat=True))
    rows.exclude(term__in=terms).delete()
    RequiredTraining.objects.bulk_create(
        RequiredTraining(programme_id=by.programme, term=term, created_at=at) for term in sorted(terms - held)
    )
    trail.record(
        by=by,
        at=at,
        what="workforce.require_training",
        about="programme",
        about_id=by.programme,
        detail={"terms": sorted(terms)},
    )


@action
def rate_needs(*, levels: dict[str, int], by: Viewer, at: dt.datetime) -> None:
    """Say how much one wants training, by topic from 1 to 5: the whole answer; topics left out are forgotten."""
    me = check_is_themself(by)
    own = programmes.own_lists(by.programme)
    if not all(lists.has_of(own, LIST, term) and level in LEVELS for term, level in levels.items()):
        raise Invalid({"levels": _("Choose from the answers offered.")})
    TrainingNeed.objects.filter(programme_id=by.programme, worker_id=me).delete()
    TrainingNeed.objects.bulk_create(
        TrainingNeed(
            programme_id=by.programme,
            worker_id=me,
            term=term,
            level=level,
            rated_on=timezone.localdate(at),
            created_at=at,
        )
        for term, level in levels.items()
    )
    _record("rate_needs", me, by, at, {"topics": len(levels)})


def _record(verb: str, worker_id: UUID, by: Viewer, at: dt.datetime, detail: dict[str, object]) -> None:
    trail.record(by=by, at=at, what=f"workforce.{verb}", about="worker", about_id=worker_id, detail=detail)
