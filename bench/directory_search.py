"""Searching the directory against the bare engine: the same question to FTS5, written by hand.

  python bench/directory_search.py                  10,000 invented services
  python bench/directory_search.py --size 100000
  python bench/directory_search.py --save           also: does saving one service stay as quick?

Words + within 5 km + free only, the best 20. Ours is `directory.reads.search` from the question to whole cards with
reasons; theirs is one hand-written statement on the same tables that returns names and ids only.
"""

import argparse
import datetime as dt
import itertools
import random
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent)]
CATEGORIES = (
    "food", "money", "law", "housing", "language", "walking", "garden", "music", "crafts", "digital", "transport",
    "listening", "family", "youth",
)  # fmt: skip
SYLLABLES = (
    "ba",
    "ke",
    "lo",
    "mi",
    "nu",
    "pra",
    "sto",
    "ter",
    "vin",
    "wol",
    "gri",
    "fen",
    "dal",
    "hos",
    "jun",
)
WORDS = [
    "".join(parts) for parts in itertools.product(SYLLABLES, repeat=3)
]  # 3,375, the first ones far commoner
WEIGHTS = [1 / (place + 8) for place in range(len(WORDS))]
TODAY = dt.date(2026, 3, 12)
NOW = dt.datetime(2026, 3, 12, 12, tzinfo=dt.UTC)


def main() -> None:
    """Fill a database in a temporary folder, compare, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--questions", type=int, default=150)
    parser.add_argument("--save", action="store_true")
    options = parser.parse_args()
    from harness import own_database

    with own_database():
        _run(options)


def _run(options: argparse.Namespace) -> None:
    from harness import compare, machine

    from linkwork.core.viewer import system
    from linkwork.directory import actions, reads

    chance = random.Random(7)
    towns = [
        (chance.uniform(50.5, 54.5), chance.uniform(-3, 0.5)) for _ in range(max(3, options.size // 3000))
    ]
    by = system(_programme())
    begun = time.perf_counter()
    sizes = []
    for start in range(0, options.size, 5000):
        batch = [_service(number, chance, towns) for number in range(start, min(start + 5000, options.size))]
        actions.import_services(records=batch, source="bench", by=by, at=NOW)
        if options.save:
            sizes.append((start + len(batch), _saving(actions, by)))
    print(f"{options.size} services filled in {time.perf_counter() - begun:.0f} s. {machine()}.")
    questions = [_question(chance, towns, reads.Query) for _ in range(options.questions)]
    ratio = compare(
        f"Search at {options.size}: words + 5 km + free, best 20",
        lambda asked: [match.service.id for match in reads.search(by, asked).matches],
        _bare(by.programme),
        questions,
    )
    hits = sum(len(reads.search(by, asked).matches) for asked in questions) / len(questions)
    print(f"{ratio}; {hits:.1f} hits a question")
    for size, milliseconds in sizes:
        print(f"Saving one service at {size}: {milliseconds:.1f} ms")


def _programme():
    from linkwork.core.viewer import system
    from linkwork.programmes import actions
    from linkwork.programmes.rules import Model

    words = {"worker_word": "worker", "person_word": "person", "people_word": "people"}
    return actions.create_programme(name="Bench", model=Model.LINK_WORK, **words, by=system(None), at=NOW)


def _service(number: int, chance: random.Random, towns: list[tuple[float, float]]):
    from linkwork.directory.rules.kinds import Cost, CostKind, Precision, ServiceRecord, Source

    town = chance.choice(towns)
    kind = chance.choice(CATEGORIES)
    return ServiceRecord(
        name=f"{kind} {chance.choices(WORDS, WEIGHTS)[0]} {number}",
        source=Source("bench"),
        row=number,
        organisation=f"Trust {number % 997}",
        description=" ".join(chance.choices(WORDS, WEIGHTS, k=24)),
        category=kind,
        place=(town[0] + chance.gauss(0, 0.04), town[1] + chance.gauss(0, 0.06)),
        precision=Precision.ADDRESS,
        hours_text=chance.choice(["Mon-Fri 9am-5pm", "Tue 10am-12 noon", "Ring first"]),
        cost=Cost(chance.choice(list(CostKind))),
        assured_on=chance.choice([None, TODAY - dt.timedelta(days=chance.randrange(900))]),
    )


def _question(chance: random.Random, towns: list[tuple[float, float]], query):
    town = chance.choice(towns)
    place = (town[0] + chance.gauss(0, 0.02), town[1] + chance.gauss(0, 0.03))
    words = " ".join([chance.choice(CATEGORIES), *chance.choices(WORDS[:300], k=chance.choice([0, 1]))])
    return query(words=words, place=place, within_km=5, free_only=True, today=TODAY)


def _bare(programme_id):
    """The hand-written peer: the MATCH and the ranking prepared beforehand, names and ids out, no cards, no reasons."""
    from uuid import UUID

    from django.db import connection

    from linkwork.directory.reads.statement import statement
    from linkwork.directory.rules.tokens import ask
    from linkwork.directory.rules.words import asked_words

    connection.ensure_connection()
    prepared = {}

    def written(asked, any_word):
        words = asked_words(asked.words)
        question = ask(
            programme_id, words, near=(asked.place, asked.within_km), free_only=True, any_word=any_word
        )
        text, values = statement(
            programme_id,
            question,
            vendor="sqlite",
            columns=("name",),
            place=asked.place,
            within_km=asked.within_km,
            open_on=None,
            today=TODAY,
            after=None,
            size=20,
        )
        return text.replace("%s", "?"), values, len(words)

    def answer(asked):
        if asked not in prepared:
            prepared[asked] = written(asked, False), written(asked, True)
        first, second = prepared[asked]
        rows = connection.connection.execute(*first[:2]).fetchall()
        if not rows and first[2] > 1:
            rows = connection.connection.execute(*second[:2]).fetchall()
        return [UUID(row[3]) for row in rows]

    return answer


def _saving(actions, by) -> float:
    """The middle of eleven savings, in milliseconds."""
    times = []
    for number in range(11):
        begun = time.perf_counter()
        actions.add_service(name=f"saved {number}", description=" ".join(WORDS[:24]), by=by, at=NOW)
        times.append((time.perf_counter() - begun) * 1000)
    return sorted(times)[5]


if __name__ == "__main__":
    main()
