"""What the rooms' words are called on screen."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.studies.rules import Design, Group, SourceKind
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
