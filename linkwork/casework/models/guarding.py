"""What everybody should know before they meet a person, and who alone may open a record."""

from typing import Any, ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from linkwork.casework.rules.guarding import AlertKind
from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Alert(ProgrammeRow):
    """A short warning about a person, in force from `since` until it ends, looked at again on `review_on`."""

    person = ProgrammeKey("casework.Person", related_name="alerts")
    kind = models.CharField(max_length=8, choices=[(k.value, k.value) for k in AlertKind])
    words = models.CharField(max_length=200)
    why = models.TextField(blank=True)
    since = models.DateField()
    until = models.DateField(null=True)
    review_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    worker = ProgrammeKey("programmes.Worker", null=True, related_name="+")

    privacy: ClassVar = BASE_PRIVACY | {
        "person": kept(PrivacyClass.PSEUDONYM, "whom it is about"),
        "kind": kept(PrivacyClass.PERSONAL, "what to be careful about"),
        "words": kept(PrivacyClass.SENSITIVE, "to know it before the visit"),
        "why": kept(PrivacyClass.SENSITIVE, "so that it can be judged again"),
        "since": kept(PrivacyClass.PERSONAL, "from when it holds"),
        "until": kept(PrivacyClass.PERSONAL, "so that no old warning sticks to a person"),
        "review_on": kept(PrivacyClass.PERSONAL, "so that no old warning sticks to a person"),
        "ended_at": kept(PrivacyClass.PERSONAL, "whether it still holds"),
        "worker": kept(PrivacyClass.PROGRAMME, "whom to ask about it"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(words=""), name="casework_alert_says_something"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="casework_alert_in_order"
            ),
            models.CheckConstraint(
                condition=Q(review_on__isnull=True) | Q(review_on__gte=F("since")),
                name="casework_alert_reviewed_later",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["programme", "review_on"], name="casework_alert_reviews")]


class Restriction(ProgrammeRow):
    """Only its readers and the managers may know of this person while it stands (`lifted_at` is empty)."""

    person = ProgrammeKey("casework.Person", related_name="restrictions")
    worker = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    why = models.TextField()
    since = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "person": kept(PrivacyClass.PSEUDONYM, "whose record it closes"),
        "worker": kept(PrivacyClass.PROGRAMME, "who decided it"),
        "why": kept(PrivacyClass.SENSITIVE, "so that it can be judged again"),
        "since": kept(PrivacyClass.PERSONAL, "from when the record is closed to others"),
        "lifted_at": kept(PrivacyClass.PERSONAL, "from when it is open again"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "person"],
                condition=Q(lifted_at__isnull=True),
                name="casework_restriction_one_now",
            ),
            models.CheckConstraint(
                condition=Q(lifted_at__isnull=True) | Q(lifted_at__gte=F("since")),
                name="casework_restriction_in_order",
            ),
            models.CheckConstraint(condition=~Q(why=""), name="casework_restriction_says_why"),
        ]


class Reader(ProgrammeRow):
    """A worker who may open a restricted record."""

    restriction = ProgrammeKey("casework.Restriction", related_name="readers")
    worker = ProgrammeKey("programmes.Worker", related_name="+")

    privacy: ClassVar = BASE_PRIVACY | {
        "restriction": kept(PrivacyClass.PSEUDONYM, "which record it opens"),
        "worker": kept(PrivacyClass.PROGRAMME, "who may open it"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "restriction", "worker"], name="casework_reader_once"
            )
        ]


class OpenTo(models.Func):
    """The condition that no restriction which stands closes this person to the worker.

    `person` is the path from the row to the person's id. In SQL, since nearly every question of the practice half
    states it: put together from querysets, the same condition costs Django more than the rest of a small question.
    """

    output_field = models.BooleanField()
    sql = (
        "NOT EXISTS (SELECT 1 FROM {restriction} closed WHERE closed.programme_id = %s AND closed.person_id = {person}"
        " AND closed.lifted_at IS NULL AND NOT EXISTS (SELECT 1 FROM {reader} named WHERE named.programme_id = %s"
        " AND named.restriction_id = closed.id AND named.worker_id = %s))"
    )

    def __init__(self, person: str | F, programme_id: UUID, worker_id: UUID | None) -> None:
        super().__init__(person)
        self.programme_id, self.worker_id = programme_id, worker_id

    def as_sql(self, compiler: Any, connection: Any, **_options: Any) -> tuple[str, Any]:  # type: ignore[override]
        """Called by Django's SQL compiler."""
        person, names = compiler.compile(self.source_expressions[0])
        quoted = {"restriction": Restriction._meta.db_table, "reader": Reader._meta.db_table}
        quoted = {name: connection.ops.quote_name(table) for name, table in quoted.items()}
        kind = models.UUIDField()
        ids = [kind.get_db_prep_value(one, connection) for one in (self.programme_id, self.worker_id)]
        return self.sql.format(person=person, **quoted), (ids[0], *names, *ids)
