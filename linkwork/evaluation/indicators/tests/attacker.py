"""Somebody who has everything that was published, and tries to work out the small numbers.

Knows how figures hang together, what each figure means and which extract lies inside which; has no other source. Two
ways: by listing every assignment there can be (exact, for little tables), and by narrowing intervals, written apart
from the rule it attacks.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import product

MOST = 10**9
Equation = tuple[Hashable, Sequence[Hashable]]  # a whole and its parts
Spans = Mapping[Hashable, tuple[int, int]]


def narrowed(equations: Sequence[Equation], said: Spans, turns: int = 200) -> dict[Hashable, tuple[int, int]]:
    """Between what each number lies: every equation solved for every number in it, again and again."""
    low = {name: 0 for whole, parts in equations for name in (whole, *parts)}
    high = dict.fromkeys(low, MOST)
    for name, (least, most) in said.items():
        low[name], high[name] = least, most
    for _turn in range(turns):
        before = dict(low), dict(high)
        for whole, parts in equations:
            low[whole] = max(low[whole], sum(low[one] for one in parts))
            high[whole] = min(high[whole], sum(high[one] for one in parts))
            for one in parts:
                rest = [other for other in parts if other is not one]
                high[one] = min(high[one], high[whole] - sum(low[other] for other in rest))
                low[one] = max(low[one], low[whole] - sum(high[other] for other in rest))
        if before == (low, high):
            break
    return {name: (low[name], high[name]) for name in low}


def possible(
    equations: Sequence[Equation], said: Spans, wanted: Iterable[Hashable], most: int
) -> dict[Hashable, set[int]]:
    """Every value that each wanted number can have, from every assignment with no number above `most`."""
    spans = {name: (low, min(high, most)) for name, (low, high) in narrowed(equations, said).items()}
    parts_only = [name for name in spans if name not in {whole for whole, _parts in equations}]
    found: dict[Hashable, set[int]] = {name: set() for name in wanted}
    for values in product(*(range(spans[name][0], spans[name][1] + 1) for name in parts_only)):
        world = dict(zip(parts_only, values, strict=True))
        if _completed(world, equations, spans):
            for name in found:
                found[name].add(world[name])
    return found


def _completed(world: dict[Hashable, int], equations: Sequence[Equation], spans: Spans) -> bool:
    """Fill in the wholes from their parts; whether all of it fits what was said."""
    waiting = list(equations)
    while waiting:
        ready = [one for one in waiting if all(part in world for part in one[1])]
        if not ready:
            return False
        for whole, parts in ready:
            total = sum(world[part] for part in parts)
            if world.setdefault(whole, total) != total or not spans[whole][0] <= total <= spans[whole][1]:
                return False
            waiting.remove((whole, parts))
    return True
