"""Time where people are, talks without a name, and support that begins there."""

import datetime as dt

import pytest

from linkwork.casework import actions, facts, reads
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.errors import Invalid, NotAllowed, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.testing.cast import NOON

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
NADIA = PersonDetails(given_name="Nadia", language="ar")


def be_present(cast, **more):
    """Two hours at the library."""
    usual = {
        "started_at": NOON - 2 * HOUR,
        "ended_at": NOON,
        "place": "Library",
        "by": cast.worker,
        "at": NOON,
    }
    return actions.log_presence(**usual | more)


def talk(cast, **more):
    """A talk with somebody who gave no name."""
    return actions.log_anonymous(**{"occurred_at": NOON - HOUR, "by": cast.worker, "at": NOON} | more)


def test_a_presence_may_meet_nobody(cast):
    card = reads.presence(cast.worker, be_present(cast))
    assert (card.where, card.people_met, card.minutes, card.talks, card.worker_name) == (
        "Library",
        0,
        120,
        0,
        "Amal Haddad",
    )


def test_people_met_are_counted_not_named(cast):
    one = be_present(
        cast,
        site_id=cast.site_id,
        place="",
        people_met=7,
        adults=4,
        children=3,
        languages={"ar": 5, "so": 1, "sv": 0},
        note="Come on Tuesdays",
    )
    card = reads.presence(cast.worker, one)
    assert (card.where, card.people_met, card.adults, card.children) == ("Elm Street practice", 7, 4, 3)
    assert (card.languages, card.note) == ((("ar", 5), ("so", 1)), "Come on Tuesdays")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"ended_at": NOON - 3 * HOUR}, "ended_at"),
        ({"ended_at": NOON + 3 * DAY}, "ended_at"),
        ({"started_at": NOON + HOUR, "ended_at": NOON + 2 * HOUR}, "started_at"),
        ({"place": " "}, "place"),
        ({"site_id": new_id()}, "site"),
        ({"people_met": -1}, "people_met"),
        ({"people_met": 2, "adults": 2, "children": 1}, "adults"),
        ({"people_met": 2, "adults": -2}, "adults"),
        ({"people_met": 2, "languages": {"ar": 3}}, "languages"),
        ({"people_met": 2, "languages": {"xx": 1}}, "languages"),
    ],
)
def test_what_cannot_be_is_named(cast, changes, field):
    with pytest.raises(Invalid) as caught:
        be_present(cast, **changes)
    assert set(caught.value.errors) == {field}
    assert reads.presences(cast.worker) == ([], None)


def test_talks_stand_at_their_presence_or_alone(cast):
    one = be_present(cast, site_id=cast.site_id, people_met=2)
    talk(cast, presence_id=one, minutes=10, language="ar", topics=["rights", "feelings"], note="Rent")
    talk(cast, minutes=5)
    [there] = reads.talks_at(cast.worker, one)
    assert (there.minutes, there.language, there.topics, there.note, there.site_name) == (
        10,
        "ar",
        ("feelings", "rights"),
        "Rent",
        "Elm Street practice",
    )
    [alone] = reads.lone_talks(cast.worker)
    assert (alone.presence_id, alone.minutes) == (None, 5)
    assert reads.presence(cast.worker, one).talks == 1


def test_a_talk_that_cannot_be_kept_is_named(cast):
    for changes in ({"topics": ["x"]}, {"language": "xx"}, {"minutes": 1441}, {"occurred_at": NOON + DAY}):
        with pytest.raises(Invalid):
            talk(cast, **changes)
    with pytest.raises(NotFound):
        talk(cast, presence_id=new_id())


def test_who_wants_support_is_referred_from_the_talk(cast):
    one = talk(cast, presence_id=be_present(cast), language="ar")
    referral_id = actions.refer_from_encounter(
        anonymous_id=one, details=NADIA, wants="A language class", by=cast.worker, at=NOON
    )
    card = reads.referral(cast.worker, referral_id, NOON)
    assert (card.source, card.name) == ("outreach", "Nadia")
    assert reads.talk(cast.worker, one).referral_id == referral_id
    with pytest.raises(Refused):
        actions.refer_from_encounter(anonymous_id=one, details=NADIA, by=cast.worker, at=NOON)


def test_others_may_not(cast):
    one, two = be_present(cast), talk(cast)
    for ask in (
        lambda: be_present(cast, by=cast.evaluator),
        lambda: talk(cast, by=cast.evaluator),
        lambda: actions.refer_from_encounter(anonymous_id=two, details=NADIA, by=cast.evaluator, at=NOON),
        lambda: reads.presences(cast.evaluator),
    ):
        with pytest.raises(NotAllowed):
            ask()
    for ask in (
        lambda: reads.presence(cast.outsider, one),
        lambda: reads.talk(cast.outsider, two),
        lambda: actions.refer_from_encounter(anonymous_id=new_id(), details=NADIA, by=cast.worker, at=NOON),
    ):
        with pytest.raises(NotFound):
            ask()


def test_presences_are_paged_by_key(cast, django_assert_num_queries):
    made = [be_present(cast, at=NOON + number * HOUR) for number in range(32)]
    with django_assert_num_queries(2):
        first, after = reads.presences(cast.worker)
    rest, end = reads.presences(cast.worker, after)
    assert [card.id for card in first + rest] == made[::-1]
    assert end is None


def test_what_an_extract_gets_of_it(cast):
    one = be_present(cast, people_met=3, adults=2, languages={"ar": 2})
    two = talk(cast, presence_id=one, topics=["rights"], note="Rent")
    actions.refer_from_encounter(anonymous_id=two, details=NADIA, by=cast.worker, at=NOON)
    rows = {table.name: list(table.rows(cast.programme_id)) for table in facts.TABLES}
    day = NOON.date()
    assert rows["presences"] == [(one, cast.worker.id, None, day, 120, 3, 2, None)]
    assert rows["presence_languages"] == [(one, "ar", 2)]
    assert rows["anonymous_contacts"] == [(two, one, cast.worker.id, day, None, None, None, True)]
    assert rows["anonymous_terms"] == [(two, "contact_topics", "rights")]
    assert rows["contacts"] == []
