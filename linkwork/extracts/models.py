"""The list of extracts. The data lie in files beside the database; here stands what they must still be."""

from typing import ClassVar

from django.db import models

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Origin(models.TextChoices):
    """Where an extract's rows come from."""

    RECORD = "record", "record"
    LOG = "log", "log"
    SURVEY = "survey", "survey"


class DaysAre(models.TextChoices):
    """How exactly days about a person stand in an extract."""

    EXACT = "exact", "exact"
    MONTH = "month", "month"
    SHIFTED = "shifted", "shifted"


class Extract(ProgrammeRow):
    """One dated, pseudonymised copy. Never changed after it was taken; its rows may be removed, its manifest stays."""

    name = models.CharField(max_length=160)
    taken_at = models.DateTimeField()
    taken_by = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    origin = models.CharField(max_length=8, choices=Origin.choices)
    study_key = models.CharField(max_length=80)
    hash = models.CharField(max_length=64)
    rows = models.JSONField()
    days = models.CharField(max_length=8, choices=DaysAre.choices, default=DaysAre.EXACT)
    part = models.JSONField(default=dict)
    released_at = models.DateTimeField(null=True)
    released_why = models.CharField(max_length=300, default="")
    base = models.PositiveSmallIntegerField(default=0)
    removed_at = models.DateTimeField(null=True)
    removed_by = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    removed_why = models.CharField(max_length=300, default="")

    privacy: ClassVar = BASE_PRIVACY | {
        "name": kept(PrivacyClass.PROGRAMME, "to tell one extract from another"),
        "taken_at": kept(PrivacyClass.PROGRAMME, "figures are as of this moment"),
        "taken_by": kept(PrivacyClass.PROGRAMME, "who let data through the gate"),
        "origin": kept(
            PrivacyClass.PROGRAMME, "whether it is our record, or a log or a survey from elsewhere"
        ),
        "study_key": kept(PrivacyClass.PROGRAMME, "which extracts share pseudonyms"),
        "hash": kept(PrivacyClass.PROGRAMME, "to notice a changed file, and to cite the extract"),
        "rows": kept(PrivacyClass.PROGRAMME, "how much is in it, by table"),
        "days": kept(PrivacyClass.PROGRAMME, "which figures can be told from it"),
        "released_at": kept(
            PrivacyClass.PROGRAMME, "which figures are out, when it is decided what may follow them"
        ),
        "released_why": kept(PrivacyClass.PROGRAMME, "so that whoever answers for it knows what it was for"),
        "base": kept(PrivacyClass.PROGRAMME, "to which multiple its figures are rounded when they leave"),
        "removed_at": kept(PrivacyClass.PROGRAMME, "to say that its rows are gone, and when they went"),
        "removed_by": kept(PrivacyClass.PROGRAMME, "who answers for the removal"),
        "removed_why": kept(PrivacyClass.PROGRAMME, "so that a missing extract is no riddle"),
        "part": kept(PrivacyClass.PROGRAMME, "which period, stage and kind of place it is of"),
    }

    class Meta:
        indexes: ClassVar = [models.Index(fields=["programme", "taken_at"], name="extracts_by_day")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(origin__in=["record", "log", "survey"]), name="extracts_origin_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(days__in=["exact", "month", "shifted"]), name="extracts_days_are_known"
            ),
            models.CheckConstraint(
                condition=models.Q(removed_at__isnull=True, removed_why="")
                | (models.Q(removed_at__isnull=False) & ~models.Q(removed_why="")),
                name="extracts_removed_with_reason",
            ),
            models.CheckConstraint(condition=models.Q(base__in=[0, 5]), name="extracts_base_is_known"),
            models.UniqueConstraint(fields=["programme", "hash"], name="extracts_hash_once"),
        ]


class SavedMapping(ProgrammeRow):
    """How a log from elsewhere is read, under a name: headings and words, never a row. See `rules.mappings`."""

    name = models.CharField(max_length=80)
    mapping = models.JSONField()
    changed_at = models.DateTimeField()

    privacy: ClassVar = BASE_PRIVACY | {
        "name": kept(PrivacyClass.PROGRAMME, "to find it again for the next log"),
        "mapping": kept(
            PrivacyClass.PROGRAMME, "so that nobody tells the same columns and words every month"
        ),
        "changed_at": kept(PrivacyClass.PROGRAMME, "to offer the latest first"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "name"], name="extracts_mapping_name_once"),
        ]
