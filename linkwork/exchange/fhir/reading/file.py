"""The file as a lookup: a resource or a bundle, and what its references point at."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused

Resource = dict[str, Any]


@dataclass(frozen=True)
class Entry:
    """One resource; `number` counts entries from 1, so that a person finds it again."""

    number: int
    resource: Resource

    @property
    def kind(self) -> str:
        """The resource's type."""
        return str(self.resource.get("resourceType", ""))


@dataclass
class Entries:
    """All resources of a file. A reference is looked up by its full address, by `Kind/id`, or within (`#id`)."""

    entries: list[Entry]
    by_address: dict[str, Resource] = field(default_factory=dict)

    def of_kind(self, kind: str) -> Iterator[Entry]:
        """The entries of one type, in the order of the file."""
        return (entry for entry in self.entries if entry.kind == kind)

    def follow(self, reference: Any, near: Resource) -> Resource:
        """What a Reference points at; an empty resource where it is not in the file."""
        address = str(as_dict(reference).get("reference", ""))
        if address.startswith("#"):
            inside = {str(one.get("id")): one for one in near.get("contained", []) if isinstance(one, dict)}
            return dict(inside.get(address[1:], {}))
        return self.by_address.get(address, {})


def read_file(text: str, name: str) -> Entries:
    """The resources of a JSON file. Raises Refused naming file, line and what to do."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as fault:
        raise Refused(
            _("%(file)s is not JSON: line %(line)s, %(fault)s. Export it again as FHIR R4 JSON.")
            % {"file": name, "line": fault.lineno, "fault": fault.msg}
        ) from None
    if not isinstance(data, dict) or "resourceType" not in data:
        raise Refused(_("%(file)s holds no FHIR resource: it has no resourceType.") % {"file": name})
    if data["resourceType"] != "Bundle":
        return _looked_up([(1, "", data)])
    listed = data.get("entry") or []
    found = [
        (number, str(one.get("fullUrl", "")), one["resource"])
        for number, one in enumerate(listed, 1)
        if isinstance(one, dict) and isinstance(one.get("resource"), dict)
    ]
    return _looked_up(found)


def _looked_up(found: list[tuple[int, str, Resource]]) -> Entries:
    entries = Entries([Entry(number, resource) for number, _url, resource in found])
    for _number, url, resource in found:
        entries.by_address[f"{resource.get('resourceType')}/{resource.get('id')}"] = resource
        if url:
            entries.by_address[url] = resource
    return entries


def as_list(value: Any) -> list[Any]:
    """A list of what may be one, several or nothing."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def as_dict(value: Any) -> Resource:
    """The value if it is an object, else an empty one: another system's mistakes must not end the reading."""
    return value if isinstance(value, dict) else {}


def codes_in(value: Any) -> set[str]:
    """Every code of one or several CodeableConcepts."""
    return {
        str(as_dict(one).get("code", ""))
        for concept in as_list(value)
        for one in as_list(as_dict(concept).get("coding"))
    }


def said(value: Any) -> str:
    """A CodeableConcept in words: its text, else the first display."""
    concept = as_dict(value)
    shown = [as_dict(one).get("display", "") for one in as_list(concept.get("coding"))]
    return str(concept.get("text") or next(filter(None, shown), ""))


def named(resource: Resource) -> str:
    """A person's or an organisation's name in one line; empty where there is none."""
    name = resource.get("name")
    if isinstance(name, str):
        return name
    first = as_dict(as_list(name)[0]) if as_list(name) else {}
    parts = [*as_list(first.get("given")), first.get("family", "")]
    return str(first.get("text") or " ".join(str(part) for part in parts if part))
