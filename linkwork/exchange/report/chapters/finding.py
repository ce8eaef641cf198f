"""What was found? Constructs by stage, where frames meet, figures beside words, and what is advised."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.evaluation.coding.reads import Overlap
from linkwork.evaluation.portraits.reads import DisplayCard, RowCard
from linkwork.evaluation.portraits.rules.evidence import Evidence, FigureCard, QuoteCard
from linkwork.evaluation.toolkit.reads import RecommendationCard
from linkwork.exchange.curtain import Curtain
from linkwork.exchange.days import date_said
from linkwork.exchange.pictures.of_figures import codes_by_stage
from linkwork.exchange.report.blocks import (
    Block,
    Chapter,
    Entry,
    Heading,
    Points,
    Table,
    Text,
    Words,
    chapter,
)
from linkwork.exchange.report.chapters.drawing import picture
from linkwork.exchange.report.chapters.saying import (
    hidden,
    nothing,
    number,
    opinion,
    paragraphs,
    verdict_words,
)
from linkwork.exchange.report.gathering import Gathered, StudyPart
from linkwork.exchange.words import words
from linkwork.instruments import frames

STRONGEST = 5


def meetings(found: Gathered, curtain: Curtain) -> Chapter:
    """CFIR × NPT, by domain, and the pairs of constructs that meet most."""
    blocks: list[Block] = []
    for study in found.studies:
        if study.by_domain.cells:
            blocks += _meeting(study, curtain)
    if blocks:
        said = _("A number is how many passages carry a code of each. It counts passages, not people.")
        blocks.insert(0, Text((said,), soft=True))
    else:
        blocks = [Text((_("No passage is coded with both frames yet."),))]
    return chapter("meetings", _("Where CFIR and NPT meet"), blocks)


def _meeting(study: StudyPart, curtain: Curtain) -> list[Block]:
    table = study.by_domain
    domains = [one.construct for one in table.rows]
    rows = []
    for column in table.columns:
        cells = [table.cells.get((domain.id, column.construct.id)) for domain in domains]
        rows.append(
            (column.construct.name, *(number(cell.passages) if cell else nothing() for cell in cells))
        )
    title = curtain.clean(study.card.title)
    caption = _("Passages in “%(title)s” by NPT construct and CFIR domain") % {"title": title}
    heads = (_("NPT construct"), *(one.name for one in domains))
    return [Table(caption, heads, tuple(rows)), Points(_strongest(study.by_construct))]


def _strongest(table: Overlap) -> tuple[str, ...]:
    a, b = frames.frame(table.frame_a), frames.frame(table.frame_b)
    ordered = sorted(table.cells.items(), key=lambda item: (-item[1].passages, item[0]))
    return tuple(
        ngettext("%(a)s meets %(b)s in %(n)s passage.", "%(a)s meets %(b)s in %(n)s passages.", cell.passages)
        % {"a": a.construct(pair[0]).name, "b": b.construct(pair[1]).name, "n": number(cell.passages)}
        for pair, cell in ordered[:STRONGEST]
    )


def by_stage(found: Gathered, curtain: Curtain) -> Chapter:
    """Which constructs were spoken of in which stage, a picture for each frame of each study."""
    blocks: list[Block] = []
    for study in found.studies:
        keys = [line.key for line in study.by_stage.rows]
        for frame in found.frames:
            title = _("%(frame)s by stage") % {"frame": frame.name}
            drawn = codes_by_stage(
                study.by_stage, title, [key for key in keys if key.startswith(f"{frame.id}:")] or ["-"]
            )
            blocks += [picture(drawn, drawn.notes)] if drawn else []
    return chapter(
        "stages", _("What was spoken of, by stage"), blocks or [Text((_("Nothing is coded yet."),))]
    )


def displays(found: Gathered, curtain: Curtain) -> Chapter:
    """Each joint display, a row with its verdict."""
    blocks = [block for card in found.displays for block in _display(card, curtain)]
    return chapter(
        "displays",
        _("Figures beside words"),
        blocks or [Text((_("There is no joint display yet."),))],
    )


def _display(card: DisplayCard, curtain: Curtain) -> list[Block]:
    blocks: list[Block] = [Heading(curtain.clean(card.title))]
    if card.frozen_at and card.intact:
        said = _("Frozen on %(day)s: it stands here as it stood then.")
        blocks.append(Text((said % {"day": date_said(card.frozen_at.date())},), soft=True))
    if not card.intact:
        blocks.append(Text((_("This display was changed after it was frozen. Do not rely on it."),)))
    return blocks + [_row(row, curtain) for row in card.rows]


def _row(row: RowCard, curtain: Curtain) -> Entry:
    verdict = verdict_words(row.verdict)
    return Entry(
        above=_("%(component)s · %(verdict)s") % {"component": row.about, "verdict": verdict}
        if row.about
        else verdict,
        title=curtain.clean(row.question),
        lines=paragraphs(curtain.clean(row.reasoning)),
        words=tuple(_quote(one, curtain) for one in row.evidence.quotes if one.text and not one.removed),
        notes=(*(_note(one, curtain) for one in row.evidence.figures), *_withheld(row.evidence)),
        flag=opinion() if row.evidence.is_opinion else "",
    )


def _quote(card: QuoteCard, curtain: Curtain) -> Words:
    said = words()
    who = _("%(kind)s, %(group)s, %(stage)s") % {
        "kind": said["source"][card.source_kind],
        "group": said["group"][card.group],
        "stage": said["stage"][card.stage],
    }
    return Words(curtain.clean(card.text), card.language, card.direction, who)


def _note(linked: FigureCard, curtain: Curtain) -> str:
    card = curtain.card(linked)
    if card.problem:
        return _("%(title)s: %(problem)s") % {"title": card.title, "problem": card.problem}
    if card.hidden:
        return _("%(title)s: %(problem)s") % {"title": card.title, "problem": hidden()}
    values = {
        "said": card.sentence,
        "day": date_said(card.taken_at.date()),
        "hash": card.extract_hash[:12],
    }
    return _("%(said)s Extract of %(day)s, %(hash)s.") % values


def _withheld(evidence: Evidence) -> tuple[str, ...]:
    n = sum(one.withheld and not one.removed for one in evidence.quotes)
    said = ngettext(
        "%(n)s quotation is withheld: its source gave no consent to be quoted.",
        "%(n)s quotations are withheld: their sources gave no consent to be quoted.",
        n,
    )
    return (said % {"n": number(n)},) if n else ()


def advice(found: Gathered, curtain: Curtain) -> Chapter:
    """The published recommendations."""
    blocks: list[Block] = [_recommendation(one, found, curtain) for one in found.advice]
    return chapter(
        "advice",
        _("Recommendations published"),
        blocks or [Text((_("No recommendation is published yet."),))],
    )


def _recommendation(one: RecommendationCard, found: Gathered, curtain: Curtain) -> Entry:
    said = words()
    bare = [
        key for key in one.statement_ids if key in found.findings and found.findings[key].evidence.is_opinion
    ]
    rests = [key for key in one.statement_ids if key in found.findings and key not in bare]
    notes = []
    if one.strategies:
        names = ", ".join(name for _id, name in one.strategies)
        notes.append(_("Strategies (ERIC): %(names)s.") % {"names": names})
    if rests:
        rest = ngettext(
            "Rests on %(n)s statement with evidence.", "Rests on %(n)s statements with evidence.", len(rests)
        )
        notes.append(rest % {"n": number(len(rests))})
    return Entry(
        above=_("%(stage)s · %(audience)s")
        % {"stage": said["stage"][one.stage], "audience": said["audience"][one.audience]},
        title=curtain.clean(one.title),
        lines=paragraphs(curtain.clean(one.advice)),
        notes=tuple(notes),
        flag="" if rests else opinion(),
    )
