"""Which words of a text would give somebody away, and why do we think so?

Plain rules and no model: each finding says what it was found by, and a person decides. What is looked for: names after
a greeting ("Dr Amal"), after an introduction ("my name is …"), of speakers, and capitalised words inside a sentence;
the programme's own people, places and partners; telephone numbers, addresses, dates, and long numbers such as those
of insurances.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from linkwork.core.text import fold
from linkwork.evaluation.studies.rules.turns import ASKING
from linkwork.evaluation.studies.rules.words import NameKind


class Why(StrEnum):
    """What a finding was found by."""

    KNOWN = "known"  # the programme's own people, places and partners
    SPEAKER = "speaker"
    GREETING = "greeting"
    INTRODUCED = "introduced"
    CAPITALS = "capitals"
    AFTER_IN = "after_in"  # capitalised, after a word such as "in"
    SHAPE = "shape"  # looks like a number, an address, a date
    ASKED = "asked"  # somebody who reads the text named it


@dataclass(frozen=True)
class Finding:
    """Words that may give somebody away, by their place in the text."""

    start: int
    end: int
    words: str
    kind: NameKind
    why: Why


_CAP = r"[^\W\d_a-zà-öø-ÿ\u0600-\u06ff\u2e80-\u9fff][\w’'\-]*"  # a word with a capital, in scripts that have them
_ARABIC = r"[\u0621-\u06ff]{2,}"
_HAN = r"[\u4e00-\u9fff]"
_JOINED = re.compile(r"[\u0621-\u06ff\u4e00-\u9fff]")
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|"
    "aug|sept|sep|oct|nov|dec|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "januari|februari|maj|juni|juli|augusti|oktober|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|"
    "نوفمبر|ديسمبر"
)
_SHAPES: list[tuple[NameKind, re.Pattern[str]]] = [
    (NameKind.EMAIL, re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    (NameKind.DATE, re.compile(r"\b\d{4}-\d{2}-\d{2}\b(?!-)|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")),
    (NameKind.DATE, re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th|er|e)?[ .]+(?:{_MONTHS})\b(?:,? \d{{4}})?", re.I)),
    (NameKind.DATE, re.compile(rf"\b(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}})?", re.I)),
    (NameKind.DATE, re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]")),
    (NameKind.NUMBER, re.compile(r"\b(?:\d{6}|\d{8})[-+]\d{4}\b|\b\d{3} \d{3} \d{4}\b")),
    (NameKind.NUMBER, re.compile(r"\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-Z]\b")),
    (NameKind.PHONE, re.compile(r"(?<![\w.])(?:\+|00)?\(?\d{2,4}\)?(?:[ \-./]?\d{2,4}){2,4}(?![\w])")),
    (NameKind.NUMBER, re.compile(r"\b[\d٠-٩۰-۹]{6,}\b")),
]  # fmt: skip
_GREETING = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Sister|Nurse|Imam|Father|Mme|Mlle|Madame|Monsieur|M\.|Herr|Fru)\.?"
    rf"[ ](?P<name>{_CAP}(?: {_CAP}){{0,2}})"
    rf"|(?:السيدة|السيد|الدكتورة|الدكتور|دكتورة|دكتور|الأستاذة|الأستاذ|أم|أبو) (?P<arabic>{_ARABIC})"
    rf"|(?P<han>{_HAN}{{1,3}})(?:先生|女士|小姐|医生|老师|太太)"
)
_INTRODUCED = re.compile(
    rf"\b(?:[Mm]y name is|[Ii] am called|call me|named|called|[Jj]e m’appelle|[Jj]e m'appelle|[Jj]ag heter|heter) "
    rf"(?P<name>{_CAP}(?: {_CAP}){{0,2}})"
    rf"|(?:اسمي|اسمها|اسمه) (?P<arabic>{_ARABIC})"
    rf"|(?:我叫|名叫)(?P<han>{_HAN}{{2,3}})"
)
_CAPITALS = re.compile(rf"{_CAP}(?: (?:al |el |de |van |von |bin |ibn )?{_CAP})*")
_NOBODY = re.compile(  # who speaks, and yet no name
    r"\w{1,2}|\w{1,3}\d+|(?i:speaker|participant|person|respondent|interviewee|deltagare|talare|intervjuperson"
    r"|participante|répondante?|personne|المشاركة?|المتحدثة?|المجيبة?|参与者|受访者|发言人) ?(?:\d{0,3}|[A-Z])"
)
_BEFORE_PLACE = re.compile(r"\b(?:in|at|from|to|near|à|de|i|på|från|till|vid) $")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:：“\"«(\[\n]|\*\*|- )[\s“\"«’'(\[*–-]*$")
_REPLACED = re.compile(r"\[[A-Z][a-z]+ \d+\]")  # as `replacement` writes it
COMMON = {
    fold(word)
    for word in (
        "I", "I’m", "I've", "I’ve", "I’d", "I’ll", "I'm", "I'd", "I'll", "OK", "GP", "GPs", "NHS", "TV", "A",
        "The", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January",
        "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December", "Christmas", "Easter", "Ramadan", "Eid", "English", "Arabic", "French", "Swedish",
        "Chinese", "Spanish", "Somali", "Turkish", "Polish", "Muslim", "Christian", "Interviewer", "Covid",
        "God", "Allah", "Mr", "Mrs", "Ms", "Dr", "Then", "When", "There", "My", "After", "Before", "If",
        "What", "Our", "In", "On", "At", "Yes", "No", "And", "But", "So", "Well", "Oh", "It", "They", "We",
        "You", "He", "She", "This", "That",
    )
}  # fmt: skip
_RANK = {
    Why.SHAPE: 0,
    Why.KNOWN: 1,
    Why.GREETING: 2,
    Why.INTRODUCED: 2,
    Why.SPEAKER: 3,
    Why.CAPITALS: 4,
    Why.AFTER_IN: 4,
}


def findings(
    text: str, known: Mapping[NameKind, Iterable[str]] | None = None, speakers: Iterable[str] = ()
) -> list[Finding]:
    """What may give somebody away, in the order of the text, none over another.

    `known` are the programme's own names by kind; `speakers` are the names its turns carry.
    """
    found = [*_shapes(text), *_known(text, known or {}), *_spoken(text, speakers)]
    found += _named(text, _GREETING, Why.GREETING)
    found += _named(text, _INTRODUCED, Why.INTRODUCED)
    found += _again(text, found)
    found += _capitals(text)
    return _apart(text, found)


def asked_for(text: str, words: Iterable[str], found: Iterable[Finding] = ()) -> list[Finding]:
    """Where words stand that a reader names, in the order named; what was `found` already is not found again.

    In scripts that write small words onto a name (Arabic "to Fatima") or no spaces at all, also inside a longer word.
    """
    taken = {at for one in found for at in range(one.start, one.end)}
    asked = []
    for one in dict.fromkeys(name.strip() for name in words):
        places = _inside(text, one) if _JOINED.match(one) else _places(text, one, NameKind.NAME, Why.ASKED)
        free = [place for place in places if not taken.intersection(range(place.start, place.end))]
        taken |= {at for place in free for at in range(place.start, place.end)}
        asked += free
    return asked


def _inside(text: str, words: str) -> Iterator[Finding]:
    for match in re.finditer(re.escape(words), text) if len(words) > 1 else ():
        yield _finding(text, match.start(), match.end(), NameKind.NAME, Why.ASKED)


def replacement(kind: NameKind, number: int) -> str:
    """What stands for a name: "[Name 1]". The same in every language: a text shows at once what was replaced."""
    return f"[{kind.value.capitalize()} {number}]"


def _shapes(text: str) -> Iterator[Finding]:
    for kind, pattern in _SHAPES:
        for match in pattern.finditer(text):
            yield _finding(text, match.start(), match.end(), kind, Why.SHAPE)


def _known(text: str, known: Mapping[NameKind, Iterable[str]]) -> Iterator[Finding]:
    for kind, names in known.items():
        for name in dict.fromkeys(names):
            for words in {name, *_parts(name, kind)}:
                yield from _places(text, words, kind, Why.KNOWN)


def _spoken(text: str, speakers: Iterable[str]) -> Iterator[Finding]:
    for name in dict.fromkeys(speakers):
        if fold(name) not in ASKING and not _NOBODY.fullmatch(name):
            for words in {name, *_parts(name, NameKind.NAME)}:
                yield from _places(text, words, NameKind.NAME, Why.SPEAKER)


def _parts(name: str, kind: NameKind) -> list[str]:
    """A person is also called by a part of their name; a place is not."""
    return [part for part in name.split() if len(part) > 2] if kind is NameKind.NAME else []


def _places(text: str, words: str, kind: NameKind, why: Why) -> Iterator[Finding]:
    if len(words.strip()) < 2:
        return
    edge = ("", "") if re.match(_HAN, words) else (r"(?<!\w)", r"(?!\w)")
    for match in re.finditer(edge[0] + re.escape(words) + edge[1], text):
        yield _finding(text, match.start(), match.end(), kind, why)


def _named(text: str, pattern: re.Pattern[str], why: Why) -> Iterator[Finding]:
    for match in pattern.finditer(text):
        group = next(name for name in ("name", "arabic", "han") if match[name])
        if fold(match[group]) not in COMMON:
            yield _finding(text, match.start(group), match.end(group), NameKind.NAME, why)


def _again(text: str, found: Iterable[Finding]) -> Iterator[Finding]:
    """A name that was given once is a name wherever it stands, also at the start of a sentence."""
    for words, why in {
        one.words: one.why for one in found if one.why in (Why.GREETING, Why.INTRODUCED)
    }.items():
        for part in {words, *_parts(words, NameKind.NAME)}:
            yield from _places(text, part, NameKind.NAME, why)


def _capitals(text: str) -> Iterator[Finding]:
    """Capitalised words inside a sentence; at its start only those that also stand inside another one."""
    inside: Counter[str] = Counter()
    start: list[Finding] = []
    for match in _CAPITALS.finditer(text):
        begin, words = _without_common(match)
        if not words:
            continue
        before = text[max(0, begin - 40) : begin]
        place = bool(_BEFORE_PLACE.search(before))
        one = _finding(
            text,
            begin,
            begin + len(words),
            NameKind.PLACE if place else NameKind.NAME,
            Why.AFTER_IN if place else Why.CAPITALS,
        )
        if _SENTENCE_START.search(before) or begin == 0:
            start.append(one)
        else:
            inside[words] += 1
            yield one
    for one in start:
        if inside[one.words] or " " in one.words:
            yield one


def _without_common(match: re.Match[str]) -> tuple[int, str]:
    begin, words = match.start(), match[0]
    while words and fold(words.split(" ")[0].rstrip("’'")) in COMMON:
        first, _space, rest = words.partition(" ")
        begin, words = begin + len(first) + 1, rest
    while words and fold(words.rsplit(" ", 1)[-1]) in COMMON:
        words = words.rpartition(" ")[0]
    if words.endswith(("’s", "'s")):
        words = words[:-2]
    return begin, words if len(words) > 1 else ""


def _finding(text: str, start: int, end: int, kind: NameKind, why: Why) -> Finding:
    return Finding(start, end, text[start:end], kind, why)


def _apart(text: str, found: Iterable[Finding]) -> list[Finding]:
    """None over another: the surer reason wins, then the longer words."""
    kept: list[Finding] = []
    taken = {at for match in _REPLACED.finditer(text) for at in range(*match.span())}
    for one in sorted(found, key=lambda one: (_RANK[one.why], one.start - one.end, one.start)):
        if not taken.intersection(range(one.start, one.end)):
            taken.update(range(one.start, one.end))
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)
