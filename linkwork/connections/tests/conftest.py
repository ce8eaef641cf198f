"""A person with a need, and a service to connect them to, made through actions."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

import pytest

from linkwork.casework import actions as casework
from linkwork.casework import reads as cases
from linkwork.casework.rules.persons import PersonDetails
from linkwork.connections import actions, reads
from linkwork.connections.access import partner_viewer
from linkwork.connections.actions import Sent
from linkwork.connections.rules import Kind, Shared
from linkwork.core.viewer import Viewer, system
from linkwork.directory import actions as directory
from linkwork.instruments import lists
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import Letter
from linkwork.testing.cast import NOON, Cast

NAME, PHONE, WANTS = "Maryam Al Amin", "0411 222 333", "Get out among people again"
EVERYTHING = (Shared.NAME, Shared.PHONE, Shared.WANTS)


@dataclass(frozen=True)
class Scene:
    """One case with one need, one service, and the worker who connects them."""

    cast: Cast
    case_id: UUID
    need_id: UUID
    service_id: UUID

    @property
    def by(self) -> Viewer:
        """The worker."""
        return self.cast.worker

    def connect(self, **changes: object) -> Sent:
        """Send a referral, agreed to on the phone, at NOON unless `changes` say otherwise."""
        asked: dict[str, object] = {
            "case_id": self.case_id,
            "need_id": self.need_id,
            "service_id": self.service_id,
            "kind": Kind.REFERRAL,
            "shared": EVERYTHING,
            "wants": WANTS,
            "agreed": True,
            "agreed_how": "On the phone today",
            "send_to": "hello@garden.example",
            "by": self.by,
            "at": NOON,
        }
        return actions.connect(**(asked | changes))  # type: ignore[arg-type]

    def partner(self, sent: Sent, at: dt.datetime = NOON) -> Viewer:
        """Whoever holds the link."""
        return partner_viewer(sent.token, at)

    def card(self, sent: Sent) -> reads.ConnectionCard:
        """How the connection stands."""
        return reads.connection(self.by, sent.connection_id)


def waiting(scene: Scene) -> list[Letter]:
    """The letters that wait in the programme, to be sent at some time."""
    return programmes.waiting_letters(system(scene.cast.programme_id), NOON + dt.timedelta(days=3650))


def letters(scene: Scene, sent: Sent) -> list[Letter]:
    """The letters about a connection, as the worker sees them."""
    return programmes.letters_about(scene.by, sent.connection_id)


@pytest.fixture
def scene(cast: Cast) -> Scene:
    """A referral could be sent now; nothing has been."""
    return make_scene(cast)


def make_scene(cast: Cast) -> Scene:
    """See `scene`."""
    by = cast.worker
    given, family = NAME.split(" ", 1)
    case_id = casework.start_case(
        details=PersonDetails(given, family, phone=PHONE, language="ar"),
        source=lists.terms("referral_sources")[0].code,
        worker_id=by.id,
        by=by,
        at=NOON - dt.timedelta(days=30),
    )
    need_id = casework.add_need(
        case_id=case_id, term=lists.terms("needs")[0].code, words="I’d like company", by=by, at=NOON
    )
    service_id = directory.add_service(
        name="Garden group",
        organisation="Green Corner",
        email="hello@garden.example",
        by=by,
        at=NOON - dt.timedelta(days=900),
    )
    return Scene(cast, case_id, need_id, service_id)


def person_of(scene: Scene, at: dt.datetime = NOON) -> Viewer:
    """The person of the case, by a link of their own."""
    token = casework.make_person_link(case_id=scene.case_id, by=scene.by, at=at)
    return cases.own_page(token, at).viewer


def give_address(scene: Scene, email: str = "maryam@home.example") -> None:
    """The person has an e-mail address from now on."""
    case = cases.case(scene.by, scene.case_id)
    details = PersonDetails("Maryam", "Al Amin", phone=PHONE, language="ar", email=email)
    casework.change_person(person_id=case.person_id, details=details, by=scene.by, at=NOON)


def end_consents(scene: Scene, at: dt.datetime = NOON) -> None:
    """The person takes back every consent they gave."""
    person = cases.case(scene.by, scene.case_id).person_id
    for consent in cases.consents_of(scene.by, person, at):
        if consent.withdrawn_at is None:
            casework.withdraw_consent(consent_id=consent.id, by=scene.by, at=at)
