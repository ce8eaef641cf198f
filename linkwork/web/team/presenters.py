"""The team in plain words: how many people each has, and whose supervision is overdue."""

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from linkwork.casework import reads as casework
from linkwork.casework.access import may_approve
from linkwork.core.viewer import Viewer
from linkwork.programmes.reads import Standing
from linkwork.web.charts import Bar, Chart, bar_chart
from linkwork.web.shared.days import day_said, local_day
from linkwork.web.shared.today import Press, TodayItem
from linkwork.workforce import access, reads
from linkwork.workforce.rules.supervision import SupervisionKind

KINDS = {
    SupervisionKind.MANAGERIAL: gettext_lazy("With a manager"),
    SupervisionKind.CLINICAL: gettext_lazy("With a clinician or counsellor"),
    SupervisionKind.PEER: gettext_lazy("With a colleague"),
}


@dataclass(frozen=True)
class GapLine:
    """One worker's supervision in a list."""

    name: str
    small: str
    chip: str
    url: str


def loads_chart(viewer: Viewer, right_to_left: bool) -> Chart:
    """Caseloads as bars with their numbers."""
    loads = reads.caseload(viewer)
    return bar_chart(
        [Bar(load.worker_name, float(load.open_people), str(load.open_people)) for load in loads],
        title=_("Caseloads"),
        description=_("How many people each has whose support is not closed."),
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


def gap_lines(viewer: Viewer, today: dt.date) -> list[GapLine]:
    """Supervision by worker, the longest gap first."""
    return [_gap(gap, today) for gap in reads.gaps(viewer, today)]


def _gap(gap: reads.Gap, today: dt.date) -> GapLine:
    last = day_said(gap.last_on, today) if gap.last_on else ""
    chip = ngettext("%(num)s week", "%(num)s weeks", gap.weeks) % {"num": gap.weeks} if gap.too_long else ""
    url = f"{reverse('team:supervision_new')}?worker={gap.worker_id}"
    return GapLine(
        gap.worker_name, _("last %(when)s") % {"when": last} if last else _("none noted yet"), chip, url
    )


def today_items(standing: Standing, at: dt.datetime) -> list[TodayItem]:
    """Overdue supervision: the viewer’s own, or for those who look after others, each worker’s. One question."""
    viewer = standing.viewer
    if not access.may_read(viewer):
        return []
    today = local_day(at)
    return [_overdue(gap, today) for gap in reads.gaps(viewer, today) if gap.too_long]


def _overdue(gap: reads.Gap, today: dt.date) -> TodayItem:
    since = timezone.make_aware(dt.datetime.combine(gap.last_on or today, dt.time()))
    return TodayItem(
        due=since,
        when=ngettext("%(num)s week", "%(num)s weeks", gap.weeks) % {"num": gap.weeks},
        title=_("%(name)s has had no supervision") % {"name": gap.worker_name},
        small=_("Plan a talk, or note the one you had"),
        url=f"{reverse('team:supervision_new')}?worker={gap.worker_id}",
        chip=_("supervision"),
        chip_kind="needs",
        press=Press.LATE,
    )
