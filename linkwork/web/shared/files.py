"""Files to take away, under names that name nobody."""

from django.http import HttpResponse


def fhir_answer(text: str, name: str) -> HttpResponse:
    """A FHIR R4 file."""
    response = HttpResponse(text, content_type="application/fhir+json; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return response
