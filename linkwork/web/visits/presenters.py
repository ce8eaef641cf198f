"""Visits made alone as pages show them: times said, who looks out, nobody visited named in a list."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.core.viewer import Viewer
from linkwork.programmes.reads import Standing
from linkwork.web.shared.days import day_said, local_day, time_said
from linkwork.web.shared.today import Press, TodayItem
from linkwork.workforce import reads
from linkwork.workforce.access import may_visit, may_watch_all
from linkwork.workforce.reads import AlarmCard, RungCard, VisitCard, VisitLine
from linkwork.workforce.rules.visits import AlarmKind, AlarmState, Rung, VisitState

RUNGS = {
    Rung.WORKER: gettext_lazy("The visitor was asked whether all is well"),
    Rung.BUDDY: gettext_lazy("Who looks out for them was asked"),
    Rung.MANAGER: gettext_lazy("A manager was asked"),
    Rung.SECOND: gettext_lazy("A second manager was asked"),
    Rung.EMERGENCY: gettext_lazy("All were told what to do"),
}
BEFORE = {AlarmKind.UNSAFE: 0, AlarmKind.LATE: 1}  # rungs that ask nobody but the visitor


@dataclass(frozen=True)
class Row:
    """One visit in a list."""

    id: Any
    title: str
    more: str
    url: str
    chip: str
    chip_kind: str
    planned: bool = False


def said_at(moment: dt.datetime, at: dt.datetime) -> str:
    """ "14:30", with its day where it is not today."""
    if local_day(moment) == local_day(at):
        return time_said(moment)
    day = day_said(local_day(moment), local_day(at))
    return _("%(day)s, %(time)s") % {"day": day, "time": time_said(moment)}


def row(line: VisitLine, at: dt.datetime) -> Row:
    """A visit that is not over."""
    until = {"time": said_at(line.ends_at, at), "from": said_at(line.starts_at, at)}
    if line.mine:
        under_way = line.state is VisitState.UNDER_WAY
        title = (
            _("You are out until %(time)s") % until if under_way else _("From %(from)s to %(time)s") % until
        )
        more = _("%(buddy)s looks out for you") % {"buddy": line.buddy_name}
    else:
        title = line.worker_name
        more = _("back by %(time)s") % until + " · " + _("%(buddy)s looks out") % {"buddy": line.buddy_name}
    chip, kind = chip_of(line, at)
    url = reverse("visits:visit", args=[line.id])
    return Row(line.id, title, more, url, chip, kind, line.state is VisitState.PLANNED)


def chip_of(line: VisitLine, at: dt.datetime) -> tuple[str, str]:
    """Its short state, and how loud that is."""
    if line.alarm is not None and not (line.mine and line.alarm.kind is AlarmKind.UNSAFE):
        if line.alarm.state is AlarmState.ACKNOWLEDGED:
            return _("reached"), "info"
        if line.alarm.kind is AlarmKind.UNSAFE:
            return _("not safe"), "harm"
    if line.state not in (VisitState.PLANNED, VisitState.UNDER_WAY):
        return (_("over") if line.state is VisitState.ENDED else _("called off")), "quiet"
    if line.ends_at < at or (line.alarm and not line.mine):
        return _("no sign yet"), "harm" if line.alarm and line.alarm.asked > 1 else "needs"
    return (_("out") if line.state is VisitState.UNDER_WAY else _("planned")), "quiet"


def over_row(line: VisitLine, at: dt.datetime) -> Row:
    """A visit that is over: no place is left to tell of."""
    chip, kind = chip_of(line, at)
    title = _("%(day)s, %(from)s to %(to)s") % {
        "day": day_said(local_day(line.starts_at), local_day(at)),
        "from": time_said(line.starts_at),
        "to": time_said(line.ended_at or line.ends_at),
    }
    return Row(line.id, title, line.worker_name, reverse("visits:visit", args=[line.id]), chip, kind)


def whole(card: VisitCard, at: dt.datetime) -> dict[str, Any]:
    """A visit's page."""
    line = card.line
    chip, kind = chip_of(line, at)
    is_open = line.ended_at is None
    unsafe = line.alarm is not None and line.alarm.kind is AlarmKind.UNSAFE
    return {
        "visit": line,
        "title": _title(line, at),
        "begins": said_at(line.starts_at, at),
        "until": said_at(line.ends_at, at),
        "chip": chip,
        "chip_kind": kind,
        "is_open": is_open,
        "is_planned": line.state is VisitState.PLANNED,
        "late": is_open and line.ends_at < at,
        "kept_on": line.mine and unsafe,
        "alarm": line.alarm if not line.mine else None,
        "reached": line.alarm is not None and line.alarm.state is AlarmState.ACKNOWLEDGED,
        "alarm_said": "" if line.mine else _alarm_said(line, at),
        "nearly_last": any(one.rung is Rung.EMERGENCY for one in _running(card)),
        "phone": card.phone,
        "buddy_phone": card.buddy_phone,
        "place": card.place,
        "shared": said_at(card.place.shared_at, at) if card.place else "",
        "history": [] if line.mine and is_open else [_told(one, line, at) for one in card.alarms],
    }


def _title(line: VisitLine, at: dt.datetime) -> str:
    said = {"name": line.worker_name, "time": said_at(line.ends_at, at)}
    if line.state is VisitState.CANCELLED:
        return _("A visit that was called off")
    if line.ended_at is not None:
        return _("A visit that is over")
    if line.mine:
        return _("Out until %(time)s") % said if line.state is VisitState.UNDER_WAY else _("Going out alone")
    return _("%(name)s, back by %(time)s") % said


def _running(card: VisitCard) -> tuple[RungCard, ...]:
    running = card.line.alarm
    return next((one.rungs for one in card.alarms if running and one.id == running.id), ())


def _alarm_said(line: VisitLine, at: dt.datetime) -> str:
    if line.alarm is None:
        return ""
    said = {"name": line.worker_name, "time": said_at(line.ends_at, at), "who": line.alarm.reached_by}
    if line.alarm.state is AlarmState.ACKNOWLEDGED:
        return _("%(who)s has reached %(name)s. Say how they are.") % said
    if line.alarm.kind is AlarmKind.UNSAFE:
        return _("%(name)s has said that they are not safe.") % said
    return _("%(name)s was expected back at %(time)s. Nothing has been heard since.") % said


def _told(alarm: AlarmCard, line: VisitLine, at: dt.datetime) -> dict[str, Any]:
    """One alarm as a short history."""
    unsafe = alarm.kind is AlarmKind.UNSAFE
    first = _("They said that they are not safe") if unsafe else _("Nothing was heard at the expected end")
    lines = [{"when": said_at(alarm.raised_at, at), "title": first, "icon": "bell"}]
    lines += [
        {
            "when": said_at(one.asked_at, at),
            "title": str(RUNGS[one.rung]),
            "more": one.asked or _("every manager"),
            "icon": "message-circle",
        }
        for one in alarm.rungs
    ]
    if alarm.reached_at:
        title = _("%(who)s reached them") % {"who": alarm.reached_by}
        lines.append({"when": said_at(alarm.reached_at, at), "title": title, "icon": "phone"})
    if alarm.resolved_at:
        own = not alarm.words and alarm.resolved_by == line.worker_name
        title = (
            _("They gave a sign themselves") if own else _("Settled by %(who)s") % {"who": alarm.resolved_by}
        )
        lines.append(
            {"when": said_at(alarm.resolved_at, at), "title": title, "more": alarm.words, "icon": "check"}
        )
    return {"id": alarm.id, "lines": lines}


def today_items(standing: Standing, at: dt.datetime) -> list[TodayItem]:
    """The viewer's own visits of today, and colleagues they are asked to look for. One question of the database."""
    viewer = standing.viewer
    if not may_visit(viewer):
        return []
    found = (
        _mine(line, at) if line.mine else _theirs(line, viewer, at)
        for line in reads.visits_open(viewer, pressing=True)
    )
    return [one for one in found if one is not None]


def _mine(line: VisitLine, at: dt.datetime) -> TodayItem | None:
    if local_day(line.starts_at) > local_day(at):
        return None
    late, out = line.ends_at < at, line.state is VisitState.UNDER_WAY
    said = {"time": said_at(line.ends_at, at), "from": said_at(line.starts_at, at)}
    if late:
        title = _("Are you safely out? You were expected at %(time)s")
    else:
        title = _("You are out until %(time)s") if out else _("You go out alone at %(from)s")
    return TodayItem(
        due=line.ends_at if out else line.starts_at,
        when=_("now") if late or out else time_said(line.starts_at),
        title=title % said,
        small=_("Check out, or ask for more time") if late or out else _("Check in when you are there"),
        url=reverse("visits:visit", args=[line.id]),
        chip=_("check out") if late else "",
        chip_kind="needs" if late else "plain",
        press=Press.LATE if late else Press.NOW,
    )


def _theirs(line: VisitLine, viewer: Viewer, at: dt.datetime) -> TodayItem | None:
    """Only once it is the viewer's turn on the ladder: the buddy first, then managers."""
    alarm = line.alarm
    turn = BEFORE[alarm.kind] if alarm else 0
    if alarm and alarm.kind is AlarmKind.LATE and line.buddy_id != viewer.id and may_watch_all(viewer):
        turn += 1
    if alarm is None or alarm.asked <= turn:
        return None
    reached = alarm.state is AlarmState.ACKNOWLEDGED
    return TodayItem(
        due=alarm.raised_at,
        when=_("now"),
        title=_("Say how %(name)s is") % {"name": line.worker_name}
        if reached
        else _("Please reach %(name)s") % {"name": line.worker_name},
        small=_alarm_said(line, at),
        url=reverse("visits:visit", args=[line.id]),
        chip="" if reached else chip_of(line, at)[0],
        chip_kind="plain" if reached else "harm",
        press=Press.NOW if reached else Press.URGENT,
    )
