"""What the words of the toolkit are called on screen."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.toolkit.rules.kinds import Audience, Setting, State, StepKind

AUDIENCES = {
    Audience.STARTER: _("Whoever sets up a programme"),
    Audience.MANAGER: _("Managers"),
    Audience.WORKER: _("Workers"),
    Audience.PRACTICE: _("Practices and other hosts"),
    Audience.PARTNER: _("Partner organisations"),
    Audience.FUNDER: _("Funders"),
    Audience.EVALUATOR: _("Evaluators"),
}
SETTINGS = {
    Setting.PRACTICE: _("General practice or health centre"),
    Setting.HOSPITAL: _("Hospital or health trust"),
    Setting.VOLUNTARY: _("Charity, parish or association"),
    Setting.AUTHORITY: _("Municipality or other public body"),
    Setting.OUTREACH: _("Streets, parks and homes"),
}
STATES = {
    State.DRAFT: _("Draft"),
    State.WAITING: _("Waits for a second reader"),
    State.WANTED: _("A reader asks for something"),
    State.AGREED: _("Agreed, ready to publish"),
    State.PUBLISHED: _("Public"),
}
STATE_CHIPS = {  # kind of chip, icon: colour is never alone
    State.DRAFT: ("quiet", "pencil"),
    State.WAITING: ("info", "eye"),
    State.WANTED: ("needs", "message-square"),
    State.AGREED: ("info", "check"),
    State.PUBLISHED: ("", "globe"),
}
STEPS = {
    StepKind.ASK: _("asked somebody else to read it"),
    StepKind.WANT: _("asked for something"),
    StepKind.AGREE: _("agreed"),
    StepKind.PUBLISH: _("published it"),
    StepKind.WITHDRAW: _("withdrew it"),
}
LANGUAGES = [*settings.LANGUAGES, *settings.PUBLIC_LANGUAGES]
ORDERS = {"stage": _("By stage"), "title": _("By title"), "newest": _("Newest first")}
LEVELS = {1: _("half of the experts or more"), 2: _("a fifth to a half of the experts")}
