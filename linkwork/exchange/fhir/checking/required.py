"""What R4 requires and its JSON Schema does not say: fields that must be there, in the resources we read and write.

R4 4.0.1, the resources' own pages, cardinality 1..1 and 1..*. Paths are dotted; a list is walked through.
"""

from collections.abc import Iterator
from typing import Any

REQUIRED: dict[str, tuple[str, ...]] = {
    "Bundle": ("type",),
    "Patient": ("communication.language", "link.other", "link.type"),
    "Organization": (),
    "ServiceRequest": ("status", "intent", "subject", "note.text"),
    "Task": ("status", "intent", "input.type", "output.type", "note.text"),
    "Consent": ("status", "scope", "category", "provision.actor.role", "provision.actor.reference"),
    "Condition": ("subject", "note.text"),
    "Goal": ("lifecycleStatus", "description", "subject", "note.text"),
    "Observation": ("status", "code", "component.code", "note.text"),
    "QuestionnaireResponse": ("status", "item.linkId"),
}
# What the guide asks of a referral and its task beyond R4.
GUIDE: dict[str, tuple[str, ...]] = {
    "ServiceRequest": ("category", "code"),
    "Task": ("focus", "for", "authoredOn", "requester", "code"),
}


def missing(resource: dict[str, Any]) -> Iterator[str]:
    """The dotted paths of what is required and not there. A resource of another kind has nothing to miss."""
    kind = resource.get("resourceType", "")
    for path in (*REQUIRED.get(kind, ()), *GUIDE.get(kind, ())):
        yield from (path for _gap in _gaps(resource, path.split(".")))


def _gaps(here: Any, path: list[str]) -> Iterator[None]:
    first, *rest = path
    value = here.get(first) if isinstance(here, dict) else None
    if not rest:
        if value in (None, "", [], {}):
            yield None
        return
    for one in value if isinstance(value, list) else [value] if value else []:
        yield from _gaps(one, rest)
