"""What is different between two states of a codebook? One change a thing that was done, in the order of reading."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from linkwork.evaluation.coding.rules.codebook import BookFrame, Codebook, CodeCard, Pair
from linkwork.evaluation.coding.rules.own import CodeState


class ChangeKind(StrEnum):
    """What became of a code or a frame."""

    FRAME_ADDED = "frame_added"
    FRAME_GONE = "frame_gone"
    FRAME_RENAMED = "frame_renamed"
    FRAME_REVISED = "frame_revised"  # a shipped frame came in another version
    ADDED = "added"
    GONE = "gone"  # out of a shipped frame; own codes are never deleted
    RENAMED = "renamed"
    REDEFINED = "redefined"
    MOVED = "moved"
    RECOLOURED = "recoloured"
    MAPPED = "mapped"
    MERGED = "merged"
    RETIRED = "retired"
    LEFT_OUT = "left_out"
    BACK = "back"


@dataclass(frozen=True)
class Change:
    """One change. `frame` and `name` are as they are now (of what is gone: were); `was` and `now` say what changed."""

    kind: ChangeKind
    frame: str
    name: str = ""
    was: str = ""
    now: str = ""


def changes(before: Codebook, after: Codebook) -> list[Change]:
    """All that is different, frame by frame. The same codebook twice has none."""
    old = {one.id: one for one in before.frames}
    new = {one.id: one for one in after.frames}
    found = [Change(ChangeKind.FRAME_ADDED, one.name) for one in after.frames if one.id not in old]
    found += [Change(ChangeKind.FRAME_GONE, one.name) for one in before.frames if one.id not in new]
    for frame in after.frames:
        if frame.id in old:
            found += _of_frame(old[frame.id], frame, before, after)
    return found


def _of_frame(was: BookFrame, now: BookFrame, before: Codebook, after: Codebook) -> Iterator[Change]:
    if was.name != now.name:
        yield Change(ChangeKind.FRAME_RENAMED, now.name, was=was.name)
    if was.version != now.version:
        yield Change(ChangeKind.FRAME_REVISED, now.name, was=was.version, now=now.version)
    old = {one.construct_id: one for one in was.codes}
    for card in now.codes:
        if card.construct_id in old:
            yield from _of_code(old[card.construct_id], card, now.name, before, after)
        elif card.state is not CodeState.MERGED:  # made and merged away in between: nobody saw it
            yield Change(ChangeKind.ADDED, now.name, card.name)
    still = {one.construct_id for one in now.codes}
    for card in was.codes:
        if card.construct_id not in still:
            yield Change(ChangeKind.GONE, now.name, card.name)


def _of_code(was: CodeCard, now: CodeCard, frame: str, before: Codebook, after: Codebook) -> Iterator[Change]:
    if was.state is not now.state:
        yield _state(now, frame, after)
    if now.state is CodeState.MERGED:
        return
    if was.name != now.name:
        yield Change(ChangeKind.RENAMED, frame, now.name, was.name, now.name)
    if _words(was) != _words(now):
        yield Change(ChangeKind.REDEFINED, frame, now.name, was.definition, now.definition)
    if was.parent != now.parent:
        parents = _name(before, frame_pair(was)), _name(after, frame_pair(now))
        yield Change(ChangeKind.MOVED, frame, now.name, *parents)
    if was.colour != now.colour:
        yield Change(ChangeKind.RECOLOURED, frame, now.name, str(was.colour), str(now.colour))
    if was.maps_to != now.maps_to:
        yield Change(ChangeKind.MAPPED, frame, now.name, _targets(before, was), _targets(after, now))


def _state(now: CodeCard, frame: str, after: Codebook) -> Change:
    if now.state is CodeState.MERGED and now.merged_into:
        return Change(ChangeKind.MERGED, frame, now.name, now=_name(after, now.merged_into))
    kind = {CodeState.RETIRED: ChangeKind.RETIRED, CodeState.LEFT_OUT: ChangeKind.LEFT_OUT}
    return Change(kind.get(now.state, ChangeKind.BACK), frame, now.name)


def frame_pair(card: CodeCard) -> Pair | None:
    """How codings name the code that a code hangs under; None where it hangs under none."""
    return (card.frame_id, card.parent) if card.parent else None


def _words(card: CodeCard) -> tuple[str, ...]:
    return card.definition, card.include, card.exclude, card.example


def _name(book: Codebook, pair: Pair | None) -> str:
    found = book.get(*pair) if pair else None
    return found.name if found else ""


def _targets(book: Codebook, card: CodeCard) -> str:
    return ", ".join(_name(book, pair) or pair[1] for pair in card.maps_to)
