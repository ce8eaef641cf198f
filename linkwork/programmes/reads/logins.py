"""Who is somebody when they sign in, and in which programmes?"""

from dataclasses import dataclass
from uuid import UUID

from linkwork.core.viewer import NOBODY, Kind, Role, Viewer
from linkwork.programmes.models import Login, Worker
from linkwork.programmes.reads.programmes import ProgrammeCard, card_of
from linkwork.programmes.reads.workers import with_roles


@dataclass(frozen=True)
class DemonstrationLogin:
    """One login of a demonstration, for the page that offers a look around."""

    programme_name: str
    name: str
    title: str
    roles: frozenset[Role]
    email: str


@dataclass(frozen=True)
class Standing:
    """Where a login stands: who they are, in which programme, and (id, name) of each they may work in, by name.

    NOBODY, no programme and none to choose from, where the login works nowhere or nobody is signed in.
    """

    viewer: Viewer = NOBODY
    programme: ProgrammeCard | None = None
    programmes: tuple[tuple[UUID, str], ...] = ()


def viewers_of(login_id: UUID) -> list[Viewer]:
    """Who this login is in each programme they work in, by programme name. One question."""
    return [_viewer(row, roles) for row, roles in _places(login_id)]


def viewer_for(login_id: UUID, programme_id: UUID | None = None) -> Viewer:
    """Who this login is in `programme_id`, or in the first programme they work in. NOBODY where they work in none."""
    return standing(login_id, programme_id).viewer


def standing(login_id: UUID, programme_id: UUID | None = None) -> Standing:
    """All that a page's frame says of a login, as `viewer_for` chooses it. One question of the database."""
    places = _places(login_id)
    if not places:
        return Standing()
    here = [place for place in places if place[0].programme_id == programme_id]
    row, roles = (here or places)[0]
    choices = tuple((one.programme_id, one.programme.name) for one, _roles in places)
    return Standing(_viewer(row, roles), card_of(row.programme), choices)


def viewer_at_work(programme_id: UUID, worker_id: UUID) -> Viewer:
    """Who a worker is now, when something is done for them that they asked for. NOBODY once they left."""
    rows = Worker.objects.filter(
        programme_id=programme_id, id=worker_id, login__isnull=False, until__isnull=True
    )
    return next((_viewer(row, roles) for row, roles in with_roles(rows)), NOBODY)


def _places(login_id: UUID) -> list[tuple[Worker, frozenset[Role]]]:
    rows = Worker.objects.filter(login_id=login_id, until__isnull=True).order_by("programme__name")
    return with_roles(rows.select_related("programme"))


def _viewer(row: Worker, roles: frozenset[Role]) -> Viewer:
    return Viewer(
        kind=Kind.LOGIN,
        id=row.id,
        programme_id=row.programme_id,
        roles=roles,
        login_id=row.login_id,
        name=row.name,
    )


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
        for row, roles in with_roles(rows)
        if row.login
    ]
