"""In what order is it told? The report as blocks, in the language now active."""

import datetime as dt

from django.utils import translation
from django.utils.translation import gettext as _

from linkwork.exchange.days import date_said
from linkwork.exchange.report.blocks import Report
from linkwork.exchange.report.chapters import (
    about,
    checklists,
    counting,
    finding,
    limits,
    sources,
    story,
    summary,
)
from linkwork.exchange.report.gathering import Gathered
from linkwork.exchange.report.hiding import Curtain

RIGHT_TO_LEFT = {"ar", "fa", "ur", "ckb", "ps", "he"}
CHAPTERS = (
    summary.summary,
    about.programme,
    about.method,
    counting.figures,
    finding.by_stage,
    finding.meetings,
    finding.displays,
    story.portraits,
    finding.advice,
    limits.limits,
    checklists.checklists,
    sources.sources,
)


def compose(found: Gathered, today: dt.date) -> Report:
    """The whole report: nothing in it that may not go out."""
    language = (translation.get_language() or "en").split("-")[0]
    curtain = Curtain(found)
    return Report(
        lang=language,
        dir="rtl" if language in RIGHT_TO_LEFT else "ltr",
        above=_("Process evaluation"),
        title=_("How %(name)s takes hold") % {"name": found.programme.name},
        programme=found.programme.name,
        lead=_(
            "What was done, what was found, and what each finding rests on. It describes; it does not claim effects."
        ),
        demo=_("Demonstration: everything here is invented") if found.programme.demonstration else "",
        printed=_("Made on %(day)s") % {"day": date_said(today)},
        contents=_("In this report"),
        chapters=tuple(tell(found, curtain) for tell in CHAPTERS),
        cover=summary.cover(found, curtain),
    )
