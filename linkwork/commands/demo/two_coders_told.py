"""What does the study that two word lists coded say? Its tables as lines for a terminal and as plain data.

Each is what its page shows: where CFIR and NPT meet, agreement, what was settled, and the framework matrix (documents
by domains of CFIR, passages of the consensus).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.reads.records import answer
from linkwork.evaluation.coding.rules.agreement import Coefficient
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.instruments import frames

CFIR, NPT = "cfir-2022", "npt"
SHOWN = (Coefficient.PERCENT, Coefficient.COHEN, Coefficient.ALPHA_NOMINAL)
Cells = Mapping[tuple[str, str], int]


def told(by: Viewer, study_id: UUID) -> tuple[list[str], dict[str, Any]]:
    """All four tables: lines, and the same as data by name."""
    parts = {
        "meeting": meeting(by, study_id),
        "agreement": agreement(by, study_id),
        "settled": settled(by, study_id),
        "matrix": matrix(by, study_id),
    }
    lines = [line for some, _data in parts.values() for line in ("", *some)]
    return lines, {name: data for name, (_lines, data) in parts.items()}


def meeting(by: Viewer, study_id: UUID) -> tuple[list[str], list[dict[str, Any]]]:
    """Where domains of CFIR and NPT meet in the consensus, in passages."""
    found = reads.overlap(by, study_id, CFIR, NPT, by_domain=True)
    rows = [(one.construct.id, one.construct.name) for one in found.rows]
    columns = [(one.construct.id, one.construct.name) for one in found.columns]
    cells = {pair: cell.passages for pair, cell in found.cells.items()}
    data = [{"cfir": a, "npt": b, "passages": n} for (a, b), n in cells.items()]
    return ["Where CFIR and NPT meet (passages of the consensus)", *table(rows, columns, cells)], data


def agreement(by: Viewer, study_id: UUID) -> tuple[list[str], dict[str, Any]]:
    """The kept record reckoned again: the codings of both readers stay as they were, whatever was settled."""
    line = reads.agreement_records(by, study_id)[0]
    record = reads.agreement_record(by, line.id)
    now = answer(by, study_id, record.asked)
    lines = [f"Agreement by {now.unit.value} over {now.sources} documents ({line.title})"]
    lines.append(f"  {'':44}" + "".join(f"{one.value:>16}" for one in SHOWN))
    data: dict[str, Any] = {"digest": now.digest, "kept": line.digest}
    pooled = {one.coefficient: one.value for one in now.pooled}
    for name, found in [
        *((one.code.name, {each.coefficient: each.value for each in one.found}) for one in now.constructs),
        ("All together", pooled),
    ]:
        lines.append(f"  {name[:44]:44}" + "".join(f"{_number(found[one]):>16}" for one in SHOWN))
        data[name] = {one.value: found[one] for one in SHOWN}
    return lines, data


def settled(by: Viewer, study_id: UUID) -> tuple[list[str], dict[str, Any]]:
    """How the places differed and what was decided about them."""
    found = reads.differences(by, reads.rounds(by, study_id)[0].id)
    sorts = Counter(one.sort.value for one in found.places)
    choices = Counter(one.decision.choice.value for one in found.places if one.decision)
    codings = len(reads.quotes(by, study_id))
    lines = [
        f"Adjudication: {len(found.places)} places, {codings} codings in the consensus",
        "  as they were seen: " + ", ".join(f"{sort} {n}" for sort, n in sorted(sorts.items())),
        "  as was decided:    " + ", ".join(f"{choice} {n}" for choice, n in sorted(choices.items())),
    ]
    return lines, {"sorts": dict(sorts), "choices": dict(choices), "codings": codings}


def matrix(by: Viewer, study_id: UUID) -> tuple[list[str], list[dict[str, Any]]]:
    """Documents by domains of CFIR: how many passages of the consensus speak to each."""
    frame = frames.frame(CFIR)
    cells: Counter[tuple[str, str]] = Counter()
    rows: dict[str, str] = {}
    for one in reads.quotes(by, study_id, layer=Layer.CONSENSUS):
        rows[str(one.source_id)] = one.source_title
        domains = {
            frame.construct(construct).domain for frame_id, construct, _n in one.codes if frame_id == CFIR
        }
        cells.update((str(one.source_id), domain) for domain in domains)
    columns = [(one.id, one.name) for one in frame.domains if any(one.id == domain for _s, domain in cells)]
    lines = ["Framework matrix: documents by domains of CFIR (passages of the consensus)"]
    data = [{"document": rows[a], "domain": b, "passages": n} for (a, b), n in sorted(cells.items())]
    return [*lines, *table(list(rows.items()), columns, cells)], data


def table(rows: Sequence[tuple[str, str]], columns: Sequence[tuple[str, str]], cells: Cells) -> list[str]:
    """Rows and columns as (key, name), aligned for a terminal; an empty cell is a point."""
    width = max((len(name) for _key, name in rows), default=0)
    widths = [max(len(name), 4) + 2 for _key, name in columns]
    head = " " * (width + 2) + "".join(
        f"{name:>{w}}" for (_key, name), w in zip(columns, widths, strict=True)
    )
    return [
        head,
        *(
            f"  {name:{width}}"
            + "".join(
                f"{cells.get((key, column), 0) or '·':>{w}}"
                for (column, _name), w in zip(columns, widths, strict=True)
            )
            for key, name in rows
        ),
    ]


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
