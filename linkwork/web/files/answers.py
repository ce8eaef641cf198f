"""An answer that is a file."""

from django.http import HttpResponse

QDA = "application/octet-stream"


def as_file(data: bytes, name: str, kind: str = QDA) -> HttpResponse:
    """The file to keep under this name; never shown in place, whatever is in it."""
    response = HttpResponse(data, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
