"""Adding, changing, confirming: it works first, then each refusal."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import Kind, Viewer
from linkwork.directory import actions, reads
from linkwork.directory.models import Check, Entry, Organisation, Service
from linkwork.directory.reads import Query
from linkwork.directory.rules.freshness import FreshnessState
from linkwork.directory.rules.kinds import ConfirmedBy, Cost, CostKind, Source
from linkwork.directory.tests.conftest import TODAY, at
from linkwork.testing.cast import NOON


def test_a_service_is_added_with_its_organisation(cast):
    organisation_id = actions.add_organisation(name="Elm trust", phone="1", by=cast.manager, at=NOON)
    service_id = actions.add_service(
        name="Soup",
        organisation_id=organisation_id,
        hours_text="By the door",
        cost=Cost(CostKind.FREE, "Free"),
        source=Source("A list", dt.date(2026, 1, 1), "CC0"),
        by=cast.worker,
        at=NOON,
    )
    card = reads.service(cast.worker, service_id, TODAY)
    assert card.organisation_name == "Elm trust"
    assert card.open_times is None
    assert card.hours_text == "By the door"
    assert card.freshness.state is FreshnessState.NEVER
    assert card.provenance.source == "A list"
    assert reads.organisation(cast.worker, organisation_id).phone == "1"
    assert [found.name for found in reads.organisations(cast.worker, "ELM")] == ["Elm trust"]


def test_the_same_organisation_is_not_added_twice(cast):
    for name, organisation in (("Soup", "Elm Trust"), ("Bread", "elm trust")):
        actions.add_service(name=name, organisation=organisation, by=cast.worker, at=NOON)
    assert len(reads.organisations(cast.worker)) == 1
    with pytest.raises(Invalid, match="already"):
        actions.add_organisation(name="ELM TRUST", by=cast.worker, at=NOON)
    with pytest.raises(Invalid, match="called"):
        actions.add_organisation(name=" ", by=cast.worker, at=NOON)


def test_it_refuses_what_cannot_be_kept(cast):
    with pytest.raises(Invalid) as wrong:
        actions.add_service(name="…", place=(91, 0), phone="1" * 200, by=cast.worker, at=NOON)
    assert set(wrong.value.errors) == {"name", "place", "phone"}
    with pytest.raises(NotFound):
        actions.add_service(name="Soup", organisation_id=new_id(), by=cast.worker, at=NOON)


def test_a_service_is_put_right(cast, shelf):
    cafe = shelf["cafe"]
    before = reads.service(cast.worker, cafe, TODAY)
    actions.change_service(
        service_id=cafe,
        name="Language tea",
        place=before.place,
        cost=before.cost.words,
        hours_text="Friday 2pm-4pm",
        by=cast.worker,
        at=NOON,
    )
    card = reads.service(cast.worker, cafe, TODAY)
    assert (card.name, card.place, card.place_is_exact) == ("Language tea", before.place, True)
    assert (card.cost, card.provenance, card.address) == (before.cost, before.provenance, "")
    assert [time.day for time in card.open_times or ()] == [4]
    assert card.freshness.state is FreshnessState.FRESH
    assert not reads.search(cast.worker, Query(words="cafe")).matches
    assert reads.search(cast.worker, Query(words="tea")).matches
    actions.doubt_service(service_id=cafe, note="Costs 2 now.", by=cast.worker, at=NOON)
    for settles, doubt in ((False, "Costs 2 now."), (True, "")):
        actions.change_service(
            service_id=cafe, name="Language tea", cost="$2", settles=settles, by=cast.worker, at=NOON
        )
        card = reads.service(cast.worker, cafe, TODAY)
        assert (card.freshness.doubt, card.cost.kind, card.place) == (doubt, CostKind.PAID, None)


def test_confirming_makes_fresh_and_settles_a_doubt(cast, shelf):
    food = shelf["food"]
    actions.doubt_service(service_id=food, note="Nobody there.", by=cast.worker, at=at(3))
    assert reads.service(cast.worker, food, TODAY).freshness.doubt == "Nobody there."
    actions.confirm_service(service_id=food, how=ConfirmedBy.PHONE, by=cast.worker, at=at(600))
    assert reads.service(cast.worker, food, TODAY).freshness.state is FreshnessState.STALE
    partner = Viewer(Kind.PARTNER, new_id(), cast.programme_id)
    actions.confirm_service(service_id=food, how=ConfirmedBy.PROVIDER, by=partner, at=at(0))
    fresh = reads.service(cast.worker, food, TODAY).freshness
    assert (fresh.state, fresh.on, fresh.how, fresh.doubt) == (FreshnessState.FRESH, TODAY, "provider", "")
    said = reads.checks(cast.worker, food)
    assert [(check.right, check.by_kind) for check in said[:2]] == [(True, "partner"), (False, "login")]
    with pytest.raises(Invalid):
        actions.doubt_service(service_id=food, note=" ", by=cast.worker, at=NOON)


def test_a_confirmation_older_than_the_doubt_leaves_it(cast, shelf):
    line = shelf["line"]
    actions.doubt_service(service_id=line, note="Silent.", by=cast.worker, at=at(1))
    actions.confirm_service(service_id=line, how=ConfirmedBy.OUTCOME, by=cast.worker, at=at(5))
    assert reads.service(cast.worker, line, TODAY).freshness.doubt == "Silent."


def test_who_may_not(cast, shelf):
    cafe = shelf["cafe"]
    for act in (
        lambda by: actions.add_service(name="Soup", by=by, at=NOON),
        lambda by: actions.add_organisation(name="Soup", by=by, at=NOON),
        lambda by: actions.import_services(records=[], source="x", by=by, at=NOON),
        lambda by: actions.doubt_service(service_id=cafe, note="x", by=by, at=NOON),
        lambda by: actions.confirm_service(service_id=cafe, how=ConfirmedBy.PHONE, by=by, at=NOON),
    ):
        with pytest.raises(NotAllowed):
            act(cast.evaluator)
    with pytest.raises(NotFound):
        actions.confirm_service(service_id=cafe, how=ConfirmedBy.PHONE, by=cast.outsider, at=NOON)
    with pytest.raises(NotFound):
        reads.service(cast.outsider, cafe)
    with pytest.raises(NotFound):
        reads.organisation(cast.outsider, new_id())


@pytest.mark.parametrize(
    ("model", "wrong"),
    [
        (Service, {"name": ""}),
        (Service, {"latitude": 1.0, "longitude": None}),
        (Service, {"checked_on": None, "checked_how": "phone"}),
        (Service, {"doubt": "Silent.", "doubted_on": None}),
        (Service, {"cost_imputed": True, "cost_kind": "free"}),
        (Organisation, {"name": ""}),
        (Check, {"right": True, "how": ""}),
        (Check, {"right": False, "note": ""}),
        (Entry, {"x": None}),
    ],
)
def test_the_database_keeps_the_truth(cast, shelf, model, wrong):
    rows = model.objects.all()
    if model in (Service, Entry):
        rows = rows.filter(**{"id" if model is Service else "service_id": shelf["cafe"]})
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(**wrong)


def test_nothing_stands_twice(cast, shelf):
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.all().update(folded="one")
    entry = Entry.objects.all()[0]
    entry.id, entry.number = new_id(), None
    with pytest.raises(IntegrityError), transaction.atomic():
        entry.save(force_insert=True)
