"""ServiceRequests that ask the programme for support, each as a referral or as what is wrong with it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from linkwork.casework.rules.persons import PersonDetails, Urgency
from linkwork.exchange.fhir.categories import NEEDS
from linkwork.exchange.fhir.reading.file import (
    Entries,
    Entry,
    Resource,
    as_dict,
    as_list,
    codes_in,
    named,
    said,
)
from linkwork.exchange.fhir.writing.parts import CASE_SYSTEM, CONNECTION_SYSTEM
from linkwork.instruments import lists

URGENCIES = {
    "routine": Urgency.ROUTINE,
    "urgent": Urgency.SOON,
    "asap": Urgency.URGENT,
    "stat": Urgency.URGENT,
}
OURS = {CASE_SYSTEM, CONNECTION_SYSTEM}
PROHIBITED = "contacting-subject-prohibited"


@dataclass(frozen=True)
class Incoming:
    """One referral as read. `outside` is (system, value) of its identifier; `agreed` None where nothing is said."""

    number: int
    outside: tuple[str, str]
    details: PersonDetails
    wants: str
    needs: tuple[str, ...]
    referrer_name: str
    referrer_organisation: str
    urgency: Urgency
    agreed: bool | None


@dataclass(frozen=True)
class Rejected:
    """An entry that cannot be taken in: `number` in the file, what is wrong, what to do."""

    number: int
    reason: str


@dataclass
class Read:
    """What a file asks for."""

    referrals: list[Incoming] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)


def read_referrals(entries: Entries) -> Read:
    """Each active ServiceRequest that is not one of ours. Requests that are over are left aside in silence."""
    found = Read()
    for entry in entries.of_kind("ServiceRequest"):
        request = entry.resource
        if request.get("status") != "active" or any(system in OURS for system, _v in _identifiers(request)):
            continue
        wrong = _fault(entries, request)
        if wrong:
            found.rejected.append(Rejected(entry.number, wrong))
        else:
            found.referrals.append(_incoming(entries, entry))
    return found


def _identifiers(request: Resource) -> list[tuple[str, str]]:
    listed = [as_dict(one) for one in as_list(request.get("identifier"))]
    return [
        (str(one["system"]), str(one["value"])) for one in listed if one.get("system") and one.get("value")
    ]


def _fault(entries: Entries, request: Resource) -> str:
    if not _identifiers(request):
        return _("It has no identifier with system and value, so the same one could come in twice. Add one.")
    person = entries.follow(request.get("subject"), request)
    if person.get("resourceType") != "Patient":
        return _("The Patient it is about is not in the file. Put them in, and point subject at them.")
    if not named(person):
        return _("The Patient has no name. Add a name to call them by.")
    return ""


def _incoming(entries: Entries, entry: Entry) -> Incoming:
    request = entry.resource
    reasons = [entries.follow(one, request) for one in as_list(request.get("reasonReference"))]
    asks = as_dict(request.get("requester"))
    by = entries.follow(asks, request)
    return Incoming(
        number=entry.number,
        outside=_identifiers(request)[0],
        details=details_of(entries.follow(request.get("subject"), request)),
        wants="\n".join(dict.fromkeys(_words(request, reasons))),
        needs=tuple(dict.fromkeys(_needs(request, reasons))),
        referrer_name=_name(entries, by, "practitioner", "Practitioner") or str(asks.get("display", "")),
        referrer_organisation=_name(entries, by, "organization", "Organization"),
        urgency=URGENCIES.get(str(request.get("priority", "")), Urgency.ROUTINE),
        agreed=_agreed(entries, request),
    )


def _words(request: Resource, reasons: list[Resource]) -> Iterator[str]:
    texts = [said(request.get("code")), *(said(one.get("code")) for one in reasons)]
    notes = [note for one in [request, *reasons] for note in as_list(one.get("note"))]
    texts += [str(as_dict(note).get("text", "")) for note in notes]
    texts += [said(one) for one in as_list(request.get("reasonCode"))]
    return (text.strip() for text in texts if text.strip())


def _needs(request: Resource, reasons: list[Resource]) -> Iterator[str]:
    for one in [request, *reasons]:
        yield from sorted(NEEDS[code] for code in codes_in(one.get("category")) if code in NEEDS)


def _name(entries: Entries, by: Resource, role_field: str, kind: str) -> str:
    """The name of who asks, if the requester is of this kind, or the role's field says it."""
    if by.get("resourceType") == kind:
        return named(by)
    pointed = as_dict(by.get(role_field))
    return named(entries.follow(pointed, by)) or str(pointed.get("display", ""))


def _agreed(entries: Entries, request: Resource) -> bool | None:
    """Whether the person said yes to being contacted. A mark that they must not be contacted outweighs everything."""
    tasks = [one.resource for one in entries.of_kind("Task")]
    here = [one for one in tasks if entries.follow(one.get("focus"), one) is request]
    if any(PROHIBITED in str(one) for one in [request, *here]):
        return False
    consents = [entries.follow(one, request) for one in as_list(request.get("supportingInfo"))]
    consents = [one for one in consents if one.get("resourceType") == "Consent"]
    if not consents:
        return None
    return all(
        one.get("status") == "active" and as_dict(one.get("provision")).get("type") != "deny"
        for one in consents
    )


def details_of(patient: Resource) -> PersonDetails:
    """The person of a Patient. What cannot be read is left open, never guessed."""
    name = next((as_dict(one) for one in as_list(patient.get("name"))), {})
    given = " ".join(str(part) for part in as_list(name.get("given"))) or str(name.get("text", ""))
    family = str(name.get("family", ""))
    born = str(patient.get("birthDate", ""))
    return PersonDetails(
        given_name=given or family,
        family_name=family if given else "",
        born_year=int(born[:4]) if len(born) < 10 and born[:4].isdigit() else None,
        born_on=_day(born),
        phone=_reached(patient, "phone") or _reached(patient, "sms"),
        email=_reached(patient, "email"),
        language=_language(patient),
    )


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _reached(patient: Resource, system: str) -> str:
    ways = [as_dict(one) for one in as_list(patient.get("telecom"))]
    return next((str(one.get("value", "")) for one in ways if one.get("system") == system), "")


def _language(patient: Resource) -> str:
    """The language somebody speaks: preferred before others, as far as our list knows it."""

    spoken = [as_dict(one) for one in as_list(patient.get("communication"))]
    spoken.sort(key=lambda one: not one.get("preferred"))
    codes = [code.split("-")[0].lower() for one in spoken for code in sorted(codes_in(one.get("language")))]
    return next((code for code in codes if lists.has("languages", code)), "")
