"""Has an adviser agreed to this portrait as it now stands? Computed from its content, never typed."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from linkwork.evaluation.portraits.rules.kinds import ReviewKind


class Standing(StrEnum):
    """Where a portrait stands between its evaluator and its advisers."""

    DRAFT = "draft"  # not shown to advisers
    WAITING = "waiting"  # shown, nobody has answered
    COMMENTED = "commented"  # an adviser has asked for something
    SIGNED = "signed"  # an adviser agreed to exactly this
    CHANGED = "changed"  # an adviser agreed, and it has been changed since


@dataclass(frozen=True)
class Said:
    """One comment or sign-off, and the fingerprint of what it was said about."""

    kind: ReviewKind
    fingerprint: str


def fingerprint(content: object) -> str:
    """SHA-256 (hex) of any JSON-able content, the same for the same content on every machine."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def standing(shared: bool, now: str, said: Sequence[Said]) -> Standing:
    """`now` is the fingerprint of the portrait as it is; `said` in the order in which it was said."""
    if not shared:
        return Standing.DRAFT
    signed = [one for one in said if one.kind is ReviewKind.SIGN_OFF]
    if any(one.fingerprint == now for one in signed):
        return Standing.SIGNED
    if said and said[-1].kind is ReviewKind.COMMENT:
        return Standing.COMMENTED
    return Standing.CHANGED if signed else Standing.WAITING
