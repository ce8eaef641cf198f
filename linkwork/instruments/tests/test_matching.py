"""Which strategies for which barrier: the part that ships says so, a house's own table is read strictly."""

from pathlib import Path
from typing import Any

import pytest

from linkwork.instruments import frames
from linkwork.instruments.matching import Matching, read, table

COST, LEADERS = "intervention_characteristics.cost", "process.engaging.champions"


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "table.csv"
    path.write_text(text, encoding)
    return path


def levels(matching: Matching, barrier: str) -> list[tuple[str, int]]:
    return [(one.strategy, one.level) for one in matching.of(barrier)]


def test_the_one_that_ships_is_partial() -> None:
    found = table()
    assert (found.whole, found.barriers, found.all_barriers) == (False, 12, 39)
    assert ("eric-51", 1) in levels(found, "intervention_characteristics.adaptability")
    assert all(one.level in (1, 2) for one in found.links)


def test_a_long_table(tmp_path: Path) -> None:
    text = (
        "Barrier,Strategy,Percent\nCost,Access new funding,57\ncost,eric-02,19.9 %\nChampions,eric-03,0.2\n"
    )
    found = read(write(tmp_path, text, "utf-8-sig"))
    assert levels(found, COST) == [("eric-01", 1)]
    assert levels(found, LEADERS) == [("eric-03", 2)]
    assert (found.barriers, found.whole, found.name) == (2, False, "table")


def test_a_long_table_by_level(tmp_path: Path) -> None:
    found = read(write(tmp_path, "strategy,barrier,level\neric-01,cost,2\neric-02,cost,0\n"))
    assert levels(found, COST) == [("eric-01", 2)]


def test_a_wide_table_with_every_barrier_is_whole(tmp_path: Path, settings: Any) -> None:
    barriers = [one for one in frames.frame("cfir-2009").constructs if one.kind != "domain"]
    head = ",".join(["", *(f'"{one.name}"' for one in barriers), " "])
    body = ",".join(["Access new funding", "50", *("" for _one in barriers[1:]), "a note"])
    settings.MATCHING_TABLE = str(write(tmp_path, f"{head}\n{body}\n"))
    found = table()
    assert found.whole
    assert levels(found, barriers[0].id) == [("eric-01", 1)]
    assert len(found.links) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("barrier,strategy,percent\n", "no rows"),
        ("barrier,strategy\ncost,eric-01\n", "lacks a column"),
        ("barrier,strategy,percent\nwishes,eric-01,50\n", "row 2: “wishes”"),
        ("barrier,strategy,percent\ncost,eric-99,50\n", "row 2: “eric-99”"),
        ("barrier,strategy,percent\ncost,eric-01,many\n", "“many” is no percentage"),
        (",Cost\neric-01,many\n", "“many” is no percentage"),
    ],
)
def test_a_table_that_is_wrong_says_where(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read(write(tmp_path, text))


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot be opened"):
        read(tmp_path / "nowhere.csv")
