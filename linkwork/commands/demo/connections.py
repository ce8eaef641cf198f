"""Connections of the demonstration, in every state: sent, silent, answered, started, with a known end and without.

About three in five that are over have a known outcome, as in programmes that ask.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from linkwork.casework import reads as cases
from linkwork.casework.reads import CaseCard, NeedCard
from linkwork.commands.demo.scene import Scene
from linkwork.connections import actions
from linkwork.connections.access import partner_viewer
from linkwork.connections.rules import Attendance, Handover, Kind, Manner, Outcome, Shared, State, Why
from linkwork.core.viewer import Viewer
from linkwork.directory import reads as directory
from linkwork.directory.reads import ServiceCard

MOST = 44
DAY = dt.timedelta(days=1)
WENT_WELL = (
    "I go every week now.",
    "They knew my name the second time.",
    "They helped me fill in the form, and it was accepted.",
    "My boy has friends there.",
    "It got me out of the house.",
)
WENT_PARTLY = (
    "Kind people, but too loud for me.",
    "Good, only far to go.",
    "They helped with one of the two letters.",
)
DID_NOT_GO = (
    "The bus no longer goes there.",
    "She was ill that week and did not want to go alone.",
    "He changed his mind.",
)
# Which kinds of service answer which need; any other need may lead anywhere.
FITTING = {
    "company": ("Company", "Crafts", "Music", "Outdoors", "Men’s shed", "Talking", "Language"),
    "mood": ("Outdoors", "Listening", "Music", "Talking"),
    "moving": ("Movement", "Outdoors", "Swimming"),
    "food": ("Food",),
    "money": ("Money", "Food"),
    "housing": ("Housing", "Law"),
    "work": ("Civic life", "Language", "Digital help"),
    "language": ("Language", "Civic life"),
    "law": ("Law",),
    "pregnancy": ("Baby group", "Talking", "Baby things"),
    "parenting": ("Parents", "Baby group", "Open preschool", "Feeding"),
    "childcare": ("Open preschool", "Baby group"),
    "child_development": ("Open preschool", "Homework"),
    "caring": ("Carers",),
    "loss": ("Grief", "Listening"),
    "transport": ("Transport",),
    "digital": ("Digital help",),
    "culture": ("Music", "Crafts", "Civic life"),
}
QUESTION = "Is the person all right with stairs? Our room is on the first floor."


@dataclass(frozen=True)
class Told:
    """One connection to be told: for whom, what for, where, who acts, and when it begins."""

    case: CaseCard
    need: NeedCard
    service: ServiceCard
    by: Viewer
    at: dt.datetime

    @property
    def ids(self) -> dict[str, Any]:
        """As the actions take them."""
        return {"case_id": self.case.id, "need_id": self.need.id, "service_id": self.service.id}


def fill(scene: Scene) -> None:
    """Leaves the ids of referrals and handovers in `scene.made["connections"]`, those of today's page first."""
    made = scene.made.setdefault("connections", [])
    services = directory.services(scene.system, scene.made["services"])
    told = _stories(scene, services)
    mine = _of_first_worker(scene, told)
    for one, tell in zip(mine, OF_TODAY, strict=False):
        made.append(tell(scene, one))
    kept = {one.need.id for one in mine[: len(OF_TODAY)]}
    for number, one in enumerate(one for one in told[:MOST] if one.need.id not in kept):
        if number % 3 == 2:
            _signpost(scene, one)
        else:
            made.append(_through(scene, one, number))


def _of_first_worker(scene: Scene, told: list[Told]) -> list[Told]:
    """One need for each running case that is old enough for something to have been asked nine days ago."""
    known = (scene.now - 10 * DAY).date()
    by_case = {
        one.case.id: one
        for one in told
        if one.by.id == scene.workers[0].id and one.case.closed_on is None and one.need.raised_on <= known
    }
    return list(by_case.values())


def _stories(scene: Scene, services: list[ServiceCard]) -> list[Told]:
    """One for each need, newest case first; at most `MOST` and a few."""
    workers = {worker.id: worker for worker in scene.workers}
    found: list[Told] = []
    for case in scene.cards():
        for need in cases.needs_of(scene.manager, case.id)[:2]:
            begins = _morning(scene, need.raised_on + dt.timedelta(days=scene.chance.randint(1, 6)))
            if case.closed_on is None or begins.date() <= case.closed_on:
                by = workers.get(case.worker_id or scene.workers[0].id, scene.workers[0])
                service = _fitting(scene, need, services)
                found.append(Told(case, need, service, by, min(begins, scene.before(1))))
        if len(found) > MOST + 8:
            break
    return found


def _fitting(scene: Scene, need: NeedCard, services: list[ServiceCard]) -> ServiceCard:
    kinds = FITTING.get(need.term, ())
    return scene.chance.choice([one for one in services if one.category in kinds] or services)


def _morning(scene: Scene, day: dt.date) -> dt.datetime:
    return scene.now.replace(
        year=day.year, month=day.month, day=day.day, hour=10, minute=30, second=0, microsecond=0
    )


def _connect(
    scene: Scene, one: Told, at: dt.datetime, kind: Kind = Kind.REFERRAL, letter: bool = False
) -> actions.Sent:
    handover = None
    if kind is Kind.WARM_HANDOVER:
        manner = scene.chance.choice(list(Manner))
        handover = Handover(one.by.name, manner is Manner.IN_PERSON, at + 3 * DAY, manner)
    return actions.connect(
        **one.ids,
        kind=kind,
        handover=handover,
        shared=(Shared.NAME, Shared.PHONE if one.case.phone else Shared.EMAIL, Shared.WANTS),
        wants=one.need.words,
        agreed=True,
        agreed_how=scene.chance.choice(("Said so when we met", "On the phone", "Signed the form")),
        send_to="reception@partner.example" if letter else "",
        by=one.by,
        at=at,
    )


def _silent(scene: Scene, one: Told) -> UUID:
    """Asked nine days ago, and nobody has answered."""
    return _connect(scene, one, scene.before(9), letter=True).connection_id


def _answered(scene: Scene, one: Told) -> UUID:
    """The partner said yes this morning, and set an appointment."""
    sent = _connect(scene, one, scene.before(4), letter=True)
    at = scene.before(0.1, hour=6)
    actions.set_appointment(
        connection_id=sent.connection_id,
        starts_at=scene.before(-5, hour=13),
        where="At the front desk",
        by=partner_viewer(sent.token, at),
        at=at,
    )
    return sent.connection_id


def _asking(scene: Scene, one: Told) -> UUID:
    """The partner has a question."""
    sent = _connect(scene, one, scene.before(3), letter=True)
    at = scene.before(1)
    actions.ask_question(
        connection_id=sent.connection_id, words=QUESTION, by=partner_viewer(sent.token, at), at=at
    )
    return sent.connection_id


def _declined(scene: Scene, one: Told) -> UUID:
    """The partner said no: another way is needed."""
    sent = _connect(scene, one, scene.before(6))
    _say(sent, State.DECLINED, scene.before(2), why=Why.FULL)
    return sent.connection_id


def _proposing(scene: Scene, one: Told) -> UUID:
    """The partner said yes, and left three times to choose from."""
    sent = _connect(scene, one, scene.before(5), letter=True)
    at = scene.before(1)
    actions.propose_times(
        connection_id=sent.connection_id,
        times=[scene.before(-days, hour=13) for days in (3, 5, 8)],
        where="At the front desk",
        by=partner_viewer(sent.token, at),
        at=at,
    )
    return sent.connection_id


def _drafted(scene: Scene, one: Told) -> UUID:
    """Begun yesterday, and not sent: the person is still to be asked."""
    return actions.draft(**one.ids, kind=Kind.REFERRAL, wants=one.need.words, by=one.by, at=scene.before(1))


OF_TODAY = (_silent, _answered, _asking, _declined, _proposing, _drafted)


def _say(sent: actions.Sent, to: State, at: dt.datetime, **more: object) -> None:
    by = partner_viewer(sent.token, at)
    actions.move(connection_id=sent.connection_id, to=to, by=by, at=at, **more)  # type: ignore[arg-type]


def _through(scene: Scene, one: Told, number: int) -> UUID:
    """A connection of its age: the older, the further it has come."""
    kind = Kind.WARM_HANDOVER if number % 4 == 1 else Kind.REFERRAL
    sent = _connect(scene, one, one.at, kind)
    answer, start, end = (one.at + DAY * days for days in (scene.chance.randint(1, 9), 12, 29))
    if scene.chance.random() < 0.12 and answer < scene.now:
        _say(
            sent, State.DECLINED, answer, why=scene.chance.choice([Why.FULL, Why.NOT_RIGHT, Why.OUTSIDE_AREA])
        )
        _noted(sent, one, answer)
        return sent.connection_id
    if answer < scene.now and scene.chance.random() < 0.85:
        _say(sent, State.ACCEPTED, answer)
    if start < scene.now and scene.chance.random() < 0.8:
        _say(sent, State.STARTED, start)
    _noted(sent, one, answer)
    if end < scene.now or one.case.closed_on is not None:
        _end(scene, sent, one, max(start, end))
    return sent.connection_id


def _noted(sent: actions.Sent, one: Told, answer: dt.datetime) -> None:
    actions.note_news(connection_id=sent.connection_id, by=one.by, at=answer + DAY)


def _end(scene: Scene, sent: actions.Sent, one: Told, at: dt.datetime) -> None:
    """Six in ten are known to have helped or not; the rest did not go, or nobody knows."""
    at = min(at, scene.before(1))
    lot = scene.chance.random()
    ask = {"connection_id": sent.connection_id, "by": one.by, "at": at}
    if lot < 0.36:
        words = scene.chance.choice(WENT_WELL)
        actions.follow_up(**ask, went=Attendance.WENT, outcome=Outcome.HELPED, words=words)  # type: ignore[arg-type]
    elif lot < 0.52:
        words = scene.chance.choice(WENT_PARTLY)
        actions.follow_up(**ask, went=Attendance.WENT, outcome=Outcome.PARTLY, words=words)  # type: ignore[arg-type]
    elif lot < 0.6:
        actions.follow_up(**ask, went=Attendance.WENT, outcome=Outcome.NOT)  # type: ignore[arg-type]
    elif lot < 0.75:
        reason = scene.chance.choice(DID_NOT_GO)
        actions.follow_up(**ask, went=Attendance.DID_NOT_GO, reason=reason)  # type: ignore[arg-type]
    else:
        actions.follow_up(**ask, went=Attendance.NOT_KNOWN)  # type: ignore[arg-type]


def _signpost(scene: Scene, one: Told) -> None:
    """A signpost; the older ones are followed up."""
    signpost_id = actions.signpost(**one.ids, by=one.by, at=one.at)
    asked = one.at + DAY * 16
    if asked > scene.now and one.case.closed_on is None:
        return
    went = scene.chance.choice(
        [Attendance.WENT, Attendance.WENT, Attendance.DID_NOT_GO, Attendance.NOT_KNOWN]
    )
    outcome = scene.chance.choice([Outcome.HELPED, Outcome.HELPED, Outcome.PARTLY, Outcome.NOT])
    actions.follow_up_signpost(
        signpost_id=signpost_id,
        went=went,
        outcome=outcome if went is Attendance.WENT else None,
        by=one.by,
        at=min(asked, scene.before(1)),
    )
