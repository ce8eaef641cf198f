"""What was counted? Each figure with what it is out of and how many are missing; contacts by month and by worker."""

from django.utils.translation import gettext as _

from linkwork.core.numbers import SMALLEST_SHOWN
from linkwork.evaluation.indicators.labels import heading
from linkwork.evaluation.indicators.reads import Figure, GroupValue
from linkwork.exchange.report.blocks import Block, Chapter, Table, Text, chapter
from linkwork.exchange.report.chapters.saying import day, hidden, nothing, number, part, share
from linkwork.exchange.report.gathering import Gathered
from linkwork.exchange.report.hiding import Curtain
from linkwork.instruments.indicators import Grouping

MARKED, DERIVED, DISAGREE = "first_share", "first_derived_share", "first_disagreements"


def figures(found: Gathered, curtain: Curtain) -> Chapter:
    """All figures, first and repeat as told in two ways, contacts by month and by worker."""
    blocks: list[Block] = [
        Text(
            (
                _("Extract of %(day)s, %(hash)s.")
                % {"day": day(found.extract.taken_at.date()), "hash": found.extract.short_hash},
            ),
            soft=True,
        ),
        _all(found, curtain),
    ]
    if not found.figures:
        return chapter("figures", _("Figures"), [Text((_("This extract holds nothing to count."),))])
    blocks += _first(found, curtain)
    for figure in (found.by_month, found.by_worker):
        if figure and figure.groups and figure.by and not curtain.hides(figure):
            blocks += _by(figure, figure.by, curtain)
    return chapter("figures", _("Figures"), blocks)


def _all(found: Gathered, curtain: Curtain) -> Table:
    return Table(
        _("Every figure of the extract"),
        (_("Figure"), _("What was found"), _("Out of"), _("Missing"), _("Definition")),
        tuple(_figure(one, curtain) for one in found.figures),
        numbers=False,
    )


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
    title = _("Contacts by month") if by is Grouping.MONTH else _("Contacts by worker")
    rows = tuple(_group(group, by, figure.numerator or 0, curtain) for group in figure.groups)
    blocks: list[Block] = [Table(title, (heading(by), _("Contacts"), _("Share of all")), rows)]
    if by is Grouping.WORKER:
        blocks.append(
            Text((_("Each worker is a letter here. The order of letters says nothing about them."),), True)
        )
    return blocks


def _group(group: GroupValue, by: Grouping, whole: int, curtain: Curtain) -> tuple[str, ...]:
    label = worker(curtain.letter(group.key)) if by is Grouping.WORKER and group.key else group.label
    if group.hidden or group.numerator is None:
        return (label, _few(), _few())
    return (label, number(group.numerator), share(group.numerator, whole))


def worker(letter: str) -> str:
    """What a worker is called in a report."""
    return _("Worker %(code)s") % {"code": letter}


def _few() -> str:
    return _("too few to show")
