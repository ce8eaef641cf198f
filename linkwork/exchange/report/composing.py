"""In what order is it told? The report as blocks, in the language now active."""

import datetime as dt

from django.utils import translation
from django.utils.translation import gettext as _

from linkwork.core.languages import direction
from linkwork.exchange.curtain import Curtain
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
    curtain = Curtain(found.names, decided=found.decided, workers=found.worker_keys)
    return Report(
        lang=language,
        dir=direction(language),
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
