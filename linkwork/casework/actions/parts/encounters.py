"""What logging, changing and logging together have in common: can it be kept, and how it stands in its row."""

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.actions.parts.checks import check_term, has_term
from linkwork.casework.models import Case, Contact, ContactTerm
from linkwork.casework.rules.contacts import COLUMNS, DAY_OF_MINUTES, Encounter
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.programmes import reads as programmes

LISTS = {"contact_topics": "topics", "support_types": "support_types"}
MINUTES = ("minutes", "minutes_travel", "minutes_admin")


def check_encounter(how: Encounter, by: Viewer, at: dt.datetime) -> None:
    """Raise Invalid, by field, where the encounter cannot be kept as entered."""
    errors = {}
    if how.occurred_at > at:
        errors["occurred_at"] = _("Enter a time that is not in the future.")
    for name in MINUTES:
        if not within_a_day(getattr(how, name)):
            errors[name] = _("Enter minutes from 0 to 1440.")
    if how.language and not has_term("languages", how.language, by.programme):
        errors["language"] = _("Choose one of the list.")
    if how.site_id is not None and how.site_id not in {site.id for site in programmes.sites(by)}:
        errors["site"] = _("Choose one of the programme’s sites.")
    if errors:
        raise Invalid(errors)
    check_term("mode", "contact_modes", how.mode, by.programme)
    for list_id, field in LISTS.items():
        for term in getattr(how, field):
            check_term(field, list_id, term, by.programme)


def within_a_day(minutes: int | None) -> bool:
    """Whether these minutes fit into a day, or nobody said."""
    return minutes is None or 0 <= minutes <= DAY_OF_MINUTES


def check_before_closing(how: Encounter, case: Case) -> None:
    """Raise Invalid where the case was closed before the encounter."""
    if case.closed_on is not None and timezone.localdate(how.occurred_at) > case.closed_on:
        raise Invalid({"occurred_at": _("Enter a day before the case was closed.")})


def columns_of(how: Encounter) -> dict[str, object]:
    """The encounter as columns of a contact's row. An attempt is nobody's first contact."""
    values = {name: getattr(how, name) for name in COLUMNS}
    for name in ("accompanied_to", "partner_present"):
        values[name] = values[name].strip()
    values["marked_first"] = how.marked_first if how.reached else None
    return values


def add_terms(row: Contact, how: Encounter, at: dt.datetime) -> None:
    """Keep the topics and kinds of support of a contact."""
    ContactTerm.objects.bulk_create(
        ContactTerm(programme_id=row.programme_id, created_at=at, contact_id=row.id, list=list_id, term=term)
        for list_id, field in LISTS.items()
        for term in sorted(set(getattr(how, field)))
    )
