"""Bundle: the file itself."""

import datetime as dt
import json
from collections.abc import Iterable
from uuid import UUID

from linkwork.exchange.fhir.writing.parts import Resource, identifier, moment, urn


def bundle(entries: Iterable[Resource], at: dt.datetime, mark: str) -> Resource:
    """A collection of resources as of `at`. `mark` names what it is about, so that the same file twice is known."""
    return {
        "resourceType": "Bundle",
        "identifier": identifier("urn:linkwork:bundle", mark),
        "type": "collection",
        "timestamp": moment(at),
        "entry": [{"fullUrl": urn(UUID(one["id"])), "resource": one} for one in entries],
    }


def as_text(resource: Resource) -> str:
    """The file's text: UTF-8, in the order it was made, ending in a line end."""
    return json.dumps(resource, ensure_ascii=False, indent=2) + "\n"
