"""Whether answers may be kept as they are: a measure that can be used, answers it offers, a day that can be."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework import reads as casework
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.viewer import Kind, Viewer
from linkwork.instruments import measures, scoring
from linkwork.instruments.measures import Measure
from linkwork.instruments.scoring import Answers


def usable(measure_id: str) -> Measure:
    """The measure, if it can be asked here. Raises Invalid for a slot nobody has filled, or one that is not there."""
    try:
        found = measures.measure(measure_id)
    except NotFound:
        raise Invalid({"measure": _("Choose one of the measures.")}) from None
    if not found.usable:
        raise Invalid({"measure": _("This measure needs a licence before it can be used here.")})
    return found


def check_answers(measure: Measure, answers: Answers, some: bool = True) -> None:
    """Raise Invalid by item for answers the measure does not offer; with `some`, also where there is none at all."""
    faults = scoring.faults(measure, answers)
    if faults:
        raise Invalid(dict.fromkeys(sorted(faults), _("Choose one of the answers offered.")))
    if some and not answers:
        raise Invalid({"answers": _("Answer at least one question.")})


def check_day(case_id: UUID, day: dt.date, by: Viewer, at: dt.datetime) -> None:
    """Raise Invalid for a day to come or before the case began, NotFound for a case that is not the viewer's to see."""
    if by.kind is Kind.PERSON:
        return  # answers now, in a case the link was made for
    case = casework.case_head(by, case_id)
    if day > timezone.localdate(at):
        raise Invalid({"answered_on": _("This day has not come yet. Choose today or an earlier day.")})
    if day < case.opened_on:
        raise Invalid({"answered_on": _("This is before the support began. Choose a later day.")})


def check_reason(field: str, reason: str) -> str:
    """The reason without its edges. Raises Invalid where nothing is left, or too much."""
    said = reason.strip()
    if not said:
        raise Invalid({field: _("Say why, in a few words.")})
    if len(said) > 300:
        raise Invalid({field: _("Say it in at most 300 letters.")})
    return said


def worker_of(by: Viewer) -> UUID | None:
    """Who asked; nobody where the person answered by their own link, or the command line did."""
    return by.id if by.kind is Kind.LOGIN else None
