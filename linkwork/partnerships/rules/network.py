"""Who works with whom, how much of it reaches across sectors, and which partners only one worker knows."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from linkwork.partnerships.rules.partners import Practice, Reach, Sector, reach_of


@dataclass(frozen=True)
class Tie:
    """How often one worker and one partner did one thing together in a period. `worker_id` None: nobody is named."""

    worker_id: UUID | None
    worker_name: str
    partner_id: UUID
    partner_name: str
    sector: Sector
    practice: Practice
    times: int
    last_on: dt.date


@dataclass(frozen=True)
class Knot:
    """Everything one worker and one partner did together in a period."""

    worker_id: UUID
    worker_name: str
    partner_id: UUID
    partner_name: str
    sector: Sector
    practices: tuple[tuple[Practice, int], ...]
    times: int
    last_on: dt.date


@dataclass(frozen=True)
class Share:
    """Work with partners in one period, within health care and across sectors."""

    begins_on: dt.date
    sectoral: int
    inter_sectoral: int


def knots(ties: Iterable[Tie]) -> list[Knot]:
    """One for each worker and partner, the most worked with first. Work that names no worker is left out."""
    found: dict[tuple[UUID, UUID], list[Tie]] = {}
    for tie in ties:
        if tie.worker_id is not None:
            found.setdefault((tie.worker_id, tie.partner_id), []).append(tie)
    made = [_knot(worker_id, both) for (worker_id, _partner), both in found.items()]
    return sorted(made, key=lambda one: (-one.times, one.partner_name, one.worker_name))


def _knot(worker_id: UUID, ties: list[Tie]) -> Knot:
    one = ties[0]
    done = dict.fromkeys(Practice, 0)
    for tie in ties:
        done[tie.practice] += tie.times
    return Knot(
        worker_id=worker_id,
        worker_name=one.worker_name,
        partner_id=one.partner_id,
        partner_name=one.partner_name,
        sector=one.sector,
        practices=tuple((practice, times) for practice, times in done.items() if times),
        times=sum(done.values()),
        last_on=max(tie.last_on for tie in ties),
    )


def only_one(found: Iterable[Knot]) -> list[Knot]:
    """The partners only one worker knows: when that worker goes, so does the partner. Most worked with first."""
    by_partner: dict[UUID, list[Knot]] = {}
    for knot in found:
        by_partner.setdefault(knot.partner_id, []).append(knot)
    alone = [both[0] for both in by_partner.values() if len(both) == 1]
    return sorted(alone, key=lambda one: (-one.times, one.partner_name))


def shares(counted: Iterable[tuple[dt.date, Sector, int]]) -> list[Share]:
    """Counts by (any day of a period's beginning, sector) added up by reach, the earliest period first."""
    found: dict[dt.date, dict[Reach, int]] = {}
    for begins_on, sector, times in counted:
        both = found.setdefault(begins_on, dict.fromkeys(Reach, 0))
        both[reach_of(sector)] += times
    return [
        Share(day, both[Reach.SECTORAL], both[Reach.INTER_SECTORAL]) for day, both in sorted(found.items())
    ]
