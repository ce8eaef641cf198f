"""What the papers share: their frame, numbers that may be shown, and the answer with a file."""

import datetime as dt
from collections.abc import Sequence

from django.http import HttpResponse
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from linkwork.core.languages import direction
from linkwork.core.numbers import SMALLEST_SHOWN
from linkwork.exchange.report.blocks import Chapter, Report
from linkwork.exchange.report.papers import pdf
from linkwork.exchange.word import DOCX, document
from linkwork.programmes.reads import ProgrammeCard
from linkwork.web.shared.days import date_said

HIDDEN = "–"


def paper(
    programme: ProgrammeCard, above: str, title: str, lead: str, chapters: Sequence[Chapter], today: dt.date
) -> Report:
    """A paper in the language now active."""
    language = (translation.get_language() or "en").split("-")[0]
    return Report(
        lang=language,
        dir=direction(language),
        above=above,
        title=title,
        programme=programme.name,
        lead=lead,
        demo=_("Demonstration: everything here is invented") if programme.demonstration else "",
        printed=_("Made on %(day)s") % {"day": date_said(today)},
        contents="",
        chapters=tuple(one for one in chapters if one.blocks),
    )


def shown(count: int) -> str:
    """A number of people that may go out: small ones only as such."""
    return _("fewer than %(num)s") % {"num": SMALLEST_SHOWN} if 0 < count < SMALLEST_SHOWN else str(count)


def as_file(made: Report, kind: str, name: str) -> HttpResponse:
    """The paper as "pdf" or "docx", to be kept: `name` is about the matter, never about a person."""
    content, mime = (document(made), DOCX) if kind == "docx" else (pdf(made), "application/pdf")
    answer = HttpResponse(content, content_type=mime)
    answer["Content-Disposition"] = f'attachment; filename="{slugify(name) or "paper"}.{kind}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
