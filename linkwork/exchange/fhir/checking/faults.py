"""The checks together, each fault with where it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from linkwork.exchange.fhir.checking.invariants import broken, broken_between
from linkwork.exchange.fhir.checking.required import missing


@dataclass(frozen=True)
class Fault:
    """What is wrong: `where` is the entry (kind and place in the file, counted from 1), `rule` what it breaks."""

    where: str
    rule: str


def check(resource: dict[str, Any]) -> list[Fault]:
    """The faults of a resource, or of a bundle and all it holds, by required fields and rules; empty for none."""
    found = [Fault(where, f"{path} is missing") for where, one in _each(resource) for path in missing(one)]
    found += [Fault(where, rule) for where, one in _each(resource) for rule in broken(one)]
    if resource.get("resourceType") == "Bundle":
        found += [Fault("Bundle", rule) for rule in broken_between(resource)]
    return found


def _each(resource: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    kind = str(resource.get("resourceType", "?"))
    yield kind, resource
    if kind == "Bundle":
        for number, entry in enumerate(resource.get("entry", []), 1):
            inside = entry.get("resource", {})
            yield f"entry {number}, {inside.get('resourceType', '?')}", inside
