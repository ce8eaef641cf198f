"""The templates as files: Word to change, PDF to print, a spreadsheet for the contact log."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.rules.evidence import without_names
from linkwork.evaluation.toolkit.rules.edition import About
from linkwork.exchange.days import date_said
from linkwork.exchange.report.blocks import Chapter, Report, Text
from linkwork.exchange.report.papers import pdf
from linkwork.exchange.site.languages import direction
from linkwork.exchange.site.papers.asking import consent, guide, nomad
from linkwork.exchange.site.papers.log import contact_log
from linkwork.exchange.site.papers.sheet import Sheet
from linkwork.exchange.site.papers.working import agreement, role_card, supervision
from linkwork.exchange.typst.compiling import chinese_face
from linkwork.exchange.word import document
from linkwork.partnerships import access
from linkwork.partnerships import reads as partnerships
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import Words

PDF = "PDF"


@dataclass(frozen=True)
class Paper:
    """One file to download. `kind` is what a reader calls it: Word, PDF, Excel."""

    name: str
    title: str
    about: str
    kind: str
    path: str
    language: str
    content: bytes


def papers(
    viewer: Viewer, about: About, languages: Sequence[str], number: int, on: dt.date
) -> tuple[Paper, ...]:
    """Every template in every language. The programme's own words stay in the language they were written in."""
    words, own = programmes.programme(viewer).words, _own_lines(viewer)
    found: list[Paper] = []
    for code in languages:
        with translation.override(code):
            found += _made(_sheets(words, *own), about, code, _notes(about, number, on))
    return tuple(found)


def _can_be_set(code: str) -> bool:
    """Whether a typeface installed here has the letters of this language: a PDF of empty boxes helps nobody."""
    return code.split("-")[0] != "zh" or bool(chinese_face())


def _own_lines(viewer: Viewer) -> tuple[list[str], list[str]]:
    """What the programme's role card says that the worker does, and does not do; nobody is named."""
    names = [worker.name for worker in programmes.workers(viewer)]
    cards = partnerships.role_cards(viewer)[:1] if access.may_read(viewer) else []
    does = [without_names(line, names)[0] for card in cards for line in card.does]
    return does, [without_names(line, names)[0] for card in cards for line in card.does_not]


def _sheets(words: Words, does: Sequence[str], does_not: Sequence[str]) -> tuple[Sheet, ...]:
    return (
        role_card(words, does, does_not),
        agreement(words),
        consent(words),
        supervision(words),
        guide(words),
        nomad(),
    )


def _made(sheets: tuple[Sheet, ...], about: About, code: str, notes: tuple[str, ...]) -> Iterator[Paper]:
    for one in sheets:
        report = _report(one, about, code, notes)
        files = [("Word", "docx", document(report))]
        if _can_be_set(code):
            files.append((PDF, "pdf", pdf(report)))
        for kind, ending, content in files:
            path = f"papers/{code}/{one.name}.{ending}"
            yield Paper(one.name, one.title, one.about, kind, path, code, content)
    title = _("Contact log")
    said = _("A spreadsheet to log contacts in, which Linkwork reads back as an extract.")
    path = f"papers/{code}/contact-log.xlsx"
    yield Paper("contact-log", title, said, "Excel", path, code, contact_log(notes))


def _notes(about: About, number: int, on: dt.date) -> tuple[str, ...]:
    said = {"number": number, "day": date_said(on), "name": about.name}
    licence = {"licence": about.licence, "address": about.licence_address, "name": about.name}
    return (
        _("Version %(number)s of the toolkit of %(name)s, %(day)s.") % said,
        _("Licence: %(licence)s, %(address)s. Name where it comes from: %(name)s.") % licence
        if about.licence_address
        else _("All rights reserved by %(name)s.") % licence,
    )


def _report(sheet: Sheet, about: About, code: str, notes: tuple[str, ...]) -> Report:
    demo = _("Demonstration: everything here is invented") if about.demonstration else ""
    return Report(
        lang=code,
        dir=direction(code),
        above=_("Template"),
        title=sheet.title,
        programme=about.name,
        lead=sheet.about,
        demo=demo,
        printed=notes[0],
        contents="",
        chapters=(*sheet.chapters, Chapter("", _("Version and licence"), (Text(notes, soft=True),))),
    )
