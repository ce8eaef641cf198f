"""The official R4 JSON Schema, where it is at hand: it catches wrong codes and fields that do not exist."""

import json
from functools import cache
from typing import Any

from jsonschema import Draft6Validator

from linkwork.testing.shared import shared_path


@cache
def _schema() -> dict[str, Any]:
    text = shared_path("data/schemas/fhir-r4/fhir.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def schema_faults(resource: dict[str, Any]) -> list[str]:
    """What the schema says against a resource, entry by entry in a bundle; skips the test where it is not there.

    Each resource is held against its own definition: against the list of all kinds every fault would be said 148 times.
    """
    bare = {**resource, "entry": []} if resource["resourceType"] == "Bundle" else resource
    inside = [entry["resource"] for entry in resource.get("entry", [])]
    found = []
    for one in [bare, *inside]:
        kind = one["resourceType"]
        validator = Draft6Validator({**_schema(), "oneOf": [{"$ref": f"#/definitions/{kind}"}]})
        found += [
            f"{kind} {list(error.absolute_path)}: {error.message[:200]}" for error in _deep(validator, one)
        ]
    return found


def _deep(validator: Any, one: dict[str, Any]) -> list[Any]:
    return [deep for error in validator.iter_errors(one) for deep in (error.context or [error])]
