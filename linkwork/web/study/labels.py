"""What the rooms' words are called on screen."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.rules.steps import StepKind
from linkwork.evaluation.studies.rules import ConsentForm, Design, Group, SourceKind
from linkwork.programmes.rules import Stage

Labels = list[tuple[str, str | Promise]]

DESIGNS = {
    Design.CASE_STUDY: _("Case study"),
    Design.PROCESS_EVALUATION: _("Process evaluation"),
    Design.INTERVIEWS: _("Interviews"),
    Design.RESIDENCE: _("Researcher in residence"),
}
KINDS = {
    SourceKind.INTERVIEW: _("Interview"),
    SourceKind.DOCUMENT: _("Document"),
    SourceKind.FOCUS_GROUP: _("Focus group"),
    SourceKind.FIELD_CONVERSATION: _("Field conversation"),
    SourceKind.SURVEY: _("Survey answer"),
}
GROUPS = {
    Group.WORKER: _("Worker"),
    Group.PERSON: _("Person supported"),
    Group.MANAGER: _("Manager"),
    Group.PRACTICE: _("Practice"),
    Group.PARTNER: _("Partner"),
    Group.OTHER: _("Somebody else"),
}
CONSENTS = {
    ConsentForm.UNNAMED: _("May be quoted without a name"),
    ConsentForm.QUOTE: _("May be quoted"),
    ConsentForm.ANALYSE: _("Read and counted only"),
}
STAGES = {
    Stage.INITIATION: _("Initiation"),
    Stage.OPERATION: _("Operation"),
    Stage.MAINTENANCE: _("Maintenance"),
}
VALENCES = {
    Valence.FACILITATOR: _("Helps"),
    Valence.BARRIER: _("Hinders"),
    Valence.MIXED: _("Both"),
    Valence.NEUTRAL: _("Neither"),
}
VALENCE_CHIPS = {  # kind of chip, icon: colour is never alone
    Valence.FACILITATOR: ("", "plus"),
    Valence.BARRIER: ("harm", "minus"),
    Valence.MIXED: ("info", "diff"),
    Valence.NEUTRAL: ("quiet", "circle"),
}
DONE = {  # what a step did, said right after it
    StepKind.CODE: _("Coded."),
    StepKind.REMOVE: _("The coding is removed."),
    StepKind.RESTORE: _("The coding is back."),
    StepKind.CODES: _("The codes are changed."),
    StepKind.SPAN: _("The passage is changed."),
    StepKind.VALENCE: _("What it does is changed."),
    StepKind.STRENGTH: _("The strength is changed."),
    StepKind.STAGE: _("The stage is changed."),
    StepKind.MEMO: _("The memo is kept."),
    StepKind.CHANGE: _("The coding is changed."),
    StepKind.SEARCH: _("The hits are coded."),
}
UNDO = {  # what the button would take back
    StepKind.CODE: _("Undo coding the passage"),
    StepKind.REMOVE: _("Undo removing the coding"),
    StepKind.RESTORE: _("Undo bringing the coding back"),
    StepKind.CODES: _("Undo changing the codes"),
    StepKind.SPAN: _("Undo changing the passage"),
    StepKind.VALENCE: _("Undo changing what it does"),
    StepKind.STRENGTH: _("Undo changing the strength"),
    StepKind.STAGE: _("Undo changing the stage"),
    StepKind.MEMO: _("Undo writing the memo"),
    StepKind.CHANGE: _("Undo changing the coding"),
    StepKind.SEARCH: _("Undo coding the hits"),
}
REDO = {
    StepKind.CODE: _("Code the passage again"),
    StepKind.REMOVE: _("Remove the coding again"),
    StepKind.RESTORE: _("Bring the coding back again"),
    StepKind.CODES: _("Change the codes again"),
    StepKind.SPAN: _("Change the passage again"),
    StepKind.VALENCE: _("Change what it does again"),
    StepKind.STRENGTH: _("Change the strength again"),
    StepKind.STAGE: _("Change the stage again"),
    StepKind.MEMO: _("Write the memo again"),
    StepKind.CHANGE: _("Change the coding again"),
    StepKind.SEARCH: _("Code the hits again"),
}
LANGUAGES = {  # in their own words, as speakers look for them
    "en": "English",
    "fr": "Français",
    "sv": "Svenska",
    "ar": "العربية",
    "zh-hans": "中文（简体）",
    "es": "Español",
    "fa": "فارسی",
    "pl": "Polski",
    "pt": "Português",
    "so": "Soomaali",
    "tr": "Türkçe",
    "uk": "Українська",
    "ur": "اردو",
}


def choices(labels: Mapping[Any, Any], empty: str | Promise | None = None) -> Labels:
    """Labels as the choices of a form; `empty` is what no choice is called."""
    first: Labels = [] if empty is None else [("", empty)]
    return first + [(str(key), label) for key, label in labels.items()]
