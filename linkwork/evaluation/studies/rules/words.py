"""The words a study is described in."""

from enum import StrEnum


class Design(StrEnum):
    """How a study is made."""

    CASE_STUDY = "case_study"
    PROCESS_EVALUATION = "process_evaluation"
    INTERVIEWS = "interviews"
    RESIDENCE = "residence"  # a researcher works inside the service


class SourceKind(StrEnum):
    """What a source is."""

    DOCUMENT = "document"
    INTERVIEW = "interview"
    FOCUS_GROUP = "focus_group"
    FIELD_CONVERSATION = "field_conversation"
    SURVEY = "survey"


class Group(StrEnum):
    """Who speaks in a source."""

    WORKER = "worker"
    PERSON = "person"
    MANAGER = "manager"
    PRACTICE = "practice"
    PARTNER = "partner"
    OTHER = "other"


class ConsentForm(StrEnum):
    """What whoever spoke in a source agreed to."""

    QUOTE = "quote"  # quoted, with their name if the study says names
    UNNAMED = "unnamed"  # quoted without naming them
    ANALYSE = "analyse"  # read and counted, never quoted


class Part(StrEnum):
    """What somebody does in one study."""

    LEAD = "lead"
    CODER = "coder"
    ADVISER = "adviser"
    OBSERVER = "observer"


class Doing(StrEnum):
    """What a part may or may not do in a study."""

    LEAD = "lead"  # team, ethics, targets, the names behind pseudonyms
    CODE = "code"  # bring in, describe and code sources
    READ = "read"  # what was said, whole
    COMMENT = "comment"


TALKS = frozenset({SourceKind.INTERVIEW, SourceKind.FOCUS_GROUP})  # what participants are counted in


class NameKind(StrEnum):
    """What found words would give away."""

    NAME = "name"
    PLACE = "place"
    ORGANISATION = "organisation"
    PHONE = "phone"
    EMAIL = "email"
    DATE = "date"
    NUMBER = "number"
    OTHER = "other"
