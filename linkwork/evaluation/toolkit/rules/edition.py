"""What a build of the public site starts from: plain values, before anything is left out."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from linkwork.evaluation.portraits.rules.evidence import Evidence


@dataclass(frozen=True)
class Advice:
    """One published recommendation. `strategies` are names, `constructs` (reference, name).

    `titles` is what it is called in other languages, by code; `findings` the ids of statements it rests on.
    """

    id: UUID
    title: str
    advice: str
    stage: str
    audience: str
    barrier: str
    settings: tuple[str, ...]
    constructs: tuple[tuple[str, str], ...]
    strategies: tuple[str, ...]
    checklist: tuple[str, ...]
    language: str
    titles: Mapping[str, str]
    published_on: dt.date
    findings: tuple[UUID, ...]


@dataclass(frozen=True)
class Finding:
    """One statement of a portrait. `signed_on`: when an adviser agreed to the portrait as it now stands."""

    id: UUID
    text: str
    stage: str
    kind: str
    portrait: str
    signed_on: dt.date | None
    evidence: Evidence


@dataclass(frozen=True)
class About:
    """The programme the advice comes from, and what its site says of itself. `stages` are (stage, first day)."""

    name: str
    host: str
    area: str
    target_group: str
    demonstration: bool
    stages: tuple[tuple[str, dt.date], ...]
    worker_word: str = "link worker"
    address: str = ""
    mail: str = ""
    licence: str = "CC BY 4.0"
    licence_address: str = ""


@dataclass(frozen=True)
class Edition:
    """All of it. `names`: of everybody who works in the programme, to be left out of what is printed."""

    about: About
    advice: tuple[Advice, ...]
    findings: tuple[Finding, ...]
    names: tuple[str, ...]
