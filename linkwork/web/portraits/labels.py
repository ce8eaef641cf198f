"""What the words of displays and portraits are called on screen."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from linkwork.evaluation.portraits.rules.changes import What
from linkwork.evaluation.portraits.rules.events import EventKind
from linkwork.evaluation.portraits.rules.kinds import StatementKind, Step, Verdict
from linkwork.evaluation.portraits.rules.reading import Ease, Formula
from linkwork.evaluation.portraits.rules.review import Standing
from linkwork.evaluation.portraits.rules.steps import Lack

VERDICTS = {
    Verdict.CONFIRM: _("Confirm"),
    Verdict.EXPAND: _("Expand"),
    Verdict.DISAGREE: _("Disagree"),
    Verdict.SILENT: _("Silent"),
}
VERDICTS_EXPLAINED = {
    Verdict.CONFIRM: _("Confirm: both say the same"),
    Verdict.EXPAND: _("Expand: one explains the other"),
    Verdict.DISAGREE: _("Disagree: they contradict each other"),
    Verdict.SILENT: _("Silent: one side has nothing to say"),
}
VERDICT_ICONS = {  # the word always stands beside it
    Verdict.CONFIRM: "equal",
    Verdict.EXPAND: "expand",
    Verdict.DISAGREE: "equal-not",
    Verdict.SILENT: "volume-x",
}
KINDS = {
    StatementKind.BARRIER: _("What hindered"),
    StatementKind.FACILITATOR: _("What helped"),
    StatementKind.STRATEGY: _("What was done"),
    StatementKind.EVENT: _("What happened"),
    StatementKind.FINDING: _("What was found"),
}
KIND_ICONS = {
    StatementKind.BARRIER: "minus",
    StatementKind.FACILITATOR: "plus",
    StatementKind.STRATEGY: "wrench",
    StatementKind.EVENT: "calendar",
    StatementKind.FINDING: "lightbulb",
}
STANDINGS = {  # words, kind of chip
    Standing.DRAFT: (_("draft"), "quiet"),
    Standing.WAITING: (_("waiting for an adviser"), "info"),
    Standing.COMMENTED: (_("an adviser has commented"), "needs"),
    Standing.SIGNED: (_("signed off by an adviser"), ""),
    Standing.CHANGED: (_("changed since it was signed off"), "needs"),
}
STEPS = {
    Step.FOCUS: _("Define the focus"),
    Step.STRUCTURE: _("Design the structure"),
    Step.POPULATE: _("Populate"),
    Step.INTERPRET: _("Interpret"),
}
STEPS_FOR = {
    Step.FOCUS: _(
        "First decide what to look at. A portrait gathers years of talk and figures into one account: "
        "it can hold one question well."
    ),
    Step.STRUCTURE: _("Then give the story its shape: a chapter for each stage, and what happened when."),
    Step.POPULATE: _(
        "Now say what you found, one statement at a time, and link each to what it rests on. "
        "A statement without evidence says so."
    ),
    Step.INTERPRET: _(
        "Last, step back: read the stages against each other, and tell the story so that everybody can follow."
    ),
}
PLAIN_LANGUAGES = {  # each in its own name, as in the foot of every page
    "en": "English",
    "fr": "Français",
    "sv": "Svenska",
    "ar": "العربية",
    "zh-hans": "简体中文",
}
FORMULAS = {
    Formula.FLESCH: _("Flesch Reading Ease (Flesch 1948). 100 is easiest; 60 and more is plain."),
    Formula.KANDEL_MOLES: _(
        "Flesch’s formula as refitted for French (Kandel and Moles 1958). 100 is easiest; 60 and more is plain."
    ),
    Formula.LIX: _("LIX (Björnsson 1968). Lower is easier; 40 and less is plain."),
}
EASES = {  # words, kind of chip
    Ease.EASY: (_("easy to read"), ""),
    Ease.MIDDLING: (_("could be easier"), "info"),
    Ease.HARD: (_("hard to read"), "needs"),
}
CHANGES = {
    What.ADDED: _("added"),
    What.REMOVED: _("taken out"),
    What.REWORDED: _("reworded"),
    What.MOVED: _("moved"),
    What.EVIDENCE: _("rests on something else"),
}
CHANGED = {
    "title": _("The title"),
    "focus": _("The focus"),
    "interpretation": _("What runs through the story"),
    "plain": _("Plain words"),
    "chapter": _("A chapter"),
    "statement": _("A statement"),
    "event": _("The timeline"),
}
EVENTS = {
    EventKind.EVENT: _("Something happened"),
    EventKind.ADAPTATION: _("The plan was changed"),
    EventKind.FIGURE: _("A figure"),
    EventKind.PICTURE: _("A picture"),
}
ICON_NAMES = {
    "handshake": _("Handshake"),
    "users": _("People"),
    "door-open": _("Open door"),
    "house": _("House"),
    "calendar": _("Calendar"),
    "phone": _("Telephone"),
    "graduation-cap": _("Training"),
    "megaphone": _("Announcement"),
    "heart": _("Heart"),
    "bus": _("Bus"),
    "coins": _("Money"),
    "sprout": _("Something growing"),
}


def lack_said(lack: Lack, many: int) -> str:
    """What a step still wants, as a sentence."""
    return _lacks(many)[lack] % {"num": many}


def _lacks(many: int) -> dict[Lack, str]:
    return {
        Lack.FOCUS: str(_("Say what the portrait looks at.")),
        Lack.EXTRACT: str(_("No extract is chosen: there will be no figures.")),
        Lack.DATES: str(_("The programme has not said yet when its stages began.")),
        Lack.HEADINGS: ngettext("%(num)s chapter has no name.", "%(num)s chapters have no name.", many),
        Lack.EVENTS: str(_("Nothing stands on the timeline.")),
        Lack.STATEMENTS: ngettext(
            "Nothing is said in %(num)s chapter.", "Nothing is said in %(num)s chapters.", many
        ),
        Lack.EVIDENCE: ngettext(
            "%(num)s statement rests on nothing yet.", "%(num)s statements rest on nothing yet.", many
        ),
        Lack.GONE: ngettext(
            "Evidence of %(num)s statement may no longer be shown.",
            "Evidence of %(num)s statements may no longer be shown.",
            many,
        ),
        Lack.NAMES: ngettext(
            "%(num)s statement names somebody of the programme.",
            "%(num)s statements name somebody of the programme.",
            many,
        ),
        Lack.INTERPRETATION: str(_("Say what runs through the whole story.")),
        Lack.PLAIN: str(_("Tell the story in plain language.")),
        Lack.STALE: ngettext(
            "%(num)s plain text tells of words that were changed since.",
            "%(num)s plain texts tell of words that were changed since.",
            many,
        ),
    }
