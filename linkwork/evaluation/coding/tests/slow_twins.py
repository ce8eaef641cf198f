"""The same coefficients by their definitions, pair by pair and character by character: slow, and plainly right."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations, permutations

Rows = Sequence[Sequence[int | None]]
Distance = Callable[[int, int], float]


def units(rows: Rows) -> list[list[int]]:
    """The ratings of each unit."""
    return [[row[u] for row in rows if row[u] is not None] for u in range(len(rows[0]))]  # type: ignore[misc]


def alpha(rows: Rows, distance: Distance) -> float:
    """Krippendorff's alpha from all pairs of ratings. ZeroDivisionError where it is undefined."""
    paired = [unit for unit in units(rows) if len(unit) > 1]
    every = [one for unit in paired for one in unit]
    observed = sum(distance(a, b) / (len(unit) - 1) for unit in paired for a, b in permutations(unit, 2))
    expected = sum(distance(a, b) for a, b in permutations(every, 2)) / (len(every) - 1)
    return 1 - observed / expected


def nominal(a: int, b: int) -> float:
    """Same or different."""
    return float(a != b)


def interval(a: int, b: int) -> float:
    """Squared difference."""
    return float((a - b) ** 2)


def ratio(a: int, b: int) -> float:
    """Squared difference as a share of the sum."""
    return ((a - b) / (a + b)) ** 2 if a + b else 0.0


def ordinal(rows: Rows) -> Distance:
    """Squared number of ratings from one value to the other, the two ends counted by half."""
    times = Counter(one for unit in units(rows) if len(unit) > 1 for one in unit)

    def distance(a: int, b: int) -> float:
        low, high = min(a, b), max(a, b)
        between = sum(n for value, n in times.items() if low <= value <= high)
        return float((between - (times[a] + times[b]) / 2) ** 2)

    return distance


def percent(rows: Rows) -> float:
    """The share of agreeing pairs by unit, averaged."""
    shares = []
    for unit in units(rows):
        if len(unit) > 1:
            pairs = list(combinations(unit, 2))
            shares.append(sum(a == b for a, b in pairs) / len(pairs))
    return sum(shares) / len(shares)


def shares(rows: Rows, values: int) -> list[float]:
    """The mean share of each value in the ratings of a unit."""
    rated = [unit for unit in units(rows) if unit]
    return [sum(unit.count(v) / len(unit) for unit in rated) / len(rated) for v in range(values)]


def fleiss(rows: Rows, values: int) -> float:
    """Fleiss' kappa."""
    chance = sum(share**2 for share in shares(rows, values))
    return (percent(rows) - chance) / (1 - chance)


def ac1(rows: Rows, values: int) -> float:
    """Gwet's AC1."""
    chance = sum(share * (1 - share) for share in shares(rows, values)) / (values - 1)
    return (percent(rows) - chance) / (1 - chance)


def conger(rows: Rows, values: int) -> float:
    """Conger's kappa: chance is the mean over pairs of coders of how often their habits would meet."""
    habits = []
    for row in rows:
        given = [one for one in row if one is not None]
        if given:
            habits.append([given.count(v) / len(given) for v in range(values)])
    meets = [sum(x * y for x, y in zip(a, b, strict=True)) for a, b in combinations(habits, 2)]
    chance = sum(meets) / len(meets)
    return (percent(rows) - chance) / (1 - chance)


def cohen(rows: Rows, values: int) -> float:
    """Cohen's kappa over the units both rated."""
    both = [(a, b) for a, b in zip(*rows, strict=True) if a is not None and b is not None]
    n = len(both)
    observed: float = sum(a == b for a, b in both) / n
    chance: float = (
        sum(sum(a == v for a, _ in both) * sum(b == v for _, b in both) for v in range(values)) / n**2
    )
    return (observed - chance) / (1 - chance)


Passage = tuple[int, int, int]  # start, end, code from 1; of one coder, none overlapping


def u_alpha(length: int, coders: Sequence[Sequence[Passage]], gaps: bool = True) -> float:
    """Krippendorff's u-alpha (without `gaps`: cu-alpha) by walking every pair of coders through every character."""
    m = len(coders)
    what: list[list[tuple[int, Hashable]]] = []  # by coder and character: code, and which passage
    for passages in coders:
        line: list[tuple[int, Hashable]] = [(0, ("gap", n)) for n in range(length)]
        for start, end, code in passages:
            line[start:end] = [(code, (start, end))] * (end - start)
        what.append(line)
    lengths: Counter[tuple[int, int]] = Counter()
    own: Counter[Hashable] = Counter()
    for a, b in permutations(range(m), 2):
        for n in range(length):
            (one, passage), (other, _) = what[a][n], what[b][n]
            if gaps or (one and other):
                lengths[one, other] += 1
                own[a, passage] += 1
    total = sum(lengths.values()) / (m - 1)
    by_value: Counter[int] = Counter()
    for (one, _), n in lengths.items():
        by_value[one] += n
    observed = sum(n for (a, b), n in lengths.items() if a != b) / (m - 1)
    apart = sum(by_value[a] * by_value[b] for a, b in permutations(by_value, 2)) / (m - 1) ** 2
    itself = sum((n / (m - 1)) ** 2 for n in own.values())
    return 1 - observed / (total * apart / (total**2 - itself))


def stretches(passages: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Passages joined until no two of them share a character."""
    found = sorted(passages)
    for a, b in combinations(found, 2):
        if max(a[0], b[0]) < min(a[1], b[1]):
            rest = list(found)
            rest.remove(a)
            rest.remove(b)
            return stretches([*rest, (min(a[0], b[0]), max(a[1], b[1]))])
    return found
