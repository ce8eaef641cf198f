"""Ids sort by time, periods know their days, viewers their roles, errors their reason."""

import datetime as dt
import subprocess
import sys

import pytest

from linkwork.core.errors import Invalid, Refused
from linkwork.core.facts import Column, ColumnKind
from linkwork.core.ids import id_at, new_id
from linkwork.core.periods import Period
from linkwork.core.privacy import PrivacyClass
from linkwork.core.viewer import NOBODY, Role, system

pytestmark = pytest.mark.rules
DAY = dt.date(2026, 3, 12)


def test_ids_sort_by_time() -> None:
    early = id_at(dt.datetime(2025, 1, 1, tzinfo=dt.UTC))
    assert early.version == 7
    assert early < id_at(dt.datetime(2025, 1, 2, tzinfo=dt.UTC)) < new_id()


def test_a_period_counts_both_ends() -> None:
    week = Period(DAY, DAY + dt.timedelta(days=6))
    assert DAY in week
    assert DAY + dt.timedelta(days=6) in week
    assert DAY + dt.timedelta(days=7) not in week
    assert DAY + dt.timedelta(days=999) in Period(DAY)


def test_a_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Period(DAY, DAY - dt.timedelta(days=1))


def test_months_of_a_period() -> None:
    months = list(Period(dt.date(2025, 12, 31)).months(DAY))
    assert months == [dt.date(2025, 12, 1), dt.date(2026, 1, 1), dt.date(2026, 2, 1), dt.date(2026, 3, 1)]


def test_viewers() -> None:
    assert system(None).has(Role.MANAGER)
    assert not NOBODY.has(Role.WORKER)
    with pytest.raises(LookupError):
        _ = NOBODY.programme
    with pytest.raises(LookupError):
        _ = NOBODY.worker_id


def test_errors_carry_a_sentence() -> None:
    assert Refused("No.").reason == "No."
    assert Invalid({"name": "Give a name."}).reason == "Give a name."


@pytest.mark.parametrize("privacy", [PrivacyClass.IDENTIFYING, PrivacyClass.SENSITIVE, PrivacyClass.SECRET])
def test_what_names_a_person_cannot_cross_the_wall(privacy: PrivacyClass) -> None:
    with pytest.raises(ValueError, match="may not cross the wall"):
        Column("name", ColumnKind.TEXT, privacy, "no figure needs it")


def test_arrow_takes_lists_without_pandas_and_gives_its_tables_where_they_are_asked_for() -> None:
    said = """
import sys
from linkwork.core.arrow import arrow
print(arrow().array(["a", None]).null_count, "pandas" in sys.modules)
print(arrow().table({"a": [1, 2]}).to_pandas().a.sum(), "pandas" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "False", "3", "True"]
