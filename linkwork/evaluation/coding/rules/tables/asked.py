"""What can be asked of a study's codings in a table, and how is the question kept?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from linkwork.evaluation.coding.rules.rounds import Layer

SHORTEST_REACH, LONGEST_REACH = 1, 20_000


class Kind(StrEnum):
    """What codes are laid across."""

    ACROSS = "across"  # something that is known of each coding or its source
    TOGETHER = "together"  # other codes, near them in the text


class Across(StrEnum):
    """What the columns of a table are."""

    SOURCE = "source"
    GROUP = "group"
    STAGE = "stage"
    CODER = "coder"
    VALENCE = "valence"
    STUDY = "study"  # every study of the programme


class Near(StrEnum):
    """When two codes are together."""

    PASSAGE = "passage"  # they share at least one code point
    TURN = "turn"  # they touch the same turn of a talk
    REACH = "reach"  # no more than so many characters lie between them


class Count(StrEnum):
    """What is counted in a cell."""

    PASSAGES = "passages"
    SOURCES = "sources"
    WORDS = "words"  # of passages under the code; not for codes together
    STRENGTH = "strength"  # c, for codes together only


@dataclass(frozen=True)
class Asked:
    """A question. Empty `frame_a`: every code that was used; `frame_b` is for codes together, empty: `frame_a` again.

    `each` gives passages or words per source of the column. Empty `stage`, `group`, `valence` take all.
    """

    kind: Kind = Kind.ACROSS
    across: Across = Across.GROUP
    near: Near = Near.PASSAGE
    reach: int = 200
    frame_a: str = ""
    frame_b: str = ""
    domains: bool = False
    count: Count = Count.PASSAGES
    each: bool = False
    stage: str = ""
    group: str = ""
    valence: str = ""
    layer: Layer = Layer.CONSENSUS


def settled(asked: Asked) -> Asked:
    """The question without what does not fit together: words of codes together, the strength of a lone code."""
    alone = asked.kind is Kind.ACROSS
    if asked.count is (Count.STRENGTH if alone else Count.WORDS):
        asked = replace(asked, count=Count.PASSAGES)
    if asked.each and not (alone and asked.count in (Count.PASSAGES, Count.WORDS)):
        asked = replace(asked, each=False)
    if alone and asked.across is Across.CODER:  # a consensus has no coder
        asked = replace(asked, layer=Layer.CODERS)
    return replace(asked, reach=min(max(asked.reach, SHORTEST_REACH), LONGEST_REACH))


def as_kept(asked: Asked) -> dict[str, Any]:
    """The question as JSON values."""
    return {
        "kind": asked.kind.value,
        "across": asked.across.value,
        "near": asked.near.value,
        "reach": asked.reach,
        "frame_a": asked.frame_a,
        "frame_b": asked.frame_b,
        "domains": asked.domains,
        "count": asked.count.value,
        "each": asked.each,
        "stage": asked.stage,
        "group": asked.group,
        "valence": asked.valence,
        "layer": asked.layer.value,
    }


def from_kept(kept: Mapping[str, Any]) -> Asked:
    """The twin of `as_kept`. Raises KeyError or ValueError for what it never wrote."""
    return Asked(
        kind=Kind(kept["kind"]),
        across=Across(kept["across"]),
        near=Near(kept["near"]),
        reach=int(kept["reach"]),
        frame_a=str(kept["frame_a"]),
        frame_b=str(kept["frame_b"]),
        domains=bool(kept["domains"]),
        count=Count(kept["count"]),
        each=bool(kept["each"]),
        stage=str(kept["stage"]),
        group=str(kept["group"]),
        valence=str(kept["valence"]),
        layer=Layer(kept["layer"]),
    )
