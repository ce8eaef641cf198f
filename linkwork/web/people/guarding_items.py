"""What today says of alerts to look at again and of consents that run out."""

import datetime as dt

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.reads import DueAction, ToDo
from linkwork.casework.rules.consent import Purpose
from linkwork.web.people import words
from linkwork.web.shared.days import day_said
from linkwork.web.shared.today import Own, Press, TodayItem


def guarding_items(found: ToDo, today: dt.date) -> list[TodayItem]:
    """Of the viewer's own people, as the question of the day found them."""
    return [*map(_review, found.alerts), *(_ends(one, today) for one in found.consents)]


def _review(one: DueAction) -> TodayItem:
    return TodayItem(
        due=_start_of(one.due_on),
        when=_("today"),
        title=_("%(who)s: does this alert still hold?") % {"who": one.short_name},
        small=one.words,
        url=f"{reverse('people:about', args=[one.case_id])}#alerts",
        own=Own(one.case_id, one.short_name, _("Does this alert still hold?"), one.words),
    )


def _ends(one: DueAction, today: dt.date) -> TodayItem:
    ends = {"day": day_said(one.due_on or today, today), "who": one.short_name}
    small = str(words.PURPOSES[Purpose(one.words)])
    return TodayItem(
        due=_start_of(one.due_on),
        when=_("soon"),
        title=_("%(who)s: a consent runs out %(day)s") % ends,
        small=small,
        url=f"{reverse('people:about', args=[one.case_id])}#consent",
        press=Press.SOON,
        own=Own(one.case_id, one.short_name, _("A consent runs out %(day)s") % ends, small),
    )


def _start_of(day: dt.date | None) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day or dt.date.min, dt.time()))
