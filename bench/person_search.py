"""Finding a person by part of a misspelt name, against the search of Django's admin on the same table.

  python bench/person_search.py                  100,000 invented people
  python bench/person_search.py --size 20000

Ours is `casework.reads.found`, from what was typed to whole cards, ranked. Theirs is what the admin's list asks with
search_fields = given_name, family_name, phone: icontains for each word, the count and the first hundred rows. The admin
finds nobody by a misspelt name, so it is given the name as it is spelt: the question it can answer. The right person
has to be among what either finds.
"""

import argparse
import datetime as dt
import random
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent)]
NOW = dt.datetime(2026, 3, 12, 12, tzinfo=dt.UTC)
STARTS = (
    "ma",
    "ha",
    "jo",
    "sa",
    "no",
    "li",
    "ka",
    "ry",
    "be",
    "da",
    "el",
    "fa",
    "gu",
    "ib",
    "yu",
    "ze",
    "wi",
    "to",
)
MIDDLES = ("ri", "na", "mi", "lo", "ha", "du", "se", "ba", "ter", "lin", "mou", "ran", "vi", "kos")
ENDS = ("am", "a", "son", "ed", "in", "ova", "ah", "berg", "i", "wicz", "el", "man", "sen", "ez")
BATCH = 2000


def main() -> None:
    """Fill a database in a temporary folder, compare, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--questions", type=int, default=40)
    options = parser.parse_args()
    from harness import own_database

    with own_database():
        _run(options)


def _run(options: argparse.Namespace) -> None:
    from harness import compare, machine

    from linkwork.casework import reads
    from linkwork.core.viewer import system

    chance = random.Random(11)
    by = system(_programme())
    begun = time.perf_counter()
    people = _fill(by.programme, options.size, chance)
    print(f"{options.size} people filled in {time.perf_counter() - begun:.0f} s. {machine()}.")
    asked = [_question(one, chance) for one in chance.sample(people, options.questions)]
    admin = _admin(by.programme)
    ranks = []
    for one in asked:
        ours, theirs = [card.id for card in reads.found(by, one["typed"])], admin(one["spelt"])
        if one["id"] not in ours or one["id"] not in theirs:
            raise ValueError(
                f"{one} is found by {'theirs' if one['id'] in theirs else 'ours'} alone, or by none"
            )
        ranks.append(ours.index(one["id"]) + 1)
    ratio = compare(
        f"A person among {options.size}, by part of a misspelt name",
        lambda one: reads.found(by, one["typed"]),
        lambda one: admin(one["spelt"]),
        asked,
        same=lambda ours, theirs: bool(ours) and bool(theirs),
    )
    print(ratio)
    print(
        f"{1 / ratio.median:.1f} times as quick in the middle; the right one stood at place {sorted(ranks)}"
    )


def _programme():
    from linkwork.core.viewer import system
    from linkwork.programmes import actions
    from linkwork.programmes.rules import Model

    words = {"worker_word": "worker", "person_word": "person", "people_word": "people"}
    return actions.create_programme(name="Bench", model=Model.LINK_WORK, **words, by=system(None), at=NOW)


def _fill(programme_id, size, chance):
    """Rows as the actions write them, many at a time."""
    from linkwork.casework.models import NameKey, Person
    from linkwork.casework.rules.names import keys_of_name, keys_of_number, keys_of_year, search_key
    from linkwork.core.ids import new_id

    kept = []
    for start in range(0, size, BATCH):
        rows, keys = [], []
        for _ in range(start, min(start + BATCH, size)):
            given, family = _name(chance), _name(chance)
            phone, year = f"07{chance.randrange(10**8):08}", chance.randrange(1930, 2008)
            row = Person(
                id=new_id(),
                programme_id=programme_id,
                created_at=NOW,
                given_name=given,
                family_name=family,
                search_key=search_key(given, family),
                phone=phone,
                born_year=year,
            )
            rows.append(row)
            found = keys_of_name(f"{given} {family}") | keys_of_number(phone) | keys_of_year(year)
            keys += [
                NameKey(programme_id=programme_id, person_id=row.id, key=key, created_at=NOW) for key in found
            ]
        Person.objects.bulk_create(rows)
        NameKey.objects.bulk_create(keys, batch_size=5000)
        kept += [(row.id, row.given_name, row.family_name) for row in rows]
    return kept


def _name(chance) -> str:
    middle = "".join(chance.choices(MIDDLES, k=chance.choice([1, 1, 2])))
    return f"{chance.choice(STARTS)}{middle}{chance.choice(ENDS)}".title()


def _question(one, chance):
    """The given name with one letter wrong and most of the family name; as it is spelt, for the admin."""
    person_id, given, family = one
    place = chance.randrange(1, min(5, len(given)))
    slip = given[:place] + chance.choice("aeiouy") + given[place + 1 :]
    return {"id": person_id, "typed": f"{slip} {family[:6]}", "spelt": f"{given} {family[:6]}"}


def _admin(programme_id):
    """What `ModelAdmin.get_search_results` and its list ask the database, with nothing drawn."""
    from django.contrib.admin import ModelAdmin, site

    from linkwork.casework.models import Person

    class PersonAdmin(ModelAdmin):
        search_fields = ("given_name", "family_name", "phone")

    admin = PersonAdmin(Person, site)

    def answer(text):
        everybody = Person.objects.filter(programme_id=programme_id)
        rows, _twice = admin.get_search_results(None, everybody, text)
        rows.count()
        return [row.id for row in rows.order_by("-id")[:100]]

    return answer


if __name__ == "__main__":
    main()
