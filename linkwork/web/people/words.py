"""What states, purposes and terms are called on screen."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.casework.rules.consent import How, Purpose
from linkwork.casework.rules.guarding import AlertKind
from linkwork.casework.rules.likeness import Why
from linkwork.casework.rules.persons import Prefers, Urgency
from linkwork.casework.rules.states import CaseState, ReferralState
from linkwork.web.shared import lists

CASES: dict[CaseState, Promise] = {
    CaseState.OPEN: gettext_lazy("open"),
    CaseState.PAUSED: gettext_lazy("paused"),
    CaseState.CLOSED: gettext_lazy("closed"),
}
REFERRALS: dict[ReferralState, Promise] = {
    ReferralState.RECEIVED: gettext_lazy("waits for an answer"),
    ReferralState.ACCEPTED: gettext_lazy("accepted"),
    ReferralState.DECLINED: gettext_lazy("declined"),
    ReferralState.WITHDRAWN: gettext_lazy("withdrawn"),
}
URGENCIES: dict[Urgency, Promise] = {
    Urgency.ROUTINE: gettext_lazy("When you can"),
    Urgency.SOON: gettext_lazy("This week"),
    Urgency.URGENT: gettext_lazy("As soon as possible"),
}
PREFERENCES: dict[Prefers, Promise] = {
    Prefers.ANY: gettext_lazy("Any way"),
    Prefers.PHONE: gettext_lazy("A call"),
    Prefers.MESSAGE: gettext_lazy("A message"),
    Prefers.EMAIL: gettext_lazy("An e-mail"),
    Prefers.LETTER: gettext_lazy("A letter"),
}
PURPOSES: dict[Purpose, Promise] = {
    Purpose.SHARE: gettext_lazy("Share name and need, to connect them"),
    Purpose.REPORT_BACK: gettext_lazy("Tell the referrer how it goes"),
    Purpose.WRITE: gettext_lazy("Send them texts and e-mails"),
    Purpose.LEARN: gettext_lazy("Use their words without their name, to learn"),
}
ALERTS: dict[AlertKind, Promise] = {
    AlertKind.SAFETY: gettext_lazy("Safety of the worker"),
    AlertKind.HEALTH: gettext_lazy("Health"),
    AlertKind.ACCESS: gettext_lazy("Getting to them"),
    AlertKind.OTHER: gettext_lazy("Something else"),
}
HOWS: dict[How, Promise] = {
    How.SAID: gettext_lazy("Said aloud"),
    How.SIGNED: gettext_lazy("Signed on paper"),
    How.LINK: gettext_lazy("On their own page"),
}
LIKE: dict[Why, Promise] = {
    Why.SAME_NAME: gettext_lazy("the same name"),
    Why.LIKE_NAME: gettext_lazy("a name like it"),
    Why.SAME_PHONE: gettext_lazy("the same phone"),
    Why.SAME_EMAIL: gettext_lazy("the same e-mail"),
    Why.SAME_BIRTH: gettext_lazy("the same year of birth"),
}
GROUPS: dict[str, Promise] = {
    "name": gettext_lazy("Name"),
    "form_of_address": gettext_lazy("Spoken of as"),
    "born": gettext_lazy("Born"),
    "phone": gettext_lazy("Phone"),
    "email": gettext_lazy("E-mail"),
    "prefers": gettext_lazy("Likes to be reached by"),
    "best_time": gettext_lazy("Best time"),
    "language": gettext_lazy("Language"),
    "reading_language": gettext_lazy("Reads"),
    "interpreter": gettext_lazy("Interpreter"),
    "area": gettext_lazy("Lives"),
    "address": gettext_lazy("Address"),
    "access_words": gettext_lazy("What else helps"),
    "trusted": gettext_lazy("Somebody they trust"),
}
MODE_ICONS = {
    "met": "users",
    "phone": "phone",
    "message": "message-circle",
    "video": "video",
    "accompanied": "footprints",
    "group": "users-round",
}


def label(list_id: str, code: str) -> str:
    """A term as the programme says it; empty for no code, the code itself where the list has lost it."""
    return lists.label(list_id, code)


def labels(list_id: str, codes: Iterable[str]) -> list[str]:
    """Several terms."""
    return [label(list_id, code) for code in codes]


def choices(list_id: str, empty: str = "", leave_out: Iterable[str] = ()) -> list[tuple[str, str]]:
    """The list as a form's choices; `empty` is what choosing nothing is called, where that may be."""
    left_out = set(leave_out)
    offered = [(term.code, _(term.label)) for term in lists.terms(list_id) if term.code not in left_out]
    return [("", empty), *offered] if empty else offered


def language_said(code: str, interpreter: bool) -> str:
    """The language somebody speaks, and whether an interpreter is needed."""
    name = label("languages", code)
    return _("%(language)s, with interpreter") % {"language": name} if name and interpreter else name
