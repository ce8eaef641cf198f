"""What a FHIR file brings goes in by the rooms' own actions: referrals, and answers to what we asked.

The same file twice changes nothing: a referral is known by its identifier, an answer by where the connection stands.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from linkwork.casework import actions as casework
from linkwork.casework import reads as cases
from linkwork.casework.rules.referrals import Door
from linkwork.connections import actions as connections
from linkwork.connections import reads
from linkwork.connections.rules import ONWARD, Owner, State
from linkwork.core.errors import LinkworkError
from linkwork.core.viewer import Viewer
from linkwork.exchange.fhir.reading.answers import Answer, read_answers
from linkwork.exchange.fhir.reading.file import Entries
from linkwork.exchange.fhir.reading.referrals import Incoming, Rejected, read_referrals


@dataclass
class TakenIn:
    """How many referrals and answers were new, how many were known already, and what could not be taken."""

    referrals: int = 0
    answers: int = 0
    known: int = 0
    rejected: list[Rejected] = field(default_factory=list)


def take_in(entries: Entries, *, source: str, by: Viewer, at: dt.datetime) -> TakenIn:
    """Take in all that can be taken; each entry stands for itself, so a faulty one holds up no other.

    `source` is the term of referral_sources for who sends the file: FHIR does not say it.
    """
    asked, answered = read_referrals(entries), read_answers(entries)
    done = TakenIn(rejected=[*asked.rejected, *answered.rejected])
    for one in asked.referrals:
        _each(done, one.number, lambda one=one: _referral(done, one, source, by, at))  # type: ignore[misc]
    for answer in answered.answers:
        _each(done, answer.number, lambda answer=answer: _answer(done, answer, by, at))  # type: ignore[misc]
    done.rejected.sort(key=lambda one: one.number)
    return done


def _each(done: TakenIn, number: int, act: Callable[[], None]) -> None:
    try:
        act()
    except LinkworkError as fault:
        done.rejected.append(Rejected(number, fault.reason))


def _referral(done: TakenIn, one: Incoming, source: str, by: Viewer, at: dt.datetime) -> None:
    if cases.referral_from(by, one.outside) is not None:
        done.known += 1
        return
    casework.receive_referral(
        details=one.details,
        source=source,
        wants=one.wants,
        needs=one.needs,
        referrer_name=one.referrer_name,
        referrer_organisation=one.referrer_organisation,
        urgency=one.urgency,
        agreed=one.agreed,
        door=Door.SYSTEM,
        outside=one.outside,
        by=by,
        at=at,
    )
    done.referrals += 1


def _answer(done: TakenIn, one: Answer, by: Viewer, at: dt.datetime) -> None:
    now = reads.connection(by, one.connection_id).state
    if _is_behind(one.to, now):
        done.known += 1
        return
    if one.to is State.FINISHED and now is not State.STARTED:  # what is completed took place
        connections.move(
            connection_id=one.connection_id, to=State.STARTED, told_by=Owner.PARTNER, by=by, at=at
        )
    connections.move(
        connection_id=one.connection_id,
        to=one.to,
        told_by=Owner.PARTNER,
        reason=one.reason,
        outcome=one.outcome,
        outcome_words=one.words,
        by=by,
        at=at,
    )
    done.answers += 1


def _is_behind(to: State, now: State) -> bool:
    """Whether the connection is there already, or further on: an answer that comes late or twice says nothing new."""
    if to is now:
        return True
    return to in ONWARD and now in ONWARD and ONWARD.index(to) <= ONWARD.index(now)
