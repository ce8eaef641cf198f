"""The team of the demonstration: training, proposals and changes, a student, days on site, a talk, a private note."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from linkwork.commands.demo.scene import Scene
from linkwork.programmes import reads as programmes
from linkwork.programmes.rules import SiteKind
from linkwork.workforce import actions
from linkwork.workforce.actions import Change, NewAction, Said, Taken
from linkwork.workforce.rules.mentoring import Activity, LearnerKind
from linkwork.workforce.rules.proposals import (
    At,
    ContextKind,
    Decider,
    Fidelity,
    Goal,
    Nature,
    Planned,
    Reason,
    What,
)
from linkwork.workforce.rules.reflections import ReflectionKind
from linkwork.workforce.rules.supervision import SupervisionKind

ASKED = frozenset({"mental_health", "safeguarding", "lone_working", "boundaries"})
INDOORS = (SiteKind.PRACTICE, SiteKind.OFFICE, SiteKind.VENUE)
GIVERS = ("The county’s training centre", "An online course", "")


@dataclass(frozen=True)
class Words:
    """What is proposed and was changed in one programme."""

    proposal: str
    why: str
    comment: str
    change: str
    because: str
    result: str
    open_proposal: str


WORDS = {
    "practices": Words(
        "See people on one evening a week",
        "Those who work by day ask for it, and three referrals this month were never met.",
        "The library would lend us the small room.",
        "One evening a week at the library",
        "People who work by day could not come.",
        "Eleven people came in the first two months who had cancelled by day.",
        "A shared phone for text messages",
    ),
    "mothers": Words(
        "Talk with the fathers too, once",
        "Several mothers say that the family decides together.",
        "I did it twice, and it helped.",
        "An offer to meet both parents",
        "Families decide together.",
        "Four fathers came along.",
        "Songs and tea on Fridays",
    ),
    "families": Words(
        "Begin in the park, not in the office",
        "Families come to the office once and not again.",
        "In winter the cooking class can be the place.",
        "The first meeting is where families already are",
        "The office kept people away.",
        "Fewer first meetings are missed.",
        "A card with our faces for the schools",
    ),
}


def fill(scene: Scene) -> None:
    """A little of each, so that no page of the team is empty."""
    words, first, last = WORDS[scene.key], scene.workers[0], scene.workers[-1]
    _training(scene)
    _proposals(scene, words)
    _mentoring(scene)
    _sites(scene)
    at = scene.before(5, 17)
    actions.record_supervision(
        worker_id=first.worker_id,
        partner_id=scene.supervisor.id,
        kind=SupervisionKind.CLINICAL,
        held_on=timezone.localdate(at),
        next_on=timezone.localdate(scene.now) + dt.timedelta(days=30),
        said=Said(
            "Say no to tasks that belong to the practice.",
            (NewAction("Show the role card at the practice meeting", first.worker_id, _today(scene)),),
        ),
        by=first,
        at=at,
    )
    actions.write_reflection(
        kind=ReflectionKind.BLURRED_ROLE,
        words="Asked to interpret at the doctor’s again. I said yes, and should have said no.",
        by=last,
        at=scene.before(2, 18),
    )


def _today(scene: Scene) -> dt.date:
    return timezone.localdate(scene.now)


def _training(scene: Scene) -> None:
    actions.require_training(terms=ASKED, by=scene.manager, at=scene.before(300))
    for place, worker in enumerate(scene.workers):
        for number, term in enumerate(sorted(ASKED)[: 4 - place % 3]):
            held_on = timezone.localdate(scene.before(330 - 20 * number - 7 * place))
            ends = held_on + dt.timedelta(days=365) if term == "lone_working" else None
            taken = Taken(
                term=term,
                held_on=held_on,
                hours=Decimal(6 if term == "mental_health" else 3),
                provider=GIVERS[number % 3],
                expires_on=ends,
                in_house=not GIVERS[number % 3],
            )
            actions.note_training(
                worker_id=worker.worker_id, taken=taken, by=scene.manager, at=scene.before(300 - 20 * number)
            )
        wants = {"suicide_awareness": 5 - place % 3, "trauma": 3 + place % 3, "advocacy": 2}
        actions.rate_needs(levels=wants, by=worker, at=scene.before(40))


def _proposals(scene: Scene, words: Words) -> None:
    first, last = scene.workers[0], scene.workers[-1]
    proposal = actions.propose(title=words.proposal, why=words.why, by=first, at=scene.before(120))
    actions.comment_on_proposal(proposal_id=proposal, words=words.comment, by=last, at=scene.before(117))
    actions.decide_proposal(
        proposal_id=proposal,
        accept=True,
        reason="For half a year, then we look at it again.",
        by=scene.manager,
        at=scene.before(110),
    )
    made = actions.note_adaptation(
        change=Change(
            words.change,
            timezone.localdate(scene.before(100)),
            Planned.REACTIVE,
            Decider.MANAGER,
            What.CONTEXT,
            why=words.because,
            fidelity=Fidelity.CONSISTENT,
            context_kind=ContextKind.SETTING,
            level=At.TARGET_GROUP,
            goal=Goal.REACH,
            reason=Reason.RECIPIENT,
        ),
        proposal_id=proposal,
        by=scene.manager,
        at=scene.before(105),
    )
    actions.note_result(adaptation_id=made, result=words.result, by=scene.manager, at=scene.before(20))
    actions.note_adaptation(
        change=Change(
            "A shorter first meeting where people are tired",
            timezone.localdate(scene.before(60)),
            Planned.UNPLANNED,
            Decider.PRACTITIONER,
            What.CONTENT,
            nature=Nature.SHORTENING,
            level=At.INDIVIDUAL,
        ),
        by=scene.manager,
        at=scene.before(50),
    )
    actions.propose(
        title=words.open_proposal, why="It would save us time each day.", by=last, at=scene.before(3)
    )


def _mentoring(scene: Scene) -> None:
    mentor = scene.workers[0]
    mentoring = actions.start_mentoring(
        mentor_id=mentor.worker_id,
        kind=LearnerKind.STUDENT,
        learner_name="Noor (student)",
        goals="Meet people alone by the end of the spring.",
        started_on=timezone.localdate(scene.before(45)),
        by=mentor,
        at=scene.before(45),
    )
    for days, minutes, activity in ((40, 60, Activity.TALK), (30, 150, Activity.WENT_ALONG)):
        actions.note_mentoring(
            mentoring_id=mentoring,
            held_on=timezone.localdate(scene.before(days)),
            minutes=minutes,
            activity=activity,
            by=mentor,
            at=scene.before(days, 17),
        )


def _sites(scene: Scene) -> None:
    here = [site for site in programmes.sites(scene.manager) if site.kind in INDOORS]
    for place, site in enumerate(here[:3]):
        worker = scene.workers[place % len(scene.workers)]
        at = scene.before(150)
        actions.set_site_day(
            site_id=site.id,
            worker_id=worker.worker_id,
            weekday=place * 2,
            desk=f"Room {place + 2}",
            by=worker,
            at=at,
        )
        actions.describe_site(
            site_id=site.id,
            private_room=place != 1,
            record_access=place == 0,
            helps="Everybody passes our door on the way to the kitchen.",
            hinders="" if place else "The room is booked twice now and then.",
            by=worker,
            at=at,
        )
        if place == 0:
            actions.name_site_champion(
                site_id=site.id,
                name="The head nurse",
                since=timezone.localdate(scene.before(140)),
                by=worker,
                at=scene.before(140),
            )
