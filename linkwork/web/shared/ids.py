"""Ids that come with an address or a form: a browser may send anything."""

from collections.abc import Iterable
from uuid import UUID


def id_in(text: str) -> UUID | None:
    """The id, or None where there is none."""
    try:
        return UUID(text)
    except ValueError:
        return None


def ids_in(texts: Iterable[str]) -> list[UUID]:
    """The ids among them; anything else is left out."""
    return [found for found in map(id_in, texts) if found is not None]
