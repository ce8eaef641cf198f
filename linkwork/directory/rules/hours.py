"""When is it open, as far as the prose says so for certain?

People write hours in a hundred shapes. What this reads is a small grammar: days, then times, nothing else. One word
more ("by appointment", "fortnightly", "Drop in Centre") and the answer is None: the prose then stands alone.
"""

import re
from collections.abc import Iterable

from linkwork.directory.rules.kinds import OpenTime

DAY = 24 * 60
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY_NAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?"
_DAY_WORD = re.compile(rf"\b{_DAY_NAME}\b")
_RANGE_OF_DAYS = rf"{_DAY_NAME}\s*(?:to|-)\s*{_DAY_NAME}"
_GROUP = re.compile(
    rf"(?:{_RANGE_OF_DAYS}|{_DAY_NAME})"
    rf"(?:\s*(?:,|&|and)\s*(?:and\s+)?(?:{_RANGE_OF_DAYS}|{_DAY_NAME}))*|daily|every day"
)
_CLOSED_DAYS = re.compile(rf"\bclosed\s+({_GROUP.pattern})(?!\s*:)")
_CLOCK = r"(?:(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm|noon|midnight)?|(noon|midnight))"
_TIMES = re.compile(rf"{_CLOCK}\s*(?:-|to)\s*{_CLOCK}")
_BETWEEN = re.compile(r"\s*(?:,|;|&|and)\s*")
_HOLIDAYS = re.compile(r"(?:^|[;\n])\s*public holidays\s*:?[^;\n]*", re.IGNORECASE)
_ALL_DAY = re.compile(r"^(?:open\s+)?24\s*(?:hours|hrs)$|^24/7$")


def parse_hours(text: str) -> tuple[OpenTime, ...] | None:
    """The weekly open times `text` states, by day and time; None unless every word of it was understood.

    A line about public holidays is left aside: it says nothing about the week. Days not mentioned are not open.
    """
    plain = _plain(_HOLIDAYS.sub("\n", text))
    if _ALL_DAY.match(plain):
        return tuple(OpenTime(day, 0, DAY) for day in range(7))
    stated: dict[int, list[OpenTime]] = {}
    for days, times in _groups(plain):
        spans = _spans(times)
        if spans is None or not days or any(day in stated for day in days):
            return None
        for day in days:
            stated[day] = [OpenTime(day, opens, closes) for opens, closes in spans]
    found = tuple(time for day in sorted(stated) for time in stated[day])
    return found or None


def _plain(text: str) -> str:
    """One case, one dash, one way of writing am and pm, single spaces."""
    plain = re.sub(r"[–—−]", "-", text.strip().casefold())
    plain = re.sub(r"\s*\n\s*", "; ", plain)
    plain = re.sub(r"\b([ap])\.?\s?m\b\.?", r"\1m", plain)
    plain = re.sub(r"12(?:[.:]00)?\s*(noon|midnight)", r"\1", plain)
    plain = re.sub(r"\b(only|from)\b", " ", plain)
    plain = re.sub(rf"(^|\s)-\s+(?={_DAY_NAME})", r"\1; ", plain)
    return re.sub(r"\s+", " ", plain).strip(" ;,")


def _groups(plain: str) -> list[tuple[list[int], str]]:
    """(days, what is said of them) in order; no days for words before the first day, or where there is none."""
    turned = _CLOSED_DAYS.sub(r"; \1: closed", plain).strip(" ;,")
    heads = list(_GROUP.finditer(turned))
    if not heads or turned[: heads[0].start()].strip(" ;,:"):
        return [([], turned)]
    ends = [*(head.start() for head in heads[1:]), len(turned)]
    return [
        (_days(head.group()), turned[head.end() : end].strip(" ;,:"))
        for head, end in zip(heads, ends, strict=True)
    ]


def _days(text: str) -> list[int]:
    """The days a heading names; none where it names one twice."""
    if text in ("daily", "every day"):
        return list(range(7))
    found: list[int] = []
    for part in re.findall(rf"{_RANGE_OF_DAYS}|{_DAY_NAME}", text):
        ends = [_day(name) for name in _DAY_WORD.findall(part)]
        found += (
            range(ends[0], ends[-1] + 1)
            if ends[0] <= ends[-1]
            else [*range(ends[0], 7), *range(ends[-1] + 1)]
        )
    return found if len(found) == len(set(found)) else []


def _day(name: str) -> int:
    return next(number for number, day in enumerate(_DAYS) if day.startswith(name[:3]))


def _spans(said: str) -> list[tuple[int, int]] | None:
    """The opening spans of a day, in order; an empty list for "closed"; None unless every word was understood."""
    if said == "closed":
        return []
    if _ALL_DAY.match(said):
        return [(0, DAY)]
    spans: list[tuple[int, int]] = []
    for part in _BETWEEN.split(said):
        match = _TIMES.fullmatch(part.strip())
        span = _span(match) if match else None
        if span is None or (spans and span[0] < spans[-1][1]):
            return None
        spans.append(span)
    return spans


def _span(match: re.Match[str]) -> tuple[int, int] | None:
    """One span in minutes; None where morning and afternoon cannot be told apart, or the times make no sense."""
    first, second = match.group(1, 2, 3, 4), match.group(5, 6, 7, 8)
    opens, closes = _minutes(*first), _minutes(*second)
    if opens is None and closes is None and not first[2] and not second[2]:
        opens, closes = _by_24_hours(first), _by_24_hours(second)
        if opens is None or closes is None or not (match.group(1).startswith("0") or closes >= 13 * 60):
            return None
    if opens is None or closes is None:
        return None
    if closes in (DAY - 1, 0):
        closes = DAY
    if closes <= opens:  # past midnight, if that is believable
        return (opens, closes + DAY) if opens >= 12 * 60 and closes <= 6 * 60 else None
    if opens == 0 and closes != DAY:  # "12:00 AM - 11:59 AM": more likely a slip than a morning
        return None
    return opens, closes


def _minutes(hour: str | None, minute: str | None, half: str | None, word: str | None) -> int | None:
    """Minutes after midnight of a time with am or pm, noon or midnight; None without."""
    if word or half in ("noon", "midnight"):
        if hour:
            return None  # "11 noon": "12 noon" was made plain before
        return 12 * 60 if "noon" in (word, half) else 0
    if hour is None or half is None or not 1 <= int(hour) <= 12 or int(minute or 0) > 59:
        return None
    return (int(hour) % 12 + (12 if half == "pm" else 0)) * 60 + int(minute or 0)


def _by_24_hours(clock: tuple[str | None, ...]) -> int | None:
    hour, minute = clock[0], clock[1]
    if (
        hour is None
        or minute is None
        or int(hour) > 24
        or int(minute) > 59
        or (int(hour) == 24 and int(minute))
    ):
        return None
    return int(hour) * 60 + int(minute)


def half_hours(times: Iterable[OpenTime]) -> tuple[int, ...]:
    """Seven numbers, Monday first: bit n is set where it is open at some time in the n-th half hour."""
    week = [0] * 7
    for time in times:
        for half in range(time.opens // 30, -(-time.closes // 30)):
            week[(time.day + half // 48) % 7] |= 1 << (half % 48)
    return tuple(week)


def open_at(times: Iterable[OpenTime], day: int, minute: int | None) -> OpenTime | None:
    """The opening that covers the half hour of `minute` on `day` (any opening that day for None), if there is one."""
    for time in times:
        if minute is None and time.day == day:
            return time
        if minute is not None:
            mask = half_hours([time])[day]
            if mask >> (minute // 30) & 1:
                return time
    return None
