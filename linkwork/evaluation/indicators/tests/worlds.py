"""Invented records for the figures: every table of a real extract, with its real columns, filled by chance."""

import datetime as dt
import random
from typing import Any

import pyarrow as pa

from linkwork.extracts import gather

Row = dict[str, Any]
World = dict[str, list[Row]]
TAKEN = dt.date(2026, 6, 30)
FIRST = dt.date(2026, 1, 1)
KINDS = {
    "id": pa.string(),
    "text": pa.string(),
    "day": pa.date32(),
    "whole": pa.int64(),
    "number": pa.float64(),
    "flag": pa.bool_(),
}
# The words each column may hold; any other text is one of two.
WORDS: dict[str, list[str]] = {
    "referrals.state": ["received", "accepted", "declined", "withdrawn"],
    "appointments.state": ["planned", "cancelled"],
    "appointments.attended": ["yes", "no", "not_known"],
    "connections.kind": ["signpost", "referral", "warm_handover"],
    "connections.outcome": ["helped", "partly", "not", "not_known"],
    "connections.went": ["went", "did_not_go", "not_known"],
    "plan_actions.state": ["to_do", "done", "dropped"],
    "goals.state": ["open", "reached", "set_aside"],
    "adaptations.planned": ["planned_proactive", "planned_reactive", "unplanned_reactive"],
    "adaptations.fidelity": ["consistent", "inconsistent", "unknown"],
    "feedback.about": ["support", "service"],
    "feedback.rating": ["very_good", "good", "mixed", "poor"],
    "relationship_ratings.side": ["us", "them"],
    "factors.influence": ["helps", "hinders", "both"],
    "factors.state": ["open", "eased", "solved"],
    "partners.reach": ["sectoral", "inter_sectoral"],
    "interactions.reach": ["sectoral", "inter_sectoral"],
    "interactions.quality": ["well", "mixed", "difficult"],
    "advocacy.result": ["open", "won", "partly", "lost", "dropped"],
    "visits.state": ["planned", "under_way", "ended", "cancelled"],
    "changes.direction": ["better", "same", "worse", "too_early"],
    "measure_pairs.went": ["better", "steady", "worse"],
    "measure_pairs.began": ["best", "between", "worst"],
}
POOLS = {"person_id": 6, "worker_id": 4, "partner_id": 5, "case_id": 8, "goal_id": 5}
OWN = {
    "cases": "case_id",
    "partners": "partner_id",
    "workers": "worker_id",
}  # whose rows are the ids themselves
TABLES: dict[str, Any] = {table.name: table for table in gather.record_tables()}
SCHEMAS = {
    name: pa.schema([(one.name, KINDS[one.kind]) for one in table.columns]) for name, table in TABLES.items()
}


def world(seed: int, rows: int = 25) -> World:
    """Every table, up to `rows` rows each; ids of cases, partners and workers meet."""
    chance = random.Random(seed)
    found: World = {}
    for name, table in TABLES.items():
        size = POOLS[OWN[name]] if name in OWN else chance.randrange(rows)
        found[name] = [_row(chance, table, number) for number in range(size)]
    found["stages"] = [
        {"stage": "initiation", "starts_on": dt.date(2026, 1, 15)},
        {"stage": "operation", "starts_on": dt.date(2026, 3, 15)},
    ]
    return found


def _row(chance: random.Random, table: Any, number: int) -> Row:
    return {one.name: _value(chance, table, one, number) for one in table.columns}


def _value(chance: random.Random, table: Any, one: Any, number: int) -> Any:
    if one is table.columns[0] and one.kind == "id" and (table.name in OWN or one.name not in POOLS):
        return f"{one.name}-{number}"
    if chance.random() < 0.15:
        return None
    match one.kind:
        case "id":
            return f"{one.name}-{chance.randrange(POOLS.get(one.name, 20))}"
        case "day":
            return FIRST + dt.timedelta(days=chance.randrange(-20, 190))
        case "whole":
            return chance.randrange(0, 90)
        case "number":
            return chance.randrange(2, 11) / 2
        case "flag":
            return chance.random() < 0.5
        case _:
            return chance.choice(WORDS.get(f"{table.name}.{one.name}", ["one", "two"]))
