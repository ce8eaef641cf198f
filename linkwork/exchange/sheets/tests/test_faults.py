"""Faults of refused rows, put together: what is put right once is said once."""

from linkwork.exchange.sheets.contact_log import Complaint, RefusedRow
from linkwork.exchange.sheets.faults import MOST_LISTED, faults

LENGTH = ("“an hour” is not a length", "Write the minutes.")


def refused(row: int, *complaints: tuple[str, str, str]) -> RefusedRow:
    return RefusedRow(row, (), tuple(Complaint(*one) for one in complaints))


def test_the_same_fault_of_many_rows_is_one_line() -> None:
    rows = [refused(n, ("Time", *LENGTH)) for n in range(2, 9)]
    rows.append(refused(9, ("Day", "“soon” is not a day", "Write it as 2026-03-12."), ("Travel", *LENGTH)))
    length, day = faults(rows)
    assert (length["count"], length["rows"], length["columns"]) == (8, [2, 3, 4, 5, 6], ["Time", "Travel"])
    assert (day["count"], day["rows"], day["columns"], day["all"]) == (1, [9], ["Day"], 2)


def test_a_row_with_the_fault_in_many_columns_is_one_row() -> None:
    (one,) = faults([refused(4, *[(f"N{n}", "“7” is no answer", "1 to 5") for n in range(7)])])
    assert (one["count"], one["columns"][-1], one["more_columns"]) == (1, "N4", True)


def test_a_fault_of_the_whole_row_has_no_column_and_only_the_commonest_are_listed() -> None:
    rows = [refused(n, ("", f"wrong {n}", "")) for n in range(50)] + [refused(50, ("", "wrong 49", ""))]
    found = faults(rows)
    assert len(found) == MOST_LISTED
    assert (found[0]["reason"], found[0]["count"], found[0]["columns"]) == ("wrong 49", 2, [])
    assert found[1]["reason"] == "wrong 0"
