"""Two records of one person are brought together, and taken apart as they were."""

import dataclasses
import datetime as dt
from typing import Any

import pytest
from django.apps import apps
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linkwork.casework import actions, models, reads
from linkwork.casework.rules.consent import Purpose
from linkwork.casework.rules.guarding import AlertKind
from linkwork.casework.rules.merging import GROUPS, differing, merged
from linkwork.casework.rules.persons import OtherWay, PersonDetails, Prefers
from linkwork.casework.tests import scenes
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound, Refused
from linkwork.testing.cast import NOON
from linkwork.trail import reads as trail

DAY = dt.timedelta(days=1)
ADA = PersonDetails(
    given_name="Ada",
    family_name="Lind",
    phone="070 1",
    language="sv",
    born_year=1950,
    access_needs=("wheelchair",),
    never_by=(Prefers.LETTER,),
)
ADDA = PersonDetails(
    given_name="Adda",
    family_name="Lindh",
    phone="070 2",
    phone_message_ok=True,
    email="ada@example.org",
    interpreter=True,
    prefers=Prefers.LETTER,
    other_ways=(OtherWay("070 1", "daughter"),),
    access_needs=("hearing",),
)


def tables():
    """Every row of the room but merges themselves; keys of names without their ids, for they are only an index."""
    found: dict[Any, Any] = {}
    for model in apps.get_app_config("casework").get_models():
        if model is models.NameKey:
            found[model] = sorted(model.objects.values_list("person_id", "key"))
        elif model is not models.Merge:
            found[model] = sorted(model._default_manager.values_list(), key=str)
    return found


@pytest.fixture
def two(cast):
    """(kept, absorbed): two people, each with a running case and a row of much."""
    return full(cast, ADA), full(cast, ADDA)


def full(cast, details):
    case_id = scenes.case(cast, details)
    person_id = reads.case(cast.worker, case_id).person_id
    actions.give_consent(case_id=case_id, purpose=Purpose.SHARE, by=cast.worker, at=NOON)
    actions.set_alert(person_id=person_id, kind=AlertKind.HEALTH, words="Asthma", by=cast.worker, at=NOON)
    scenes.contact(cast, case_id)
    return person_id


def running(cast, person_id) -> Any:
    """The person's running case."""
    return reads.person(cast.manager, person_id).open_case_id


def merge(cast, two, **more):
    kept, absorbed = two
    goes_on = running(cast, kept)
    usual = {"kept_id": kept, "absorbed_id": absorbed, "continues": goes_on, "by": cast.manager, "at": NOON}
    return actions.merge_people(**usual | more)


def test_what_holds_for_both():
    whole = merged(ADA, ADDA, ["name"])
    assert (whole.given_name, whole.other_names) == ("Adda", ("Ada Lind",))
    assert (whole.phone, whole.phone_message_ok) == ("070 1", None)
    assert whole.other_ways == (OtherWay("070 2", "", True),)
    assert (whole.email, whole.language, whole.interpreter) == ("ada@example.org", "sv", True)
    assert whole.access_needs == ("wheelchair", "hearing")
    assert (whole.prefers, whole.never_by) == (Prefers.ANY, (Prefers.LETTER,))
    assert differing(ADA, ADDA) == ["name", "phone"]
    assert differing(ADA, ADA) == []
    assert merged(ADA, ADDA, ["language"]).language == "sv"  # nothing there to hold


def test_every_field_of_a_person_is_decided_on():
    fields = {field.name for field in dataclasses.fields(PersonDetails)}
    together = {"other_names", "other_ways", "never_by", "access_needs"}
    assert {field for group in GROUPS.values() for field in group} | together == fields


def test_everything_reaches_the_kept_person(cast, two):
    kept, absorbed = two
    old_case = running(cast, absorbed)
    merge(cast, two, why="The same birthday and street")
    assert reads.case(cast.worker, old_case).person_id == kept
    assert reads.person(cast.worker, absorbed).id == kept
    assert len(reads.consents_of(cast.worker, kept, NOON)) == 2
    assert len(reads.alerts_of(cast.worker, kept, NOON.date())) == 2
    assert [card.id for card in reads.found(cast.worker, "adda lindh")] == [kept]
    assert [card.id for card in reads.people(cast.worker, [absorbed, kept])] == [kept]
    assert reads.look_alikes(cast.worker, kept) == []
    assert reads.caseload(cast.manager) == [(cast.worker.id, 1)]
    with pytest.raises(NotFound):
        actions.change_person(person_id=absorbed, details=ADA, by=cast.worker, at=NOON)
    [step] = [one for one in trail.steps_about(cast.manager, kept) if one.what == "casework.merge_people"]
    assert step.detail == {"absorbed": str(absorbed), "chosen": []}


def test_taking_apart_leaves_every_row_as_it_was(cast, two):
    before = tables()
    merge_id = merge(cast, two, chosen=["name", "phone"])
    assert tables() != before
    actions.undo_merge(merge_id=merge_id, by=cast.manager, at=NOON + DAY)
    assert tables() == before
    with pytest.raises(IllegalStep):
        actions.undo_merge(merge_id=merge_id, by=cast.manager, at=NOON + DAY)


WORDS = st.text(alphabet="abcdeåäö ", max_size=8)
PEOPLE = st.builds(
    PersonDetails,
    given_name=WORDS.filter(str.strip),
    family_name=WORDS,
    born_year=st.none() | st.integers(1900, 2020),
    phone=st.sampled_from(["", "070 123 45 67", "0702 11 11 11"]),
    phone_message_ok=st.none() | st.booleans(),
    email=st.sampled_from(["", "a@example.org", "b@example.org"]),
    language=st.sampled_from(["", "ar", "sv"]),
    interpreter=st.booleans(),
    place=st.none() | st.just((1.0, 2.0)),
    never_by=st.sampled_from([(), (Prefers.PHONE,)]),
    other_names=st.lists(WORDS.filter(str.strip), max_size=2).map(tuple),
    other_ways=st.lists(st.builds(OtherWay, st.sampled_from(["070 3", "c@example.org"])), max_size=2).map(
        tuple
    ),
    best_time=WORDS,
    access_words=WORDS,
    trusted_name=WORDS,
)


@given(PEOPLE, PEOPLE, st.sets(st.sampled_from(sorted(GROUPS))), st.booleans())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_two_records_can_be_merged_and_taken_apart(cast, one, other, chosen, both_run):
    first = scenes.case(cast, one)
    second = scenes.case(cast, other)
    if not both_run:
        actions.close_case(case_id=second, reason="done", by=cast.worker, at=NOON)
    two = reads.case(cast.worker, first).person_id, reads.case(cast.worker, second).person_id
    before = tables()
    merge_id = merge(cast, two, chosen=chosen, continues=second if both_run else None)
    whole = reads.person(cast.worker, two[0]).details
    for record in (one, other):
        called = f"{record.given_name.strip()} {record.family_name.strip()}".strip()
        assert reads.found(cast.worker, called) or not called.replace(" ", "")
        assert not record.phone or record.phone[-5:] in str([whole.phone, whole.other_ways])
    actions.undo_merge(merge_id=merge_id, by=cast.manager, at=NOON)
    assert tables() == before


def test_of_two_running_cases_one_is_said_to_go_on(cast, two):
    with pytest.raises(Invalid):
        merge(cast, two, continues=None)
    kept = two[0]
    stays, other = (running(cast, one) for one in two)
    merge(cast, two, continues=stays)
    assert reads.case(cast.worker, other).continues_in == stays
    assert running(cast, kept) == stays
    actions.close_case(case_id=other, reason="done", by=cast.worker, at=NOON)
    assert reads.case(cast.worker, stays).continues_in is None


def test_what_changed_since_stays_with_the_kept_person(cast, two):
    kept, absorbed = two
    merge_id = merge(cast, two)
    since = dataclasses.replace(reads.person(cast.worker, kept).details, phone="070 9", other_ways=())
    actions.change_person(person_id=kept, details=since, by=cast.worker, at=NOON)
    case_id = running(cast, kept)
    actions.give_consent(case_id=case_id, purpose=Purpose.LEARN, by=cast.worker, at=NOON)
    actions.undo_merge(merge_id=merge_id, by=cast.manager, at=NOON)
    card = reads.person(cast.worker, kept)
    assert (card.phone, card.email) == ("070 9", "")
    assert len(reads.consents_of(cast.worker, kept, NOON)) == 2
    assert reads.person(cast.worker, absorbed).phone == "070 2"


def test_merges_are_undone_from_the_last_one(cast, two):
    third = reads.case(cast.worker, scenes.case(cast, PersonDetails(given_name="Bo"))).person_id
    first = merge(cast, two)
    goes_on = running(cast, third)
    second = merge(cast, (third, two[0]), continues=goes_on)
    assert reads.person(cast.worker, two[1]).id == third
    with pytest.raises(Refused):
        actions.undo_merge(merge_id=first, by=cast.manager, at=NOON)
    actions.undo_merge(merge_id=second, by=cast.manager, at=NOON)
    actions.undo_merge(merge_id=first, by=cast.manager, at=NOON)
    assert reads.person(cast.worker, two[1]).id == two[1]


def test_a_restriction_goes_with_the_person(cast, two):
    kept, absorbed = two
    for one in two:
        actions.restrict_person(
            person_id=one, workers=[cast.worker.id], why="Works here", by=cast.manager, at=NOON
        )
    merge_id = merge(cast, two)
    with pytest.raises(NotFound):
        reads.person(cast.other_worker, kept)
    actions.undo_merge(merge_id=merge_id, by=cast.manager, at=NOON)
    with pytest.raises(NotFound):
        reads.person(cast.other_worker, absorbed)


def test_what_cannot_be_merged_is_refused(cast, two):
    kept = two[0]
    with pytest.raises(Invalid):
        merge(cast, (kept, kept))
    with pytest.raises(Invalid):
        merge(cast, two, chosen=["nonsense"])
    with pytest.raises(NotAllowed):
        merge(cast, two, by=cast.worker)
    with pytest.raises(NotFound):
        merge(cast, two, by=cast.outsider)
    merge_id = merge(cast, two)
    with pytest.raises(NotAllowed):
        actions.undo_merge(merge_id=merge_id, by=cast.worker, at=NOON)
    with pytest.raises(NotFound):
        actions.undo_merge(merge_id=merge_id, by=cast.outsider, at=NOON)


def test_no_other_room_points_at_a_person():
    """Everything above reaches a person through a case: so a merge that moves the cases moves it all."""
    rooms = {relation.related_model._meta.app_label for relation in models.Person._meta.related_objects}
    assert rooms == {"casework"}
