"""Measures as pages show them: the latest score in words, its way since the first time, what waits."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode
from django.utils.translation import get_language_bidi, ngettext
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Role
from linkwork.exchange.pictures import Line, line_chart
from linkwork.instruments import measures
from linkwork.instruments.measures import Measure
from linkwork.outcomes import access, reads
from linkwork.outcomes.reads import AskingCard, AssessmentCard, FlaggedCard
from linkwork.programmes.reads import Standing
from linkwork.web.measures.words import MODES, OCCASIONS, band_said, change_said, number_said
from linkwork.web.shared.days import ago_said, date_short, day_said, local_day
from linkwork.web.shared.today import Own, Press, TodayItem


def measure_or_none(measure_id: str) -> Measure | None:
    """The definition; None where a deployment has taken it away since."""
    try:
        return measures.measure(measure_id)
    except NotFound:
        return None


def title_of(measure_id: str) -> str:
    """What a measure is called."""
    found = measure_or_none(measure_id)
    return _(found.title) if found else measure_id


def by_measure(cards: Sequence[AssessmentCard], today: dt.date) -> list[dict[str, Any]]:
    """One block a measure, the one answered last first. `cards` are those that count, oldest first."""
    groups: dict[str, list[AssessmentCard]] = {}
    for card in cards:
        groups.setdefault(card.measure, []).append(card)
    ordered = sorted(groups.values(), key=lambda own: (own[-1].answered_on, own[-1].kept_at), reverse=True)
    return [_block(own, today) for own in ordered]


def _block(own: Sequence[AssessmentCard], today: dt.date) -> dict[str, Any]:
    last = own[-1]
    found = measure_or_none(last.measure)
    return {
        "id": last.measure,
        "title": title_of(last.measure),
        "when": ago_said(last.answered_on, today),
        "can_ask": bool(found and found.usable),
        "scores": scores_said(last, own[:-1]),
        "chart": chart_of(own, today),
        "answerings": [line(card, today) for card in reversed(own)],
    }


def scores_said(card: AssessmentCard, earlier: Sequence[AssessmentCard]) -> list[dict[str, str]]:
    """Each score of an answering: what it is called, its number, what that means, and the change."""
    found = measure_or_none(card.measure)
    said = []
    for one in card.scores:
        rule = found.rule(one.id) if found else None
        known = [
            before for card_before in earlier if (before := _value(card_before, card, one.id)) is not None
        ]
        said.append(
            {
                "label": _(rule.label) if rule else one.id,
                "value": "" if one.value is None else number_said(one.value),
                "highest": number_said(rule.highest) if rule else "",
                "band": band_said(rule, one.band),
                "missing": _missing(one.missing) if one.value is None else "",
                "change": change_said(rule, known[0], one.value)
                if rule and known and one.value is not None
                else "",
            }
        )
    return said


def _value(earlier: AssessmentCard, card: AssessmentCard, score_id: str) -> Any:
    """An earlier value that may be compared: of the same version."""
    one = earlier.score(score_id)
    return one.value if one and earlier.version == card.version else None


def _missing(number: int) -> str:
    return ngettext(
        "No score: %(num)s answer is missing.", "No score: %(num)s answers are missing.", number
    ) % {"num": number}


def chart_of(own: Sequence[AssessmentCard], today: dt.date) -> Any:
    """The way of each score over the answerings; None where there is nothing to compare yet."""
    found = measure_or_none(own[-1].measure)
    if found is None or not found.usable or len(own) < 2:
        return None
    lines = []
    for rule in found.scores:
        values = [card.score(rule.id) for card in own]
        drawn = [float(one.value) if one and one.value is not None else None for one in values]
        lines.append(Line(_(rule.label), tuple(drawn)))
    title = _("%(title)s over time") % {"title": _(found.title)}
    ways = {
        _("lower is better") if rule.better == "lower" else _("higher is better") for rule in found.scores
    }
    return line_chart(
        [date_short(card.answered_on, today) for card in own],
        lines,
        title=title,
        description=ways.pop() if len(ways) == 1 else title,
        column=_("Day"),
        top=float(max(rule.highest for rule in found.scores)),
        right_to_left=get_language_bidi(),
    )


def line(card: AssessmentCard, today: dt.date) -> dict[str, str]:
    """One answering in a list."""
    parts = [OCCASIONS[card.occasion], MODES[card.mode], card.worker_name]
    values = [number_said(one.value) for one in card.scores if one.value is not None]
    return {
        "when": day_said(card.answered_on, today),
        "more": " · ".join(str(part) for part in parts if part),
        "value": ", ".join(values) or _("not scored"),
        "url": reverse("measures:done", args=[card.id]),
        "why_not": card.void_reason or "",
    }


def waiting(card: AskingCard, today: dt.date) -> dict[str, Any]:
    """A measure that waits for answers."""
    asked = day_said(local_day(card.asked_at), today)
    kept = day_said(local_day(card.kept_at), today) if card.kept_at else ""
    if card.by_link and kept:
        more = _("By their own link. They began %(when)s.") % {"when": kept}
    elif card.by_link:
        more = _("By their own link, asked %(when)s.") % {"when": asked}
    else:
        more = _("Begun %(when)s, not finished.") % {"when": asked}
    return {
        "title": title_of(card.measure),
        "more": more,
        "stop": reverse("measures:stop", args=[card.id]),
        "go_on": "" if card.by_link else reverse("measures:answer", args=[card.case_id, card.measure]),
    }


def answers_said(card: AssessmentCard) -> dict[str, Any]:
    """Question by question in the words it was asked in; a bare list where the wording is gone."""
    found = measure_or_none(card.measure)
    if found is None or not found.usable:
        rows = [{"question": key, "answer": str(value)} for key, value in sorted(card.answers.items())]
        return {"language": "", "rows": rows}
    wording = found.wording(card.language)
    rows = []
    for item in found.items:
        texts = dict(zip(found.scores_of(item.id), wording.choices[item.choices], strict=True))
        answer = texts.get(card.answers.get(item.id, -1), "")
        rows.append({"question": wording.items[item.id], "answer": answer})
    return {"language": wording.language, "rows": rows}


def safety_link(case_id: UUID, measure_id: str) -> str:
    """Where a safeguarding concern is begun, with the reason filled in; empty where there is no such page."""
    why = _("An answer in %(title)s asks for a talk about safety.") % {"title": title_of(measure_id)}
    try:
        return f"{reverse('safety:new', args=[case_id])}?{urlencode({'why': why})}"
    except NoReverseMatch:
        return ""


def today_items(standing: Standing, at: dt.datetime) -> list[TodayItem]:
    """Answers that ask for a talk about safety: those of the viewer's people and of whom they cover for.

    A manager sees everybody's. One question of the database.
    """
    viewer = standing.viewer
    if not access.may_read(viewer):
        return []
    own = None if viewer.has(Role.MANAGER) else viewer.id
    today = local_day(at)
    return [_safety(one, today) for one in reads.flagged(viewer, own, cover_on=today)]


def _safety(one: FlaggedCard, today: dt.date) -> TodayItem:
    small = _("An answer in %(title)s, %(when)s") % {
        "title": title_of(one.measure),
        "when": day_said(local_day(one.kept_at), today),
    }
    return TodayItem(
        due=one.kept_at,
        when=_("now"),
        title=_("%(who)s: ask about safety") % {"who": one.short_name},
        small=small,
        url=reverse("measures:done", args=[one.assessment_id]),
        chip=_("safety"),
        chip_kind="harm",
        press=Press.LATE,
        own=Own(one.case_id, one.short_name, _("Ask about safety"), small),
    )
