"""What the groups of a breakdown are called, in the reader's language."""

import datetime as dt
from collections.abc import Mapping

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.evaluation.indicators import group_words
from linkwork.instruments import lists, measures
from linkwork.instruments.indicators import Grouping

LISTS = {
    Grouping.MODE: "contact_modes",
    Grouping.LANGUAGE: "languages",
    Grouping.TOPIC: "contact_topics",
    Grouping.SUPPORT: "support_types",
    Grouping.NEED: "needs",
    Grouping.SOURCE: "referral_sources",
    Grouping.TRAINING: "training_topics",
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
        case Grouping.SITE:
            return _("Site %(code)s") % {"code": key[:6]}
        case Grouping.AGE:
            return key.replace("-", "–")
        case Grouping.MEASURE:
            return _measure(key)
        case _:
            return group_words.WORDS[by]().get(key, key)


def heading(by: Grouping) -> str:
    """What the groups are, as a column's heading."""
    return {
        Grouping.WORKER: _("Worker"),
        Grouping.MONTH: _("Month"),
        Grouping.MODE: _("How"),
        Grouping.SITE: _("Site"),
        Grouping.SITE_KIND: _("Where"),
        Grouping.LANGUAGE: _("Language"),
        Grouping.AGE: _("Age"),
        Grouping.CHILD_AGE: _("Age of the child"),
        Grouping.TOPIC: _("Topic"),
        Grouping.SUPPORT: _("Kind of support"),
        Grouping.NEED: _("Need"),
        Grouping.SOURCE: _("Way in"),
        Grouping.CONNECTION: _("Kind of connection"),
        Grouping.SECTOR: _("Sector"),
        Grouping.PRACTICE: _("Practice"),
        Grouping.LEVEL: _("Level"),
        Grouping.FACTOR: _("Category"),
        Grouping.CHANGED: _("What was changed"),
        Grouping.SUPERVISION: _("Kind of supervision"),
        Grouping.TRAINING: _("Topic of the training"),
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
