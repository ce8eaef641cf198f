"""The words for groups that stand in no list of the programme: stages, places, sectors, practices and the like."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from linkwork.instruments.indicators import Grouping


def _stages() -> dict[str, str]:
    return {"initiation": _("Initiation"), "operation": _("Operation"), "maintenance": _("Maintenance")}


def _sites() -> dict[str, str]:
    return {
        "practice": pgettext("site", "Practice"),
        "office": pgettext("site", "Office"),
        "venue": pgettext("site", "Outreach venue"),
        "home": pgettext("site", "At home"),
        "remote": pgettext("site", "By phone or online"),
    }


def _ages_of_children() -> dict[str, str]:
    return {
        "0": _("Under 1 year"),
        "1": _("1 or 2 years"),
        "3": _("3 to 5 years"),
        "6": _("6 years or more"),
    }


def _connections() -> dict[str, str]:
    return {"signpost": _("Signpost"), "referral": _("Referral"), "warm_handover": _("Warm handover")}


def _sectors() -> dict[str, str]:
    return {
        "health": _("Health care"),
        "municipality": _("Municipality"),
        "school": _("School"),
        "early_childhood": _("Early childhood"),
        "community": _("Community organisation"),
        "faith": _("Faith community"),
        "housing": _("Housing"),
        "police": _("Police"),
        "employer": _("Employer"),
        "other": _("Other"),
    }


def _practices() -> dict[str, str]:
    return {
        "communication": _("Talks and messages"),
        "shared_activity": _("Shared activity"),
        "co_intervention": _("Support given together"),
        "role_awareness": _("Making the role known"),
        "meeting": _("Meeting"),
    }


def _levels() -> dict[str, str]:
    return {
        "individual": _("For one person"),
        "organisational": _("In an organisation"),
        "community": _("In the community"),
    }


def _factors() -> dict[str, str]:
    return {
        "organisation": _("Organisation"),
        "work": _("The work and the worker"),
        "family": _("Family"),
        "external": _("Outside"),
    }


def _changed() -> dict[str, str]:
    return {
        "content": _("Content"),
        "context": _("Context"),
        "training_and_evaluation": _("Training and evaluation"),
        "implementation_and_scale_up": _("Implementation and scale-up"),
    }


def _supervisions() -> dict[str, str]:
    return {
        "managerial": _("With the manager"),
        "clinical": _("Clinical"),
        "peer": _("Among peers"),
        "group": _("In a group"),
    }


WORDS: dict[Grouping, Callable[[], dict[str, str]]] = {
    Grouping.STAGE: _stages,
    Grouping.SITE_KIND: _sites,
    Grouping.CHILD_AGE: _ages_of_children,
    Grouping.CONNECTION: _connections,
    Grouping.SECTOR: _sectors,
    Grouping.PRACTICE: _practices,
    Grouping.LEVEL: _levels,
    Grouping.FACTOR: _factors,
    Grouping.CHANGED: _changed,
    Grouping.SUPERVISION: _supervisions,
}
