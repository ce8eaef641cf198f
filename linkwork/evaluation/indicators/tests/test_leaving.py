"""What leaves gives nothing small away: somebody who has all of it tries; and succeeds where nothing is protected."""

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from typing import Any
from uuid import UUID

import pytest

from linkwork.core.errors import Invalid, NotAllowed, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.evaluation.indicators import reads
from linkwork.evaluation.indicators.tests.attacker import narrowed
from linkwork.extracts import actions as gate
from linkwork.extracts import reads as extracts
from linkwork.extracts.rules.logs import LogContact
from linkwork.extracts.rules.parts import Part
from linkwork.programmes.actions import start_stage
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import NOON, Cast

PARTITIONS = ("worker", "month", "mode", "site_kind", "language", "stage")
FEW = ("mode", "month")  # enough where extracts are laid side by side
START = dt.date(2025, 10, 6)
OPERATION = dt.date(2026, 1, 15)  # in the middle of a month


def log(seed: int, people: int = 40) -> list[LogContact]:
    """People met at random, in common and in rare ways."""
    chance = random.Random(seed)
    rows: list[LogContact] = []
    for person in range(people):
        first = chance.random() < 0.9
        for turn in range(chance.choice([1, 1, 2, 4])):
            rows.append(
                LogContact(
                    line=len(rows) + 2,
                    person=f"P{person}",
                    occurred_on=START + dt.timedelta(days=chance.randrange(150)),
                    worker=f"W{chance.choices(range(5), [20, 15, 10, 3, 1])[0]}",
                    mode=chance.choices(["met", "phone", "video", "group"], [30, 12, 2, 1])[0],
                    site_kind=chance.choices(["home", "venue", "office"], [20, 10, 1])[0],
                    language=chance.choices(["en", "ar", "so", "fr"], [20, 9, 3, 1])[0],
                    marked_first=(turn == 0) if first else None,
                )
            )
    return rows


class Attack:
    """Everything that was published of some extracts, as sums and as what is known of each number."""

    def __init__(self) -> None:
        self.said: dict[Any, tuple[int, int]] = {}
        self.sums: list[tuple[Any, list[Any]]] = []
        self.truth: dict[Any, int] = {}

    def read(
        self, name: str, figures: list[reads.Figure], by: str, truth: list[reads.Figure], base: int = 0
    ) -> None:
        """One page of figures, and the same without protection, to know later whether a guess is right."""
        for figure, true in zip(figures, truth, strict=True):
            at = (name, figure.definition.id)
            self._note((*at, "", ""), figure, figure.small, true, base)
            keys = [(by, group.key) for group in figure.groups]
            for group, exact in zip(figure.groups, true.groups, strict=True):
                self._note((*at, by, group.key), group, group.hidden, exact, base)
            if by in PARTITIONS and figure.definition.id in ("contacts", "first_share", "repeat_share"):
                for part in "nd" if figure.definition.denominator else "n":
                    self.sums.append(((*at, "", "", part), [(*at, *key, part) for key in keys]))

    def _note(self, at: Any, shown: Any, hidden: bool, true: Any, base: int) -> None:
        numbers = {"n": (shown.numerator, true.numerator), "d": (shown.denominator, true.denominator)}
        for part, (said, exact) in numbers.items():
            if exact is None:
                continue
            self.truth[*at, part] = exact
            if not hidden:
                self.said[*at, part] = (
                    (said, said) if not base else (max(0, said - base // 2), said + base // 2)
                )
        if at[1].endswith("_share") and true.denominator is not None:
            self.truth[*at, "r"] = true.denominator - true.numerator
            self.sums.append(((*at, "d"), [(*at, "n"), (*at, "r")]))

    def linked(self) -> None:
        """First and repeat marks are parts of one whole; and each is the other's rest."""
        for at in [one for one in self.truth if one[1] == "first_share" and one[4] == "n"]:
            repeat = (at[0], "repeat_share", *at[2:])
            self.sums.append(((*at[:4], "d"), [at, repeat]))
            self.sums.append(((*at[:4], "r"), [repeat]))
            self.sums.append(((*repeat[:4], "d"), [at, repeat]))

    def side_by_side(self, rows: Sequence[LogContact]) -> None:
        """Which days are of which month and of which stage is known: groups are sums of what is in both."""
        pieces: dict[tuple[str, str], int] = {}
        for one in rows:
            stage = "initiation" if one.occurred_on < OPERATION else "operation"
            keys = f"{one.occurred_on:%Y-%m}", stage
            pieces[keys] = pieces.get(keys, 0) + 1
        for name in {at[0] for at in self.truth}:
            for place, by in enumerate(("month", "stage")):
                for key in {keys[place] for keys in pieces}:
                    parts = [(name, "piece", *keys) for keys in pieces if keys[place] == key]
                    self.sums.append(((name, "contacts", by, key, "n"), parts))
            self.truth |= {(name, "piece", *keys): many for keys, many in pieces.items()}

    def later(self, outer: str, inner: str) -> None:
        """One extract lies inside another: what lies between is not below nought."""
        for at in [one for one in self.truth if one[0] == outer and one[4] != "r" and one[1] == "contacts"]:
            mine = (inner, *at[1:])
            self.truth.setdefault(mine, 0)
            self.truth["between", *at] = self.truth[at] - self.truth[mine]
            self.sums.append((at, [mine, ("between", *at)]))

    def found(self) -> dict[Any, int]:
        """The small numbers that are pinned to one value, and rightly so."""
        spans = narrowed(self.sums, self.said)
        return {
            name: low
            for name, (low, high) in {**self.said, **spans}.items()
            if low == high == self.truth.get(name) and 0 < low < 5
        }


def exact(cast: Cast, made: UUID, by: str, monkeypatch: pytest.MonkeyPatch) -> list[reads.Figure]:
    """The figures with every group told."""
    with monkeypatch.context() as open_:
        for name in ("telling", "figures"):
            module = import_module(f"linkwork.evaluation.indicators.reads.{name}")
            open_.setattr(module, "hidden_groups", lambda *_: frozenset())
        return reads.breakdown(cast.evaluator, made, by)


def attack(
    cast: Cast,
    made: dict[str, UUID],
    protected: bool,
    monkeypatch: pytest.MonkeyPatch,
    groupings: Sequence[str] = FEW,
) -> Attack:
    """Everything of these extracts by every grouping, published or (not protected) as it is."""
    attacker = Attack()
    for name, extract_id in made.items():
        base = extracts.extract(cast.evaluator, extract_id).base if protected else 0
        for by in groupings:
            true = exact(cast, extract_id, by, monkeypatch)
            shown = reads.leaving(cast.evaluator, extract_id, by) if protected else _open(true)
            attacker.read(name, shown, by, true, base)
    attacker.linked()
    return attacker


def _open(figures: list[reads.Figure]) -> list[reads.Figure]:
    return [replace(one, small=False) for one in figures]


def take(
    cast: Cast, rows: list[LogContact], until: dt.date | None = None, since: dt.date | None = None
) -> UUID:
    return gate.take_log(contacts=rows, by=cast.evaluator, at=NOON, part=Part(since, until))


def leave(cast: Cast, made: UUID, base: int = 0) -> None:
    gate.release(extract_id=made, by=cast.evaluator, at=NOON, base=base)


@pytest.fixture
def rows() -> list[LogContact]:
    return log(1)


@pytest.mark.parametrize("base", [0, 5])
def test_one_extract_by_every_grouping(
    cast: Cast, rows: Any, base: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = take(cast, rows)
    leave(cast, made, base)
    assert attack(cast, {"one": made}, True, monkeypatch).found() == {}
    assert attack(cast, {"one": made}, False, monkeypatch).found()  # so that this test can fail


def test_two_extracts_over_overlapping_days(cast: Cast, rows: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A period, then a longer one a little later: what came in between is small, and stays unknown."""
    made = {
        "first": take(cast, rows, until=START + dt.timedelta(days=120)),
        "then": take(cast, rows, until=START + dt.timedelta(days=127)),
    }
    for one in made.values():
        leave(cast, one)
    attacker = attack(cast, made, True, monkeypatch)
    attacker.later("then", "first")
    assert attacker.found() == {}
    careless = attack(cast, made, False, monkeypatch)
    careless.later("then", "first")
    assert any(name[0] == "between" for name in careless.found())


def test_a_part_of_a_period_that_is_out(cast: Cast, rows: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    made = {"year": take(cast, rows), "part": take(cast, rows, since=START + dt.timedelta(days=10))}
    for one in made.values():
        leave(cast, one)
    attacker = attack(cast, made, True, monkeypatch)
    attacker.later("year", "part")
    assert attacker.found() == {}


def test_months_beside_stages(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stage less its months: three contacts of November, and those of January before the second stage."""
    start_stage(stage=Stage.OPERATION, starts_on=OPERATION, by=cast.manager, at=NOON)
    months = {(2025, 10): 8, (2025, 11): 3, (2025, 12): 9, (2026, 1): 12, (2026, 2): 11}
    days = [dt.date(*month, 12 + day) for month, many in months.items() for day in range(many)]
    rows = [LogContact(n + 2, f"P{n}", day, "W1", marked_first=True) for n, day in enumerate(days)]
    made = take(cast, rows)
    leave(cast, made)
    shown, careless = (
        attack(cast, {"one": made}, way, monkeypatch, ("month", "stage")) for way in (True, False)
    )
    for one in (shown, careless):
        one.side_by_side(rows)
    assert shown.found() == {}
    assert {name[2:] for name in careless.found() if name[1] == "piece"} == {
        ("2025-11", "initiation"),
        ("2026-01", "initiation"),
    }
    stages = next(
        one for one in reads.leaving(cast.evaluator, made, "stage") if one.definition.id == "contacts"
    )
    assert [group.hidden for group in stages.groups] == [False, False]


def test_something_is_left_to_tell(cast: Cast, rows: Any) -> None:
    made = take(cast, rows)
    figures = {one.definition.id: one for one in reads.leaving(cast.evaluator, made, "mode")}
    assert not figures["contacts"].small
    groups = {group.key: group for group in figures["contacts"].groups}
    assert not groups["met"].hidden
    assert groups["group"].hidden
    rounded = take(cast, rows)
    leave(cast, rounded, 5)
    one = next(one for one in reads.leaving(cast.evaluator, rounded) if one.definition.id == "contacts")
    assert one.numerator == round(len(rows) / 5) * 5
    assert f"{one.numerator} contacts are in this extract." == one.sentence
    spread = next(
        one for one in reads.leaving(cast.evaluator, rounded) if one.definition.id == "contacts_per_person"
    )
    assert spread.denominator == spread.spread.count == 40  # type: ignore[union-attr]


def test_evidence_of_statements_is_what_may_leave(cast: Cast, rows: Any) -> None:
    made = take(cast, rows)
    found = reads.several(cast.evaluator, [(made, "contacts", "mode")])
    shown = next(
        one for one in reads.leaving(cast.evaluator, made, "mode") if one.definition.id == "contacts"
    )
    assert found[made, "contacts", "mode"] == shown


def test_extracts_that_share_only_some_days_do_not_both_leave(cast: Cast, rows: Any) -> None:
    early, late = (
        take(cast, rows, until=START + dt.timedelta(days=60)),
        take(cast, rows, since=START + dt.timedelta(30)),
    )
    apart = take(cast, rows, since=START + dt.timedelta(days=61))
    leave(cast, early)
    with pytest.raises(Refused, match="shares only some of its days"):
        leave(cast, late)
    leave(cast, apart)
    leave(cast, early)  # once is enough
    assert {one.id for one in extracts.released(cast.evaluator)} == {early, apart}
    with pytest.raises(Refused, match="not in this way"):
        leave(cast, early, 5)
    with pytest.raises(Refused, match="so it stays"):
        gate.remove(extract_id=early, why="Spoilt", by=cast.manager, at=NOON)


def test_who_may_release_what(cast: Cast, rows: Any) -> None:
    made = take(cast, rows)
    with pytest.raises(Invalid):
        leave(cast, made, 3)
    with pytest.raises(NotFound):
        leave(cast, new_id())
    with pytest.raises(NotAllowed):
        gate.release(extract_id=made, by=cast.adviser, at=NOON)
    with pytest.raises(NotAllowed):
        extracts.released(cast.worker)
    gate.remove(extract_id=made, why="Spoilt", by=cast.manager, at=NOON)
    with pytest.raises(Refused, match="do not leave any more"):
        leave(cast, made)
