"""What was found? Where frames meet, figures beside words, the story by stage, and what is advised."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.evaluation.coding.reads import Overlap
from linkwork.evaluation.portraits.reads import DisplayCard, PortraitCard, RowCard, StatementCard
from linkwork.evaluation.portraits.rules.evidence import Evidence, FigureCard, QuoteCard
from linkwork.evaluation.portraits.rules.kinds import Verdict
from linkwork.evaluation.toolkit.reads import RecommendationCard
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
from linkwork.exchange.report.chapters.counting import worker
from linkwork.exchange.report.chapters.saying import day, hidden, nothing, number, opinion, paragraphs
from linkwork.exchange.report.gathering import Gathered, StudyPart
from linkwork.exchange.report.hiding import Curtain
from linkwork.exchange.typst.portrait import standing_words
from linkwork.exchange.words import words
from linkwork.instruments import frames
from linkwork.instruments.indicators import Grouping

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
    columns = [one.construct for one in table.columns]
    rows = []
    for row in table.rows:
        cells = [table.cells.get((row.construct.id, column.id)) for column in columns]
        rows.append((row.construct.name, *(number(cell.passages) if cell else nothing() for cell in cells)))
    title = curtain.clean(study.card.title)
    caption = _("Passages in “%(title)s” by CFIR domain and NPT construct") % {"title": title}
    heads = (_("CFIR domain"), *(one.name for one in columns))
    return [Table(caption, heads, tuple(rows)), Points(_strongest(study.by_construct))]


def _strongest(table: Overlap) -> tuple[str, ...]:
    a, b = frames.frame(table.frame_a), frames.frame(table.frame_b)
    ordered = sorted(table.cells.items(), key=lambda item: (-item[1].passages, item[0]))
    return tuple(
        ngettext("%(a)s meets %(b)s in %(n)s passage.", "%(a)s meets %(b)s in %(n)s passages.", cell.passages)
        % {"a": a.construct(pair[0]).name, "b": b.construct(pair[1]).name, "n": number(cell.passages)}
        for pair, cell in ordered[:STRONGEST]
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
        blocks.append(Text((said % {"day": day(card.frozen_at.date())},), soft=True))
    if not card.intact:
        blocks.append(Text((_("This display was changed after it was frozen. Do not rely on it."),)))
    return blocks + [_row(row, curtain) for row in card.rows]


def _row(row: RowCard, curtain: Curtain) -> Entry:
    verdict = _verdict(row.verdict)
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


def _verdict(verdict: Verdict | None) -> str:
    if verdict is None:
        return _("Not decided yet")
    return {
        Verdict.CONFIRM: _("Confirm: both say the same"),
        Verdict.EXPAND: _("Expand: one explains the other"),
        Verdict.DISAGREE: _("Disagree: they contradict each other"),
        Verdict.SILENT: _("Silent: one side has nothing to say"),
    }[verdict]


def _quote(card: QuoteCard, curtain: Curtain) -> Words:
    said = words()
    who = _("%(kind)s, %(group)s, %(stage)s") % {
        "kind": said["source"][card.source_kind],
        "group": said["group"][card.group],
        "stage": said["stage"][card.stage],
    }
    return Words(curtain.clean(card.text), card.language, card.direction, who)


def _note(card: FigureCard, curtain: Curtain) -> str:
    if card.problem:
        return _("%(title)s: %(problem)s") % {"title": card.title, "problem": card.problem}
    if curtain.hides_card(card):
        return _("%(title)s: %(problem)s") % {"title": card.title, "problem": hidden()}
    named = worker(curtain.letter(card.key.group)) if card.key.grouping == Grouping.WORKER else ""
    values = {
        "said": curtain.sentence(card, named),
        "day": day(card.taken_at.date()),
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


def limits(found: Gathered, curtain: Curtain) -> Chapter:
    """What the report cannot say."""
    said = [statement for card in found.portraits for statement in card.statements]
    bare = sum(one.evidence.is_opinion for one in said)
    points = [
        _(
            "This report describes what was done and what people said about it. "
            "It does not show what the programme caused."
        ),
        _("Figures about fewer than five are hidden, and so is what they could be worked out from."),
        _("What is missing is counted beside each figure. Nothing was filled in or corrected."),
        _("Somebody who was referred is never counted as having gone."),
        _("Passages say how and why, not how often: a number of passages is no number of people."),
        _(
            "Words are quoted only with the consent of who said them. Workers have letters, coders are only counted."
        ),
    ]
    if bare:
        opinions = ngettext(
            "%(n)s of %(all)s statements rests on no evidence, and says so.",
            "%(n)s of %(all)s statements rest on no evidence, and say so.",
            bare,
        )
        points.append(opinions % {"n": number(bare), "all": number(len(said))})
    return chapter("limits", _("What this report cannot say"), [Points(tuple(points))])
