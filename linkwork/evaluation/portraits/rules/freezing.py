"""Writing evidence down as it stands, and reading it back the same."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from linkwork.evaluation.portraits.rules.evidence import FigureCard, FigureKey, QuoteCard

HIDDEN_FROM_FREEZING = {"coder"}  # whose reading it was stays in the coding


def freeze_quote(card: QuoteCard) -> dict[str, Any]:
    """The passage as JSON-able values. Words without consent are not in the card, so they are not kept."""
    kept = {key: _plain(value) for key, value in dataclasses.asdict(card).items()}
    return {key: value for key, value in kept.items() if key not in HIDDEN_FROM_FREEZING}


def thaw_quote(kept: Mapping[str, Any]) -> QuoteCard:
    """The passage as it was frozen."""
    ids = {key: UUID(kept[key]) for key in ("coding_id", "source_id")}
    return QuoteCard(**{**kept, **ids, "codes": tuple(kept["codes"]), "coder": ""})


def freeze_figure(card: FigureCard) -> dict[str, Any]:
    """The figure as JSON-able values; numbers as text, so that none loses a digit."""
    kept = {field.name: _plain(getattr(card, field.name)) for field in dataclasses.fields(card)}
    return kept | {"key": [*dataclasses.astuple(card.key)]}


def thaw_figure(kept: Mapping[str, Any]) -> FigureCard:
    """The figure as it was frozen."""
    value = None if kept["value"] is None else Decimal(kept["value"])
    changed = {
        "extract_id": UUID(kept["extract_id"]),
        "taken_at": dt.datetime.fromisoformat(kept["taken_at"]),
        "key": FigureKey(*kept["key"]),
        "value": value,
    }
    return FigureCard(**{**kept, **changed})


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dt.datetime):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value
