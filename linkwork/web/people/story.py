"""One contact as pages tell it: in the timeline, on its own page, on paper."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from linkwork.casework.reads import ChangeCard, ContactCard
from linkwork.core.text import one_line
from linkwork.programmes.reads import SiteCard
from linkwork.web.people import words
from linkwork.web.shared import lists
from linkwork.web.shared.days import date_said, day_said, time_said

SHORTLY = 160  # signs of a note that are read at a glance


@dataclass(frozen=True)
class Added:
    """Words added to a note later, or a field put right."""

    words: str
    who: str


@dataclass(frozen=True)
class Told:
    """One contact. `common` is the note of everybody who was there; `added` came later; `warns` needs a look."""

    id: UUID
    when: str
    title: str
    more: str
    icon: str
    topics: list[str]
    codes: list[str]
    together: str
    common: str
    session_id: UUID | None
    added: list[Added]
    warns: str


def told(card: ContactCard, today: dt.date, changes: Iterable[ChangeCard] = ()) -> Told:
    """A contact or an attempt, as the timeline has it."""
    by = [day_said(card.occurred_on, today), card.worker_name]
    if card.derived_first:
        by.append(_("first contact"))
    return Told(
        id=card.id,
        when=" · ".join(part for part in by if part),
        title=title_of(card),
        more=card.note,
        icon=words.MODE_ICONS.get(card.mode, "circle") if card.reached else "phone-missed",
        topics=words.labels("contact_topics", card.topics),
        codes=[
            *lists.codes("contact_topics", card.topics),
            *lists.codes("support_types", card.support_types),
        ],
        together=(card.together or _("Several people at once")) if card.session_id else "",
        common=card.session_note,
        session_id=card.session_id,
        added=[
            Added(one.addition, _signed(one, today)) for one in sorted(changes, key=_moment) if one.addition
        ],
        warns=marks_differ(card),
    )


@dataclass(frozen=True)
class LastTime:
    """What to know before ringing: how it went when they were last reached, and whether anybody tried since."""

    when: str
    title: str
    words: str
    tried: str


def last_time(newest: Sequence[ContactCard], today: dt.date) -> LastTime | None:
    """Of a person's newest contacts, the newest first; None where there is none at all."""
    if not newest:
        return None
    met = next((card for card in newest if card.reached), None)
    tried = _("Tried %(when)s, nobody answered.") % {"when": day_said(newest[0].occurred_on, today)}
    tried = "" if newest[0].reached else tried
    if met is None:
        return LastTime("", "", "", tried)
    words = one_line(met.note or met.session_note, SHORTLY)
    return LastTime(day_said(met.occurred_on, today), title_of(met), words, tried)


def title_of(card: ContactCard) -> str:
    """How, how long and where: "Phone · 20 minutes"."""
    mode = words.label("contact_modes", card.mode)
    if not card.reached:
        return _("%(mode)s: nobody answered") % {"mode": mode}
    parts = [mode, minutes_said(card.minutes), card.accompanied_to, card.site_name]
    return " · ".join(part for part in parts if part)


def minutes_said(minutes: int | None) -> str:
    """ "20 minutes"; empty where nobody said."""
    if minutes is None:
        return ""
    return ngettext("%(num)s minute", "%(num)s minutes", minutes) % {"num": minutes}


def marks_differ(card: ContactCard) -> str:
    """What mark and record say where they disagree about the first contact; neither is changed by itself."""
    if not card.marks_differ:
        return ""
    if card.marked_first:
        return _("Marked as the first, but the record has an earlier contact.")
    return _("Marked as a later one, but it is the first in the record.")


FIELDS: dict[str, Promise] = {
    "occurred_at": gettext_lazy("When"),
    "mode": gettext_lazy("How"),
    "minutes": gettext_lazy("How long"),
    "minutes_travel": gettext_lazy("On the way"),
    "minutes_admin": gettext_lazy("At the desk"),
    "site_id": gettext_lazy("Where"),
    "language": gettext_lazy("Language"),
    "interpreter": gettext_lazy("An interpreter was there"),
    "reached": gettext_lazy("Somebody answered"),
    "marked_first": gettext_lazy("Marked as the first"),
    "planned": gettext_lazy("Planned"),
    "accompanied_to": gettext_lazy("Went along to"),
    "partner_present": gettext_lazy("From a partner"),
    "linking": gettext_lazy("Linked them to support"),
    "education": gettext_lazy("Explained or taught"),
    "topics": gettext_lazy("What it was about"),
    "support_types": gettext_lazy("Kind of support"),
    "note": gettext_lazy("Note"),
}
LISTS = {
    "mode": "contact_modes",
    "language": "languages",
    "topics": "contact_topics",
    "support_types": "support_types",
}


def facts(card: ContactCard, sites: Iterable[SiteCard] = ()) -> list[tuple[str, str]]:
    """(what, as it was entered) of everything that was said, for the contact's own page."""
    how = vars(card.how()) | {"occurred_at": card.occurred_at.isoformat()}
    skipped = {"reached"} if card.reached else set()
    pairs = [
        (str(label), value_said(name, how[name], sites))
        for name, label in FIELDS.items()
        if name in how and name not in skipped and how[name] not in (None, "", (), False)
    ]
    return pairs if card.reached else [*pairs, (_("Nobody answered"), _("yes"))]


def value_said(name: str, value: Any, sites: Iterable[SiteCard] = ()) -> str:
    """A value of a contact as people say it."""
    if value is None or value == "" or value == []:
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if name == "occurred_at":
        moment = dt.datetime.fromisoformat(value)
        day = date_said(timezone.localdate(moment))
        return _("%(day)s, %(time)s") % {"day": day, "time": time_said(moment)}
    if name == "site_id":
        return next((site.name for site in sites if str(site.id) == str(value)), "–")
    if name in ("topics", "support_types"):
        return ", ".join(words.labels(LISTS[name], value))
    if name in LISTS:
        return words.label(LISTS[name], value)
    return minutes_said(value) if name.startswith("minutes") else str(value)


@dataclass(frozen=True)
class Change:
    """One entry of a contact's history. `rows` are (field, before, after)."""

    who: str
    why: str
    late: bool
    words: str
    rows: list[tuple[str, str, str]]


def history(changes: Iterable[ChangeCard], today: dt.date, sites: Iterable[SiteCard]) -> list[Change]:
    """What was changed, the latest first."""
    return [
        Change(
            who=_signed(one, today),
            why=one.why,
            late=one.when_locked,
            words=one.addition,
            rows=[
                (
                    str(FIELDS.get(name, name)),
                    value_said(name, one.before[name], sites),
                    value_said(name, one.after[name], sites),
                )
                for name in one.after
            ],
        )
        for one in sorted(changes, key=_moment, reverse=True)
    ]


def _moment(one: ChangeCard) -> tuple[dt.datetime, UUID]:
    return one.changed_at, one.id


def _signed(one: ChangeCard, today: dt.date) -> str:
    day = day_said(timezone.localdate(one.changed_at), today)
    return " · ".join(part for part in (day, one.worker_name) if part)
