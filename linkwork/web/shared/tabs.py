"""The pages of one thing as a row of tabs: which of them are there, and which is open."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise


@dataclass(frozen=True)
class Tab:
    """One page of the thing."""

    label: str
    url: str
    current: bool


def tabs(pages: Mapping[str, str | Promise], about: UUID, current: str) -> list[Tab]:
    """The tabs of `pages` (a page's name: what its tab is called) there are: an area not installed has none."""
    found = []
    for name, label in pages.items():
        try:
            found.append(Tab(str(label), reverse(name, args=[about]), name == current))
        except NoReverseMatch:
            continue
    return found
