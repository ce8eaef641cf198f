"""Memos that are about more than one passage: about a source, about a code, about the study."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Memo(ProgrammeRow):
    """One thought written down. About the source or the code it names; about the study where it names neither."""

    study = ProgrammeKey("studies.Study", related_name="+")
    source = ProgrammeKey("studies.Source", null=True, related_name="+")
    frame = models.CharField(max_length=40, blank=True)
    construct = models.CharField(max_length=80, blank=True)
    author = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    text = models.TextField()
    changed_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "which study it belongs to"),
        "source": kept(PrivacyClass.PROGRAMME, "which text it is about"),
        "frame": kept(PrivacyClass.PROGRAMME, "which list the code it is about stands in"),
        "construct": kept(PrivacyClass.PROGRAMME, "which code it is about"),
        "author": kept(PrivacyClass.PROGRAMME, "whose thought it is"),
        "text": kept(PrivacyClass.SENSITIVE, "the analyst’s thinking, to show the way of the analysis"),
        "changed_at": kept(PrivacyClass.PROGRAMME, "when it was last written"),
        "removed_at": kept(PrivacyClass.PROGRAMME, "to undo removing it"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(text=""), name="coding_memo_says_something"),
            models.CheckConstraint(
                condition=Q(frame="", construct="") | (~Q(frame="") & ~Q(construct="")),
                name="coding_memo_names_a_whole_code",
            ),
            models.CheckConstraint(
                condition=Q(source__isnull=True) | Q(frame=""), name="coding_memo_is_about_one_thing"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "study", "source"], name="coding_memos_by_study"),
        ]
