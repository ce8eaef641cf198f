"""A source and all that hangs on it. Codings point into its text by number; each version's text never changes."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.evaluation.studies.rules import ConsentForm, Direction, Group, NameKind, SourceKind
from linkwork.programmes.rules import Stage
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Source(ProgrammeRow):
    """One text: a document, an interview, a focus group, a field conversation."""

    study = ProgrammeKey("studies.Study", related_name="sources")
    kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in SourceKind])
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=12)
    direction = models.CharField(max_length=3, choices=[(d.value, d.value) for d in Direction])
    group = models.CharField(max_length=12, blank=True, choices=[(g.value, g.value) for g in Group])
    stage = models.CharField(max_length=12, blank=True, choices=[(s.value, s.value) for s in Stage])
    quotable = models.BooleanField()
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    version = models.PositiveSmallIntegerField(default=1)
    note = models.CharField(max_length=300, blank=True)
    consent = models.CharField(
        max_length=12, choices=[(c.value, c.value) for c in ConsentForm], default=ConsentForm.ANALYSE.value
    )
    withdrawn_at = models.DateTimeField(null=True)
    participants = models.PositiveSmallIntegerField(default=1)
    names_seen_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "which study it belongs to"),
        "kind": kept(PrivacyClass.PROGRAMME, "to weigh a document and an interview differently"),
        "title": kept(PrivacyClass.SENSITIVE, "to find the source; may hint at who spoke"),
        "language": kept(PrivacyClass.PERSONAL, "to show and search the text rightly"),
        "direction": kept(PrivacyClass.PROGRAMME, "to draw the text the way it runs"),
        "group": kept(PrivacyClass.PERSONAL, "to compare what different groups say"),
        "stage": kept(PrivacyClass.PROGRAMME, "to read findings by stage"),
        "quotable": kept(PrivacyClass.PERSONAL, "whether the speaker agreed to be quoted"),
        "text": kept(PrivacyClass.SENSITIVE, "what was said, to be coded"),
        "sha256": kept(PrivacyClass.SENSITIVE, "to show that a coding points into this very text"),
        "version": kept(PrivacyClass.PROGRAMME, "which state of the text it is"),
        "note": kept(PrivacyClass.SENSITIVE, "what readers must know first, such as that it is synthetic"),
        "consent": kept(PrivacyClass.PERSONAL, "what whoever spoke agreed to"),
        "withdrawn_at": kept(PrivacyClass.PERSONAL, "since when it is sealed, because consent was withdrawn"),
        "participants": kept(PrivacyClass.PROGRAMME, "how many people took part in the talk"),
        "names_seen_at": kept(PrivacyClass.PROGRAMME, "when somebody looked for names in it"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "study", "title", "version"], name="studies_source_once"
            ),
            models.UniqueConstraint(fields=["programme", "study", "sha256"], name="studies_text_once"),
            models.CheckConstraint(condition=Q(version__gte=1), name="studies_versions_begin_at_one"),
            models.CheckConstraint(condition=~Q(text=""), name="studies_text_is_not_empty"),
            models.CheckConstraint(
                condition=Q(quotable=False) | (~Q(consent="analyse") & Q(withdrawn_at__isnull=True)),
                name="studies_quoted_only_with_consent",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "study", "title"], name="studies_by_study"),
        ]


class EarlierText(ProgrammeRow):
    """The text of a source as it was in an earlier version."""

    source = ProgrammeKey("studies.Source", related_name="earlier")
    version = models.PositiveSmallIntegerField()
    text = models.TextField()
    sha256 = models.CharField(max_length=64)

    privacy: ClassVar = BASE_PRIVACY | {
        "source": kept(PrivacyClass.PROGRAMME, "which source it was"),
        "version": kept(PrivacyClass.PROGRAMME, "which state of the text it is"),
        "text": kept(PrivacyClass.SENSITIVE, "to go back to it"),
        "sha256": kept(PrivacyClass.SENSITIVE, "to show that a coding pointed into this very text"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "source", "version"], name="studies_earlier_once"),
            models.CheckConstraint(condition=~Q(text=""), name="studies_earlier_is_not_empty"),
        ]


class Turn(ProgrammeRow):
    """Who speaks from where to where: a second layer over a text. `start` to `end` in code points, the end exclusive.

    `said_from` is where the words begin, after the name. Times are of the recording, in milliseconds.
    """

    source = ProgrammeKey("studies.Source", related_name="turns")
    start = models.PositiveIntegerField()
    said_from = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    speaker = models.CharField(max_length=80, blank=True)
    asks = models.BooleanField(default=False)
    begins_ms = models.PositiveIntegerField(null=True)
    ends_ms = models.PositiveIntegerField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "source": kept(PrivacyClass.PROGRAMME, "which text it lies on"),
        "start": kept(PrivacyClass.PROGRAMME, "where the turn begins"),
        "said_from": kept(PrivacyClass.PROGRAMME, "where its words begin"),
        "end": kept(PrivacyClass.PROGRAMME, "where the turn ends"),
        "speaker": kept(PrivacyClass.IDENTIFYING, "who speaks, to compare voices"),
        "asks": kept(PrivacyClass.PROGRAMME, "to leave the interviewer's words out of counts"),
        "begins_ms": kept(PrivacyClass.PROGRAMME, "to hear the turn"),
        "ends_ms": kept(PrivacyClass.PROGRAMME, "to stop after the turn"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "source", "start"], name="studies_turn_once"),
            models.CheckConstraint(
                condition=Q(start__lte=F("said_from")) & Q(said_from__lte=F("end")) & Q(start__lt=F("end")),
                name="studies_turn_in_order",
            ),
            models.CheckConstraint(
                condition=Q(ends_ms__isnull=True) | Q(begins_ms__lte=F("ends_ms")),
                name="studies_turn_times_in_order",
            ),
        ]


class Recording(ProgrammeRow):
    """The sound of a talk, beside its transcript. The file lies in the media folder under a random name."""

    source = ProgrammeKey("studies.Source", related_name="recordings")
    stored = models.CharField(max_length=80)
    media_type = models.CharField(max_length=40)
    size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)

    privacy: ClassVar = BASE_PRIVACY | {
        "source": kept(PrivacyClass.PROGRAMME, "which transcript it belongs to"),
        "stored": kept(PrivacyClass.SECRET, "where the sound lies"),
        "media_type": kept(PrivacyClass.PROGRAMME, "how a browser plays it"),
        "size": kept(PrivacyClass.PROGRAMME, "to play it in parts"),
        "sha256": kept(PrivacyClass.SENSITIVE, "to tell that the file is whole"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "source"], name="studies_recording_once"),
            models.UniqueConstraint(fields=["programme", "stored"], name="studies_recording_stored_once"),
            models.CheckConstraint(condition=Q(size__gte=1), name="studies_recording_is_not_empty"),
        ]


class FieldNote(ProgrammeRow):
    """Where and when a field conversation was held, and what the researcher thinks of it, apart from what was said."""

    source = ProgrammeKey("studies.Source", related_name="field_notes")
    held_on = models.DateField()
    place = models.CharField(max_length=200, blank=True)
    thoughts = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "source": kept(PrivacyClass.PROGRAMME, "which conversation it is about"),
        "held_on": kept(PrivacyClass.PERSONAL, "how fresh the memory was"),
        "place": kept(PrivacyClass.PERSONAL, "where it was said"),
        "thoughts": kept(PrivacyClass.SENSITIVE, "what the researcher thinks, kept apart from what was said"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "source"], name="studies_field_note_once"),
        ]


class Pseudonym(ProgrammeRow):
    """What stands for a name in all sources of a study. The name itself is sealed; `mark` finds it again.

    An empty `replacement` says that somebody looked and left the words as they are.
    """

    study = ProgrammeKey("studies.Study", related_name="pseudonyms")
    mark = models.CharField(max_length=64)
    sealed = models.TextField()
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in NameKind])
    number = models.PositiveIntegerField()
    replacement = models.CharField(max_length=80, blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "study": kept(PrivacyClass.PROGRAMME, "which study it belongs to"),
        "mark": kept(PrivacyClass.SECRET, "to find the same name again without reading it"),
        "sealed": kept(PrivacyClass.SECRET, "the name, encrypted, for the lead alone"),
        "kind": kept(PrivacyClass.PROGRAMME, "what it stands for"),
        "number": kept(PrivacyClass.PROGRAMME, "to tell two people apart without naming them"),
        "replacement": kept(PrivacyClass.PROGRAMME, "what stands in the text instead"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "study", "mark"], name="studies_pseudonym_once"),
        ]
