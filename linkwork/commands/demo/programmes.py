"""The three invented programmes: who runs them, who works there, since when. Modelled on the founding papers."""

import datetime as dt
import random
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.contrib.auth.hashers import make_password

from linkwork.commands.demo.scene import Scene
from linkwork.core.viewer import Role, Viewer, system
from linkwork.programmes import actions, reads
from linkwork.programmes.rules import DEMONSTRATION_PASSWORD, Model, SiteKind, Stage

PASSWORD = DEMONSTRATION_PASSWORD


@dataclass(frozen=True)
class Plan:
    """One programme as the demonstration tells it. `staff` is (part of the address, name, title, roles, languages)."""

    key: str
    name: str
    host: str
    model: Model
    words: tuple[str, str, str]
    area: str
    place: tuple[float, float]
    target: tuple[str, int]
    stages: tuple[int, int, int]  # days before today on which each stage began
    sites: tuple[tuple[str, SiteKind, float, float], ...]
    staff: tuple[tuple[str, str, str, tuple[Role, ...], str], ...]


PLANS = (
    Plan(
        key="practices",
        name="Millbrook link workers",
        host="Millbrook practices together",
        model=Model.LINK_WORK,
        words=("link worker", "person", "people"),
        area="Millbrook",
        place=(53.7632, -2.7031),
        target=("Adults registered with the four practices who could use non-medical support", 900),
        stages=(400, 300, 60),
        sites=(
            ("Elm Street practice", SiteKind.PRACTICE, 0.004, 0.003),
            ("Canal Side practice", SiteKind.PRACTICE, -0.012, 0.010),
            ("Millbrook library", SiteKind.VENUE, 0.001, -0.004),
            ("By phone", SiteKind.REMOTE, 0, 0),
            ("At home", SiteKind.HOME, 0, 0),
        ),
        staff=(
            ("amal", "Amal Haddad", "link worker", (Role.WORKER,), "English, Arabic"),
            ("ben", "Ben Ashworth", "link worker", (Role.WORKER,), "English"),
            ("chidi", "Chidi Eze", "link worker", (Role.WORKER,), "English, Igbo"),
            ("dot", "Dorothy Marsh", "manager", (Role.MANAGER,), "English"),
            ("sam", "Sam Whittle", "supervisor", (Role.SUPERVISOR,), "English"),
        ),
    ),
    Plan(
        key="mothers",
        name="Mothers of Söderby",
        host="A women's association in Söderby",
        model=Model.PEER_SUPPORT,
        words=("peer supporter", "mother", "mothers"),
        area="Söderby",
        place=(55.5862, 13.0120),
        target=("Mothers who have immigrated, expecting or with children under seven", 700),
        stages=(380, 250, 40),
        sites=(
            ("Open preschool Solrosen", SiteKind.VENUE, 0.006, 0.004),
            ("Family centre", SiteKind.VENUE, -0.004, 0.011),
            ("By phone", SiteKind.REMOTE, 0, 0),
            ("At home", SiteKind.HOME, 0, 0),
        ),
        staff=(
            ("hodan", "Hodan Warsame", "peer supporter", (Role.WORKER,), "Swedish, Somali"),
            ("layla", "Layla Nasser", "peer supporter", (Role.WORKER,), "Swedish, Arabic"),
            ("mina", "Mina Karimi", "peer supporter", (Role.WORKER,), "Swedish, Dari"),
            ("karin", "Karin Lund", "coordinator", (Role.MANAGER,), "Swedish, English"),
            ("eva", "Eva Ström", "supervisor", (Role.SUPERVISOR,), "Swedish"),
        ),
    ),
    Plan(
        key="families",
        name="Val-des-Érables outreach",
        host="Val-des-Érables health and social services",
        model=Model.OUTREACH,
        words=("outreach worker", "parent", "parents"),
        area="Val-des-Érables",
        place=(45.4010, -71.8990),
        target=("Families with children under six in three neighbourhoods", 600),
        stages=(420, 330, 90),
        sites=(
            ("Early-childhood centre", SiteKind.VENUE, 0.003, -0.006),
            ("Saint-Laurent park", SiteKind.VENUE, 0.009, 0.002),
            ("Health centre", SiteKind.PRACTICE, -0.005, 0.001),
            ("At home", SiteKind.HOME, 0, 0),
        ),
        staff=(
            ("josee", "Josée Tremblay", "outreach worker", (Role.WORKER,), "French, English"),
            ("marc", "Marc Pelletier", "outreach worker", (Role.WORKER,), "French"),
            ("anne", "Anne Bouchard", "manager", (Role.MANAGER,), "French, English"),
            ("luc", "Luc Gagnon", "supervisor", (Role.SUPERVISOR,), "French"),
        ),
    ),
)
SHARED = (  # the same login in every programme
    ("evaluator", "Elif Kaya", "researcher in residence", (Role.EVALUATOR,), "English, Swedish"),
    ("adviser", "Ruth Bell", "public adviser", (Role.ADVISER,), "English"),
    ("admin", "Gwen Price", "administrator", (Role.ADMINISTRATOR,), "English"),
)


def open_programme(plan: Plan, now: dt.datetime) -> Scene:
    """The programme with its stages, sites and people, and the scene the other files fill."""
    start = now - dt.timedelta(days=plan.stages[0])
    programme_id = actions.create_programme(
        name=plan.name,
        host=plan.host,
        model=plan.model,
        worker_word=plan.words[0],
        person_word=plan.words[1],
        people_word=plan.words[2],
        area=plan.area,
        place=plan.place,
        target_group=plan.target[0],
        target_size=plan.target[1],
        demonstration=True,
        by=system(None),
        at=start,
    )
    by = system(programme_id)
    for stage, days in zip(Stage, plan.stages, strict=True):
        day = (now - dt.timedelta(days=days)).date()
        actions.start_stage(stage=stage, starts_on=day, by=by, at=start)
    for name, kind, north, east in plan.sites:
        place = (plan.place[0] + north, plan.place[1] + east) if north or east else None
        actions.add_site(name=name, kind=kind, place=place, by=by, at=start)
    viewers = [join(plan, programme_id, person, start) for person in plan.staff]
    shared = [join(None, programme_id, person, start) for person in SHARED]

    def holding(role: Role) -> list[Viewer]:
        return [viewer for viewer in [*viewers, *shared] if viewer.has(role)]

    return Scene(
        programme_id=programme_id,
        key=plan.key,
        workers=holding(Role.WORKER),
        manager=holding(Role.MANAGER)[0],
        supervisor=holding(Role.SUPERVISOR)[0],
        evaluator=holding(Role.EVALUATOR)[0],
        adviser=holding(Role.ADVISER)[0],
        system=by,
        now=now,
        chance=random.Random(f"linkwork {plan.key}"),
    )


@cache
def _hash() -> str:
    return make_password(PASSWORD)


def join(
    plan: Plan | None,
    programme_id: UUID,
    person: tuple[str, str, str, tuple[Role, ...], str],
    at: dt.datetime,
) -> Viewer:
    """Make somebody one of a programme's people, with their login; no plan: a login for every programme."""
    part, name, title, roles, languages = person
    email = f"{part}@{plan.key if plan else 'all'}.example"
    by = system(programme_id)
    login_id = reads.login_named(email) or actions.create_login(
        email=email, password=PASSWORD, hashed=_hash(), by=by, at=at
    )
    actions.add_worker(
        name=name,
        roles=roles,
        since=at.date(),
        login_id=login_id,
        title=title,
        languages=languages,
        by=by,
        at=at,
    )
    return reads.viewer_for(login_id, programme_id)


def first_evaluator() -> Viewer:
    """The evaluator in the first programme of a demonstration that is filled."""
    programme_id = next(card.id for card in reads.all_programmes() if card.name == PLANS[0].name)
    login_id = reads.login_named(f"{SHARED[0][0]}@all.example")
    assert login_id is not None  # made with the programme
    return reads.viewer_for(login_id, programme_id)


def logins() -> list[tuple[str, str, str]]:
    """(address, title, programme) of every login of the demonstration, the one to start with first."""
    own = [(f"{p[0]}@{plan.key}.example", p[2], plan.name) for plan in PLANS for p in plan.staff]
    return own + [(f"{p[0]}@all.example", p[2], "all three programmes") for p in SHARED]
