"""Are texts divided where a person would divide them, and units rated as every character says?"""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwork.evaluation.coding.rules.agreement import (
    Coefficient,
    Ratings,
    Undefined,
    Unit,
    by_code,
    unitizing,
)
from linkwork.evaluation.coding.rules.spans import spans
from linkwork.evaluation.coding.rules.units import Coded, Line, Text, lay, merged, pieces, ratings
from linkwork.evaluation.coding.tests import slow_twins

CODERS = ("one", "other", "third")
CODES = ("warm", "cold")
WINDOW = 7
ALPHABET = st.sampled_from("ab A.!?\n:؟。”")


@st.composite
def studies(draw: st.DrawFn) -> tuple[list[Text], list[Coded]]:
    """Up to three texts, who read them, and codings by those who did."""
    texts, coded = [], []
    for key in range(draw(st.integers(1, 3))):
        text = draw(st.text(ALPHABET, min_size=1, max_size=25))
        readers = draw(st.frozensets(st.sampled_from(CODERS)))
        texts.append(Text(key, text, readers))
        for coder in sorted(readers):
            for _n in range(draw(st.integers(0, 3))):
                start = draw(st.integers(0, len(text) - 1))
                end = draw(st.integers(start + 1, len(text)))
                coded.append(Coded(key, start, end, draw(st.sampled_from(CODES)), coder))
    return texts, coded


def by_definition(texts: list[Text], coded: list[Coded], unit: Unit, code: str) -> list[list[int | None]]:
    """Every unit of every text, one after the other: did any of its characters get the code?"""
    rows: list[list[int | None]] = [[] for _coder in CODERS]
    for text in texts:
        for start, end in divided(text, coded, unit):
            for coder, row in zip(CODERS, rows, strict=True):
                given_to = {
                    place
                    for one in coded
                    if (one.text, one.coder, one.code) == (text.key, coder, code)
                    for place in range(one.start, one.end)
                }
                row.append(int(bool(given_to & set(range(start, end)))) if coder in text.readers else None)
    return rows


def divided(text: Text, coded: list[Coded], unit: Unit) -> Sequence[tuple[int, int]]:
    if unit is Unit.CHARACTER:
        return [(place, place + 1) for place in range(len(text.text))]
    if unit is Unit.PASSAGE:
        return slow_twins.stretches((one.start, one.end) for one in coded if one.text == text.key)
    return spans(text.text, unit, WINDOW)


def counted(found: Ratings) -> dict[tuple[int, ...], int]:
    weights = np.ones(found.codes.shape[1], int) if found.weights is None else found.weights
    table: dict[tuple[int, ...], int] = {}
    for column, weight in zip(found.codes.T.tolist(), weights.tolist(), strict=True):
        table[tuple(column)] = table.get(tuple(column), 0) + weight
    return table


@given(
    studies(),
    st.sampled_from([one for one in Unit if one not in (Unit.GIVEN, Unit.CONTINUUM)]),
    st.booleans(),
)
def test_units_are_rated_as_their_characters_are(
    study: tuple[list[Text], list[Coded]], unit: Unit, by_paragraph: bool
) -> None:
    texts, coded = study
    found = ratings(lay(texts, coded, CODES, CODERS), unit, by_paragraph, WINDOW)
    for code in CODES:
        rows = by_definition(texts, coded, unit, code)
        columns = [tuple(-1 if one is None else one for one in column) for column in zip(*rows, strict=True)]
        assert counted(found[code]) == {column: columns.count(column) for column in columns}
        assert found[code].unit is unit


@given(studies())
def test_blocks_are_paragraphs(study: tuple[list[Text], list[Coded]]) -> None:
    texts, coded = study
    line = lay(texts, coded, CODES, CODERS)
    for found in ratings(line, Unit.CHARACTER, by_paragraph=True).values():
        assert found.blocks is not None
        assert found.drawn is Unit.PARAGRAPH
        paragraphs = sum(len(spans(text.text, Unit.PARAGRAPH)) for text in texts)
        assert set(found.blocks.tolist()) == set(range(max(paragraphs, 1)))


@given(studies())
def test_unitizing_is_its_slow_twin(study: tuple[list[Text], list[Coded]]) -> None:
    """On one text that all have read; codes that overlap in one coder's reading have no value."""
    (text, *_rest), coded = study
    text = Text(text.key, text.text, frozenset(CODERS))
    line = lay([text], [one for one in coded if one.text == text.key], CODES, CODERS)
    cut = pieces(line)
    coders = [
        [
            (int(start), int(end), number)
            for number, code in enumerate(CODES, 1)
            for start, end in zip(*line.of(code, coder), strict=True)
        ]
        for coder in CODERS
    ]
    if isinstance(cut, Undefined):
        clash = [(max(a[0], b[0]), min(a[1], b[1])) for own in coders for a in own for b in own if a != b]
        assert any(start < end for start, end in clash)
        return
    binary = [[(start, end, 1) for start, end, _code in passages] for passages in coders]
    for coefficient, passages, gaps in (
        (Coefficient.U_ALPHA, coders, True),
        (Coefficient.U_ALPHA_BINARY, binary, True),
        (Coefficient.CU_ALPHA, coders, False),
    ):
        found = unitizing(cut, coefficient)
        try:
            expected = slow_twins.u_alpha(len(text.text), passages, gaps)
        except ZeroDivisionError:
            assert found.value is None
            assert found.why in (Undefined.NO_PAIRS, Undefined.ONE_VALUE)
        else:
            assert found.value == pytest.approx(expected)


@given(studies())
def test_unitizing_passes_over_what_fewer_than_two_have_read(study: tuple[list[Text], list[Coded]]) -> None:
    texts, coded = study
    unread = Text("unread", "abc", frozenset(CODERS[:1]))
    more = [*coded, Coded("unread", 0, 2, CODES[0], CODERS[0])]
    without, with_it = (
        pieces(lay(some, passages, CODES, CODERS))
        for some, passages in ((texts, coded), ([*texts, unread], more))
    )
    if isinstance(without, Undefined) or isinstance(with_it, Undefined):
        assert without == with_it
        return
    for coefficient in (Coefficient.U_ALPHA, Coefficient.CU_ALPHA):
        one, two = unitizing(without, coefficient), unitizing(with_it, coefficient)
        assert (one.value, one.why, one.n_units) == (two.value, two.why, two.n_units)
        assert two.n_missing == one.n_missing + 6


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 6)), max_size=8))
def test_merging_is_its_slow_twin(found: list[tuple[int, int]]) -> None:
    passages = [(start, start + length) for start, length in found]
    both = np.array(passages, np.int64).reshape(-1, 2)
    starts, ends = merged(both[:, 0], both[:, 1])
    assert list(zip(starts.tolist(), ends.tolist(), strict=True)) == slow_twins.stretches(passages)


@pytest.mark.parametrize(
    ("unit", "text", "expected"),
    [
        (Unit.PARAGRAPH, "One.\n\n  Two here. \n", ["One.", "Two here."]),
        (
            Unit.SENTENCE,
            "She came. “Did she?” I asked. Yes…",
            ["She came.", "“Did she?”", "I asked.", "Yes…"],
        ),
        (Unit.SENTENCE, "At 3.30 p.m. she came\nwithout a stop", ["At 3.30 p.m. she came", "without a stop"]),
        (Unit.SENTENCE, "هل جاءت؟ نعم جاءت.", ["هل جاءت؟", "نعم جاءت."]),
        (Unit.SENTENCE, "她来了。我问：“是吗？”是。", ["她来了。", "我问：“是吗？”", "是。"]),
        (
            Unit.TURN,
            "Recorded in May.\nInterviewer: Why?\nBecause.\nMs O’Neil: I\n\nsee.",
            ["Recorded in May.", "Interviewer: Why?\nBecause.", "Ms O’Neil: I\n\nsee."],
        ),
        (Unit.TURN, "A: yes\nAt 10:30 we left\nB: no", ["A: yes\nAt 10:30 we left", "B: no"]),
        (Unit.TURN, " no names here ", ["no names here"]),
        (Unit.TURN, " \n ", []),
    ],
)
def test_texts_are_divided(unit: Unit, text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text, unit)] == expected


def test_a_text_is_not_divided_by_passages() -> None:
    with pytest.raises(ValueError, match="passage"):
        spans("a", Unit.PASSAGE)


def test_other_codes_and_coders_are_left_out() -> None:
    text = Text("t", "abcdef", frozenset(CODERS))
    coded = [
        Coded("t", 0, 2, "warm", "one"),
        Coded("t", 1, 4, "else", "one"),
        Coded("t", 3, 5, "warm", "nobody"),
    ]
    line = lay([text], coded, ["warm"], ["one", "other"])
    assert counted(ratings(line, Unit.PASSAGE)["warm"]) == {(1, 0): 1}


@pytest.mark.parametrize(
    "coded",
    [Coded("t", 2, 9, "warm", "one"), Coded("t", 2, 2, "warm", "one"), Coded("t", 0, 1, "warm", "other")],
)
def test_passages_outside_what_was_read_are_refused(coded: Coded) -> None:
    with pytest.raises(ValueError, match=r"outside|not read"):
        lay(
            [Text("t", "abc", frozenset({"one"})), Text("u", "a longer one", frozenset())],
            [coded],
            CODES,
            CODERS,
        )


def test_nothing_coded_nothing_read() -> None:
    line: Line = lay([], [], CODES, CODERS)
    for unit in (Unit.CHARACTER, Unit.SENTENCE, Unit.PASSAGE):
        assert counted(ratings(line, unit, by_paragraph=True)["warm"]) == {}
    cut = pieces(line)
    assert not isinstance(cut, Undefined)
    assert unitizing(cut, Coefficient.U_ALPHA).why is Undefined.NO_PAIRS


def test_a_code_alone_has_nothing_to_be_mistaken_for() -> None:
    text = Text("t", "abcdef", frozenset(CODERS))
    cut = pieces(lay([text], [Coded("t", 0, 3, "warm", coder) for coder in CODERS], CODES, CODERS))
    assert not isinstance(cut, Undefined)
    assert by_code(cut) == {"warm": Undefined.ONE_VALUE, "cold": Undefined.NO_PAIRS}


def test_windows_and_documents() -> None:
    assert spans("abcd efgh ij", Unit.WINDOW, 5) == [(0, 4), (5, 9), (10, 12)]
    assert spans("ab     cd", Unit.WINDOW, 3) == [(0, 2), (7, 9)]
    assert spans(" one.\nTwo. ", Unit.DOCUMENT) == [(1, 10)]
    for length in (None, 0, -1):
        with pytest.raises(ValueError, match="length"):
            spans("ab", Unit.WINDOW, length)
