"""What an extract learns of training and mentoring: which topics, when, how long. No names, no certificates."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import F

from linkwork.core.facts import Column, ColumnKind, FactTable
from linkwork.core.privacy import PrivacyClass
from linkwork.core.viewer import Role, system
from linkwork.programmes import reads as programmes
from linkwork.workforce.facts.supervision import WORKER_ID
from linkwork.workforce.models import Mentoring, MentoringTime, RequiredTraining, Training

PROGRAMME = PrivacyClass.PROGRAMME
PSEUDONYM = PrivacyClass.PSEUDONYM
LAST = ("worker_id", "term", "held_on", "expires_on")


def trainings(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row a training; `required`: whether everybody is to have it now."""
    asked = set(RequiredTraining.objects.filter(programme_id=programme_id).values_list("term", flat=True))
    rows = Training.objects.filter(programme_id=programme_id).order_by("id")
    for training_id, worker_id, term, held_on, expires_on, hours in rows.values_list(
        "id", "worker_id", "term", "held_on", "expires_on", "hours"
    ).iterator():
        yield training_id, worker_id, term, held_on, expires_on, float(hours), term in asked


def required(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row a topic everybody is to be trained in: the denominator of coverage, with the workers."""
    rows = RequiredTraining.objects.filter(programme_id=programme_id).order_by("term")
    yield from rows.values_list("term").iterator()


def coverage(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row for each worker who supports people and each topic everybody is to be trained in."""
    longest = F("expires_on").asc(nulls_last=True)  # each is covered by what holds longest
    rows = Training.objects.filter(programme_id=programme_id).order_by(longest, "held_on", "id")
    last = {(worker, term): (held, out) for worker, term, held, out in rows.values_list(*LAST).iterator()}
    asked = [term for (term,) in required(programme_id)]
    for card in programmes.workers(system(programme_id)):
        if Role.WORKER in card.roles or not card.roles:
            for term in asked:
                yield term, card.id, *last.get((card.id, term), (None, None)), card.since, card.until


def mentorings(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row a mentoring."""
    rows = Mentoring.objects.filter(programme_id=programme_id).order_by("id")
    yield from rows.values_list("id", "mentor_id", "kind", "started_on", "ended_on").iterator()


def mentoring_times(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row a time together."""
    rows = MentoringTime.objects.filter(programme_id=programme_id).order_by("id")
    yield from rows.values_list(
        "id", "mentoring_id", "mentoring__mentor_id", "held_on", "minutes", "activity"
    ).iterator()


MENTORING_ID = Column("mentoring_id", ColumnKind.ID, PSEUDONYM, "the times of one mentoring")
TABLES = (
    FactTable(
        "trainings",
        (
            Column("training_id", ColumnKind.ID, PSEUDONYM, "to count each once"),
            WORKER_ID,
            Column("term", ColumnKind.TEXT, PROGRAMME, "coverage by topic"),
            Column("held_on", ColumnKind.DAY, PROGRAMME, "coverage on a day, and training by stage"),
            Column("expires_on", ColumnKind.DAY, PROGRAMME, "coverage on a day"),
            Column("hours", ColumnKind.NUMBER, PROGRAMME, "how much training there is"),
            Column("required", ColumnKind.FLAG, PROGRAMME, "coverage of what is asked for"),
        ),
        trainings,
    ),
    FactTable(
        "required_trainings",
        (Column("term", ColumnKind.TEXT, PROGRAMME, "what coverage is measured against"),),
        required,
    ),
    FactTable(
        "training_coverage",
        (
            Column("term", ColumnKind.TEXT, PROGRAMME, "coverage by topic"),
            WORKER_ID,
            Column(
                "held_on", ColumnKind.DAY, PROGRAMME, "coverage on a day; missing where it was never held"
            ),
            Column(
                "expires_on", ColumnKind.DAY, PROGRAMME, "coverage on a day; missing where it never runs out"
            ),
            Column("since", ColumnKind.DAY, PROGRAMME, "who worked on that day"),
            Column("until", ColumnKind.DAY, PROGRAMME, "who worked on that day"),
        ),
        coverage,
    ),
    FactTable(
        "mentorings",
        (
            MENTORING_ID,
            Column("mentor_id", ColumnKind.ID, PSEUDONYM, "how mentoring spreads over workers"),
            Column("kind", ColumnKind.TEXT, PROGRAMME, "students and new workers"),
            Column("started_on", ColumnKind.DAY, PROGRAMME, "mentoring by stage"),
            Column("ended_on", ColumnKind.DAY, PROGRAMME, "how long it takes"),
        ),
        mentorings,
    ),
    FactTable(
        "mentoring_times",
        (
            Column("time_id", ColumnKind.ID, PSEUDONYM, "to count each once"),
            MENTORING_ID,
            Column("mentor_id", ColumnKind.ID, PSEUDONYM, "how mentoring spreads over workers"),
            Column("held_on", ColumnKind.DAY, PROGRAMME, "mentoring by stage"),
            Column("minutes", ColumnKind.WHOLE, PROGRAMME, "hours of mentoring"),
            Column("activity", ColumnKind.TEXT, PROGRAMME, "what mentoring is made of"),
        ),
        mentoring_times,
    ),
)
