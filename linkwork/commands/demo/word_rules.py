"""Two readers who follow word lists: which words make each of them give which codes?

They judge nothing. The second reader marks less of a sentence under some words, gives another code under one, and
passes one over, so that there is something to compare and to settle. The same text always gives the same passages.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from linkwork.commands.demo.study import Passage
from linkwork.commands.demo.study_texts import CODES
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.rules.agreement import Unit
from linkwork.evaluation.coding.rules.spans import spans

HELPS = re.compile(
    r"facilitat|strateg|improv|\bsuccessful|\bvalued|\bbuilding|achieved|champion|促进|策略|改善|成功|高度认可"
)
HINDERS = re.compile(
    r"\bbarrier|difficult|challeng|mistrust|insufficient|blurred|障碍|困难|难以|不信任|不足|模糊"
)
CLAUSE = re.compile(r"[^,;:()，；：（）]+")


class Reader(StrEnum):
    """Who reads."""

    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True)
class Rule:
    """Words (a pattern, small letters as they stand) and the codes they bring, by their short names.

    The second reader gives `second` where it is not None, and marks only the clause where `narrow`.
    """

    words: str
    codes: str
    second: str | None = None
    narrow: bool = False


RULES = (
    Rule(r"\bpartner|collaborat|inter-sectoral|合作|伙伴", "PC IW", second="PC RI"),
    Rule(r"communicat|conversation|沟通|对话|交谈", "CO IW"),
    Rule(r"\btrust|mistrust|relationship|信任|关系|联结", "RC RI", narrow=True),
    Rule(r"\b[Tt]raining|mentoring|role awareness|expertise|培训|指导未来|专业知识", "KI SK"),
    Rule(r"\bfunding|invest|polic|资金|投资|投入|政策", "FI CX"),
    Rule(r"\bvenue|\blocation|地理位置|场所|点位", "SP CX", narrow=True),
    Rule(r"\bneeds\b|需求", "ND IN"),
    Rule(r"evaluat|evidence|\bassess|评估|证据", "RE SY", second="RE CA"),
    Rule(r"COVID|新冠", "CI RF"),
    Rule(r"champion|拥护者", "OL NI"),
    Rule(r"flexib|tailored|灵活|个性化", "AD RF"),
    Rule(r"\badvocacy|倡导", "PL LE", second=""),
)


def read(text: str, reader: Reader) -> list[Passage]:
    """The passages that one reader codes, in the order of the text; one passage carries all its codes."""
    found: dict[tuple[int, int], dict[tuple[str, str], None]] = {}
    for start, end in spans(text, Unit.SENTENCE):
        for place, codes in _in_sentence(text, start, end, reader):
            found.setdefault(place, {}).update(dict.fromkeys(CODES[short] for short in codes.split()))
    return [
        Passage(start, end, tuple(codes), _valence(text[start:end]))
        for (start, end), codes in sorted(found.items())
    ]


def _in_sentence(text: str, start: int, end: int, reader: Reader) -> Iterator[tuple[tuple[int, int], str]]:
    for rule in RULES:
        second = reader is Reader.SECOND
        codes = rule.codes if not second or rule.second is None else rule.second
        hit = re.compile(rule.words).search(text, start, end)
        if hit and codes:
            yield (_clause(text, start, end, hit.start()) if second and rule.narrow else (start, end)), codes


def _clause(text: str, start: int, end: int, place: int) -> tuple[int, int]:
    """The stretch between commas and brackets in which `place` lies, without blank edges."""
    for one in CLAUSE.finditer(text, start, end):
        if one.start() <= place < one.end():
            inside = one[0]
            return one.start() + len(inside) - len(inside.lstrip()), one.start() + len(inside.rstrip())
    return start, end


def _valence(words: str) -> Valence:
    helps, hinders = bool(HELPS.search(words)), bool(HINDERS.search(words))
    if helps and hinders:
        return Valence.MIXED
    return Valence.FACILITATOR if helps else Valence.BARRIER if hinders else Valence.NEUTRAL
