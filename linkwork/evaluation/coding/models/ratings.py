"""The tables of ratings: constructs by cases, raters apart, consensus, evidence, flags and verdicts."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.evaluation.coding.rules.scores import CaseKind, Flag, Mark, Verdict
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class RatingSheet(ProgrammeRow):
    """One sheet of ratings. Until `compared_at` a rater sees only their own."""

    study = ProgrammeKey("studies.Study", related_name="+")
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in CaseKind])
    constructs = models.JSONField()
    settings = models.JSONField()
    upper = models.PositiveSmallIntegerField(null=True)
    opened_by = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    compared_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "which study it belongs to"),
        "title": kept(PrivacyClass.PROGRAMME, "to tell sheets apart"),
        "kind": kept(PrivacyClass.PROGRAMME, "what its cases are"),
        "constructs": kept(PrivacyClass.PROGRAMME, "which constructs are rated"),
        "settings": kept(PrivacyClass.PROGRAMME, "when a second look is suggested"),
        "upper": kept(PrivacyClass.PROGRAMME, "how many cases count as those with the better outcome"),
        "opened_by": kept(PrivacyClass.PROGRAMME, "who leads it"),
        "compared_at": kept(PrivacyClass.PROGRAMME, "since when raters see each other's ratings"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "study", "title"], name="coding_sheet_once")
        ]


class RatingCase(ProgrammeRow):
    """One case of a sheet. Cases are ordered by `outcome`, the largest first, or else by `position`."""

    sheet = ProgrammeKey("coding.RatingSheet", related_name="cases")
    name = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField()
    outcome = models.DecimalField(max_digits=12, decimal_places=3, null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "sheet": kept(PrivacyClass.PROGRAMME, "which sheet"),
        "name": kept(PrivacyClass.PROGRAMME, "which programme, site, stage, group or source"),
        "position": kept(PrivacyClass.PROGRAMME, "to order cases by hand"),
        "outcome": kept(PrivacyClass.PROGRAMME, "to order cases by how they fared"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "sheet", "name"], name="coding_case_once")
        ]


class RatingRater(ProgrammeRow):
    """One person who rates in a sheet."""

    sheet = ProgrammeKey("coding.RatingSheet", related_name="raters")
    rater = ProgrammeKey("programmes.Worker", related_name="+")

    privacy: ClassVar = BASE_PRIVACY | {
        "sheet": kept(PrivacyClass.PROGRAMME, "which sheet"),
        "rater": kept(PrivacyClass.PROGRAMME, "who rates"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "sheet", "rater"], name="coding_rater_once")
        ]


class Rating(ProgrammeRow):
    """One rating of one construct for one case; without a rater it is the consensus. `evidence` are ids of codings."""

    case = ProgrammeKey("coding.RatingCase", related_name="ratings")
    frame = models.CharField(max_length=40)
    construct = models.CharField(max_length=80)
    rater = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    mark = models.CharField(max_length=12, choices=[(m.value, m.value) for m in Mark])
    value = models.SmallIntegerField(null=True)
    reason = models.TextField(blank=True)
    evidence = models.JSONField(default=list)

    privacy: ClassVar = BASE_PRIVACY | {
        "case": kept(PrivacyClass.PROGRAMME, "which case"),
        "frame": kept(PrivacyClass.PROGRAMME, "of which list the construct is"),
        "construct": kept(PrivacyClass.PROGRAMME, "what is rated"),
        "rater": kept(PrivacyClass.PROGRAMME, "whose rating it is, to compare raters"),
        "mark": kept(PrivacyClass.PROGRAMME, "whether it is rated, mixed or missing"),
        "value": kept(PrivacyClass.PROGRAMME, "how much it helped or hindered"),
        "reason": kept(PrivacyClass.SENSITIVE, "the rater's reasoning"),
        "evidence": kept(PrivacyClass.PROGRAMME, "which codings it rests on"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "case", "frame", "construct", "rater"], name="coding_rating_once"
            ),
            models.UniqueConstraint(
                fields=["programme", "case", "frame", "construct"],
                condition=Q(rater__isnull=True),
                name="coding_rating_settled_once",
            ),
            models.CheckConstraint(
                condition=Q(mark="rated", value__range=(-2, 2), value__isnull=False)
                | Q(mark="mixed", value=0, value__isnull=False)
                | Q(mark="missing", value__isnull=True),
                name="coding_rating_mark_and_value",
            ),
        ]


class RatingRuling(ProgrammeRow):
    """What the analyst decided: about a flag of one cell, or (without case) a construct's verdict."""

    sheet = ProgrammeKey("coding.RatingSheet", related_name="rulings")
    case = ProgrammeKey("coding.RatingCase", null=True, related_name="rulings")
    frame = models.CharField(max_length=40)
    construct = models.CharField(max_length=80)
    flag = models.CharField(max_length=12, blank=True, choices=[(f.value, f.value) for f in Flag])
    upheld = models.BooleanField(null=True)
    verdict = models.CharField(max_length=12, blank=True, choices=[(v.value, v.value) for v in Verdict])
    note = models.TextField(blank=True)
    decided_by = ProgrammeKey("programmes.Worker", null=True, related_name="+")

    privacy: ClassVar = BASE_PRIVACY | {
        "sheet": kept(PrivacyClass.PROGRAMME, "which sheet"),
        "case": kept(PrivacyClass.PROGRAMME, "which case, for a flag"),
        "frame": kept(PrivacyClass.PROGRAMME, "of which list the construct is"),
        "construct": kept(PrivacyClass.PROGRAMME, "which construct"),
        "flag": kept(PrivacyClass.PROGRAMME, "which suggestion was decided"),
        "upheld": kept(PrivacyClass.PROGRAMME, "whether the suggestion holds"),
        "verdict": kept(PrivacyClass.PROGRAMME, "whether the construct tells cases apart"),
        "note": kept(PrivacyClass.SENSITIVE, "why it was decided so"),
        "decided_by": kept(PrivacyClass.PROGRAMME, "who decided"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "case", "frame", "construct", "flag"],
                condition=Q(case__isnull=False),
                name="coding_flag_ruled_once",
            ),
            models.UniqueConstraint(
                fields=["programme", "sheet", "frame", "construct"],
                condition=Q(case__isnull=True),
                name="coding_verdict_once",
            ),
            models.CheckConstraint(
                condition=(Q(case__isnull=False, upheld__isnull=False, verdict="") & ~Q(flag=""))
                | (Q(case__isnull=True, upheld__isnull=True, flag="") & ~Q(verdict="")),
                name="coding_ruling_is_flag_or_verdict",
            ),
        ]
