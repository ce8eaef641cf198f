"""Partners, a year of work with them, meetings, advocacy, supervision, and what changed in people's words."""

import datetime as dt
from uuid import UUID

from django.utils import timezone

from linkwork.commands.demo.partner_texts import NOTES, TEXTS, Texts
from linkwork.commands.demo.scene import Scene
from linkwork.core.viewer import Viewer
from linkwork.outcomes import actions as outcomes
from linkwork.outcomes.rules import Direction
from linkwork.partnerships import actions
from linkwork.partnerships.rules import (
    AdvocacyState,
    FactorKind,
    FactorState,
    Influence,
    Level,
    Method,
    Practice,
)
from linkwork.workforce import actions as workforce
from linkwork.workforce.rules.supervision import SupervisionKind

MOST_CHANGES = 12


def fill(scene: Scene) -> None:
    """Leaves the partners' ids in `scene.made["partners"]`, in the order of the texts."""
    texts = TEXTS[scene.key]
    partners = _partners(scene, texts)
    scene.made["partners"] = partners
    _work_together(scene, partners)
    _meetings(scene, texts, partners)
    _advocacy(scene, texts, partners)
    _factors(scene, texts, partners)
    _supervision(scene)
    _changes(scene, texts)


def _day(scene: Scene, days: float) -> dt.date:
    return timezone.localdate(scene.before(days))


def _partners(scene: Scene, texts: Texts) -> list[UUID]:
    made = []
    for place, (name, sector, contact, part) in enumerate(texts.partners):
        by, at = scene.workers[place % len(scene.workers)], scene.before(340 - 12 * place)
        partner_id = actions.add_partner(name=name, sector=sector, by=by, at=at)
        contact_id = actions.add_contact(partner_id=partner_id, name=contact, part=part, by=by, at=at)
        if place < 2:
            actions.name_champion(contact_id=contact_id, since=_day(scene, 200 - 40 * place), by=by, at=at)
        made.append(partner_id)
    return made


def _work_together(scene: Scene, partners: list[UUID]) -> None:
    """Two or three times with each; the fifth and the last have not been heard of for months."""
    practices = [Practice(value) for value in NOTES]
    for place, partner_id in enumerate(partners):
        silent = place in (4, len(partners) - 1)
        for days in sorted(scene.chance.sample(range(90 if silent else 4, 300), 2 + place % 2), reverse=True):
            by, practice = _worker(scene, place), scene.chance.choice(practices)
            actions.log_interaction(
                partner_id=partner_id,
                practice=practice,
                occurred_on=_day(scene, days),
                note=scene.chance.choice(NOTES[practice.value]),
                by=by,
                at=scene.before(days, 16),
            )
        if not silent:
            actions.log_interaction(
                partner_id=partner_id,
                practice=Practice.COMMUNICATION,
                occurred_on=_day(scene, 3 + 4 * place),
                note=NOTES["communication"][place % 3],
                by=_worker(scene, place),
                at=scene.before(3 + 4 * place, 16),
            )


def _worker(scene: Scene, place: int) -> Viewer:
    return scene.workers[place % len(scene.workers)]


def _meetings(scene: Scene, texts: Texts, partners: list[UUID]) -> None:
    title, where, agenda, minutes = texts.meeting
    first, second = scene.workers[0], scene.workers[-1]
    held = scene.before(9, 13)
    meeting_id = actions.plan_meeting(
        title=title,
        starts_at=held,
        place=where,
        agenda=agenda,
        partner_ids=partners[:4],
        by=first,
        at=scene.before(20),
    )
    actions.keep_minutes(
        meeting_id=meeting_id,
        came=partners[1:4],
        numbers={partners[1]: 2},
        minutes=minutes,
        by=first,
        at=held + dt.timedelta(hours=3),
    )
    for what, viewer, days in [(texts.taken_on[0], first, 0), (texts.taken_on[1], second, -6)]:
        assert viewer.id is not None
        actions.take_on(
            meeting_id=meeting_id,
            what=what,
            worker_id=viewer.id,
            due_on=_day(scene, days),
            by=first,
            at=held + dt.timedelta(hours=3),
        )
    actions.plan_meeting(
        title=texts.coming,
        starts_at=scene.before(-12, 13),
        place=where,
        partner_ids=partners[:3],
        agenda=agenda,
        times=3,
        every_weeks=4,
        by=first,
        at=scene.before(1),
    )


def _advocacy(scene: Scene, texts: Texts, partners: list[UUID]) -> None:
    first, last = scene.workers[0], scene.workers[-1]
    ask, whom, target = texts.community
    action_id = actions.open_advocacy(
        level=Level.COMMUNITY,
        for_whom=whom,
        ask=ask,
        target=target,
        opened_on=_day(scene, 75),
        by=first,
        at=scene.before(75),
    )
    for (said, obstacle, then), days, method in zip(
        texts.tries, (60, 24), (Method.LETTER, Method.MEETING), strict=True
    ):
        actions.add_attempt(
            action_id=action_id,
            made_on=_day(scene, days),
            method=method,
            response=said,
            obstacle=obstacle,
            next_step=then,
            next_on=_day(scene, days - 22),
            by=first,
            at=scene.before(days, 15),
        )
    ask, whom = texts.organisation
    other = actions.open_advocacy(
        level=Level.ORGANISATIONAL,
        for_whom=whom,
        ask=ask,
        partner_id=partners[0],
        opened_on=_day(scene, 160),
        by=last,
        at=scene.before(160),
    )
    for days, method in [(150, Method.MESSAGE), (120, Method.CALL), (90, Method.MEETING)]:
        actions.add_attempt(
            action_id=other, made_on=_day(scene, days), method=method, by=last, at=scene.before(days, 15)
        )
    actions.settle_advocacy(
        action_id=other,
        to=AdvocacyState.PARTLY,
        settled_on=_day(scene, 80),
        result="Agreed for half of it, to be looked at again in a year.",
        by=last,
        at=scene.before(80),
    )


def _factors(scene: Scene, texts: Texts, partners: list[UUID]) -> None:
    for place, (words, influence, kind) in enumerate(texts.factors):
        days = 200 - 45 * place
        factor_id = actions.name_factor(
            words=words,
            influence=Influence(influence),
            kind=FactorKind(kind),
            noted_on=_day(scene, days),
            partner_id=partners[0] if influence == "both" else None,
            by=scene.manager,
            at=scene.before(days),
        )
        if place == 2:
            actions.move_factor(
                factor_id=factor_id, to=FactorState.EASED, by=scene.manager, at=scene.before(30)
            )


def _supervision(scene: Scene) -> None:
    """Every four weeks for everybody, but nobody has sat down with the last worker for two months."""
    kinds = [SupervisionKind.CLINICAL, SupervisionKind.MANAGERIAL]
    for place, worker in enumerate(scene.workers):
        overdue = place == len(scene.workers) - 1
        for number, days in enumerate(range(68 if overdue else 12 + 3 * place, 260, 28)):
            partner = scene.supervisor if number % 2 == 0 else scene.manager
            if worker.id is None or partner.id == worker.id:
                continue
            talk_id = workforce.record_supervision(
                worker_id=worker.id,
                partner_id=partner.id,
                kind=kinds[number % 2],
                held_on=_day(scene, days),
                said=workforce.Said("Two hours a week kept free for writing." if number == 0 else ""),
                by=partner,
                at=scene.before(days, 17),
            )
            if number:  # of the newest the worker has not said so yet
                workforce.confirm_supervision(supervision_id=talk_id, by=worker, at=scene.before(days - 1))


def _changes(scene: Scene, texts: Texts) -> None:
    """Some people were asked how things are, at least three weeks into their support."""
    noted = 0
    for card in scene.cards():
        known_for = (timezone.localdate(scene.now) - card.opened_on).days
        if card.last_contact_on is None or known_for < 21 or noted == MOST_CHANGES:
            continue
        direction, words = texts.changes[noted % len(texts.changes)]
        outcomes.record_change(
            case_id=card.id,
            direction=Direction(direction),
            words=words,
            noted_on=_day(scene, scene.chance.randrange(1, 20)),
            by=_worker(scene, noted),
            at=scene.now,
        )
        noted += 1
