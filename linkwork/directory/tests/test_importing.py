"""Taking in lists: nothing doubled, nothing lost, corrections kept."""

import datetime as dt
from dataclasses import replace

from linkwork.directory import actions, reads
from linkwork.directory.reads import Query
from linkwork.directory.rules.kinds import Cost, CostKind, Precision, ServiceRecord, Source
from linkwork.directory.rules.reports import Fate
from linkwork.testing.cast import MELBOURNE, NOON

SOURCE = Source("A list", dt.date(2024, 3, 13), "CC-BY-4.0", "A city, CC BY 4.0", "https://example.org")
LATER = replace(SOURCE, date=dt.date(2026, 4, 19))


def record(name="Soup", row=2, **more):
    if "place" in more:
        more.setdefault("precision", Precision.ADDRESS)
    return ServiceRecord(name=name, row=row, **{"source": SOURCE} | more)


def take(cast, *records):
    return actions.import_services(records=records, source="list.csv", by=cast.manager, at=NOON)


def fates(report):
    return [one.fate for one in report.imported]


def test_a_list_is_taken_in_with_where_it_came_from(cast):
    report = take(cast, record(organisation="Elm trust", place=MELBOURNE, hours_text="Mon 9am-5pm"))
    assert fates(report) == [Fate.NEW]
    card = reads.service(cast.worker, report.imported[0].service_id)
    assert card.organisation_name == "Elm trust"
    assert card.provenance == reads.Provenance(
        "A list", SOURCE.date, "CC-BY-4.0", "A city, CC BY 4.0", "https://example.org"
    )
    assert reads.search(cast.worker, Query(words="soup", place=MELBOURNE, within_km=1)).matches


def test_a_list_that_says_when_it_was_checked_is_believed(cast):
    report = take(cast, record(assured_on=dt.date(2026, 3, 1)))
    assert reads.service(cast.worker, report.imported[0].service_id).freshness.on == dt.date(2026, 3, 1)
    assert fates(take(cast)) == []


def test_the_same_list_again_changes_nothing(cast):
    branches = [
        record(name="Branch", row=2, place=MELBOURNE, website="a.org", phone="1111 1111"),
        record(name="Branch", row=3, place=(-37.9, 144.9), website="a.org"),
        record(name="Helpline", row=4, phone="13 11 14"),
    ]
    assert fates(take(cast, *branches)) == [Fate.NEW] * 3
    again = [
        replace(one, source=LATER, website="https://www.a.org/", phone="") for one in reversed(branches[:2])
    ]
    assert fates(take(cast, *again, record(name="HELPLINE", phone=" 13 1114"))) == [Fate.UNCHANGED] * 3


def test_what_changed_is_changed_and_a_blank_never_erases(cast):
    first = record(
        description="Soup", hours_text="Mon 9am-5pm", phone="1111 1111", cost=Cost(CostKind.FREE, "Free")
    )
    take(cast, first)
    second = record(
        source=LATER,
        description="Soup and bread",
        category="Food",
        address="3 Elm Street",
        place=MELBOURNE,
        hours_text="Mon 9am-4pm",
        phone="2222 2222",
        cost=Cost(CostKind.PAID, "$2"),
        assured_on=dt.date(2026, 3, 1),
    )
    report = take(cast, second)
    assert report.imported[0].fields == (
        "description",
        "category",
        "phone",
        "address",
        "hours_text",
        "cost",
        "place",
        "checked_on",
    )
    card = reads.service(cast.worker, report.imported[0].service_id)
    assert (card.description, card.cost.kind, card.place) == ("Soup and bread", CostKind.PAID, MELBOURNE)
    assert [time.closes for time in card.open_times or ()] == [16 * 60]
    assert card.freshness.how == "feed"
    assert reads.search(cast.worker, Query(words="bread")).matches
    blank = record(source=LATER)
    assert fates(take(cast, blank)) == [Fate.UNCHANGED]


def test_prose_hours_change_only_when_they_say_something_else(cast):
    take(cast, record(hours_text="Monday: By appointment\nTuesday: Closed"))
    assert fates(take(cast, record(hours_text="Mon: By appointment"))) == [Fate.UNCHANGED]
    assert fates(take(cast, record(hours_text="Ring the quick brown fox"))) == [Fate.CHANGED]


def test_an_imputed_cost_never_overwrites_a_stated_one(cast):
    take(cast, record(cost=Cost(CostKind.PAID, "$2")))
    imputed = record(cost=Cost(CostKind.NOT_STATED, "Free", imputed=True))
    assert fates(take(cast, imputed)) == [Fate.UNCHANGED]


def test_a_correction_made_here_outlives_an_older_list(cast):
    service_id = take(cast, record(description="Soup")).imported[0].service_id
    actions.change_service(
        service_id=service_id, name=record().name, description="Soup, Mondays only", by=cast.worker, at=NOON
    )
    report = take(cast, record(description="Soup", assured_on=dt.date(2024, 1, 1)))
    assert report.kept == ((2, "description"),)
    assert report.imported[0].fields == ("checked_on",)
    assert reads.service(cast.worker, service_id).description == "Soup, Mondays only"
    assert fates(take(cast, record(description="Soup daily", source=LATER))) == [Fate.CHANGED]


def test_a_row_that_says_the_very_same_again_is_counted_once(cast):
    assert fates(take(cast, record(), record(row=3))) == [Fate.NEW, Fate.REPEATED]
    assert fates(take(cast, record(), record(row=3))) == [Fate.UNCHANGED, Fate.REPEATED]


def test_of_two_equally_likely_ones_neither_is_taken_for_it(cast):
    take(cast, record(address="18 Garden Street"), record(row=3, address="43 DeCarle Street"))
    assert fates(take(cast, record())) == [Fate.NEW]
