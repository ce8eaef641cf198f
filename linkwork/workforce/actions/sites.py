"""Who sits where, what a place is like, and who stands up for the programme there."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail
from linkwork.workforce.access import check_may_read, check_may_record
from linkwork.workforce.models import SiteChampion, SiteConditions, SiteDay

WEEK = range(7)


@action
def set_site_day(
    *, site_id: UUID, worker_id: UUID, weekday: int, by: Viewer, at: dt.datetime, desk: str = ""
) -> UUID:
    """A worker is at the site on a day of the week (0 is Monday), at `desk`. Said again, it moves the desk."""
    check_may_record(by, worker_id)
    _check_site(site_id, by)
    worker = programmes.worker(by, worker_id)
    if weekday not in WEEK:
        raise Invalid({"weekday": _("Choose a day of the week.")})
    row, _made = SiteDay.objects.update_or_create(
        programme_id=by.programme,
        site_id=site_id,
        worker_id=worker.id,
        weekday=weekday,
        defaults={"desk": desk.strip()[:80]},
        create_defaults={"desk": desk.strip()[:80], "created_at": at},
    )
    _record("set_site_day", site_id, by, at, {"weekday": weekday})
    return row.id


@action
def end_site_day(*, day_id: UUID, by: Viewer, at: dt.datetime) -> UUID:
    """The worker is no longer there on that day; the site's id."""
    row = SiteDay.objects.filter(programme_id=by.programme, id=day_id).first()
    if row is None:
        raise NotFound(_("There is no such day."))
    check_may_record(by, row.worker_id)
    row.delete()
    _record("end_site_day", row.site_id, by, at, {"weekday": row.weekday})
    return row.site_id


@action
def describe_site(
    *,
    site_id: UUID,
    private_room: bool | None,
    record_access: bool | None,
    helps: str,
    hinders: str,
    by: Viewer,
    at: dt.datetime,
) -> None:
    """What the place is like to work in; None: not known."""
    check_may_read(by)
    _check_site(site_id, by)
    values = {
        "private_room": private_room,
        "record_access": record_access,
        "helps": helps.strip(),
        "hinders": hinders.strip(),
    }
    SiteConditions.objects.update_or_create(
        programme_id=by.programme,
        site_id=site_id,
        defaults=values,
        create_defaults=values | {"created_at": at},
    )
    _record("describe_site", site_id, by, at, {"private_room": private_room, "record_access": record_access})


@action
def name_site_champion(*, site_id: UUID, name: str, since: dt.date, by: Viewer, at: dt.datetime) -> UUID:
    """Somebody there stands up for the programme since a day; the id. Raises Invalid without a name."""
    check_may_read(by)
    _check_site(site_id, by)
    if not name.strip():
        raise Invalid({"name": _("Write a name.")})
    row = SiteChampion.objects.create(
        programme_id=by.programme, site_id=site_id, name=name.strip()[:120], since=since, created_at=at
    )
    _record("name_site_champion", site_id, by, at, {})
    return row.id


@action
def end_site_champion(*, champion_id: UUID, until: dt.date, by: Viewer, at: dt.datetime) -> UUID:
    """They no longer do, since a day; the site's id. Raises Invalid for a day before the first."""
    check_may_read(by)
    row = SiteChampion.objects.filter(programme_id=by.programme, id=champion_id, until__isnull=True).first()
    if row is None:
        raise NotFound(_("There is no such champion now."))
    if until < row.since:
        raise Invalid({"until": _("Choose a day after the first.")})
    row.until = until
    row.save(update_fields=["until"])
    _record("end_site_champion", row.site_id, by, at, {})
    return row.site_id


def _check_site(site_id: UUID, by: Viewer) -> None:
    if site_id not in {site.id for site in programmes.sites(by)}:
        raise NotFound(_("There is no such site."))


def _record(verb: str, site_id: UUID, by: Viewer, at: dt.datetime, detail: dict[str, object]) -> None:
    trail.record(by=by, at=at, what=f"workforce.{verb}", about="site", about_id=site_id, detail=detail)
