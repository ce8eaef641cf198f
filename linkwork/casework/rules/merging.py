"""Two records of one person: what holds for both, and what differs so that somebody has to choose?"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from linkwork.casework.rules.names import digits_of
from linkwork.casework.rules.persons import OtherWay, PersonDetails, Prefers
from linkwork.core.text import fold

GROUPS: dict[str, tuple[str, ...]] = {  # what is chosen together, since half of it would be wrong
    "name": ("given_name", "family_name"),
    "form_of_address": ("form_of_address",),
    "born": ("born_year", "born_on"),
    "phone": ("phone", "phone_message_ok"),
    "email": ("email",),
    "prefers": ("prefers",),
    "best_time": ("best_time",),
    "language": ("language",),
    "reading_language": ("reading_language",),
    "interpreter": ("interpreter",),
    "area": ("place", "area"),
    "address": ("address",),
    "access_words": ("access_words",),
    "trusted": ("trusted_name", "trusted_relation", "trusted_phone"),
}
NOTHING: tuple[object, ...] = ("", None, False, Prefers.ANY)


def values(details: PersonDetails, group: str) -> tuple[Any, ...]:
    """What a record says in one group."""
    return tuple(getattr(details, field) for field in GROUPS[group])


def says_something(details: PersonDetails, group: str) -> bool:
    """Whether a record says anything in the group."""
    return any(value not in NOTHING for value in values(details, group))


def differing(kept: PersonDetails, absorbed: PersonDetails) -> list[str]:
    """The groups in which both records say something, and not the same: there somebody has to choose."""
    return [
        group
        for group in GROUPS
        if says_something(kept, group)
        and says_something(absorbed, group)
        and values(kept, group) != values(absorbed, group)
    ]


def merged(kept: PersonDetails, absorbed: PersonDetails, chosen: Collection[str]) -> PersonDetails:
    """The person of both records. `chosen` are the groups in which the absorbed record holds.

    Elsewhere the kept one holds, and where it says nothing the other fills in. Names, numbers and addresses that are
    not chosen stay as other names and other ways, so that nobody is lost who asks by them.
    """
    given = {
        field: getattr(absorbed if _from_absorbed(kept, absorbed, group, chosen) else kept, field)
        for group, fields in GROUPS.items()
        for field in fields
    }
    whole = replace(kept, **given)
    never = tuple(dict.fromkeys((*kept.never_by, *absorbed.never_by)))
    return replace(
        whole,
        prefers=Prefers.ANY if whole.prefers in never else whole.prefers,
        never_by=never,
        access_needs=tuple(dict.fromkeys((*kept.access_needs, *absorbed.access_needs))),
        other_names=_other_names(whole, (kept, absorbed)),
        other_ways=_other_ways(whole, (kept, absorbed)),
    )


def _from_absorbed(kept: PersonDetails, absorbed: PersonDetails, group: str, chosen: Collection[str]) -> bool:
    if group in chosen:
        return says_something(absorbed, group)
    return not says_something(kept, group) and says_something(absorbed, group)


def _other_names(whole: PersonDetails, records: Iterable[PersonDetails]) -> tuple[str, ...]:
    called = _name(whole)
    names = [name for one in records for name in (_name(one), *one.other_names)]
    found = {fold(name): name for name in reversed(names) if fold(name) != fold(called)}
    return tuple(reversed(found.values()))


def _name(details: PersonDetails) -> str:
    return f"{details.given_name} {details.family_name}".strip()


def _other_ways(whole: PersonDetails, records: Iterable[PersonDetails]) -> tuple[OtherWay, ...]:
    first = {_same_way(whole.phone), _same_way(whole.email)}
    ways = [
        way
        for one in records
        for way in (OtherWay(one.phone, "", one.phone_message_ok), OtherWay(one.email), *one.other_ways)
        if way.value
    ]
    found = {_same_way(way.value): way for way in reversed(ways) if _same_way(way.value) not in first}
    return tuple(reversed(found.values()))


def _same_way(value: str) -> str:
    return value.strip().casefold() if "@" in value else digits_of(value) or value.strip()
