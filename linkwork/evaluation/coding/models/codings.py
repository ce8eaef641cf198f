"""Codings. Every coder has their own rows; a removed coding stays, so that removing can be undone."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.evaluation.coding.rules import Origin, Valence
from linkwork.programmes.rules import Stage
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Coding(ProgrammeRow):
    """One passage of one version of a text, as one coder sees it. Offsets are code points, `end` exclusive."""

    study = ProgrammeKey("studies.Study", related_name="+")
    source = ProgrammeKey("studies.Source", related_name="+")
    text_hash = models.CharField(max_length=64)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    coder = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    valence = models.CharField(max_length=12, choices=[(v.value, v.value) for v in Valence])
    strength = models.PositiveSmallIntegerField(null=True)
    stage = models.CharField(max_length=12, blank=True, choices=[(s.value, s.value) for s in Stage])
    memo = models.TextField(blank=True)
    origin = models.CharField(max_length=12, choices=[(o.value, o.value) for o in Origin])
    decision = ProgrammeKey("coding.Decision", null=True, related_name="codings")
    removed_at = models.DateTimeField(null=True)
    changed_from = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "which study it belongs to"),
        "source": kept(PrivacyClass.PROGRAMME, "which text it points into"),
        "text_hash": kept(PrivacyClass.SENSITIVE, "to show that the text has not changed under it"),
        "start": kept(PrivacyClass.PROGRAMME, "where the passage begins"),
        "end": kept(PrivacyClass.PROGRAMME, "where the passage ends"),
        "coder": kept(PrivacyClass.PROGRAMME, "whose reading it is, to compare readings"),
        "valence": kept(PrivacyClass.PROGRAMME, "whether it helped or hindered"),
        "strength": kept(PrivacyClass.PROGRAMME, "how much it helped or hindered"),
        "stage": kept(PrivacyClass.PROGRAMME, "to read findings by stage"),
        "memo": kept(PrivacyClass.SENSITIVE, "the coder's reasoning"),
        "origin": kept(PrivacyClass.PROGRAMME, "whether a person coded it here"),
        "decision": kept(PrivacyClass.PROGRAMME, "which decision made it, for a consensus"),
        "removed_at": kept(PrivacyClass.PROGRAMME, "to undo, and to show the way of the analysis"),
        "changed_from": kept(PrivacyClass.SENSITIVE, "the words it was made on, where an edit changed them"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="coding_passage_is_not_empty"),
            models.CheckConstraint(
                condition=Q(strength__isnull=True) | Q(strength__range=(1, 3)),
                name="coding_strength_one_to_three",
            ),
            models.CheckConstraint(
                condition=Q(origin=Origin.CONSENSUS.value, decision__isnull=False, coder__isnull=True)
                | (~Q(origin=Origin.CONSENSUS.value) & Q(decision__isnull=True)),
                name="coding_consensus_is_decided",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "source", "start", "end"], name="coding_by_place"),
            # all that counting asks of a study's codings, so that no row is read for it
            models.Index(
                fields=["programme", "study", "source", "removed_at", "origin", "coder"],
                name="coding_counted",
            ),
        ]


class CodingCode(ProgrammeRow):
    """One code on a coding: a construct of a frame."""

    coding = ProgrammeKey("coding.Coding", related_name="codes")
    frame = models.CharField(max_length=40)
    construct = models.CharField(max_length=80)

    privacy: ClassVar = BASE_PRIVACY | {
        "coding": kept(PrivacyClass.PROGRAMME, "which passage it names"),
        "frame": kept(PrivacyClass.PROGRAMME, "which list of constructs, in which version"),
        "construct": kept(PrivacyClass.PROGRAMME, "what the passage is about"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "coding", "frame", "construct"], name="coding_code_once"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "frame", "construct"], name="coding_by_construct"),
        ]
