"""Setting up a programme: the only writes of this room."""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import Role, Viewer
from linkwork.programmes.access import check_may_set_up
from linkwork.programmes.models import Login, Membership, Programme, Site, StageRow, Worker
from linkwork.programmes.rules import Model, SiteKind, Stage, StageSpan, stages_in_order
from linkwork.trail import actions as trail


@action
def create_programme(
    *,
    name: str,
    model: Model,
    worker_word: str,
    person_word: str,
    people_word: str,
    by: Viewer,
    at: dt.datetime,
    host: str = "",
    area: str = "",
    place: tuple[float, float] | None = None,
    target_group: str = "",
    target_size: int | None = None,
    demonstration: bool = False,
) -> UUID:
    """Open a programme; its id. Raises Invalid where the name is taken. `place` is (latitude, longitude) in degrees."""
    check_may_set_up(by)
    if Programme.objects.filter(name=name).exists():
        raise Invalid({"name": "There is a programme with this name already. Choose another name."})
    row = Programme.objects.create(
        id=new_id(),
        name=name,
        host=host,
        model=model,
        worker_word=worker_word,
        person_word=person_word,
        people_word=people_word,
        area=area,
        latitude=place[0] if place else None,
        longitude=place[1] if place else None,
        target_group=target_group,
        target_size=target_size,
        demonstration=demonstration,
        created_at=at,
    )
    trail.record(
        by=by,
        at=at,
        what="programmes.create_programme",
        about="programme",
        about_id=row.id,
        programme_id=row.id,
    )
    return row.id


@action
def change_programme(
    *,
    name: str,
    worker_word: str,
    person_word: str,
    people_word: str,
    answer_within_days: int,
    chase_after_days: int,
    follow_up_after_days: int,
    by: Viewer,
    at: dt.datetime,
    host: str = "",
    target_group: str = "",
    target_size: int | None = None,
    urgent_within_days: int | None = None,
    notes_lock_after_days: int | None = None,
    chase_times: int | None = None,
    remind_before_hours: int | None = None,
) -> None:
    """Change what the programme is called, its words and its limits. Raises Invalid where the name is taken.

    Each limit that may be None is then left as it is. `chase_times` 0: a silent partner is never asked by itself.
    """
    check_may_set_up(by)
    if Programme.objects.filter(name=name).exclude(id=by.programme).exists():
        raise Invalid({"name": "There is a programme with this name already. Choose another name."})
    row = Programme.objects.get(id=by.programme)
    wanted = {
        "name": name,
        "host": host,
        "worker_word": worker_word,
        "person_word": person_word,
        "people_word": people_word,
        "answer_within_days": answer_within_days,
        "chase_after_days": chase_after_days,
        "follow_up_after_days": follow_up_after_days,
        "target_group": target_group,
        "target_size": target_size,
        "urgent_within_days": urgent_within_days or row.urgent_within_days,
        "notes_lock_after_days": notes_lock_after_days or row.notes_lock_after_days,
        "chase_times": row.chase_times if chase_times is None else chase_times,
        "remind_before_hours": remind_before_hours or row.remind_before_hours,
    }
    changed = [field for field, value in wanted.items() if getattr(row, field) != value]
    for field in changed:
        setattr(row, field, wanted[field])
    row.save(update_fields=changed)
    trail.record(
        by=by,
        at=at,
        what="programmes.change_programme",
        about="programme",
        about_id=row.id,
        detail={"fields": changed},
    )


@action
def start_stage(*, stage: Stage, starts_on: dt.date, by: Viewer, at: dt.datetime, note: str = "") -> UUID:
    """Say on which day a stage began, or move that day. Raises Invalid where the stages would be out of order."""
    check_may_set_up(by)
    rows = StageRow.objects.filter(programme_id=by.programme).exclude(stage=stage)
    spans = [StageSpan(Stage(row.stage), row.starts_on) for row in rows]
    if not stages_in_order([*spans, StageSpan(stage, starts_on)]):
        raise Invalid(
            {"starts_on": "Stages follow each other: initiation, operation, maintenance. Move the day."}
        )
    row, _made = StageRow.objects.update_or_create(
        programme_id=by.programme,
        stage=stage,
        defaults={"starts_on": starts_on, "note": note},
        create_defaults={"starts_on": starts_on, "note": note, "created_at": at},
    )
    trail.record(
        by=by,
        at=at,
        what="programmes.start_stage",
        about="stage",
        about_id=row.id,
        detail={"stage": stage.value},
    )
    return row.id


@action
def add_site(
    *, name: str, kind: SiteKind, by: Viewer, at: dt.datetime, place: tuple[float, float] | None = None
) -> UUID:
    """Add a place where the programme works; its id. Raises Invalid where the name is taken or nobody could go there.

    `place` is (latitude, longitude) in degrees.
    """
    check_may_set_up(by)
    if place and not (-90 <= place[0] <= 90 and -180 <= place[1] <= 180):
        raise Invalid({"place": _("This is no place on earth.")})
    if Site.objects.filter(programme_id=by.programme, name=name).exists():
        raise Invalid({"name": "There is a site with this name already."})
    row = Site.objects.create(
        programme_id=by.programme,
        name=name,
        kind=kind,
        latitude=place[0] if place else None,
        longitude=place[1] if place else None,
        created_at=at,
    )
    trail.record(by=by, at=at, what="programmes.add_site", about="site", about_id=row.id)
    return row.id


@action
def add_worker(
    *,
    name: str,
    roles: Iterable[Role],
    since: dt.date,
    by: Viewer,
    at: dt.datetime,
    login_id: UUID | None = None,
    title: str = "",
    languages: str = "",
) -> UUID:
    """Add somebody to the programme with their roles; the worker's id. Raises Invalid where the login is in it."""
    check_may_set_up(by)
    if login_id and Worker.objects.filter(programme_id=by.programme, login_id=login_id).exists():
        raise Invalid({"login": "This login works in the programme already."})
    row = Worker.objects.create(
        programme_id=by.programme,
        login_id=login_id,
        name=name,
        title=title,
        languages=languages,
        since=since,
        created_at=at,
    )
    held = sorted(set(roles))
    for role in held:
        Membership.objects.create(programme_id=by.programme, worker=row, role=role, created_at=at)
    trail.record(
        by=by,
        at=at,
        what="programmes.add_worker",
        about="worker",
        about_id=row.id,
        detail={"roles": [role.value for role in held]},
    )
    return row.id


@action
def name_for_late(*, worker_id: UUID | None, by: Viewer, at: dt.datetime) -> None:
    """Say to whom a referral goes that nobody has answered in time; None for all managers. Raises Invalid."""
    check_may_set_up(by)
    rows = Worker.objects.filter(programme_id=by.programme)
    rows.filter(takes_late=True).update(takes_late=False)
    if worker_id is not None:
        named = rows.filter(id=worker_id, until__isnull=True, memberships__role=Role.MANAGER)
        if not named.exists():
            raise Invalid({"worker": _("Choose somebody who manages this programme now.")})
        rows.filter(id=worker_id).update(takes_late=True)
    trail.record(by=by, at=at, what="programmes.name_for_late", about="worker", about_id=worker_id)


@action
def create_login(
    *, email: str, password: str, by: Viewer, at: dt.datetime, language: str = "", hashed: str = ""
) -> UUID:
    """Make a login; its id. Raises Invalid where the address is taken.

    `hashed` is the password's hash where it was made already: hashing is slow on purpose, once for each password.
    """
    check_may_set_up(by)
    if Login.objects.filter(email__iexact=email).exists():
        raise Invalid({"email": "There is a login with this e-mail address already."})
    row = Login(email=email.lower(), language=language)
    row.password = hashed or make_password(password)
    row.save()
    trail.record(by=by, at=at, what="programmes.create_login", about="login", about_id=row.id)
    return row.id


@action
def welcome_worker(
    *,
    email: str,
    password: str,
    name: str,
    roles: Iterable[Role],
    since: dt.date,
    by: Viewer,
    at: dt.datetime,
    title: str = "",
    languages: str = "",
) -> UUID:
    """Add somebody with the login of this address, made where there is none yet; the worker's id.

    `password` is taken for a new login only. Raises Invalid where they work in the programme already.
    """
    check_may_set_up(by)
    known = Login.objects.filter(email__iexact=email).first()
    login_id = known.id if known else create_login(email=email, password=password, by=by, at=at)
    try:
        return add_worker(
            name=name,
            roles=roles,
            since=since,
            login_id=login_id,
            title=title,
            languages=languages,
            by=by,
            at=at,
        )
    except Invalid as refusal:
        raise Invalid({"email": refusal.reason}) from refusal


@action
def choose_language(*, language: str, by: Viewer, at: dt.datetime) -> None:
    """Remember the language a login reads in. Raises NotFound for a viewer without a login."""
    if by.login_id is None or not Login.objects.filter(id=by.login_id).update(language=language):
        raise NotFound("There is no login to remember this for.")
    trail.record(by=by, at=at, what="programmes.choose_language", about="login", about_id=by.login_id)
