"""The team in plain words: how many people each has, whose supervision is overdue, what was said about a talk."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.casework import reads as casework
from linkwork.casework.access import may_approve
from linkwork.core.text import fold
from linkwork.core.viewer import Viewer
from linkwork.exchange.pictures import Bar, Chart, bar_chart
from linkwork.programmes.reads import Standing
from linkwork.web.shared.days import date_short, day_said
from linkwork.web.shared.ids import id_in
from linkwork.web.team.words import KINDS
from linkwork.workforce import reads
from linkwork.workforce.rules.supervision import ASKED_FOR, Intervals, SupervisionKind

MOST_BARS = 15
PAGE = 50
TALKS = 30


@dataclass(frozen=True)
class GapLine:
    """One worker's supervision in a list."""

    name: str
    small: str
    chip: str
    url: str


@dataclass(frozen=True)
class GapPage:
    """Some of the gaps; `rest` is how many more there are, `next_url` empty at the end."""

    lines: list[GapLine]
    rest: int
    next_url: str
    overdue: int


def loads_chart(viewer: Viewer, right_to_left: bool) -> Chart:
    """Caseloads as bars with their numbers, the greatest only where there are many."""
    loads = reads.caseload(viewer)
    said = _("How many people each has whose support is not closed.")
    if len(loads) > MOST_BARS:
        said = _("How many people each has whose support is not closed; the %(num)s with most.") % {
            "num": MOST_BARS
        }
    return bar_chart(
        [Bar(load.worker_name, float(load.open_people), str(load.open_people)) for load in loads[:MOST_BARS]],
        title=_("Caseloads"),
        description=said,
        columns=(_("Who"), _("People")),
        right_to_left=right_to_left,
    )


def plans_to_approve(standing: Standing) -> str:
    """How many plans wait for the viewer's yes; empty for who does not decide, or where plans need none."""
    if not (standing.programme and standing.programme.plans_need_approval and may_approve(standing.viewer)):
        return ""
    number = len(casework.plans_waiting(standing.viewer))
    if not number:
        return _("Plans that wait")
    said = ngettext("%(num)s plan waits for a yes", "%(num)s plans wait for a yes", number)
    return said % {"num": number}


def gap_page(viewer: Viewer, today: dt.date, words: str = "", after: str = "", most: int = PAGE) -> GapPage:
    """Supervision by worker, the longest gap first; of those whose name has `words`, from the one after `after` on."""
    every = reads.gaps(viewer, today)
    found = [gap for gap in every if fold(words) in fold(gap.worker_name)] if words else every
    place = next((number for number, gap in enumerate(found, 1) if str(gap.worker_id) == after), 0)
    shown = found[place : place + most]
    rest = len(found) - place - len(shown)
    return GapPage(
        lines=[_gap(gap, today) for gap in shown],
        rest=rest,
        next_url=f"?{urlencode({'after': shown[-1].worker_id} | ({'q': words} if words else {}))}"
        if rest
        else "",
        overdue=sum(gap.needs for gap in every),
    )


def _gap(gap: reads.Gap, today: dt.date) -> GapLine:
    said = _("last %(when)s") % {"when": day_said(gap.last_on, today)} if gap.last_on else _("none noted yet")
    if gap.next_on:
        said = _("%(last)s, next %(when)s") % {"last": said, "when": day_said(gap.next_on, today)}
    chip = ""
    if gap.too_long and gap.needs:
        chip = ngettext("%(num)s week", "%(num)s weeks", gap.weeks) % {"num": gap.weeks}
    elif gap.needs:
        chip = str(KINDS[gap.missing[0]])
    url = f"{reverse('team:supervision_new')}?worker={gap.worker_id}"
    return GapLine(gap.worker_name, said, chip, url)


def interval_said(asked: Intervals) -> str:
    """The programme's rule in a few words."""
    return ngettext(
        "after %(num)s week it shows here", "after %(num)s weeks it shows here", asked.anybody
    ) % {"num": asked.anybody}


@dataclass(frozen=True)
class TalkLine:
    """One talk in a list; `chip` where the viewer has something to say about it."""

    title: str
    when: str
    small: str
    kind: str
    chip: str
    url: str


def talk_page(viewer: Viewer, before: str) -> tuple[list[reads.SupervisionCard], str]:
    """The talks older than `before` ("2026-03-01_<id>"; empty: the newest), and the address of those older still."""
    key = _key_of(before)
    found = reads.supervisions(viewer, before=key, most=TALKS + 1)
    shown = found[:TALKS]
    more = len(found) > len(shown)
    return shown, f"?before={shown[-1].held_on.isoformat()}_{shown[-1].id}" if more else ""


def _key_of(before: str) -> tuple[dt.date, UUID] | None:
    day, _gap, last = before.partition("_")
    found = id_in(last)
    try:
        return (dt.date.fromisoformat(day), found) if found else None
    except ValueError:  # somebody wrote the address by hand
        return None


def talk_line(card: reads.SupervisionCard, viewer_id: UUID | None, today: dt.date) -> TalkLine:
    """A talk with whoever it was with; what was agreed only stands on its own page."""
    who = {"who": card.worker_name, "partner": card.partner_name or _("somebody from outside")}
    return TalkLine(
        title=_("%(who)s with %(partner)s") % who,
        when=date_short(card.held_on, today),
        small=_("next %(when)s") % {"when": day_said(card.next_on, today)} if card.next_on else "",
        kind=str(KINDS[card.kind]),
        chip=_("was it so?") if card.waits_for(viewer_id) and card.held_on >= today - ASKED_FOR else "",
        url=reverse("team:talk", args=[card.id]),
    )


def kind_said(kind: SupervisionKind) -> str:
    """What a kind of talk is called."""
    return str(KINDS[kind])
