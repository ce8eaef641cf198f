"""Which words bear each code out? Quotations as rows for a spreadsheet, or under their codes for a paper.

Words that may not be quoted stay in the house: their row is there to be counted, without the words and the memo.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.core.languages import direction
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.coding.reads import Quote
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.studies import reads as studies
from linkwork.exchange.coded.saying import LAYERS, STRENGTHS
from linkwork.exchange.days import date_said
from linkwork.exchange.grids import Grid
from linkwork.exchange.report.blocks import Block, Chapter, Entry, Report, Text, Words
from linkwork.exchange.words import words
from linkwork.programmes import reads as programmes

Pair = tuple[str, str]


@dataclass(frozen=True)
class Asked:
    """Which quotations. Without `code`, all; a code brings those below it along."""

    code: Pair | None = None
    layer: Layer = Layer.CONSENSUS


def quotations(viewer: Viewer, study_id: UUID, asked: Asked) -> list[Quote]:
    """The passages asked for, by source and place. Raises NotFound."""
    frame, construct = asked.code or (None, None)
    return coding.quotes(viewer, study_id, frame, construct, layer=asked.layer)


def quotations_grid(viewer: Viewer, study_id: UUID, asked: Asked, at: dt.datetime) -> Grid:
    """One row for each passage, in the language now active."""
    study = studies.study(viewer, study_id)
    found = quotations(viewer, study_id, asked)
    language = _language()
    return Grid(
        title=_("Quotations: %(study)s") % {"study": study.title},
        notes=_notes(viewer, found, asked, at),
        heads=(
            _("Source"), _("Place"), _("Who speaks"), _("Kind of source"), _("Language"), _("Stage"), _("Passage"),
            _("Codes"), _("What it does"), _("Strength"), _("Coder"), _("May be quoted"), _("Memo"), _("Id"),
        ),
        rows=tuple(_rows(found)),
        lang=language,
        dir=direction(language),
        wide=True,
    )  # fmt: skip


def _rows(found: Iterable[Quote]) -> Iterable[tuple[str | int, ...]]:
    """What is said in every row is looked up once."""
    said, yes, no = words(), _("yes"), _("no")
    strengths: dict[int | None, str] = {None: ""}
    strengths |= {strength: STRENGTHS[strength]() for strength in STRENGTHS}
    for one in found:
        yield (
            one.source_title,
            f"{one.start}–{one.end}",
            said["group"][one.group or ""],
            said["source"].get(one.source_kind, one.source_kind.value),
            one.language,
            said["stage"][one.stage or ""],
            one.text if one.may_quote else "",
            "; ".join([name for _frame, _construct, name in one.codes]),
            said["valence"][one.valence],
            strengths[one.strength],
            one.coder,
            yes if one.may_quote else no,
            one.memo if one.may_quote else "",
            str(one.id),
        )


def quotations_report(viewer: Viewer, study_id: UUID, asked: Asked, at: dt.datetime) -> Report:
    """A chapter for each code in the order of the codebook, with the words that may be quoted."""
    study, programme = studies.study(viewer, study_id), programmes.programme(viewer)
    found = quotations(viewer, study_id, asked)
    language = _language()
    return Report(
        lang=language,
        dir=direction(language),
        above=_("Quotations"),
        title=study.title,
        programme=programme.name,
        lead=" ".join(_notes(viewer, found, asked, at)),
        demo=_("Demonstration: everything here is invented") if programme.demonstration else "",
        printed=_("Made on %(day)s") % {"day": date_said(at.date())},
        contents=_("Codes"),
        chapters=tuple(_chapters(viewer, study_id, found)),
    )


def _chapters(viewer: Viewer, study_id: UUID, found: Iterable[Quote]) -> Iterable[Chapter]:
    under: dict[Pair, list[Quote]] = {}
    names: dict[Pair, str] = {}
    for one in found:
        for frame, construct, name in one.codes:
            under.setdefault((frame, construct), []).append(one)
            names[(frame, construct)] = name
    book = coding.codebook(viewer, study_id)
    ordered = dict.fromkeys(
        card.pair for part in (*book.frames, *book.beside.values()) for card in part.codes
    )
    for place, pair in enumerate([one for one in ordered if one in under], 1):
        yield Chapter(f"code-{place}", names[pair], tuple(_blocks(under[pair])))


def _blocks(found: list[Quote]) -> Iterable[Block]:
    said = words()
    for one in found:
        if one.may_quote:
            about = [one.source_title, said["group"][one.group or ""], said["stage"][one.stage or ""]]
            who = "– " + ", ".join(about)
            yield Entry(
                said["valence"][one.valence],
                "",
                words=(Words(one.text, one.language, one.direction.value, who),),
            )
    kept = sum(not one.may_quote for one in found)
    if kept:
        yield Text((_kept(kept),), soft=True)


def _notes(viewer: Viewer, found: list[Quote], asked: Asked, at: dt.datetime) -> tuple[str, ...]:
    kept = sum(not one.may_quote for one in found)
    count = ngettext("%(n)s passage.", "%(n)s passages.", len(found)) % {"n": len(found)}
    made = _("Made on %(day)s") % {"day": date_said(at.date())} + "."
    return (count, LAYERS[asked.layer](), *([_kept(kept)] if kept else []), made)


def _kept(count: int) -> str:
    return ngettext(
        "%(n)s passage may not be quoted: its words are left out.",
        "%(n)s passages may not be quoted: their words are left out.",
        count,
    ) % {"n": count}


def _language() -> str:
    return (translation.get_language() or "en").split("-")[0]
