"""Krippendorff's alpha for unitizing: do coders find the same passages in a text, and call them the same?

The continuum is cut wherever any coder's passage begins or ends. Observed disagreement is what two coders call
differently, weighed by length. Expected disagreement follows from the lengths called by each name, less what cannot
meet itself: a passage is one thing of its whole length, but the gaps between passages are made of single characters.

Source: Krippendorff, Mathet, Bouvry and Widlöcher 2016, On the reliability of unitizing textual continua: further
developments, Quality & Quantity 50:2347-2364; Krippendorff, Content Analysis, 4th ed. 2019, section 12.6.
"""

from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np

from linkwork.evaluation.coding.rules.agreed import Agreement, Coefficient, Undefined, Unit
from linkwork.evaluation.coding.rules.agreement.bootstrap import Chance, between
from linkwork.evaluation.coding.rules.agreement.ratings import Floats, Ints, agreeing_pairs


@dataclass(frozen=True, eq=False)
class Pieces:
    """A continuum (one text, or several laid end to end) cut into pieces that no coder's passage divides.

    `codes` is coders × pieces: -1 where the coder did not read the text, 0 in a gap, otherwise the place of the code in
    `names`, counted from 1. `passages` numbers the coder's own passage a piece belongs to, -1 in a gap; no two passages
    share a number. `lengths` is in characters. `blocks` numbers from 0 what a bootstrap draws (None: nothing is drawn):
    paragraphs, joined where a passage runs from one into the next.
    """

    codes: Ints
    passages: Ints
    lengths: Ints
    names: tuple[Hashable, ...]
    blocks: Ints | None = None


@dataclass(frozen=True, eq=False)
class Met:
    """What an alpha follows from: lengths by value, the length called differently, and what cannot meet itself."""

    totals: Floats
    differing: float
    itself: float


def unitizing(pieces: Pieces, coefficient: Coefficient, chance: Chance | None = None) -> Agreement:
    """u-alpha, its binary form (passage or gap), or cu-alpha (the codes, given that both coders found a passage).

    With `chance`, and pieces in blocks, with its interval.
    """
    value: float | Undefined = Undefined.ONE_CODER
    limits = None
    if len(pieces.codes) > 1:
        value = _FORMULAS[coefficient](_readable(pieces))
        if chance and not isinstance(value, Undefined):
            limits = _bounds(_readable(pieces), coefficient, chance)
    readers = np.count_nonzero(pieces.codes >= 0, axis=0)
    return Agreement(
        coefficient,
        None if isinstance(value, Undefined) else value,
        limits[0] if limits else None,
        limits[1] if limits else None,
        int(pieces.lengths[readers >= 2].sum()),
        len(pieces.codes),
        int(pieces.lengths @ (len(pieces.codes) - readers)),
        Unit.CONTINUUM,
        value if isinstance(value, Undefined) else None,
        Unit.PARAGRAPH if limits else None,
    )


def shares_of_blocks(pieces: Pieces, coefficient: Coefficient) -> Floats:
    """Blocks × (length by value, length called differently, what cannot meet itself): an alpha follows from their sums.

    No passage runs from one block into another, so each block can be drawn without the others. Raises ValueError for
    pieces that are in no blocks.
    """
    if pieces.blocks is None:
        raise ValueError("These pieces are in no blocks.")
    if coefficient is Coefficient.CU_ALPHA:
        return _blocks_met(pieces, pieces.blocks)
    binary = coefficient is Coefficient.U_ALPHA_BINARY
    codes = np.minimum(pieces.codes, 1) if binary else pieces.codes
    return _blocks_with_gaps(pieces, codes, 2 if binary else len(pieces.names) + 1, pieces.blocks)


def u_alpha(pieces: Pieces) -> float | Undefined:
    """Passages and their codes together. On Krippendorff's figure 12.11: 0.510."""
    return _alpha(_with_gaps(pieces, pieces.codes, len(pieces.names) + 1))


def u_alpha_binary(pieces: Pieces) -> float | Undefined:
    """Where passages are, whatever their codes.

    On Krippendorff's figure 12.11: 0.4136; the book prints 0.413.
    """
    return _alpha(_with_gaps(pieces, np.minimum(pieces.codes, 1), 2))


def cu_alpha(pieces: Pieces) -> float | Undefined:
    """The codes alone, where two coders' passages meet; gaps don't count. On Krippendorff's figure 12.11: 0.724."""
    found, _each, _agreeing, _itself = _met(pieces)
    return _alpha(found)


def by_code(pieces: Pieces) -> dict[Hashable, float | Undefined]:
    """For each code, how reliably it is given where passages meet: 1 where it only ever met itself.

    Expected disagreement is that of cu-alpha seen from this code alone. This reading gives the published values of
    figure 12.11 (1 for three codes, 0 for three that each one coder used); a fuller worked example was not at hand.
    """
    found, met, agreeing, itself = _met(_readable(pieces))
    n = found.totals.sum()
    values: dict[Hashable, float | Undefined] = {}
    for name, total, same, own in zip(pieces.names, met, agreeing, itself, strict=True):
        if not total:
            values[name] = Undefined.NO_PAIRS
        elif total == n:
            values[name] = Undefined.ONE_VALUE
        else:
            values[name] = float(1 - (1 - same / total) * (n * total - own) / (total * (n - total)))
    return values


def _readable(pieces: Pieces) -> Pieces:
    """Only what two coders or more have read."""
    use = np.count_nonzero(pieces.codes >= 0, axis=0) >= 2
    blocks = None
    if pieces.blocks is not None:  # numbered anew, without those nobody can compare
        blocks = np.unique(pieces.blocks[use], return_inverse=True)[1].reshape(-1)
    return Pieces(pieces.codes[:, use], pieces.passages[:, use], pieces.lengths[use], pieces.names, blocks)


def _bounds(pieces: Pieces, coefficient: Coefficient, chance: Chance) -> tuple[float, float] | None:
    """Blocks drawn again, many times; None where most draws have no value. Source: as in `bootstrap`."""
    if pieces.blocks is None or not pieces.blocks.size:
        return None
    shares = shares_of_blocks(pieces, coefficient)
    n = len(shares)
    times = chance.generator.multinomial(n, np.full(n, 1 / n), chance.draws)
    found = [_alpha(Met(one[:-2], float(one[-2]), float(one[-1]))) for one in times @ shares]
    return between([one for one in found if not isinstance(one, Undefined)], chance)


def _blocks_with_gaps(pieces: Pieces, codes: Ints, k: int, blocks: Ints) -> Floats:
    n = int(blocks.max(initial=-1)) + 1
    lengths = pieces.lengths.astype(np.float64)
    readers = np.count_nonzero(codes >= 0, axis=0)
    pairs = readers * (readers - 1) - agreeing_pairs(codes, k)
    totals = sum((_in_blocks(row, blocks, lengths, n, k) for row in codes), np.zeros((n, k)))
    differing = np.bincount(blocks, lengths * pairs / np.maximum(readers - 1, 1), n)
    own = sum((_squares(row, blocks, lengths, n) for row in pieces.passages), np.zeros(n))
    return np.column_stack([totals, differing, totals[:, 0] + own])


def _blocks_met(pieces: Pieces, blocks: Ints) -> Floats:
    n, k = int(blocks.max(initial=-1)) + 1, len(pieces.names)
    codes = np.where(pieces.codes > 0, pieces.codes - 1, -1)
    readers = np.count_nonzero(pieces.codes >= 0, axis=0)
    finders = np.count_nonzero(codes >= 0, axis=0)
    per = pieces.lengths / np.maximum(readers - 1, 1)
    met = per * (finders - 1)
    totals = sum((_in_blocks(row, blocks, met, n, k) for row in codes), np.zeros((n, k)))
    differing = np.bincount(blocks, per * (finders * (finders - 1) - agreeing_pairs(codes, k)), n)
    own = sum((_squares(row, blocks, met, n) for row in pieces.passages), np.zeros(n))
    return np.column_stack([totals, differing, own])


def _in_blocks(places: Ints, blocks: Ints, weights: Floats, n: int, k: int) -> Floats:
    """Blocks × places: the weights summed; -1 stands for nowhere."""
    there = places >= 0
    found = np.bincount(blocks[there] * k + places[there], weights[there], n * k)
    return found.reshape(n, k).astype(np.float64)


def _squares(passages: Ints, blocks: Ints, weights: Floats, n: int) -> Floats:
    """For each block the squared weights of the passages in it."""
    each = _by(passages, weights)
    block_of = np.zeros(each.size, np.intp)
    there = passages >= 0
    block_of[passages[there]] = blocks[there]
    found: Floats = np.bincount(block_of, each**2, n).astype(np.float64)
    return found


def _with_gaps(pieces: Pieces, codes: Ints, k: int) -> Met:
    readers = np.count_nonzero(codes >= 0, axis=0)
    lengths = pieces.lengths.astype(np.float64)
    totals = sum((_by(row, lengths, k) for row in codes), np.zeros(k))
    pairs = readers * (readers - 1) - agreeing_pairs(codes, k)
    own = sum(float(np.sum(_by(row, lengths) ** 2)) for row in pieces.passages)
    return Met(totals, float(np.sum(lengths * pairs / np.maximum(readers - 1, 1))), float(totals[0]) + own)


def _met(pieces: Pieces) -> tuple[Met, Floats, Floats, Floats]:
    """Only where passages meet. Also by code: length met, length met by the same code, and what cannot meet itself."""
    k = len(pieces.names)
    codes = np.where(pieces.codes > 0, pieces.codes - 1, -1)
    readers = np.count_nonzero(pieces.codes >= 0, axis=0)
    finders = np.count_nonzero(codes >= 0, axis=0)
    per = pieces.lengths / np.maximum(readers - 1, 1)
    totals, itself, agreeing = np.zeros(k), np.zeros(k), np.zeros(k)
    for row, passages in zip(codes, pieces.passages, strict=True):
        totals += _by(row, per * (finders - 1), k)
        met = _by(passages, per * (finders - 1))
        code_of = np.zeros(met.size, np.intp)
        code_of[passages[passages >= 0]] = row[passages >= 0]
        itself += np.bincount(code_of, met**2, k) if met.size else 0
    for code in range(k):
        times = np.count_nonzero(codes == code, axis=0)
        agreeing[code] = np.sum(per * times * (times - 1))
    found = Met(totals, float(totals.sum() - agreeing.sum()), float(itself.sum()))
    return found, totals, agreeing, itself


def _by(places: Ints, weights: Floats, size: int = 0) -> Floats:
    """The weights summed by place; -1 stands for nowhere."""
    somewhere = places >= 0
    found: Floats = np.bincount(places[somewhere], weights[somewhere], size).astype(np.float64)
    return found


def _alpha(found: Met) -> float | Undefined:
    n = float(found.totals.sum())
    if not n:
        return Undefined.NO_PAIRS
    apart = n * n - float(np.sum(found.totals**2))
    if np.count_nonzero(found.totals) < 2:
        return Undefined.ONE_VALUE
    return 1 - found.differing * (n * n - found.itself) / (n * apart)


_FORMULAS = {
    Coefficient.U_ALPHA: u_alpha,
    Coefficient.U_ALPHA_BINARY: u_alpha_binary,
    Coefficient.CU_ALPHA: cu_alpha,
}
