"""What changed between two versions of a portrait? Both as `content` writes them down."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

Content = Mapping[str, Any]
WORDS = ("title", "focus", "interpretation", "plain")


class What(StrEnum):
    """What happened to it."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    MOVED = "moved"  # another chapter, or another place in it
    EVIDENCE = "evidence"  # rests on something else


@dataclass(frozen=True)
class Change:
    """One difference. `about`: "title", "focus", "chapter", "statement", "event", …; `stage` where it stands now."""

    what: What
    about: str
    before: str
    after: str
    stage: str = ""
    gained: int = 0
    lost: int = 0


def changes(before: Content, after: Content) -> tuple[Change, ...]:
    """From the earlier to the later, in the order of reading: the words around, chapters, statements, the timeline."""
    found = [
        Change(What.REWORDED, name, before[name], after[name])
        for name in WORDS
        if before[name] != after[name]
    ]
    for old, new in zip(before["sections"], after["sections"], strict=True):
        found += _chapter(old, new)
    return (*found, *_statements(before, after), *_events(before, after))


def _chapter(old: Content, new: Content) -> list[Change]:
    was, now = (" – ".join(filter(None, (one["heading"], one["summary"]))) for one in (old, new))
    return [Change(What.REWORDED, "chapter", was, now, new["stage"])] if was != now else []


def _placed(content: Content) -> dict[str, tuple[str, Content]]:
    return {one["id"]: (part["stage"], one) for part in content["sections"] for one in part["statements"]}


def _moved(before: Content, after: Content) -> set[str]:
    """The fewest statements that have to be moved to make one order of reading of the other, chapters included."""
    was, now = (
        [(part["stage"], one["id"]) for part in content["sections"] for one in part["statements"]]
        for content in (before, after)
    )
    shared = {one for _stage, one in was} & {one for _stage, one in now}
    was, now = ([one for one in order if one[1] in shared] for order in (was, now))
    kept = SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks()
    stayed = {now[block.b + step][1] for block in kept for step in range(block.size)}
    return shared - stayed


def _statements(before: Content, after: Content) -> list[Change]:
    old, new = _placed(before), _placed(after)
    moved = _moved(before, after)
    found = []
    for key, (stage, one) in new.items():
        if key not in old:
            found.append(Change(What.ADDED, "statement", "", one["text"], stage))
            continue
        stage_before, earlier = old[key]
        found += _statement(earlier, one, stage)
        if key in moved:
            found.append(Change(What.MOVED, "statement", stage_before, one["text"], stage))
    gone = [(stage, one) for key, (stage, one) in old.items() if key not in new]
    return found + [Change(What.REMOVED, "statement", one["text"], "", stage) for stage, one in gone]


def _statement(old: Content, new: Content, stage: str) -> list[Change]:
    found = []
    if (old["text"], old["kind"]) != (new["text"], new["kind"]):
        found.append(Change(What.REWORDED, "statement", old["text"], new["text"], stage))
    if old["plain"] != new["plain"]:
        found.append(Change(What.REWORDED, "plain", old["plain"], new["plain"], stage))
    was, now = set(old["rests_on"]), set(new["rests_on"])
    if was != now:
        many = {"gained": len(now - was), "lost": len(was - now)}
        found.append(Change(What.EVIDENCE, "statement", old["text"], new["text"], stage, **many))
    return found


def _events(before: Content, after: Content) -> list[Change]:
    old, new = ({one["id"]: one for one in content["events"]} for content in (before, after))
    found = [Change(What.ADDED, "event", "", one["title"]) for key, one in new.items() if key not in old]
    found += [
        Change(What.REWORDED, "event", old[key]["title"], one["title"])
        for key, one in new.items()
        if key in old and old[key] != one
    ]
    return found + [
        Change(What.REMOVED, "event", one["title"], "") for key, one in old.items() if key not in new
    ]
