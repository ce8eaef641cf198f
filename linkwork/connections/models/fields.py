"""A field that holds one value of an enum."""

from enum import StrEnum
from typing import Any

from django.db import models


def one_of(values: type[StrEnum], longest: int = 14, **options: Any) -> "models.CharField[str, str]":
    """A short text that holds one of an enum's values."""
    return models.CharField(max_length=longest, choices=[(v.value, v.value) for v in values], **options)
