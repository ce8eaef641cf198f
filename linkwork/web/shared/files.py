"""Files to take away, under names that name nobody."""

import csv
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from linkwork.exchange.sheets.table import plain_text


def fhir_answer(text: str, name: str) -> HttpResponse:
    """A FHIR R4 file."""
    response = HttpResponse(text, content_type="application/fhir+json; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return response


def csv_answer(rows: Iterable[Sequence[object]], name: str) -> HttpResponse:
    """A table for a spreadsheet, the heading first: it knows the letters, and takes no cell for a formula."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    csv.writer(response).writerows([plain_text(str(cell)) for cell in row] for row in rows)
    return response
