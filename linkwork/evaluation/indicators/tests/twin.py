"""The slow, obviously right twin of every figure: plain Python over rows, written from the definitions' words."""

import statistics
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

Row = dict[str, Any]
EDUCATION = {"health_information", "rights"}
LINKING = {"finding_support", "going_along", "how_it_went"}


def half_up(value: Fraction, places: int) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def share(part: int, whole: int) -> Decimal | None:
    return half_up(Fraction(100 * part, whole), 1) if whole else None


class Twin:
    """The figures of a log of contacts. Each method answers (value, numerator, denominator, missing)."""

    def __init__(self, contacts: list[Row], target: int | None = None) -> None:
        self.contacts = contacts
        self.target = target
        self.firsts = earliest(contacts)

    def derived(self, row: Row) -> bool | None:
        if row["occurred_on"] is None:
            return None
        return self.firsts[row["case_id"]] is row

    def contacts_(self) -> tuple[Any, ...]:
        undated = [row for row in self.contacts if row["occurred_on"] is None]
        return Decimal(len(self.contacts)), len(self.contacts), None, len(undated)

    def marked(self, which: bool) -> tuple[Any, ...]:
        known = [row for row in self.contacts if row["marked_first"] is not None]
        part = [row for row in known if row["marked_first"] is which]
        return (
            share(len(part), len(known)),
            len(part),
            len(known),
            len(self.contacts) - len(known),
        )

    def derived_share(self) -> tuple[Any, ...]:
        dated = [row for row in self.contacts if self.derived(row) is not None]
        part = [row for row in dated if self.derived(row)]
        return share(len(part), len(dated)), len(part), len(dated), len(self.contacts) - len(dated)

    def disagreements(self) -> tuple[Any, ...]:
        known = [
            row for row in self.contacts if row["marked_first"] is not None and self.derived(row) is not None
        ]
        part = [row for row in known if row["marked_first"] is not self.derived(row)]
        return share(len(part), len(known)), len(part), len(known), len(self.contacts) - len(known)

    def per_first(self) -> tuple[Any, ...]:
        firsts = sum(1 for row in self.contacts if row["marked_first"])
        unmarked = sum(1 for row in self.contacts if row["marked_first"] is None)
        value = half_up(Fraction(len(self.contacts), firsts), 2) if firsts else None
        return value, len(self.contacts), firsts, unmarked

    def people(self) -> tuple[Any, ...]:
        people = {row["person_id"] for row in self.contacts}
        return Decimal(len(people)), len(people), None, 0

    def reach(self) -> tuple[Any, ...]:
        people = {row["person_id"] for row in self.contacts}
        value = share(len(people), self.target) if self.target else None
        return value, len(people), self.target, 0

    def about(self, codes: set[str]) -> tuple[Any, ...]:
        known = [row for row in self.contacts if row["topics"]]
        part = [row for row in known if codes & set(row["topics"])]
        return share(len(part), len(known)), len(part), len(known), len(self.contacts) - len(known)

    def spread(self, values: Iterable[int], missing: int) -> tuple[Any, ...]:
        found = sorted(values)
        if not found:
            return None, 0, 0, missing
        return half_up(Fraction(statistics.median(found)), 1), sum(found), len(found), missing

    def all(self) -> Mapping[str, tuple[Any, ...]]:
        timed = [row for row in self.contacts if row["minutes"] is not None]
        untimed = len(self.contacts) - len(timed)
        per_person = Counter(row["person_id"] for row in self.contacts)
        minutes: Counter[str] = Counter()
        for row in timed:
            minutes[row["person_id"]] += row["minutes"]
        by_worker = Counter(row["worker_id"] for row in self.contacts if row["worker_id"] is not None)
        return {
            "contacts": self.contacts_(),
            "first_share": self.marked(True),
            "repeat_share": self.marked(False),
            "first_derived_share": self.derived_share(),
            "first_disagreements": self.disagreements(),
            "contacts_per_first": self.per_first(),
            "people_reached": self.people(),
            "reach_of_target": self.reach(),
            "contacts_per_person": self.spread(per_person.values(), 0),
            "minutes_per_contact": self.spread([row["minutes"] for row in timed], untimed),
            "minutes_per_person": self.spread(minutes.values(), untimed),
            "contacts_per_worker": self.spread(
                by_worker.values(), sum(1 for row in self.contacts if row["worker_id"] is None)
            ),
            "education_share": self.about(EDUCATION),
            "linking_share": self.about(LINKING),
            "practical_share": self.about({"practical_help"}),
        }


def earliest(contacts: list[Row]) -> dict[str, Row]:
    """The earliest dated contact of each case; on one day the marked one, then the smallest id."""
    found: dict[str, Row] = {}
    for row in contacts:
        if row["occurred_on"] is None:
            continue
        held = found.get(row["case_id"])
        if held is None or order(row) < order(held):
            found[row["case_id"]] = row
    return found


def order(row: Row) -> tuple[Any, ...]:
    return row["occurred_on"], not row["marked_first"], row["contact_id"]


def funnel(referrals: list[Row], cases: list[Row], connections: list[Row]) -> Mapping[str, tuple[Any, ...]]:
    """The steps of the funnel of distinct people."""
    referred = {row["person_id"] for row in referrals}
    accepted = {row["person_id"] for row in referrals if row["state"] == "accepted"}
    waits = [row for row in referrals if row["state"] == "received"]
    taken = {row["person_id"] for row in cases}
    met = {row["person_id"] for row in cases if row["first_contact_on"] is not None}
    connected = {
        row["person_id"] for row in connections if row["sent_on"] is not None or row["kind"] == "signpost"
    }
    went = {row["person_id"] for row in connections if row["started_on"] is not None or row["went"] == "went"}
    nobody_knows = [
        row for row in connections if row["started_on"] is None and row["went"] in (None, "not_known")
    ]
    known = {row["person_id"] for row in connections if row["outcome"] in ("helped", "partly", "not")}
    unknown = [row for row in connections if row["outcome"] not in ("helped", "partly", "not")]

    def of(people: set[str], missing: int) -> tuple[Any, ...]:
        return share(len(people), len(taken)), len(people), len(taken), missing

    return {
        "funnel_referred": (Decimal(len(referred)), len(referred), None, 0),
        "funnel_taken_on": (share(len(accepted), len(referred)), len(accepted), len(referred), len(waits)),
        "funnel_accepted": (Decimal(len(taken)), len(taken), None, 0),
        "funnel_reached": of(met, 0),
        "funnel_connected": of(connected, 0),
        "funnel_attended": of(went, len(nobody_knows)),
        "funnel_outcome": of(known, len(unknown)),
    }


def changed(rows: list[Row]) -> Mapping[str, tuple[Any, ...]]:
    """How those asked twice changed, counted one after the other."""
    counts: Counter[str] = Counter()
    for row in rows:
        if not row["paired"]:
            counts["once"] += 1
            continue
        counts["pairs"] += 1
        counts[f"began {row['began']}"] += 1
        if row["went"] is not None:
            counts["sourced"] += 1
            counts[row["went"]] += 1

    def of(part: str, whole: str) -> tuple[Any, ...]:
        return share(counts[part], counts[whole]), counts[part], counts[whole], counts["once"]

    return {
        "measures_paired": (share(counts["pairs"], len(rows)), counts["pairs"], len(rows), counts["once"]),
        "measures_better": of("better", "sourced"),
        "measures_worse": of("worse", "sourced"),
        "measures_no_room": of("began best", "pairs"),
        "measures_no_depth": of("began worst", "pairs"),
    }
