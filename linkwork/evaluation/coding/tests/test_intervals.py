"""Do pooled ratings and drawn blocks say what units and passages one by one would say?"""

import numpy as np
import pytest
from hypothesis import given, settings

from linkwork.evaluation.coding.rules.agreement import (
    Chance,
    Coefficient,
    Undefined,
    Unit,
    agreement,
    unitizing,
)
from linkwork.evaluation.coding.rules.agreement.unitizing import Met, _alpha, shares_of_blocks
from linkwork.evaluation.coding.rules.units import Coded, Line, Text, lay, pieces, pooled, ratings
from linkwork.evaluation.coding.tests import slow_twins
from linkwork.evaluation.coding.tests.test_units import CODERS, CODES, by_definition, counted, studies

UNITIZING = (Coefficient.U_ALPHA, Coefficient.U_ALPHA_BINARY, Coefficient.CU_ALPHA)


@given(studies())
@settings(max_examples=60)
def test_pooled_is_every_unit_by_every_code(study: tuple[list[Text], list[Coded]]) -> None:
    texts, coded = study
    for unit in (Unit.SENTENCE, Unit.CHARACTER, Unit.DOCUMENT):
        found = pooled(ratings(lay(texts, coded, CODES, CODERS), unit))
        rows = [
            [one for code in CODES for one in by_definition(texts, coded, unit, code)[coder]]
            for coder in range(len(CODERS))
        ]
        columns = [tuple(-1 if one is None else one for one in column) for column in zip(*rows, strict=True)]
        assert counted(found) == {column: columns.count(column) for column in columns}
        try:
            expected = slow_twins.percent(rows)
        except ZeroDivisionError:
            assert agreement(found, Coefficient.PERCENT).value is None
        else:
            assert agreement(found, Coefficient.PERCENT).value == pytest.approx(expected)


def test_a_unit_is_drawn_with_all_its_codes() -> None:
    text = Text("t", "One. Two. Three.", frozenset(CODERS))
    found = pooled(ratings(lay([text], [Coded("t", 0, 3, "warm", "one")], CODES, CODERS), Unit.SENTENCE))
    assert found.blocks is not None
    assert found.blocks.tolist() == [0, 1, 2, 0, 1, 2]
    with pytest.raises(ValueError, match="no codes"):
        pooled({})


@given(studies())
@settings(max_examples=60)
def test_an_alpha_follows_from_its_blocks(study: tuple[list[Text], list[Coded]]) -> None:
    texts, coded = study
    cut = pieces(lay(texts, coded, CODES, CODERS), in_blocks=True)
    if isinstance(cut, Undefined):
        return
    use = np.count_nonzero(cut.codes >= 0, axis=0) >= 2
    for coefficient in UNITIZING:
        shares = (
            shares_of_blocks(cut, coefficient)[np.unique(cut.blocks[use])] if cut.blocks is not None else None
        )
        assert shares is not None
        found = shares.sum(axis=0) if use.all() else None
        if found is None:
            continue
        value, whole = _alpha(Met(found[:-2], found[-2], found[-1])), unitizing(cut, coefficient)
        assert value == (whole.why if whole.value is None else pytest.approx(whole.value))


@given(studies())
@settings(max_examples=60)
def test_no_passage_runs_from_block_to_block(study: tuple[list[Text], list[Coded]]) -> None:
    texts, coded = study
    cut = pieces(lay(texts, coded, CODES, CODERS), in_blocks=True)
    if isinstance(cut, Undefined):
        return
    assert cut.blocks is not None
    for row in cut.passages:
        for passage in set(row.tolist()) - {-1}:
            assert len(set(cut.blocks[row == passage].tolist())) == 1


def two_readings() -> Line:
    generator = np.random.default_rng(4)
    text = "\n".join("word " * 12 for _n in range(60))
    coded = []
    for paragraph in range(60):
        at = paragraph * 61
        for coder in ("one", "other"):
            if generator.random() < 0.6:
                start = at + int(generator.integers(0, 10))
                code = CODES[int(generator.random() < 0.3)]
                coded.append(Coded("t", start, start + int(generator.integers(15, 40)), code, coder))
    return lay([Text("t", text, frozenset(("one", "other")))], coded, CODES, ("one", "other"))


@pytest.mark.parametrize("coefficient", UNITIZING)
def test_unitizing_has_an_interval_that_repeats_and_holds_the_value(coefficient: Coefficient) -> None:
    cut = pieces(two_readings(), in_blocks=True)
    assert not isinstance(cut, Undefined)
    one, two = (unitizing(cut, coefficient, Chance(np.random.default_rng(9), 400)) for _n in range(2))
    assert one == two
    assert one.value is not None
    assert one.lower is not None
    assert one.upper is not None
    assert one.lower < one.value < one.upper
    assert one.drawn is Unit.PARAGRAPH


@pytest.mark.parametrize("coefficient", UNITIZING)
def test_a_draw_is_the_alpha_of_the_paragraphs_drawn(coefficient: Coefficient) -> None:
    """The slow way: lay the drawn paragraphs end to end as a text of their own."""
    line = two_readings()
    cut = pieces(line, in_blocks=True)
    assert not isinstance(cut, Undefined)
    drawn = np.random.default_rng(2).integers(0, 60, 60)
    whole = line.texts[0].text
    text, coded = "", []
    for paragraph in drawn.tolist():
        at = paragraph * 61
        for (code, coder), (starts, ends) in line.passages.items():
            for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
                if at <= start < at + 61:
                    coded.append(Coded("d", start - at + len(text), end - at + len(text), code, coder))
        text += (whole + "\n")[at : at + 61]
    again = pieces(lay([Text("d", text, frozenset(line.coders))], coded, CODES, list(line.coders)))
    assert not isinstance(again, Undefined)
    # The last paragraph lacks its line end, which is one character of gap.
    shares = shares_of_blocks(cut, coefficient)
    found = np.bincount(drawn, minlength=60) @ shares
    assert unitizing(again, coefficient).value == pytest.approx(
        _alpha(Met(found[:-2], found[-2], found[-1])), abs=2e-3
    )


def test_pieces_in_no_blocks_have_no_interval() -> None:
    cut = pieces(two_readings())
    assert not isinstance(cut, Undefined)
    assert unitizing(cut, Coefficient.U_ALPHA, Chance(np.random.default_rng(1), 5)).lower is None
    with pytest.raises(ValueError, match="no blocks"):
        shares_of_blocks(cut, Coefficient.U_ALPHA)
