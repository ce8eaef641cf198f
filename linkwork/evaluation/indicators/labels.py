"""What the groups of a breakdown are called, in the reader's language."""

import datetime as dt
from collections.abc import Mapping

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from linkwork.core.errors import NotFound
from linkwork.instruments import lists, measures
from linkwork.instruments.indicators import Grouping

LISTS = {
    Grouping.MODE: "contact_modes",
    Grouping.LANGUAGE: "languages",
    Grouping.TOPIC: "contact_topics",
    Grouping.SUPPORT: "support_types",
}
ORDER = ("initiation", "operation", "maintenance")


Own = Mapping[str, Mapping[str, str]]  # what the programme calls terms, by list and code


def label(by: Grouping, key: str, own: Own | None = None) -> str:
    """The name of one group, in the programme's words where `own` has any; a worker is a short pseudonym."""
    if not key:
        return _("Not stated")
    if by in LISTS:
        return _term(LISTS[by], key, own or {})
    match by:
        case Grouping.WORKER:
            return _("Worker %(code)s") % {"code": key[:6]}
        case Grouping.MONTH:
            return date_format(dt.date.fromisoformat(f"{key}-01"), "F Y")
        case Grouping.STAGE:
            return _stages().get(key, key)
        case Grouping.MEASURE:
            return _measure(key)
        case _:
            return _sites().get(key, key)


def heading(by: Grouping) -> str:
    """What the groups are, as a column's heading."""
    return {
        Grouping.WORKER: _("Worker"),
        Grouping.MONTH: _("Month"),
        Grouping.MODE: _("How"),
        Grouping.SITE_KIND: _("Where"),
        Grouping.LANGUAGE: _("Language"),
        Grouping.TOPIC: _("Topic"),
        Grouping.SUPPORT: _("Kind of support"),
        Grouping.STAGE: _("Stage"),
        Grouping.MEASURE: _("Measure"),
    }[by]


def place(by: Grouping, key: str) -> tuple[bool, int, str]:
    """Where a group stands in its table: stages in their order, the rest by key, what is not stated last."""
    stage = ORDER.index(key) if by is Grouping.STAGE and key in ORDER else 0
    return (not key, stage, key)


def _term(list_id: str, code: str, own: Own) -> str:
    if said := own.get(list_id, {}).get(code):
        return _(said)
    try:
        return _(lists.term(list_id, code).label)
    except NotFound:
        return code  # a foreign log's own word


def _measure(key: str) -> str:
    try:
        return _(measures.measure(key).title)
    except NotFound:
        return key  # a measure this deployment does not know


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
