"""What does it rest on? The extract, the definitions, the frozen displays, the literature."""

import re
from typing import Final

from django.utils.translation import gettext as _

from linkwork.exchange.curtain import Curtain
from linkwork.exchange.days import date_said
from linkwork.exchange.report.blocks import Block, Chapter, Facts, Heading, Points, Table, chapter
from linkwork.exchange.report.chapters.saying import number
from linkwork.exchange.report.gathering import CHECKLISTS, Gathered
from linkwork.instruments import frames

YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
GUIDANCE = "Moore GF and others. Process evaluation of complex interventions. BMJ 2015;350:h1258."
RUN_CHARTS = "Perla RJ, Provost LP, Murray SK. The run chart. BMJ Quality & Safety 2011;20:46-51."


def sources(found: Gathered, curtain: Curtain) -> Chapter:
    """Everything that anyone would need to check the report."""
    blocks: list[Block] = [_extract(found, curtain), _definitions(found)]
    frozen = _frozen(found, curtain)
    if frozen:
        blocks.append(Facts(frozen))
    return chapter(
        "sources", _("What it rests on"), [*blocks, Heading(_("References")), Points(_references(found))]
    )


def _extract(found: Gathered, curtain: Curtain) -> Block:
    card = found.extract
    pairs = [
        (_("Extract"), (curtain.clean(card.name), str(card.id))),
        (_("Taken"), (date_said(card.taken_at.date()),)),
        (_("Its hash (SHA-256), by which anyone can check it"), (card.hash,)),
        (_("Tables"), (", ".join(f"{name} {number(n)}" for name, n in card.rows.items() if _large(n)),)),
    ]
    return Facts(tuple((term, tuple(line for line in lines if line)) for term, lines in pairs if any(lines)))


def _large(rows: int) -> bool:
    """A table of so few rows that its size would tell of somebody is not counted here."""
    return rows == 0 or rows >= 5


def _definitions(found: Gathered) -> Block:
    """Those with one version, one day and one reader share a line."""
    alike: dict[tuple[str, str, str], list[str]] = {}
    for one in (figure.definition for figure in found.figures):
        alike.setdefault((one.version, date_said(one.reviewed_on), one.checked_by), []).append(one.id)
    rows = tuple((", ".join(ids), *said) for said, ids in alike.items())
    heads = (_("Definition"), _("Version"), _("Reviewed"), _("Checked by"))
    return Table(_("The definitions every figure is counted by"), heads, rows, numbers=False)


def _frozen(found: Gathered, curtain: Curtain) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (_("Joint display “%(title)s”") % {"title": curtain.clean(one.title)}, (one.frozen_hash,))
        for one in found.displays
        if one.frozen_hash
    )


def _references(found: Gathered) -> tuple[str, ...]:
    """Guidance, frames, checklists and the sources of definitions, each once."""
    cited = [GUIDANCE, RUN_CHARTS, *(one.citation for one in found.frames)]
    cited += [frames.checklist(one).citation for one in CHECKLISTS]
    cited += sorted({one.definition.source for one in found.figures if YEAR.search(one.definition.source)})
    return tuple(dict.fromkeys(cited))
