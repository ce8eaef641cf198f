"""How did it go? Each portrait by stage: its timeline, its statements, and what each of them rests on."""

import datetime as dt

from django.utils.formats import date_format
from django.utils.translation import get_language_bidi, ngettext
from django.utils.translation import gettext as _

from linkwork.evaluation.portraits.reads import PortraitCard, StatementCard
from linkwork.evaluation.portraits.rules.evidence import Evidence
from linkwork.exchange.curtain import Curtain
from linkwork.exchange.days import date_said
from linkwork.exchange.pictures import Event, timeline_svg
from linkwork.exchange.pictures import StageSpan as Span
from linkwork.exchange.pictures.files import Illustration
from linkwork.exchange.report.blocks import Block, Chapter, Entry, Heading, Text, chapter
from linkwork.exchange.report.chapters.drawing import picture
from linkwork.exchange.report.chapters.saying import number, opinion, paragraphs
from linkwork.exchange.report.gathering import Gathered
from linkwork.exchange.typst.portrait import standing_words
from linkwork.exchange.words import words


def portraits(found: Gathered, curtain: Curtain) -> Chapter:
    """Each portrait's statements by stage, with what each rests on."""
    blocks = [block for card in found.portraits for block in _portrait(card, curtain)]
    return chapter(
        "portraits",
        _("The story by stage"),
        blocks or [Text((_("There is no portrait yet."),))],
    )


def _portrait(card: PortraitCard, curtain: Curtain) -> list[Block]:
    blocks: list[Block] = [Heading(curtain.clean(card.title)), Text((standing_words(card),), soft=True)]
    blocks += [_timeline(card, curtain)] if any(one.starts_on for one in card.sections) else []
    blocks += [Text(paragraphs(curtain.clean(card.focus)))] if card.focus else []
    blocks += [_statement(one, curtain) for one in card.statements]
    return blocks if card.statements else [*blocks, Text((_("It says nothing yet."),))]


def _statement(one: StatementCard, curtain: Curtain) -> Entry:
    said = words()
    return Entry(
        above=_("%(stage)s · %(kind)s") % {"stage": said["stage"][one.stage], "kind": said["kind"][one.kind]},
        title=curtain.clean(one.text),
        notes=() if one.evidence.is_opinion else (_rests(one.evidence),),
        flag=opinion() if one.evidence.is_opinion else "",
    )


def _rests(evidence: Evidence) -> str:
    quotes, figures = len(evidence.quotes), len(evidence.figures)
    passages = ngettext("%(n)s passage", "%(n)s passages", quotes) % {"n": number(quotes)}
    counted = ngettext("%(n)s figure", "%(n)s figures", figures) % {"n": number(figures)}
    if not figures:
        return _("Evidence: %(passages)s.") % {"passages": passages}
    if not quotes:
        return _("Evidence: %(figures)s.") % {"figures": counted}
    return _("Evidence: %(passages)s and %(figures)s.") % {"passages": passages, "figures": counted}


def _timeline(card: PortraitCard, curtain: Curtain) -> Block:
    """The stages to scale, what happened hung beneath them."""
    names = words()["stage"]
    begun = [(n, one) for n, one in enumerate(card.sections, 1) if one.starts_on]
    events = [event for _n, one in begun for event in one.events]
    last = max(
        [event.happened_on for event in events] + [one.starts_on for _n, one in begun if one.starts_on]
    )
    stages = [
        Span(
            n, names[one.stage], one.starts_on, _end(one.starts_on, one.ends_on, last), _since(one.starts_on)
        )
        for n, one in begun
        if one.starts_on
    ]
    chart = timeline_svg(
        stages,
        [Event(one.happened_on, date_said(one.happened_on), curtain.clean(one.title)) for one in events],
        title=_("The programme by stage"),
        description=_("The stages, each as long as it lasted, and what happened in them."),
        columns=(_("When"), _("What")),
        right_to_left=get_language_bidi(),
    )
    return picture(Illustration(chart))


def _since(start: dt.date) -> str:
    return _("from %(month)s") % {"month": date_format(start, "F Y")}


def _end(start: dt.date, end: dt.date | None, last: dt.date) -> dt.date:
    """A stage that goes on is drawn a quarter of a year past what is last known of it."""
    return end or max(start, last) + dt.timedelta(days=90)
