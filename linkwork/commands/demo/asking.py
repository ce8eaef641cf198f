"""What grew out of single efforts, an activity with its sessions, what eased a factor, and what partners say."""

import datetime as dt

from django.utils import timezone

from linkwork.commands.demo.scene import Scene
from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import FactorKind, FactorState, Influence, Level, Method, Obstacle, Part

SINGLES = 4
ASKS = (
    ("An answer to the letter", "It was not their form"),
    ("An appointment before the summer", "The list is closed"),
    ("To be spoken to and not only written to", "Nobody may decide that at the counter"),
    ("A second look at the refusal", "The same person decides again"),
)
STATEMENTS = (
    ("They come when they say they do, and they tell us when something is not ours to do.", True),
    ("Families ask us things now that they never asked. We know whom to ring.", False),
)


def fill(scene: Scene) -> None:
    """After partners: uses the ids in `scene.made["partners"]`."""
    _singles(scene)
    _activity(scene)
    _eased(scene)
    _statements(scene)


def _day(scene: Scene, days: float) -> dt.date:
    return timezone.localdate(scene.before(days))


def _singles(scene: Scene) -> None:
    """Four people met the same obstacle at one place: the page of what is asked for proposes a wider effort."""
    known = [card for card in scene.cards() if card.worker_id is not None][:SINGLES]
    workers = {worker.id: worker for worker in scene.workers}
    for place, (card, (ask, obstacle)) in enumerate(zip(known, ASKS, strict=False)):
        by = workers.get(card.worker_id, scene.workers[0])
        days = 60 - 9 * place
        action_id = actions.open_advocacy(
            level=Level.INDIVIDUAL,
            case_id=card.id,
            need="money",
            ask=ask,
            partner_id=scene.made["partners"][2],
            opened_on=_day(scene, days),
            by=by,
            at=scene.before(days),
        )
        for gone, method in ((days - 5, Method.LETTER), (days - 14, Method.CALL)):
            actions.add_attempt(
                action_id=action_id,
                made_on=_day(scene, gone),
                method=method,
                obstacle_kind=Obstacle.POWER,
                obstacle=obstacle,
                next_on=_day(scene, -12),
                by=by,
                at=scene.before(gone, 15),
            )


def _activity(scene: Scene) -> None:
    by, partners = scene.workers[0], scene.made["partners"]
    activity_id = actions.begin_activity(
        title="Coffee and questions",
        purpose="To meet others, and to ask what one would not ask at a counter",
        place="The hall beside the library",
        since=_day(scene, 150),
        parts={partners[1]: Part.DEVELOPED, partners[5]: Part.DEVELOPED, partners[2]: Part.JOINED},
        by=by,
        at=scene.before(150),
    )
    for number, days in enumerate((140, 112, 84, 56, 28)):
        actions.keep_session(
            activity_id=activity_id,
            held_on=_day(scene, days),
            partner_ids=[partners[1], *([partners[5]] if number % 2 else [])],
            people=11 + 3 * number,
            families=None if number == 2 else 6 + number,
            new_families=None if number == 2 else max(5 - number, 1),
            learnt="Begin half an hour later, after school." if number == 1 else "",
            by=by,
            at=scene.before(days, 17),
        )
    scene.made["activity"] = [activity_id]


def _eased(scene: Scene) -> None:
    """The first factor that is open was eased by the activity; its author lets another one's words go to a study."""
    noted = actions.name_factor(
        words="People come to us before they trust the counter",
        influence=Influence.HELPS,
        kind=FactorKind.FAMILY,
        noted_on=_day(scene, 90),
        by=scene.workers[0],
        at=scene.before(90),
    )
    actions.agree_to_study(factor_id=noted, agrees=True, by=scene.workers[0], at=scene.before(80))
    waiting = [
        one for one in reads.factors(scene.manager) if one.state is FactorState.OPEN and one.id != noted
    ]
    if waiting:
        actions.move_factor(
            factor_id=waiting[-1].id,
            to=FactorState.EASED,
            moved_on=_day(scene, 20),
            note="They saw who comes, and asked how to help.",
            activity_id=scene.made["activity"][0],
            by=scene.workers[0],
            at=scene.before(20),
        )


def _statements(scene: Scene) -> None:
    for place, (words, named) in enumerate(STATEMENTS):
        actions.keep_statement(
            partner_id=scene.made["partners"][place],
            words=words,
            said_on=_day(scene, 40 + 30 * place),
            agreed=True,
            may_name=named,
            by=scene.manager,
            at=scene.before(40 + 30 * place),
        )
