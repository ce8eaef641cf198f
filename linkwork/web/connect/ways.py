"""Ways to pages of other areas."""

from uuid import UUID

from django.urls import NoReverseMatch, reverse


def person_page(case_id: UUID) -> str:
    """The person's page; empty where this installation has no such area."""
    return _way("people:person", case_id)


def find_page(case_id: UUID, need_id: UUID) -> str:
    """The directory, searched for a need. Only ids are in the address."""
    found = _way("find:search")
    return f"{found}?case={case_id}&need={need_id}" if found else ""


def _way(name: str, *ids: UUID) -> str:
    try:
        return reverse(name, args=ids or None)
    except NoReverseMatch:
        return ""
