"""Displays and portraits as plain values for their templates."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language_bidi, ngettext
from django.utils.translation import gettext as _

from linkwork.evaluation.indicators.reads import number
from linkwork.evaluation.indicators.rules.score_ids import SURVEY, parts_of
from linkwork.evaluation.portraits.reads import (
    EventCard,
    PortraitCard,
    ReviewCard,
    SectionCard,
    StatementCard,
)
from linkwork.evaluation.portraits.rules.events import EventKind, drawn
from linkwork.evaluation.portraits.rules.evidence import Evidence, FigureCard, QuoteCard
from linkwork.evaluation.studies.rules import Group
from linkwork.exchange import media
from linkwork.exchange.pictures import Chart, Event, StageSpan, timeline_svg
from linkwork.programmes.rules import Stage
from linkwork.web.advise.labels import MARKS
from linkwork.web.portraits.labels import EVENTS, KIND_ICONS, KINDS, STANDINGS
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.study.labels import GROUPS, STAGES

Values = dict[str, Any]
Address = Callable[[UUID], str]


def place_of(indicator: str) -> str:
    """Where on an extract's page a figure stands: a score stands in the table of its survey, or of changes."""
    score = parts_of(indicator)
    if score is None:
        return f"figure-{indicator}"
    kind, survey, _what = score
    return survey if kind == SURVEY else kind


def quote(card: QuoteCard) -> Values:
    """A passage as it may be shown."""
    who = [str(GROUPS[Group(card.group)])] if card.group else []
    who += [str(STAGES[Stage(card.stage)])] if card.stage else []
    return {
        "id": str(card.coding_id),
        "text": card.text,
        "withheld": card.withheld,
        "removed": card.removed,
        "lang": card.language,
        "dir": card.direction,
        "who": ", ".join(who),
        "codes": card.codes,
        "source": card.source_title,
        "at": f"{reverse('study:desk', args=[card.source_id])}?at={card.start}",
    }


def figure(card: FigureCard) -> Values:
    """A figure with everything that says where it comes from."""
    value = card.value
    if value is not None and value == value.to_integral_value():
        value = value.quantize(type(value)(1))
    return {
        "key": str(card.key),
        "title": f"{card.title}: {card.group_label}" if card.group_label else card.title,
        "number": number(value),
        "unit": card.unit,
        "sentence": card.sentence,
        "hidden": card.hidden,
        "problem": card.problem,
        "missing": _("%(count)s missing") % {"count": number(card.missing)} if card.missing else "",
        "definition": card.definition,
        "at": f"{reverse('figures:extract', args=[card.extract_id])}#{place_of(card.key.indicator)}",
        "source": ""
        if card.problem
        else _("Extract of %(day)s, %(hash)s")
        % {"day": date_said(local_day(card.taken_at)), "hash": card.extract_hash[:12]},
    }


def evidence(found: Evidence) -> Values:
    """What something rests on, and how much of it there is in words."""
    quotes, figures = len(found.quotes), len(found.figures)
    return {
        "quotes": [quote(card) for card in found.quotes],
        "figures": [figure(card) for card in found.figures],
        "opinion": found.is_opinion,
        "quotes_said": ngettext("%(num)s quotation", "%(num)s quotations", quotes) % {"num": quotes}
        if quotes
        else "",
        "figures_said": ngettext("%(num)s figure", "%(num)s figures", figures) % {"num": figures}
        if figures
        else "",
    }


def statement(card: StatementCard) -> Values:
    """One statement."""
    return {
        "id": card.id,
        "text": card.text,
        "plain": card.plain,
        "plain_stale": card.plain_stale,
        "named": card.named,
        "lost": card.evidence.nothing_left,
        "gone": card.evidence.gone,
        "stage": card.stage.value,
        "kind": KINDS[card.kind],
        "icon": KIND_ICONS[card.kind],
        "evidence": evidence(card.evidence),
    }


def section(card: SectionCard, address: Address) -> Values:
    """One chapter with its dates in words; `address` says where a picture is fetched from, by its event's id."""
    return {
        "key": card.stage.value,
        "name": STAGES[card.stage],
        "heading": card.heading,
        "summary": card.summary,
        "dates": dates(card.starts_on, card.ends_on),
        "statements": [statement(one) for one in card.statements],
        "events": [event(one, address) for one in card.events],
    }


def event(card: EventCard, address: Address) -> Values:
    """Something on the timeline, with its figure's sentence or its picture as far as they may be shown."""
    seen = card.picture if card.picture and media.held(card.picture.name) else None
    return {
        "id": card.id,
        "when": date_said(card.happened_on),
        "day": card.happened_on.isoformat(),
        "text": card.title,
        "href": "",
        "detail": card.detail,
        "kind": EVENTS[card.kind] if card.kind is not EventKind.EVENT else "",
        "icon": drawn(card.kind, card.icon),
        "figure": figure(card.figure) if card.figure else None,
        "picture_gone": card.picture is not None and seen is None,
        "picture": {
            "url": address(card.id),
            "alt": seen.alt,
            "credit": seen.credit,
            "agreed": seen.agreed,
            "wide": seen.wide,
            "high": seen.high,
        }
        if seen
        else None,
    }


def pictures_of(card: PortraitCard) -> Address:
    """Where the pictures of a portrait, or of one version of it, are fetched from."""
    query = f"?version={card.version}" if card.version else ""
    return lambda event_id: reverse("portraits:picture", args=[card.id, event_id]) + query


def portrait(card: PortraitCard, today: dt.date, address: Address | None = None) -> Values:
    """One portrait whole. `address` says where its pictures are fetched from, if not from the pages of portraits."""
    words, chip = STANDINGS[card.standing]
    address = address or pictures_of(card)
    return {
        "id": card.id,
        "title": card.title,
        "focus": paragraphs(card.focus),
        "interpretation": paragraphs(card.interpretation),
        "plain": paragraphs(card.plain),
        "shared": card.shared_at is not None,
        "fingerprint": card.fingerprint,
        "plain_stale": card.plain_stale,
        "version": card.version,
        "frozen": date_said(local_day(card.frozen_at)) if card.frozen_at else "",
        "voices": [
            {"called": one.called or _("A public adviser"), "words": one.words}
            for one in card.voices
            if one.words
        ],
        "sections": [section(one, address) for one in card.sections],
        "standing": words,
        "standing_chip": chip,
        "opinions": sum(one.evidence.is_opinion for one in card.statements),
        "reviews": [review(one, card) for one in card.reviews],
        "timeline": timeline(card, today),
    }


def review(said: ReviewCard, card: PortraitCard) -> Values:
    """What an adviser said, and about what."""
    about = next((one.text for one in card.statements if one.id == said.statement_id), "")
    return {
        "signed": said.kind.value == "sign_off",
        "text": said.text,
        "adviser": said.adviser or _("A public adviser"),
        "when": date_said(local_day(said.at)),
        "about": about,
        "about_now": said.about_now,
        "mark": MARKS[said.mark][0] if said.mark else "",
        "answer": said.answer,
    }


def timeline(card: PortraitCard, today: dt.date) -> Chart | None:
    """The stages to scale with events beneath; None before the programme has said when its stages began."""
    spans = []
    for place, one in enumerate(card.sections, 1):
        if one.starts_on is not None:
            end = one.ends_on or max(today, one.starts_on + dt.timedelta(days=1))
            said = dates(one.starts_on, one.ends_on)
            spans.append(StageSpan(place, str(STAGES[one.stage]), one.starts_on, end, said))
    if not spans:
        return None
    return timeline_svg(
        spans,
        [Event(one.happened_on, date_said(one.happened_on), one.title) for one in card.events],
        title=_("The programme by stage"),
        description=_("Each stage as long as it lasted, with what happened in it."),
        columns=(_("When"), _("What happened")),
        right_to_left=get_language_bidi(),
    )


def dates(starts: dt.date | None, ends: dt.date | None) -> str:
    """From when to when, in words; empty where nobody has said."""
    if starts is None:
        return ""
    if ends is None:
        return _("since %(day)s") % {"day": date_said(starts)}
    last = ends - dt.timedelta(days=1)
    return _("%(first)s to %(last)s") % {"first": date_said(starts), "last": date_said(last)}


def paragraphs(text: str) -> list[str]:
    """A longer text as its paragraphs."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def picked(
    chosen: Sequence[QuoteCard], found: Iterable[QuoteCard], ticked: set[str] | None = None
) -> list[Values]:
    """Passages to pick from: those linked already first, each with whether it is ticked."""
    linked = {card.coding_id for card in chosen}
    cards = [*chosen, *(card for card in found if card.coding_id not in linked)]
    marks = {str(one) for one in linked} if ticked is None else ticked
    return [quote(card) | {"ticked": str(card.coding_id) in marks} for card in cards]


def picked_figures(
    chosen: Sequence[FigureCard], found: Iterable[FigureCard], ticked: set[str] | None = None
) -> list[Values]:
    """Figures to pick from: those linked already first."""
    linked = {card.key for card in chosen}
    cards = [*chosen, *(card for card in found if card.key not in linked and not card.hidden)]
    marks = {str(one) for one in linked} if ticked is None else ticked
    return [figure(card) | {"ticked": str(card.key) in marks} for card in cards]


def hidden_figures(chosen: Sequence[FigureCard], found: Iterable[FigureCard]) -> int:
    """How many figures `picked_figures` does not offer, as they are about too few."""
    linked = {card.key for card in chosen}
    return sum(card.hidden and card.key not in linked for card in found)


def ids(values: Iterable[str]) -> list[UUID]:
    """The ids among what a browser sent; anything else is left out."""
    found = []
    for value in values:
        try:
            found.append(UUID(value))
        except ValueError:
            continue
    return found
