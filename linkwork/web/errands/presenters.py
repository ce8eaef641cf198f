"""Errands as the plain values of their pages."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from linkwork.errands.kinds import KINDS
from linkwork.errands.reads import ErrandCard
from linkwork.errands.rules import State, share_done
from linkwork.web.shared.days import day_said, local_day, time_said

CHIPS = {
    State.WAITING: "quiet",
    State.WORKING: "info",
    State.DONE: "good",
    State.FAILED: "needs",
    State.STOPPED: "quiet",
}


def latest(found: Sequence[ErrandCard]) -> list[ErrandCard]:
    """Without steps with a file that another followed. `found` has the latest first."""
    kept: dict[object, ErrandCard] = {}
    for one in found:
        kept.setdefault(one.given.get("file", one.id), one)
    return list(kept.values())


def line(one: ErrandCard, now: dt.datetime) -> dict[str, Any]:
    """One in the list."""
    return {
        "title": title(one),
        "url": reverse("errands:errand", args=[one.id]),
        "more": [said for said in (one.about, _asked(one, now)) if said],
        "state": state_said(one.state),
        "chip": CHIPS[one.state],
    }


def shown(one: ErrandCard, now: dt.datetime) -> dict[str, Any]:
    """One on its own page."""
    return {
        "id": one.id,
        "title": title(one),
        "about": one.about,
        "state": one.state.value,
        "asked": _asked(one, now),
        "doing": one.doing,
        "share": share_done(one.parts_done, one.parts) if one.parts else None,
        "ended": one.ended,
        "again": one.tries > 1 and not one.ended,
        "error": one.error,
        "back": reverse(back[0], args=back[1:]) if (back := one.given.get("back")) else "",
        "file": one.brought.get("file", ""),
        "page": reverse(one.brought["page"], args=one.brought["args"]) if "page" in one.brought else "",
        "kept_until": _moment(one.kept_until, now) if one.kept_until else "",
    }


def title(one: ErrandCard) -> str:
    """What it is called."""
    return str(KINDS[one.kind].title)


def state_said(state: State) -> str:
    """Where it stands, in words."""
    return {
        State.WAITING: _("waiting"),
        State.WORKING: _("under way"),
        State.DONE: _("ready"),
        State.FAILED: _("not done"),
        State.STOPPED: _("stopped"),
    }[state]


def _asked(one: ErrandCard, now: dt.datetime) -> str:
    return _("asked for %(when)s") % {"when": _moment(one.asked_at, now)}


def _moment(moment: dt.datetime, now: dt.datetime) -> str:
    said = {"day": day_said(local_day(moment), local_day(now)), "time": time_said(moment)}
    return _("%(day)s, %(time)s") % said
