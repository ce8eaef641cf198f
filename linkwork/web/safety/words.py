"""What the parts of a concern are called on screen."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from linkwork.casework.rules.safeguarding import (
    Agreed,
    Answer,
    Capacity,
    ConcernState,
    Decision,
    EntryKind,
)

STATES: dict[ConcernState, Promise] = {
    ConcernState.RAISED: _("waits for a lead"),
    ConcernState.ACKNOWLEDGED: _("taken on, not decided"),
    ConcernState.DECIDED: _("decided"),
    ConcernState.CLOSED: _("closed"),
    ConcernState.REOPENED: _("opened again, waits for a lead"),
}
ANSWERS: dict[Answer, Promise] = {
    Answer.YES: _("Yes"),
    Answer.NO: _("No"),
    Answer.NOT_SURE: _("Not sure"),
}
QUESTIONS: dict[str, Promise] = {
    "care_needs": _("Do they have needs for care or support?"),
    "at_risk": _("Are they being abused or neglected, or at risk of it?"),
    "cannot_protect": _("Do these needs keep them from protecting themselves?"),
}
DUTY: dict[Answer, Promise] = {
    Answer.YES: _("The answers point to a duty to enquire: the local authority has to be asked."),
    Answer.NOT_SURE: _("The answers leave it open whether there is a duty to enquire. The lead decides."),
    Answer.NO: _("The answers do not point to a duty to enquire. Harm may still need an answer."),
}
CAPACITY: dict[Capacity, Promise] = {
    Capacity.PRESUMED: _("Yes, as is presumed of everybody"),
    Capacity.IN_DOUBT: _("It is in doubt"),
    Capacity.LACKING: _("Not this decision, as somebody has assessed"),
}
AGREED: dict[Agreed, Promise] = {
    Agreed.YES: _("They agree"),
    Agreed.NO: _("They do not agree"),
    Agreed.NOT_ASKED: _("They were not asked"),
}
DECISIONS: dict[Decision, Promise] = {
    Decision.NO_ACTION: _("No further action"),
    Decision.ADVICE: _("Advice and watching over it"),
    Decision.REFER: _("Refer to the local authority"),
    Decision.EMERGENCY: _("Emergency help now"),
}
HAPPENED: dict[EntryKind, Promise] = {
    EntryKind.RAISED: _("Raised"),
    EntryKind.ADDED: _("More was written down"),
    EntryKind.TOLD: _("Told"),
    EntryKind.ACKNOWLEDGED: _("Taken on"),
    EntryKind.PASSED_ON: _("Not answered in time: somebody else was asked"),
    EntryKind.DECIDED: _("Decided"),
    EntryKind.CLOSED: _("Closed"),
    EntryKind.REOPENED: _("Opened again"),
}
ICONS: dict[EntryKind, str] = {
    EntryKind.RAISED: "shield-alert",
    EntryKind.ADDED: "pen-line",
    EntryKind.TOLD: "message-circle",
    EntryKind.ACKNOWLEDGED: "check",
    EntryKind.PASSED_ON: "bell",
    EntryKind.DECIDED: "scale",
    EntryKind.CLOSED: "circle-check",
    EntryKind.REOPENED: "undo-2",
}
KINDS: dict[str, Promise] = {
    "self_harm": _("harm to oneself"),
    "violence": _("violence"),
    "abuse": _("abuse"),
    "neglect": _("neglect"),
    "exploitation": _("exploitation"),
}
