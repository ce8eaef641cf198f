"""A connection as a file for the organisation that was asked."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from linkwork.casework import reads as cases
from linkwork.connections import reads
from linkwork.exchange.fhir.closed_loop import connection_bundle
from linkwork.exchange.fhir.writing.bundle import as_text
from linkwork.trail import actions as trail
from linkwork.web.shared.files import fhir_answer
from linkwork.web.shared.request import Request


@require_GET
def fhir(request: Request, connection_id: UUID) -> HttpResponse:
    """What the person agreed to share, as FHIR R4 JSON. Taking it leaves an access row."""
    card = reads.connection(request.viewer, connection_id)
    case = cases.case(request.viewer, card.case_id)
    home = request.standing.programme
    assert home is not None  # the door lets in only those who stand in a programme
    text = as_text(connection_bundle(request.viewer, card, case, home, request.at))
    trail.look(by=request.viewer, at=request.at, page="connect:fhir", person_id=case.person_id)
    return fhir_answer(text, "connection")
