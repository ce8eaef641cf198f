"""A project with one of everything we carry, in scripts that are counted differently."""

import datetime as dt
from uuid import UUID

from linkwork.exchange.refi_qda.shapes import (
    Case,
    Code,
    CodeSet,
    Mark,
    Note,
    Passage,
    Project,
    Text,
    User,
    Value,
    Variable,
)

AT = dt.datetime(2026, 3, 4, 9, 30, tzinfo=dt.UTC)
WORDS = "Trust 😀 came first.\nثم جاء الأمل.\n信任是第一位的。\n"


def number(last: int) -> UUID:
    """A made-up id."""
    return UUID(int=last)


TRUST, HOPE, CONTEXT, AMAL = number(11), number(12), number(10), number(1)
MARK = Mark(number(31), TRUST, AMAL, AT, (number(41),))
PASSAGES = (
    Passage(number(21), 0, 20, (MARK, Mark(number(32), HOPE, AMAL)), "Trust came first", by=AMAL, at=AT),
    Passage(number(22), 21, 34, (), "", "To come back to", (number(41),)),
)
PROJECT = Project(
    name="How trust grows",
    origin="Linkwork",
    users=(User(AMAL, "A coder"),),
    codes=(
        Code(
            CONTEXT,
            "Context",
            codable=False,
            codes=(Code(TRUST, "Trust", "Being relied on", "#2f6f4e"), Code(HOPE, "Hope")),
        ),
    ),
    variables=(Variable(number(51), "Group"), Variable(number(52), "Age", "Integer")),
    cases=(
        Case(number(61), "North", "A practice", (Value(number(52), "41"),), (number(71),), (number(22),)),
    ),
    texts=(
        Text(
            number(71),
            "Interview 1",
            WORDS,
            PASSAGES,
            (Mark(number(33), HOPE),),
            (Value(number(51), "worker"),),
            (number(41),),
            "By phone",
        ),
    ),
    notes=(Note(number(41), "A thought", "Is this trust?", AMAL, AT),),
    sets=(CodeSet(number(81), "For the paper", (TRUST, HOPE), "Both"),),
    description="A study",
)
