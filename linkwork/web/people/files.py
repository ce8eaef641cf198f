"""A person's record as a file to hand over."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from linkwork.casework import reads
from linkwork.exchange.fhir.record import case_bundle
from linkwork.exchange.fhir.writing.bundle import as_text
from linkwork.trail import actions as trail
from linkwork.web.shared.files import fhir_answer
from linkwork.web.shared.request import Request


@require_GET
def fhir(request: Request, case_id: UUID) -> HttpResponse:
    """The case as FHIR R4 JSON. Taking it leaves an access row, as opening the page does."""
    case = reads.case(request.viewer, case_id)
    home = request.standing.programme
    assert home is not None  # the door lets in only those who stand in a programme
    text = as_text(case_bundle(request.viewer, case, home, request.at))
    trail.look(by=request.viewer, at=request.at, page="people:fhir", person_id=case.person_id)
    return fhir_answer(text, "record")
