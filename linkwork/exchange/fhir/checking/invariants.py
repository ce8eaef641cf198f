"""Rules over several fields: those of R4 by their own names, those of the guide, and that a bundle holds together."""

from collections.abc import Callable, Iterator
from typing import Any

from linkwork.exchange.fhir.statuses import NEEDS_REASON, NOT_USED

Resource = dict[str, Any]
Rule = Callable[[Resource], bool]


def _has_value(resource: Resource) -> bool:
    return any(name.startswith("value") for name in resource)


def _codes(value: Any) -> set[str]:
    listed = value if isinstance(value, list) else [value] if value else []
    return {one.get("code", "") for concept in listed for one in concept.get("coding", [])}


def _in_order(task: Resource) -> bool:
    start, end = task.get("authoredOn"), task.get("lastModified")
    return not (start and end) or str(start)[:10] <= str(end)[:10]


def _abated(condition: Resource) -> bool:
    gone = any(name.startswith("abatement") for name in condition)
    return not gone or bool(_codes(condition.get("clinicalStatus")) & {"inactive", "resolved", "remission"})


def _answers_apart(response: Resource) -> bool:
    return all(not ("answer" in item and "item" in item) for item in response.get("item", []))


RULES: dict[str, dict[str, Rule]] = {
    "Organization": {"org-1: needs a name or an identifier": lambda it: "name" in it or "identifier" in it},
    "ServiceRequest": {
        "prr-1: orderDetail needs a code": lambda it: "orderDetail" not in it or "code" in it,
    },
    "Task": {
        "inv-1: lastModified is not before authoredOn": _in_order,
        "guide: this status needs a statusReason in words": lambda it: (
            it.get("status") not in NEEDS_REASON or bool(it.get("statusReason", {}).get("text"))
        ),
        "guide: completed needs an output": lambda it: (
            it.get("status") != "completed" or bool(it.get("output"))
        ),
        "guide: received and ready are not used for referrals": lambda it: it.get("status") not in NOT_USED,
        "an output needs a value": lambda it: all(_has_value(one) for one in it.get("output", [])),
    },
    "Consent": {
        "ppc-1: needs a policy or a policyRule": lambda it: "policy" in it or "policyRule" in it,
    },
    "Condition": {
        "con-4: what has abated is inactive, resolved or in remission": _abated,
        "con-5: entered in error has no clinicalStatus": lambda it: (
            not ("entered-in-error" in _codes(it.get("verificationStatus")) and "clinicalStatus" in it)
        ),
    },
    "Goal": {
        "gol-1: a target's detail needs its measure": lambda it: all(
            "measure" in one or not any(name.startswith("detail") for name in one)
            for one in it.get("target", [])
        ),
    },
    "Observation": {
        "obs-6: a value, or the reason why there is none": lambda it: (
            not (_has_value(it) and "dataAbsentReason" in it)
        ),
    },
    "QuestionnaireResponse": {"qrs-1: an item has answers or items, not both": _answers_apart},
}


def broken(resource: Resource) -> Iterator[str]:
    """The rules this one resource breaks."""
    for rule, holds in RULES.get(resource.get("resourceType", ""), {}).items():
        if not holds(resource):
            yield rule


def broken_between(bundle: Resource) -> Iterator[str]:
    """The rules a bundle breaks: each address once (bdl-7), and nothing pointed at that is not in the file."""
    urls = [entry.get("fullUrl", "") for entry in bundle.get("entry", [])]
    yield from (f"bdl-7: {url} stands there twice" for url in sorted({u for u in urls if urls.count(u) > 1}))
    inside = set(urls) | {
        f"{entry.get('resource', {}).get('resourceType')}/{entry.get('resource', {}).get('id')}"
        for entry in bundle.get("entry", [])
    }
    for pointed in sorted(set(_references(bundle)) - inside):
        if pointed.startswith("urn:uuid:"):
            yield f"{pointed} is pointed at and is not in the file"


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("reference"), str):
            yield value["reference"]
        for one in value.values():
            yield from _references(one)
    elif isinstance(value, list):
        for one in value:
            yield from _references(one)
