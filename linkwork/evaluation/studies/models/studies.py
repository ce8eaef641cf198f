"""What a study is, whom it wants to hear, what it may do, and who works in it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.evaluation.studies.rules import MOST_PARTICIPANTS, Design, Group, Part
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Study(ProgrammeRow):
    """One study of the programme."""

    title = models.CharField(max_length=200)
    question = models.TextField(blank=True)
    design = models.CharField(max_length=20, choices=[(d.value, d.value) for d in Design])
    opened_on = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    stages = models.JSONField(default=list)
    most_participants = models.PositiveSmallIntegerField(default=MOST_PARTICIPANTS)
    names_first = models.BooleanField(default=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "title": kept(PrivacyClass.PROGRAMME, "to tell studies apart"),
        "question": kept(PrivacyClass.PROGRAMME, "what the codings are meant to answer"),
        "design": kept(PrivacyClass.PROGRAMME, "how its findings may be read"),
        "opened_on": kept(PrivacyClass.PROGRAMME, "to order studies in time"),
        "note": kept(PrivacyClass.PROGRAMME, "what readers must know first, such as that it is synthetic"),
        "stages": kept(PrivacyClass.PROGRAMME, "which stages of the programme it looks at"),
        "most_participants": kept(
            PrivacyClass.PROGRAMME, "to warn before more people are asked than planned"
        ),
        "names_first": kept(PrivacyClass.PROGRAMME, "whether names are asked about before coding"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "title"], name="studies_title_once"),
            models.CheckConstraint(condition=Q(most_participants__gte=1), name="studies_somebody_takes_part"),
        ]


class GroupTarget(ProgrammeRow):
    """How many people of one group a study wants to hear."""

    study = ProgrammeKey("studies.Study", related_name="targets")
    group = models.CharField(max_length=12, choices=[(g.value, g.value) for g in Group])
    wanted = models.PositiveSmallIntegerField()

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "which study it belongs to"),
        "group": kept(PrivacyClass.PROGRAMME, "whom the study wants to hear"),
        "wanted": kept(PrivacyClass.PROGRAMME, "how many of them"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "study", "group"], name="studies_target_once"),
            models.CheckConstraint(condition=Q(wanted__gte=1), name="studies_target_is_somebody"),
        ]


class Approval(ProgrammeRow):
    """An ethics committee's approval. Without `last` it has no end."""

    study = ProgrammeKey("studies.Study", related_name="approvals")
    body = models.CharField(max_length=200)
    reference = models.CharField(max_length=100, blank=True)
    first = models.DateField()
    last = models.DateField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "which study it belongs to"),
        "body": kept(PrivacyClass.PROGRAMME, "who approved the study"),
        "reference": kept(PrivacyClass.PROGRAMME, "to cite the approval"),
        "first": kept(PrivacyClass.PROGRAMME, "from when the study may ask people"),
        "last": kept(PrivacyClass.PROGRAMME, "to warn before it runs out"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(last__isnull=True) | Q(first__lte=F("last")), name="studies_approval_in_order"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["programme", "study"], name="studies_approvals")]


class Member(ProgrammeRow):
    """Who works in a study, and as what."""

    study = ProgrammeKey("studies.Study", related_name="members")
    worker = ProgrammeKey("programmes.Worker", related_name="+")
    part = models.CharField(max_length=12, choices=[(p.value, p.value) for p in Part])

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "which study it belongs to"),
        "worker": kept(PrivacyClass.PROGRAMME, "who of the programme works in it"),
        "part": kept(PrivacyClass.PROGRAMME, "what they may do in it"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "study", "worker"], name="studies_member_once"),
        ]
