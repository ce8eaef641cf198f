"""Which constructs were spoken of in which stage? A heat map of a study's codings."""

from collections.abc import Collection

from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from linkwork.evaluation.coding.reads import CodeTable
from linkwork.exchange.pictures.files import Illustration
from linkwork.exchange.pictures.matrix import Cell, heat_matrix
from linkwork.exchange.words import words

MOST_ROWS = 24


def codes_by_stage(table: CodeTable, title: str, allowed: Collection[str] = ()) -> Illustration | None:
    """`table` must have stages as its columns. The codes spoken of most, in their own order; None where none was.

    A number counts passages (or what the table counts), not people.
    """
    lines = [line for line in table.rows if not allowed or line.key in allowed]
    most = sorted(lines, key=lambda line: -line.total)[:MOST_ROWS]
    rows = [line for line in lines if line in most]
    if not rows or not table.columns:
        return None
    stages = words()["stage"]
    columns = [stages[column.key] if column.key else _("Not stated") for column in table.columns]
    cells = [[Cell(_value(table, line.key, column.key)) for column in table.columns] for line in rows]
    chart = heat_matrix(
        [line.name for line in rows],
        columns,
        cells,
        title=title,
        description=_(
            "A row for each construct, a column for each stage. The number is how many passages speak of it; "
            "the deeper the shade, the more."
        ),
        corner=_("Construct"),
        right_to_left=get_language_bidi(),
    )
    notes = [_("A number counts passages, not people.")]
    if len(lines) > len(rows):
        notes.append(
            _("The %(n)s constructs spoken of most are shown, of %(all)s.")
            % {"n": len(rows), "all": len(lines)}
        )
    return Illustration(chart, tuple(notes))


def _value(table: CodeTable, row: str, column: str) -> float:
    cell = table.cells.get((row, column))
    return cell.value if cell else 0
