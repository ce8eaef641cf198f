"""One person's record on paper, and as a file: for them, or for whoever goes on with it elsewhere."""

from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

from linkwork.casework import reads
from linkwork.trail import actions as trail
from linkwork.web.people.record import as_data, as_text, whole
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_GET
def printed(request: Request, case_id: UUID) -> HttpResponse:
    """The record as a sheet."""
    case = reads.case(request.viewer, case_id)
    trail.look(by=request.viewer, at=request.at, page="people:print", person_id=case.person_id)
    return page(request, "people/print.html", as_text(whole(request.viewer, case, request.at), request.at))


@require_GET
def as_file(request: Request, case_id: UUID) -> HttpResponse:
    """The record as JSON, under a name that names nobody."""
    case = reads.case(request.viewer, case_id)
    trail.look(by=request.viewer, at=request.at, page="people:record", person_id=case.person_id)
    answer = JsonResponse(
        as_data(whole(request.viewer, case, request.at), request.at),
        encoder=DjangoJSONEncoder,
        json_dumps_params={"ensure_ascii": False, "indent": 1},
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="record-{case.id}.json"'
    return answer
