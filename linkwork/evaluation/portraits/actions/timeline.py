"""What is put on a portrait's timeline, and taken off it."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.access import check_may_write
from linkwork.evaluation.portraits.actions.parts.checks import (
    check_extract,
    check_figures,
    fitting,
    said,
)
from linkwork.evaluation.portraits.actions.parts.finding import portrait_of
from linkwork.evaluation.portraits.models import PortraitVersion, TimelineEvent
from linkwork.evaluation.portraits.reads.content import pictures_in
from linkwork.evaluation.portraits.rules.events import ICONS, EventKind, Picture
from linkwork.evaluation.portraits.rules.evidence import FigureKey
from linkwork.trail import actions as trail

LONGEST_DETAIL = 600
NO_FIGURE = FigureKey("")


@action
def add_event(
    *,
    portrait_id: UUID,
    happened_on: dt.date,
    title: str,
    by: Viewer,
    at: dt.datetime,
    kind: EventKind = EventKind.EVENT,
    detail: str = "",
    icon: str = "",
    extract_id: UUID | None = None,
    figure: FigureKey = NO_FIGURE,
    picture: Picture | None = None,
) -> UUID:
    """Put something on the timeline; its id. A figure needs its extract, a picture its alternative, credit and consent.

    Raises NotFound, Invalid (title, detail, icon, figure, picture, alt, credit, agreed).
    """
    row = portrait_of(by, portrait_id)
    if icon and icon not in ICONS:
        raise Invalid({"icon": _("Choose one of the answers offered.")})
    event = TimelineEvent.objects.create(
        programme_id=by.programme,
        portrait=row,
        happened_on=happened_on,
        title=said("title", title),
        kind=kind,
        detail=fitting("detail", detail, LONGEST_DETAIL),
        icon=icon,
        created_at=at,
        **_figure(by, kind, extract_id, figure),
        **_picture(kind, picture),
    )
    about: dict[str, object] = {"kind": kind.value}
    trail.record(
        by=by, at=at, what="portraits.add_event", about="portrait", about_id=portrait_id, detail=about
    )
    return event.id


@action
def remove_event(*, event_id: UUID, by: Viewer, at: dt.datetime) -> str:
    """Take an event off the timeline; the name of its picture's file, where nothing shows it any more. Raises NotFound.

    A picture that a kept version shows stays for that version.
    """
    check_may_write(by)
    event = TimelineEvent.objects.filter(programme_id=by.programme, id=event_id).first()
    if event is None:
        raise NotFound(_("There is no such event on this timeline."))
    portrait_id = event.portrait_id
    event.delete()
    trail.record(by=by, at=at, what="portraits.remove_event", about="portrait", about_id=portrait_id)
    kept = PortraitVersion.objects.filter(programme_id=by.programme, portrait_id=portrait_id)
    return "" if any(event.picture in pictures_in(one.content) for one in kept) else event.picture


@action
def withdraw_picture(*, event_id: UUID, by: Viewer, at: dt.datetime) -> str:
    """Somebody in the picture takes their agreement back: it goes from every version; its file's name.

    The event stays, without the picture. Raises NotFound.
    """
    check_may_write(by)
    event = TimelineEvent.objects.filter(programme_id=by.programme, id=event_id).exclude(picture="").first()
    if event is None:
        raise NotFound(_("There is no such picture on this timeline."))
    name = event.picture
    event.picture = event.picture_type = event.alt = event.credit = event.agreed = ""
    event.wide = event.high = 0
    event.kind = EventKind.EVENT
    event.save()
    trail.record(
        by=by, at=at, what="portraits.withdraw_picture", about="portrait", about_id=event.portrait_id
    )
    return name


def _figure(by: Viewer, kind: EventKind, extract_id: UUID | None, figure: FigureKey) -> dict[str, object]:
    if kind is not EventKind.FIGURE:
        return {}
    if figure.of(extract_id) is None or not figure.indicator:
        raise Invalid({"figure": _("Choose an extract first: figures come from a dated one.")})
    check_extract(by, extract_id)
    try:
        check_figures(by, extract_id, [figure])
    except Invalid as refusal:
        raise Invalid({"figure": refusal.reason}) from None
    return {
        "extract_id": figure.of(extract_id),
        "indicator": figure.indicator,
        "grouping": figure.grouping,
        "group": figure.group,
    }


def _picture(kind: EventKind, seen: Picture | None) -> dict[str, object]:
    if kind is not EventKind.PICTURE:
        return {}
    if seen is None:
        raise Invalid({"picture": _("Choose a picture.")})
    return {
        "picture": seen.name,
        "picture_type": seen.kind,
        "wide": seen.wide,
        "high": seen.high,
        "alt": said("alt", seen.alt, 300),
        "credit": said("credit", seen.credit, 160),
        "agreed": said("agreed", seen.agreed, 160),
    }
