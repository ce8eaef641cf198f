"""Two extracts side by side on the command line. Figures that rest on few are not told."""

from typing import Any

from linkwork.commands.line import Outcome
from linkwork.evaluation.indicators.comparing import Compared
from linkwork.evaluation.indicators.reads import Figure
from linkwork.extracts.rules.comparing import TableChange

FEW = "few, hidden"


def compared_lines(found: Compared) -> Outcome:
    """What changed, a line each; nothing where nothing did."""
    said = found.differences
    changes = [
        *([f"origin: {said.origin[0]} → {said.origin[1]}"] if said.origin else []),
        *([f"days: {said.days[0]} → {said.days[1]}"] if said.days else []),
        *(f"part, {name}: {_pair(pair)}" for name, pair in said.part.items()),
        *(line for one in said.tables if one.changed for line in _table(one)),
        *(f"definition {name}: {_pair(pair)}" for name, pair in said.definitions.items()),
        *(f"word {list_id} {code}: {_pair(pair)}" for (list_id, code), pair in said.labels.items()),
        *(f"{one.definition.title}: {_figure(one.one)} → {_figure(one.other)}" for one in found.moved),
    ]
    alike = len(found.figures) - len(found.moved)
    lines = [
        f"{found.one.name} ({found.one.short_hash}) → {found.other.name} ({found.other.short_hash})",
        *(changes or ["Nothing differs."]),
        f"{alike} figures are the same in both.",
    ]
    if not said.same_pseudonyms:
        lines.append("The two call people by different codes.")
    return Outcome(lines, _data(found))


def _table(one: TableChange) -> list[str]:
    lines = [f"{one.name}: {_pair(one.rows)} rows"] if one.rows[0] != one.rows[1] else []
    parts = (("new", one.added), ("gone", one.gone), ("of another form", one.otherwise))
    return lines + [f"{one.name}, columns {word}: {', '.join(names)}" for word, names in parts if names]


def _pair(pair: tuple[object, object]) -> str:
    return " → ".join("–" if one is None else str(one) for one in pair)


def _figure(one: Figure | None) -> str:
    if one is None:
        return "cannot be told"
    return FEW if one.small else one.shown


def _data(found: Compared) -> dict[str, Any]:
    said = found.differences
    return {
        "one": str(found.one.id),
        "other": str(found.other.id),
        "same_pseudonyms": said.same_pseudonyms,
        "origin": said.origin,
        "days": said.days,
        "part": said.part,
        "tables": [vars(one) for one in said.tables if one.changed],
        "definitions": said.definitions,
        "labels": [{"list": at[0], "code": at[1], "said": pair} for at, pair in said.labels.items()],
        "figures": [
            {"id": one.definition.id, "one": _plain(one.one), "other": _plain(one.other)}
            for one in found.moved
        ],
    }


def _plain(one: Figure | None) -> dict[str, Any] | None:
    if one is None or one.small:
        return None if one is None else {"small": True}
    value = None if one.value is None else float(one.value)
    return {
        "value": value,
        "numerator": one.numerator,
        "denominator": one.denominator,
        "missing": one.missing,
    }
