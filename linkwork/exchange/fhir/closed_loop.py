"""One connection as a FHIR file for the organisation that was asked: what the person agreed to share, and no more."""

import datetime as dt
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from linkwork.casework import reads as cases
from linkwork.casework.reads import CaseCard
from linkwork.casework.rules.consent import Purpose
from linkwork.connections import reads
from linkwork.connections.reads import ConnectionCard, StepCard
from linkwork.connections.rules import ENDS, Shared, State
from linkwork.core.errors import Refused
from linkwork.core.text import fold
from linkwork.core.viewer import Viewer
from linkwork.directory import reads as directory
from linkwork.exchange.fhir import terms
from linkwork.exchange.fhir.agreements import agreed
from linkwork.exchange.fhir.statuses import CONNECTIONS, NEEDS_REASON
from linkwork.exchange.fhir.writing.agreeing import Agreed, consent
from linkwork.exchange.fhir.writing.asking import Order, service_request, task
from linkwork.exchange.fhir.writing.bundle import bundle
from linkwork.exchange.fhir.writing.parts import CONNECTION_SYSTEM, Resource, points_at
from linkwork.exchange.fhir.writing.people import Subject, organization, patient
from linkwork.exchange.fhir.writing.wanting import Wanted, condition
from linkwork.programmes.reads import ProgrammeCard


def connection_bundle(
    viewer: Viewer, card: ConnectionCard, case: CaseCard, home: ProgrammeCard, at: dt.datetime
) -> Resource:
    """Patient, Condition, Consent, ServiceRequest and Task of one connection of `case`, as a Bundle.

    Raises Refused for a draft, which nobody agreed to yet, and where the consent no longer holds.
    """
    told = _agreed(viewer, card, case, at)
    service = directory.service(viewer, card.service_id)
    us, them = organization(home.id, home.name), organization(service.organisation_id, card.organisation_name)
    order = _order(viewer, card, case, home, (us, them), told)
    return bundle(
        [
            patient(_subject(card, case)),
            us,
            them,
            condition(_need(card, case, home)),
            *(consent(one) for one in told),
            service_request(order),
            task(order),
        ],
        at,
        f"connection:{card.id}",
    )


def _agreed(viewer: Viewer, card: ConnectionCard, case: CaseCard, at: dt.datetime) -> list[Agreed]:
    if card.state is State.DRAFT:
        raise Refused(_("This is a draft: nobody has agreed to share it yet. Send it first."))
    told = {fold(name) for name in (card.recipient, card.organisation_name, card.service_name, "")}
    given = [
        one
        for one in cases.consents_of(viewer, case.person_id, at)
        if one.purpose is Purpose.SHARE and one.holds and fold(one.recipient) in told
    ]
    if not given and card.state not in ENDS:
        raise Refused(_("Their consent to share this no longer holds, so there is no file."))
    return [agreed(one, case.person_id) for one in given[:1]]


def _subject(card: ConnectionCard, case: CaseCard) -> Subject:
    """The person with what they agreed to share of themselves."""
    shared = set(card.shared)
    family = case.name.removeprefix(case.given_name).strip() if Shared.NAME in shared else ""
    return Subject(
        id=case.person_id,
        given=case.given_name if Shared.NAME in shared else "",
        family=family,
        phone=case.phone if Shared.PHONE in shared else "",
        email=case.email if Shared.EMAIL in shared else "",
        language=case.language if Shared.LANGUAGE in shared else "",
    )


def _need(card: ConnectionCard, case: CaseCard, home: ProgrammeCard) -> Wanted:
    """The need by its term; the person's own words stay here unless they are what was shared."""
    return Wanted(
        id=card.need_id,
        person_id=case.person_id,
        label=terms.said(home, "needs", card.need_term),
        words="",
        since=card.created_at.date(),
        codes=terms.codings(home, "needs", card.need_term),
        category=terms.category(home, card.need_term),
    )


def _order(
    viewer: Viewer,
    card: ConnectionCard,
    case: CaseCard,
    home: ProgrammeCard,
    between: tuple[Resource, Resource],
    told: list[Agreed],
) -> Order:
    us, them = between
    status = CONNECTIONS[card.state]
    steps = reads.history(viewer, card.id)
    return Order(
        id=card.id,
        task_id=uuid5(card.id, "task"),
        system=CONNECTION_SYSTEM,
        value=str(card.id),
        person_id=case.person_id,
        status=status,
        authored_at=card.sent_at or card.created_at,
        changed_at=steps[-1].at if steps else card.created_at,
        what=card.service_name,
        category=terms.category(home, card.need_term),
        words=card.wants if Shared.WANTS in card.shared else "",
        asks=points_at(UUID(us["id"]), "Organization", us["name"]),
        asked=points_at(UUID(them["id"]), "Organization", them["name"]),
        reason=_reason(steps, card) if status in NEEDS_REASON else "",
        result=card.outcome.value if card.outcome and status == "completed" else "",
        conditions=(card.need_id,),
        consents=tuple(one.id for one in told),
    )


def _reason(steps: list[StepCard], card: ConnectionCard) -> str:
    last = steps[-1]
    starts = _("Starts on %(day)s.") % {"day": card.starts_on.isoformat()} if card.starts_on else ""
    return last.reason or (last.why.value.replace("_", " ") if last.why else "") or starts or card.state.value
