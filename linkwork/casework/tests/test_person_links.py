"""The person's own link: made by a worker, ended by either, opening one case and nothing else."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from linkwork.casework import access, actions, models, reads
from linkwork.casework.tests import scenes
from linkwork.core.errors import NotAllowed, NotFound, Refused
from linkwork.programmes.private_links import signed, unsigned
from linkwork.testing.cast import NOON
from linkwork.trail import reads as trail

DAY = dt.timedelta(days=1)


@pytest.fixture
def case_id(cast):
    return scenes.case(cast)


@pytest.fixture
def token(cast, case_id):
    return actions.make_person_link(case_id=case_id, by=cast.worker, at=NOON)


def test_it_opens_the_persons_own_case(cast, case_id, token):
    own = reads.own_page(token, NOON + 89 * DAY)
    assert (own.case_id, own.given_name, own.language) == (case_id, "Maryam", "ar")
    assert (own.worker_name, own.programme.name, own.closed) == ("Amal Haddad", "North practices", False)
    assert own.open_until == NOON + 90 * DAY
    assert access.is_own(own.viewer, case_id, NOON)
    assert [card.open_until for card in reads.person_links(cast.worker, case_id, NOON)] == [own.open_until]


def test_a_case_without_a_worker_has_a_page_too(cast):
    referral_id = scenes.referral(cast)
    case_id = actions.accept_referral(referral_id=referral_id, by=cast.manager, at=NOON)
    token = actions.make_person_link(case_id=case_id, by=cast.manager, at=NOON)
    assert reads.own_page(token, NOON).worker_name == ""


def test_every_link_that_does_not_open_says_the_same(cast, case_id, token):
    ended = actions.make_person_link(case_id=scenes.case(cast), by=cast.worker, at=NOON)
    actions.revoke_person_links(
        case_id=reads.own_page(ended, NOON).case_id, by=reads.own_page(ended, NOON).viewer, at=NOON
    )
    salt = models.PersonLink.salt
    programme_id, link_id, _key = unsigned(salt, token)
    wrong_key = signed(salt, programme_id, link_id, "*")
    said = set()
    for each, at in (
        ("forged", NOON),
        (token[:-2], NOON),
        (wrong_key, NOON),
        (ended, NOON),
        (token, NOON + 91 * DAY),
    ):
        with pytest.raises(Refused) as refusal:
            reads.own_page(each, at)
        said.add(refusal.value.reason)
    assert len(said) == 1


def test_only_the_hash_of_the_key_is_kept(case_id, token):
    row = models.PersonLink.objects.get()
    assert row.key_hash not in token
    assert unsigned(models.PersonLink.salt, token)[2] not in {row.key_hash, str(row.id)}


def test_the_worker_ends_every_link(cast, case_id, token):
    actions.make_person_link(case_id=case_id, by=cast.worker, at=NOON)
    assert actions.revoke_person_links(case_id=case_id, by=cast.worker, at=NOON + DAY) == 2
    assert reads.person_links(cast.worker, case_id, NOON + DAY) == []
    with pytest.raises(Refused):
        reads.own_page(token, NOON + DAY)


def test_a_visit_is_in_the_trail_and_no_look_at_anybody(cast, case_id, token):
    own = reads.own_page(token, NOON)
    actions.note_own_visit(case_id=case_id, by=own.viewer, at=NOON)
    assert trail.looks_at(cast.manager, own.person_id) == []


def test_a_link_opens_no_other_case(cast, token):
    other = scenes.case(cast, details=scenes.MARYAM)
    viewer = reads.own_page(token, NOON).viewer
    for act in (actions.note_own_visit, actions.revoke_person_links):
        with pytest.raises(NotAllowed):
            act(case_id=other, by=viewer, at=NOON)
    with pytest.raises(NotAllowed):
        reads.case(viewer, other)
    assert not access.is_own(scenes.referrer(cast), other, NOON)


def test_who_may_not_make_or_end_one(cast, case_id):
    for act in (actions.make_person_link, actions.revoke_person_links):
        with pytest.raises(NotAllowed):
            act(case_id=case_id, by=cast.supervisor, at=NOON)
    with pytest.raises(NotAllowed):
        reads.person_links(cast.evaluator, case_id, NOON)
    with pytest.raises(NotFound):
        actions.make_person_link(case_id=case_id, by=cast.outsider, at=NOON)


def test_the_database_keeps_links_apart_and_living(case_id, token):
    with pytest.raises(IntegrityError, match="casework_person_link_lives_a_while"), transaction.atomic():
        models.PersonLink.objects.update(expires_at=NOON)
    row = models.PersonLink.objects.get()
    row.id, row._state.adding = row._meta.pk.get_default(), True
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_a_link_proven_is_not_asked_about_again(cast, case_id, token, django_assert_num_queries):
    viewer = reads.own_page(token, NOON).viewer
    with access.proven(viewer, case_id, NOON):
        with django_assert_num_queries(0):
            assert access.is_own(viewer, case_id, NOON)
        assert not access.is_own(viewer, case_id, NOON + 91 * DAY)
    with django_assert_num_queries(1):
        assert access.is_own(viewer, case_id, NOON)
    with pytest.raises(NotAllowed), access.proven(viewer, case_id, NOON + 91 * DAY):
        pass
