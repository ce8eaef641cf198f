"""Which column of a table holds the group of each breakdown?"""

from collections.abc import Mapping

from linkwork.instruments.indicators.shapes import Grouping

TERM_LISTS: Mapping[Grouping, str] = {Grouping.TOPIC: "contact_topics", Grouping.SUPPORT: "support_types"}
# By table, or "" for any. A month is told by the day a row stands on, a stage by that day and the stages' own.
COLUMNS: Mapping[Grouping, Mapping[str, str]] = {
    Grouping.WORKER: {"": "worker_id"},
    Grouping.MODE: {"": "mode"},
    Grouping.SITE: {"": "site_id"},
    Grouping.SITE_KIND: {"": "site_kind"},
    Grouping.LANGUAGE: {
        "": "cases.language",
        "contacts": "language",
        "cases": "language",
        "anonymous_contacts": "language",
        "presence_languages": "language",
    },
    Grouping.AGE: {"": "cases.age_band", "cases": "age_band"},
    Grouping.CHILD_AGE: {"": "age_months"},
    Grouping.NEED: {"": "term", "connections": "need_term", "advocacy": "need"},
    Grouping.SOURCE: {"": "cases.source", "cases": "source", "referrals": "source"},
    Grouping.CONNECTION: {"": "kind"},
    Grouping.SECTOR: {"": "partners.sector", "partners": "sector"},
    Grouping.PRACTICE: {"": "practice"},
    Grouping.LEVEL: {"": "level"},
    Grouping.FACTOR: {"": "kind"},
    Grouping.CHANGED: {"": "what"},
    Grouping.SUPERVISION: {"": "kind"},
    Grouping.TRAINING: {"": "term"},
    Grouping.MEASURE: {"": "measure"},
}


def column_of(by: Grouping, table: str, day: str = "") -> str:
    """The column that holds the group in a table whose rows stand on `day`; empty for a group no column holds."""
    if by is Grouping.MONTH:
        return day
    columns = COLUMNS.get(by, {})
    return columns.get(table, columns.get("", ""))
