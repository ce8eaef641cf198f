"""What was counted? Each figure with what it is out of and how many are missing; contacts by month and by worker."""

from django.utils.translation import gettext as _

from linkwork.core.numbers import SMALLEST_SHOWN
from linkwork.evaluation.indicators.labels import heading
from linkwork.evaluation.indicators.reads import EVERYTHING, Figure, GroupValue
from linkwork.exchange.curtain import Curtain
from linkwork.exchange.days import date_said
from linkwork.exchange.pictures.of_figures import (
    breakdown_title,
    can_run,
    funnel_note,
    funnel_picture,
    months_picture,
    run_picture,
)
from linkwork.exchange.report.blocks import Block, Chapter, Heading, Table, Text, chapter
from linkwork.exchange.report.chapters.drawing import picture
from linkwork.exchange.report.chapters.saying import hidden, nothing, number, part, share
from linkwork.exchange.report.chapters.scoring import scores
from linkwork.exchange.report.gathering import RUNS, Gathered
from linkwork.exchange.words import words
from linkwork.instruments.indicators import Grouping

MARKED, DERIVED, DISAGREE = "first_share", "first_derived_share", "first_disagreements"


def figures(found: Gathered, curtain: Curtain) -> Chapter:
    """Pictures first, first and repeat as told in two ways, breakdowns, then every figure by component."""
    cited = _("Extract of %(day)s, %(hash)s.") % {
        "day": date_said(found.extract.taken_at.date()),
        "hash": found.extract.short_hash,
    }
    blocks: list[Block] = [Text((cited,), soft=True)]
    if not found.figures:
        nothing_here = Text((_("This extract holds nothing to count."),))
        return chapter("figures", _("Figures"), scores(found) or [nothing_here])
    blocks += [*_over_time(found, curtain), *_funnel(found, curtain), *_first(found, curtain)]
    for broken in (found.stages.of(EVERYTHING), found.by_worker):
        if broken and broken.groups and broken.by and not curtain.hides(broken):
            blocks += _by(broken, broken.by, curtain)
    return chapter("figures", _("Figures"), [*blocks, *scores(found), *_all(found, curtain)])


def _over_time(found: Gathered, curtain: Curtain) -> list[Block]:
    """Contacts under the stages, and what changed more than chance has it."""
    drawn: list[Block] = []
    if found.by_month and not curtain.hides(found.by_month):
        one = months_picture(found.by_month, found.spans)
        drawn += [picture(one, table=False)] if one else []
        drawn += _by(found.by_month, Grouping.MONTH, curtain) if found.by_month.groups else []
    for name in RUNS:
        figure = found.months.of(name)
        run = run_picture(figure) if figure and can_run(figure) and not curtain.hides(figure) else None
        drawn += [picture(run, (run.chart.description,))] if run else []
    return drawn


def _funnel(found: Gathered, curtain: Curtain) -> list[Block]:
    one = funnel_picture(found.figures, curtain.hides)
    return [picture(one, (funnel_note(),))] if one else []


def _all(found: Gathered, curtain: Curtain) -> list[Block]:
    """A table for each component of a process evaluation."""
    titles = words()["component"]
    used = [one.definition.component for one in found.figures]
    heads = (_("Figure"), _("What was found"), _("Out of"), _("Missing"), _("Definition"))
    blocks: list[Block] = [Heading(_("Every figure of the extract"))]
    for component in dict.fromkeys([*(one for one in titles if one in used), *used]):
        rows = [_figure(one, curtain) for one in found.figures if one.definition.component == component]
        blocks.append(Table(titles.get(component, component), heads, tuple(rows), numbers=False))
    return blocks


def _figure(one: Figure, curtain: Curtain) -> tuple[str, ...]:
    definition = f"{one.definition.id} {one.definition.version}"
    title = _(one.definition.title)
    if curtain.hides(one):
        return (title, hidden(), nothing(), nothing(), definition)
    return (
        title,
        one.sentence,
        one.denominator_words or nothing(),
        one.missing_words or nothing(),
        definition,
    )


def _first(found: Gathered, curtain: Curtain) -> list[Block]:
    known = {one.definition.id: one for one in found.figures}
    rows = [
        _told(said, known[key], curtain)
        for key, said in ((MARKED, _("As marked")), (DERIVED, _("As the days say")))
        if key in known
    ]
    if not rows:
        return []
    heads = (_("Told by"), _("First meetings"), _("Repeat meetings"), _("Out of"), _("Missing"))
    blocks: list[Block] = [Table(_("First and repeat meetings, told in two ways"), heads, tuple(rows))]
    disagree = known.get(DISAGREE)
    if disagree and not curtain.hides(disagree):
        blocks.append(Text((disagree.sentence,)))
    return blocks


def _told(said: str, one: Figure, curtain: Curtain) -> tuple[str, ...]:
    if curtain.hides(one) or one.numerator is None or one.denominator is None:
        return (said, *[_few()] * 4)
    first, whole = one.numerator, one.denominator
    return (said, part(first, whole), part(whole - first, whole), number(whole), number(one.missing))


def _by(figure: Figure, by: Grouping, curtain: Curtain) -> list[Block]:
    if by is Grouping.WORKER and sum(bool(group.key) for group in figure.groups) < SMALLEST_SHOWN:
        return [Text((_("There are fewer than five workers: what each of them did is not shown."),))]
    title = breakdown_title(figure, by)
    rows = tuple(_group(group, by, figure.numerator or 0, curtain) for group in figure.groups)
    blocks: list[Block] = [Table(title, (heading(by), _("Contacts"), _("Share of all")), rows)]
    if by is Grouping.WORKER:
        blocks.append(
            Text((_("Each worker is a letter here. The order of letters says nothing about them."),), True)
        )
    return blocks


def _group(group: GroupValue, by: Grouping, whole: int, curtain: Curtain) -> tuple[str, ...]:
    label = curtain.worker(group.key) if by is Grouping.WORKER and group.key else group.label
    if group.hidden or group.numerator is None:
        return (label, _few(), _few())
    return (label, number(group.numerator), share(group.numerator, whole))


def _few() -> str:
    return _("too few to show")
