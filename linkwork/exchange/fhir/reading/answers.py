"""Tasks that answer what we asked: which connection, and what the other side says of it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.connections.rules import Outcome, State
from linkwork.exchange.fhir.reading.file import Entries, Resource, as_dict, as_list, said
from linkwork.exchange.fhir.reading.referrals import Rejected
from linkwork.exchange.fhir.statuses import ANSWERS, NEEDS_REASON
from linkwork.exchange.fhir.writing.parts import CONNECTION_SYSTEM

# How an output may say what came of it; anything else is kept in words, as "not known".
OUTCOMES = {one.value: one for one in Outcome}


@dataclass(frozen=True)
class Answer:
    """What one Task says. `changed_at` is its lastModified, None where it has none; `words` what came of it."""

    number: int
    connection_id: UUID
    to: State
    reason: str
    outcome: Outcome | None
    words: str
    changed_at: dt.datetime | None


@dataclass
class ReadAnswers:
    """What a file answers."""

    answers: list[Answer] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)


def read_answers(entries: Entries) -> ReadAnswers:
    """Each Task whose focus is one of our connections. Those still only requested answer nothing."""
    found = ReadAnswers()
    for entry in entries.of_kind("Task"):
        task = entry.resource
        about = _connection(entries, task)
        if about is None or task.get("status") in ("draft", "requested"):
            continue
        wrong = _fault(task)
        if wrong:
            found.rejected.append(Rejected(entry.number, wrong))
        else:
            found.answers.append(_answer(entry.number, about, task))
    return found


def _connection(entries: Entries, task: Resource) -> UUID | None:
    """The connection's id: from the request the task points at, in the file or by its identifier alone."""
    focus = as_dict(task.get("focus"))
    for one in [*_identifiers(entries.follow(focus, task)), as_dict(focus.get("identifier"))]:
        if one.get("system") == CONNECTION_SYSTEM:
            try:
                return UUID(str(one.get("value", "")))
            except ValueError:
                return None
    return None


def _identifiers(resource: Resource) -> Iterator[Resource]:
    return (as_dict(one) for one in as_list(resource.get("identifier")))


def _fault(task: Resource) -> str:
    status = str(task.get("status", ""))
    if status not in ANSWERS:
        return _("The status “%(status)s” is none that answers a referral.") % {"status": status}
    if status in NEEDS_REASON and not said(task.get("statusReason")):
        return _("The status “%(status)s” needs a statusReason in words.") % {"status": status}
    if status == "completed" and not task.get("output"):
        return _("A completed Task needs an output that says what came of it.")
    return ""


def _answer(number: int, about: UUID, task: Resource) -> Answer:
    to = ANSWERS[str(task["status"])]
    words = [said(as_dict(one).get("valueCodeableConcept")) for one in as_list(task.get("output"))]
    words += [str(as_dict(one).get("valueString", "")) for one in as_list(task.get("output"))]
    told = " ".join(filter(None, words))
    outcome = OUTCOMES.get(told.casefold(), Outcome.NOT_KNOWN) if to is State.FINISHED else None
    return Answer(
        number, about, to, said(task.get("statusReason")), outcome, told, _moment(task.get("lastModified"))
    )


def _moment(value: object) -> dt.datetime | None:
    try:
        at = dt.datetime.fromisoformat(str(value).replace("Z", "+00:00"))
    except ValueError:
        return None
    return at if at.tzinfo else None
