"""The extracts as lines of a list: what each holds, found by words, in the order asked for."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.core.text import fold
from linkwork.evaluation.indicators.labels import label
from linkwork.evaluation.indicators.reads import number
from linkwork.extracts.reads import ExtractCard
from linkwork.extracts.rules.parts import part_from
from linkwork.instruments.indicators import Grouping
from linkwork.web.shared.days import date_said, local_day

MOST = 20  # on the page; the rest is found by words, or shown when it is asked for
Titles = Mapping[str, str]  # studies by id
ORDERS: dict[str, Callable[[ExtractCard], Any]] = {
    "newest": lambda card: -card.taken_at.timestamp(),
    "oldest": lambda card: card.taken_at,
    "name": lambda card: fold(card.name),
    "largest": lambda card: -card.rows.get("contacts", 0),
}


def origin_words(card: ExtractCard) -> str:
    """Where an extract's rows come from."""
    return origins().get(card.origin, card.origin)


def origins() -> dict[str, str]:
    """Every kind of origin in words."""
    return {
        "record": _("practice record"),
        "log": _("contact log from elsewhere"),
        "survey": _("survey of staff"),
    }


def chosen(cards: Sequence[ExtractCard], titles: Titles, words: str, order: str) -> list[ExtractCard]:
    """Those whose line holds all the words, in the order asked for."""
    wanted = fold(words).split()
    found = [card for card in cards if all(word in _said(card, titles) for word in wanted)]
    return sorted(found, key=ORDERS.get(order, ORDERS["newest"]))


def _said(card: ExtractCard, titles: Titles) -> str:
    shown = line(card, titles)
    return fold(" ".join([shown["name"], shown["origin"], card.hash, *shown["more"]]))


def line(card: ExtractCard, titles: Titles) -> dict[str, Any]:
    """One extract in the list."""
    return {
        "name": card.name,
        "id": card.id,
        "url": "" if card.removed_at else reverse("figures:extract", args=[card.id]),
        "origin": origin_words(card),
        "is_log": card.origin == "log",
        "more": [
            said for said in (_taken(card), *_holds(card), *_cut(card, titles), card.short_hash) if said
        ],
        "removed": _removed(card),
        "left": left(card),
    }


def _taken(card: ExtractCard) -> str:
    return date_said(local_day(card.taken_at))


def _removed(card: ExtractCard) -> str:
    if card.removed_at is None:
        return ""
    said = {"day": date_said(local_day(card.removed_at)), "why": card.removed_why, "name": card.removed_by}
    if not card.removed_by:
        return _("Its rows were removed on %(day)s: %(why)s") % said
    return _("Its rows were removed on %(day)s by %(name)s: %(why)s") % said


def left(card: ExtractCard) -> str:
    """Since when its figures are out, how and what for; nothing where they are not."""
    if card.released_at is None:
        return ""
    said = {"day": date_said(local_day(card.released_at)), "why": card.released_why}
    words = (
        _("Figures left on %(day)s, rounded to 5.") % said
        if card.base
        else _("Figures left on %(day)s, as they are.") % said
    )
    return f"{words} {card.released_why}".strip()


def _holds(card: ExtractCard) -> list[str]:
    said = []
    if (contacts := card.rows.get("contacts")) is not None:
        words = ngettext("%(count)s contact", "%(count)s contacts", contacts)
        said.append(words % {"count": number(contacts)})
    if (cases := card.rows.get("cases")) is not None:
        said.append(ngettext("%(count)s case", "%(count)s cases", cases) % {"count": number(cases)})
    return said


def _cut(card: ExtractCard, titles: Titles) -> list[str]:
    days = {"month": _("days to the month"), "shifted": _("days moved")}
    return [days.get(card.days, ""), *part_words(card.part), titles.get(card.study_key, "")]


def part_words(data: Mapping[str, str]) -> list[str]:
    """What an extract was cut to, in words; nothing for the whole record."""
    part = part_from(data)
    said = {"first": part.since and date_said(part.since), "last": part.until and date_said(part.until)}
    words = []
    if part.since and part.until:
        words.append(_("%(first)s to %(last)s") % said)
    elif part.since:
        words.append(_("from %(first)s") % said)
    elif part.until:
        words.append(_("until %(last)s") % said)
    if part.stage:
        words.append(label(Grouping.STAGE, part.stage))
    if part.site_kind:
        words.append(label(Grouping.SITE_KIND, part.site_kind))
    return words
