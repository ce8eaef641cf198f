"""The templates as files: Word to change, PDF to print, a spreadsheet for the contact log."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.rules.evidence import without_names
from linkwork.evaluation.toolkit.rules.edition import About
from linkwork.exchange.report.blocks import Chapter, Report, Text
from linkwork.exchange.report.papers import pdf
from linkwork.exchange.site.languages import direction
from linkwork.exchange.site.papers.asking import consent, guide, nomad
from linkwork.exchange.site.papers.log import contact_log
from linkwork.exchange.site.papers.sheet import Sheet
from linkwork.exchange.site.papers.working import agreement, role_card, supervision
from linkwork.exchange.word import document
from linkwork.partnerships import access
from linkwork.partnerships import reads as partnerships
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import Words


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


def papers(viewer: Viewer, about: About, code: str, number: int, on: dt.date) -> tuple[Paper, ...]:
    """Every template in the language `code`."""
    words = programmes.programme(viewer).words
    with translation.override(code):
        notes = _notes(about, number, on)
        return tuple(_made(_sheets(viewer, words), about, code, notes))


def _sheets(viewer: Viewer, words: Words) -> tuple[Sheet, ...]:
    names = [worker.name for worker in programmes.workers(viewer)]
    cards = partnerships.role_cards(viewer)[:1] if access.may_read(viewer) else []
    does = [without_names(line, names)[0] for card in cards for line in card.does]
    does_not = [without_names(line, names)[0] for card in cards for line in card.does_not]
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
        for kind, ending, content in (("Word", "docx", document(report)), ("PDF", "pdf", pdf(report))):
            path = f"papers/{code}/{one.name}.{ending}"
            yield Paper(one.name, one.title, one.about, kind, path, code, content)
    title = _("Contact log")
    said = _("A spreadsheet to log contacts in, which Linkwork reads back as an extract.")
    path = f"papers/{code}/contact-log.xlsx"
    yield Paper("contact-log", title, said, "Excel", path, code, contact_log(notes))


def _notes(about: About, number: int, on: dt.date) -> tuple[str, ...]:
    said = {"number": number, "day": date_format(on, "j F Y"), "name": about.name}
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
