"""Asking about the programme: its words, stages, sites, workers, and who somebody is when they sign in."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import DateField, F, QuerySet, Value

from linkwork.core.errors import NotFound
from linkwork.core.viewer import NOBODY, Kind, Role, Viewer
from linkwork.programmes.models import Login, Programme, Site, StageRow, Worker
from linkwork.programmes.rules import QUIET_AFTER_WEEKS, Model, SiteKind, Stage, StageSpan


@dataclass(frozen=True)
class Words:
    """What this programme calls its worker and the people it supports."""

    worker: str
    person: str
    people: str


@dataclass(frozen=True)
class ProgrammeCard:
    """The programme in plain values. Distances start from (latitude, longitude) where a person has no place.

    `lists`: what it changed of each list, for `instruments.lists.terms_of`.
    """

    id: UUID
    name: str
    host: str
    model: Model
    words: Words
    area: str
    place: tuple[float, float] | None
    target_group: str
    target_size: int | None
    answer_within_days: int
    chase_after_days: int
    follow_up_after_days: int
    demonstration: bool
    urgent_within_days: int = 1
    notes_lock_after_days: int = 10
    acknowledge_within_hours: int = 24
    danger_within_hours: int = 4
    emergency_phone: str = ""
    safeguarding_contact: str = ""
    lists: Mapping[str, Any] = field(default_factory=dict, hash=False)
    chase_times: int = 2
    remind_before_hours: int = 24
    plans_need_approval: bool = False
    reopen_within_days: int = 28
    quiet_after_weeks: int = QUIET_AFTER_WEEKS


@dataclass(frozen=True)
class WorkerCard:
    """One worker of the programme. `roles` is empty for somebody without a login.

    `takes_late`: referrals that nobody has answered in time go to them. `safeguarding_rank`: their place among those
    who take safeguarding concerns, None for nearly everybody.
    """

    id: UUID
    name: str
    title: str
    roles: frozenset[Role]
    languages: str
    since: dt.date
    until: dt.date | None
    takes_late: bool = False
    safeguarding_rank: int | None = None


@dataclass(frozen=True)
class DemonstrationLogin:
    """One login of a demonstration, for the page that offers a look around."""

    programme_name: str
    name: str
    title: str
    roles: frozenset[Role]
    email: str


@dataclass(frozen=True)
class SiteCard:
    """One place where the programme works."""

    id: UUID
    name: str
    kind: SiteKind
    place: tuple[float, float] | None


@dataclass(frozen=True)
class Standing:
    """Where a login stands: who they are, in which programme, and (id, name) of each they may work in, by name.

    NOBODY, no programme and none to choose from, where the login works nowhere or nobody is signed in.
    """

    viewer: Viewer = NOBODY
    programme: ProgrammeCard | None = None
    programmes: tuple[tuple[UUID, str], ...] = ()


def programme(viewer: Viewer) -> ProgrammeCard:
    """The programme the viewer stands in. Raises NotFound when it is gone."""
    return programme_with_id(viewer.programme)


def programme_with_id(programme_id: UUID) -> ProgrammeCard:
    """A programme for pages without an account (a partner's link). Nothing in it is about a person."""
    row = Programme.objects.filter(id=programme_id).first()
    if row is None:
        raise NotFound("There is no such programme.")
    return _card(row)


def all_programmes() -> list[ProgrammeCard]:
    """Every programme on this machine, by name: for the operator's commands."""
    return [_card(row) for row in Programme.objects.order_by("name")]


def _card(row: Programme) -> ProgrammeCard:
    return ProgrammeCard(
        id=row.id,
        name=row.name,
        host=row.host,
        model=Model(row.model),
        words=Words(row.worker_word, row.person_word, row.people_word),
        area=row.area,
        place=_place(row.latitude, row.longitude),
        target_group=row.target_group,
        target_size=row.target_size,
        answer_within_days=row.answer_within_days,
        chase_after_days=row.chase_after_days,
        follow_up_after_days=row.follow_up_after_days,
        demonstration=row.demonstration,
        urgent_within_days=row.urgent_within_days,
        notes_lock_after_days=row.notes_lock_after_days,
        acknowledge_within_hours=row.acknowledge_within_hours,
        danger_within_hours=row.danger_within_hours,
        emergency_phone=row.emergency_phone,
        safeguarding_contact=row.safeguarding_contact,
        lists=row.lists,
        chase_times=row.chase_times,
        remind_before_hours=row.remind_before_hours,
        plans_need_approval=row.plans_need_approval,
        reopen_within_days=row.reopen_within_days,
        quiet_after_weeks=row.quiet_after_weeks or QUIET_AFTER_WEEKS,
    )


def _place(latitude: float | None, longitude: float | None) -> tuple[float, float] | None:
    return None if latitude is None or longitude is None else (latitude, longitude)


def stage_spans(viewer: Viewer) -> list[StageSpan]:
    """The programme's stages by first day."""
    rows = StageRow.objects.filter(programme_id=viewer.programme).order_by("starts_on")
    return [StageSpan(Stage(row.stage), row.starts_on) for row in rows]


def stage_spans_of(programme_ids: Collection[UUID]) -> dict[UUID, list[StageSpan]]:
    """The stages of several programmes by first day, by programme. One question."""
    found: dict[UUID, list[StageSpan]] = {}
    for row in StageRow.objects.filter(programme_id__in=list(programme_ids)).order_by("starts_on"):
        found.setdefault(row.programme_id, []).append(StageSpan(Stage(row.stage), row.starts_on))
    return found


def stages_and_names(viewer: Viewer) -> tuple[list[StageSpan], list[str]]:
    """The programme's stages by first day, and the names of all who work or worked in it, in one question."""
    stages = StageRow.objects.filter(programme_id=viewer.programme).values_list("stage", "starts_on")
    no_day = Value(None, output_field=DateField())
    names = Worker.objects.filter(programme_id=viewer.programme).annotate(no_day=no_day)
    rows: list[Any] = list(stages.union(names.values_list("name", "no_day"), all=True))
    spans = [StageSpan(Stage(words), day) for words, day in rows if day is not None]
    return sorted(spans, key=lambda span: span.starts_on), [words for words, day in rows if day is None]


def sites(viewer: Viewer) -> list[SiteCard]:
    """The programme's sites by name."""
    rows = Site.objects.filter(programme_id=viewer.programme).order_by("name")
    return [
        SiteCard(row.id, row.name, SiteKind(row.kind), _place(row.latitude, row.longitude)) for row in rows
    ]


def workers(viewer: Viewer, role: Role | None = None) -> list[WorkerCard]:
    """The programme's workers by name; with `role`, only those who hold it. One question of the database."""
    rows = Worker.objects.filter(programme_id=viewer.programme).order_by("name", "id")
    cards = [_worker(row, roles) for row, roles in _with_roles(rows)]
    return [card for card in cards if role is None or role in card.roles]


def names_with(viewer: Viewer, role: Role) -> QuerySet[Worker, str]:
    """The names of those who hold `role`, in order: to be joined into a question of a room above."""
    rows = Worker.objects.filter(programme_id=viewer.programme, memberships__role=role)
    return rows.order_by("name", "id").values_list("name", flat=True)


def late_names(viewer: Viewer) -> QuerySet[Worker, str]:
    """`names_with` for managers, the one named for late referrals first."""
    rows = Worker.objects.filter(programme_id=viewer.programme, memberships__role=Role.MANAGER)
    rows = rows.filter(until__isnull=True)
    return rows.order_by("-takes_late", "name", "id").values_list("name", flat=True)


def late_takers(viewer: Viewer) -> list[tuple[UUID, str, str]]:
    """(worker id, e-mail address, language) of whoever takes late referrals: the one named, else every manager.

    The address is empty for somebody without a login. One question of the database.
    """
    rows = Worker.objects.filter(programme_id=viewer.programme, memberships__role=Role.MANAGER)
    found = list(
        rows.filter(until__isnull=True).select_related("login").order_by("-takes_late", "name", "id")
    )
    chosen = found[:1] if found and found[0].takes_late else found
    return [
        (row.id, row.login.email if row.login else "", row.login.language if row.login else "")
        for row in chosen
    ]


def working_now(viewer: Viewer, role: Role) -> QuerySet[Worker]:
    """Those who hold `role` and have not left, by name: to be joined into a question of a room above."""
    rows = Worker.objects.filter(programme_id=viewer.programme, until__isnull=True, memberships__role=role)
    return rows.order_by("name", "id")


def worker(viewer: Viewer, worker_id: UUID) -> WorkerCard:
    """One worker of the viewer's programme. Raises NotFound. One question of the database."""
    for row, roles in _with_roles(Worker.objects.filter(programme_id=viewer.programme, id=worker_id)):
        return _worker(row, roles)
    raise NotFound("There is no such worker in this programme.")


def _with_roles(rows: QuerySet[Worker]) -> list[tuple[Worker, frozenset[Role]]]:
    """Each worker once with the roles they hold, in the order of `rows`: one question, joined with memberships."""
    found: dict[UUID, Worker] = {}
    held: dict[UUID, set[Role]] = {}
    row: Any  # carries the role it was joined with
    for row in rows.annotate(held_role=F("memberships__role")):
        found.setdefault(row.id, row)
        held.setdefault(row.id, set()).update([Role(row.held_role)] if row.held_role else [])
    return [(row, frozenset(held[row.id])) for row in found.values()]


def _worker(row: Worker, roles: frozenset[Role]) -> WorkerCard:
    return WorkerCard(
        id=row.id,
        name=row.name,
        title=row.title,
        roles=roles,
        languages=row.languages,
        since=row.since,
        until=row.until,
        takes_late=row.takes_late,
        safeguarding_rank=row.safeguarding_rank,
    )


def programmes_of(login_id: UUID) -> list[tuple[UUID, str]]:
    """(programme id, name) of every programme the login works in, by name."""
    rows = Worker.objects.filter(login_id=login_id, until__isnull=True).order_by("programme__name")
    return [(row.programme_id, row.programme.name) for row in rows.select_related("programme")]


def viewers_of(login_id: UUID) -> list[Viewer]:
    """Who this login is in each programme they work in, by programme name. One question."""
    rows = Worker.objects.filter(login_id=login_id, until__isnull=True).order_by("programme__name")
    return [
        Viewer(
            kind=Kind.LOGIN,
            id=row.id,
            programme_id=row.programme_id,
            roles=roles,
            login_id=login_id,
            name=row.name,
        )
        for row, roles in _with_roles(rows.select_related("programme"))
    ]


def viewer_for(login_id: UUID, programme_id: UUID | None = None) -> Viewer:
    """Who this login is in `programme_id`, or in the first programme they work in. NOBODY where they work in none."""
    return standing(login_id, programme_id).viewer


def standing(login_id: UUID, programme_id: UUID | None = None) -> Standing:
    """All that a page's frame says of a login, as `viewer_for` chooses it. One question of the database."""
    rows = Worker.objects.filter(login_id=login_id, until__isnull=True).order_by("programme__name")
    places = _with_roles(rows.select_related("programme"))
    if not places:
        return Standing()
    here = [place for place in places if place[0].programme_id == programme_id]
    row, roles = (here or places)[0]
    viewer = Viewer(
        kind=Kind.LOGIN,
        id=row.id,
        programme_id=row.programme_id,
        roles=roles,
        login_id=login_id,
        name=row.name,
    )
    choices = tuple((one.programme_id, one.programme.name) for one, _roles in places)
    return Standing(viewer, _card(row.programme), choices)


def login_named(email: str) -> UUID | None:
    """The id of the login with this e-mail address, if there is one."""
    return Login.objects.filter(email__iexact=email).values_list("id", flat=True).first()


def demonstration_logins() -> list[DemonstrationLogin]:
    """Every login of the demonstrations on this machine, by programme; those with real programmes never show.

    One question of the database.
    """
    rows = (
        Worker.objects.filter(programme__demonstration=True, login__isnull=False, until__isnull=True)
        .select_related("programme", "login")
        .order_by("programme__name", "created_at", "id")
    )
    return [
        DemonstrationLogin(row.programme.name, row.name, row.title, roles, row.login.email)
        for row, roles in _with_roles(rows)
        if row.login
    ]
