"""Files to take away, under names that name nobody."""

import csv
from collections.abc import Iterable, Iterator, Sequence

from django.http import HttpResponse

from linkwork.exchange.sheets.table import plain_text


def fhir_answer(text: str, name: str) -> HttpResponse:
    """A FHIR R4 file."""
    response = HttpResponse(text, content_type="application/fhir+json; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return response


def csv_answer(rows: Iterable[Sequence[object]], name: str) -> HttpResponse:
    """A table for a spreadsheet, the heading first: it knows the letters, and takes no cell for a formula."""
    response = HttpResponse(csv_lines(rows), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


class _Echo:
    """What a CSV writer writes, handed on at once."""

    def write(self, text: str) -> str:
        return text


def csv_lines(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """The lines of such a table, one after the other, with the mark by which spreadsheets know the letters."""
    yield "\ufeff"
    writer = csv.writer(_Echo())
    for row in rows:
        yield writer.writerow([plain_text(str(cell)) for cell in row])
