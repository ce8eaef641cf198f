"""The named cast: two programmes, everybody in them, built through actions. Tests never write rows directly."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.core.viewer import Role, Viewer, system
from linkwork.programmes import actions, reads
from linkwork.programmes.rules import Model, SiteKind, Stage

NOON = dt.datetime(2026, 3, 12, 12, 0, tzinfo=dt.UTC)  # a Thursday
PASSWORD = "a calm long password"
MELBOURNE = (-37.8136, 144.9631)


@dataclass(frozen=True)
class Cast:
    """One programme with a viewer for each role, and an outsider from another programme."""

    programme_id: UUID
    site_id: UUID
    worker: Viewer
    other_worker: Viewer
    manager: Viewer
    supervisor: Viewer
    evaluator: Viewer
    adviser: Viewer
    administrator: Viewer
    outsider: Viewer

    def everyone(self) -> dict[str, Viewer]:
        """Each viewer by the name of their part."""
        return {name: value for name, value in vars(self).items() if isinstance(value, Viewer)}


def build_cast() -> Cast:
    """Two programmes at NOON. Logins are PART@example.org ("worker@example.org") with PASSWORD."""
    first = _programme("North practices")
    by = system(first)
    actions.start_stage(stage=Stage.INITIATION, starts_on=dt.date(2025, 9, 1), by=by, at=NOON)
    actions.start_stage(stage=Stage.OPERATION, starts_on=dt.date(2026, 1, 1), by=by, at=NOON)
    site = actions.add_site(
        name="Elm Street practice", kind=SiteKind.PRACTICE, place=MELBOURNE, by=by, at=NOON
    )
    parts = {
        "worker": ("Amal Haddad", [Role.WORKER]),
        "other_worker": ("Bo Lind", [Role.WORKER]),
        "manager": ("Chris Okafor", [Role.MANAGER]),
        "supervisor": ("Dana Petit", [Role.SUPERVISOR]),
        "evaluator": ("Elif Kaya", [Role.EVALUATOR]),
        "adviser": ("Femi Adeyemi", [Role.ADVISER]),
        "administrator": ("Gwen Price", [Role.ADMINISTRATOR]),
    }
    viewers = {part: _viewer(first, part, name, roles) for part, (name, roles) in parts.items()}
    outsider = _viewer(_programme("South families"), "outsider", "Hana Sato", [Role.WORKER, Role.MANAGER])
    return Cast(programme_id=first, site_id=site, outsider=outsider, **viewers)


def _programme(name: str) -> UUID:
    return actions.create_programme(
        name=name,
        model=Model.LINK_WORK,
        worker_word="link worker",
        person_word="person",
        people_word="people",
        place=MELBOURNE,
        target_group="Adults registered with the practices",
        target_size=1000,
        by=system(None),
        at=NOON,
    )


def _viewer(programme_id: UUID, part: str, name: str, roles: list[Role]) -> Viewer:
    by = system(programme_id)
    login_id = actions.create_login(email=f"{part}@example.org", password=PASSWORD, by=by, at=NOON)
    actions.add_worker(name=name, roles=roles, since=dt.date(2025, 9, 1), login_id=login_id, by=by, at=NOON)
    return reads.viewer_for(login_id, programme_id)
