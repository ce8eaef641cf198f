"""The tables of a study's codebook: shipped frames in use, own lists with their codes, codes that were merged."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.evaluation.coding.rules.own import ListKind
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class StudyFrame(ProgrammeRow):
    """One frame, shipped or own, in its place in a study's codebook. A study without any uses the usual two."""

    study = ProgrammeKey("studies.Study", related_name="+")
    frame = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField()
    left_out = models.JSONField(default=list)

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "whose codebook it belongs to"),
        "frame": kept(PrivacyClass.PROGRAMME, "which list of constructs"),
        "position": kept(PrivacyClass.PROGRAMME, "in which order frames are shown"),
        "left_out": kept(PrivacyClass.PROGRAMME, "which constructs the study does not use"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "study", "frame"], name="coding_frame_once")
        ]


class CodeList(ProgrammeRow):
    """A study's own list of codes."""

    study = ProgrammeKey("studies.Study", related_name="+")
    title = models.CharField(max_length=120)
    title_key = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in ListKind])

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "whose codebook it belongs to"),
        "title": kept(PrivacyClass.PROGRAMME, "to tell lists apart"),
        "title_key": kept(PrivacyClass.PROGRAMME, "to keep two lists from having one title"),
        "kind": kept(PrivacyClass.PROGRAMME, "whether its codes came before the texts or out of them"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "study", "title_key"], name="coding_list_once")
        ]


class OwnCode(ProgrammeRow):
    """One code of an own list. A merged one stays, so that merging can be undone; a retired one is offered no more."""

    code_list = ProgrammeKey("coding.CodeList", related_name="codes")
    parent = ProgrammeKey("coding.OwnCode", null=True, related_name="+")
    name = models.CharField(max_length=120)
    name_key = models.CharField(max_length=120)
    definition = models.TextField(blank=True)
    include = models.TextField(blank=True)
    exclude = models.TextField(blank=True)
    example = models.TextField(blank=True)
    colour = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    retired_at = models.DateTimeField(null=True)
    merged_into = ProgrammeKey("coding.OwnCode", null=True, related_name="+")

    privacy: ClassVar = BASE_PRIVACY | {
        "code_list": kept(PrivacyClass.PROGRAMME, "which list it stands in"),
        "parent": kept(PrivacyClass.PROGRAMME, "under which code it stands"),
        "name": kept(PrivacyClass.PROGRAMME, "what passages are called"),
        "name_key": kept(PrivacyClass.PROGRAMME, "to keep two codes of a list from having one name"),
        "definition": kept(PrivacyClass.PROGRAMME, "so that coders mean the same"),
        "include": kept(PrivacyClass.PROGRAMME, "when to use it"),
        "exclude": kept(PrivacyClass.PROGRAMME, "when not to use it"),
        "example": kept(PrivacyClass.SENSITIVE, "a passage that shows it; may be somebody's words"),
        "colour": kept(PrivacyClass.PROGRAMME, "to see it beside the text"),
        "position": kept(PrivacyClass.PROGRAMME, "in which order codes are shown"),
        "retired_at": kept(PrivacyClass.PROGRAMME, "since when it is offered no more"),
        "merged_into": kept(PrivacyClass.PROGRAMME, "which code took its passages"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "code_list", "name_key"],
                condition=Q(merged_into__isnull=True),
                name="coding_own_code_once",
            ),
            models.CheckConstraint(condition=Q(colour__range=(1, 8)), name="coding_colour_of_palette"),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="coding_not_its_own_parent"
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="coding_not_merged_into_itself",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "code_list", "position"], name="coding_codes_of_list"),
        ]


class CodeMapping(ProgrammeRow):
    """An own code speaks of a construct of a shipped frame: "code it so too"."""

    code = ProgrammeKey("coding.OwnCode", related_name="mappings")
    frame = models.CharField(max_length=40)
    construct = models.CharField(max_length=80)

    privacy: ClassVar = BASE_PRIVACY | {
        "code": kept(PrivacyClass.PROGRAMME, "which own code"),
        "frame": kept(PrivacyClass.PROGRAMME, "which shipped frame"),
        "construct": kept(PrivacyClass.PROGRAMME, "which construct it speaks of"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "code", "frame", "construct"], name="coding_mapping_once"
            )
        ]


class Merge(ProgrammeRow):
    """One code merged into another (`created_at` is when), with what undoing it must know."""

    code = ProgrammeKey("coding.OwnCode", related_name="+")
    into = ProgrammeKey("coding.OwnCode", related_name="+")
    children = models.JSONField(default=list)
    mappings = models.JSONField(default=list)
    undone_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "code": kept(PrivacyClass.PROGRAMME, "which code went"),
        "into": kept(PrivacyClass.PROGRAMME, "which code took its passages"),
        "children": kept(PrivacyClass.PROGRAMME, "which codes below it moved, to undo"),
        "mappings": kept(PrivacyClass.PROGRAMME, "which mappings the other code gained, to undo"),
        "undone_at": kept(PrivacyClass.PROGRAMME, "to show the way of the analysis"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "code"],
                condition=Q(undone_at__isnull=True),
                name="coding_merged_once_at_a_time",
            ),
            models.CheckConstraint(condition=~Q(code=F("into")), name="coding_merge_takes_two"),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True) | Q(undone_at__gte=F("created_at")),
                name="coding_merge_undone_after",
            ),
        ]


class MergedCoding(ProgrammeRow):
    """One coding that carried the code that went; `had_both`: it carried the other one already."""

    merge = ProgrammeKey("coding.Merge", related_name="codings")
    coding = ProgrammeKey("coding.Coding", related_name="+")
    had_both = models.BooleanField()

    privacy: ClassVar = BASE_PRIVACY | {
        "merge": kept(PrivacyClass.PROGRAMME, "which merge moved it"),
        "coding": kept(PrivacyClass.PROGRAMME, "which coding was moved"),
        "had_both": kept(PrivacyClass.PROGRAMME, "to give it back what it had"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "merge", "coding"], name="coding_moved_once")
        ]
