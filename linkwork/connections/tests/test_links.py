"""The partner's link: what it opens, for whom, for how long, and that it gives nothing away."""

import datetime as dt

import pytest

from linkwork.casework import actions as casework
from linkwork.casework import reads as cases
from linkwork.connections import actions, reads
from linkwork.connections.access import may_connect, partner_viewer
from linkwork.connections.models import Link
from linkwork.connections.rules import Shared, State, Why
from linkwork.connections.tests.conftest import NAME, PHONE, WANTS, letters, waiting
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound, Refused
from linkwork.core.viewer import Kind
from linkwork.programmes.private_links import signed, unsigned
from linkwork.testing.cast import NOON

DAY = dt.timedelta(days=1)


def test_the_link_shows_what_was_agreed_and_nothing_else(scene):
    page = reads.reply_page(scene.connect().token, NOON)
    assert page.told == {Shared.NAME: NAME, Shared.PHONE: PHONE, Shared.WANTS: WANTS}
    assert page.viewer.kind is Kind.PARTNER
    assert page.person_id == cases.case(scene.by, scene.case_id).person_id
    assert page.worker is not None
    assert page.worker.name == "Amal Haddad"
    assert page.programme.name == "North practices"
    assert page.may_say[0] is State.RECEIVED
    assert not page.withheld


def test_every_link_that_does_not_open_says_the_same(scene):
    sent = scene.connect()
    other = scene.connect()
    actions.revoke_links(connection_id=other.connection_id, by=scene.by, at=NOON)
    said = set()
    for token, at in [
        ("", NOON),
        ("nonsense", NOON),
        (sent.token[:-1] + ("a" if sent.token[-1] != "a" else "b"), NOON),
        ("f" * 64 + sent.token[64:], NOON),
        (sent.token, NOON + 31 * DAY),
        (other.token, NOON),
    ]:
        with pytest.raises(Refused) as refusal:
            reads.reply_page(token, at)
        said.add(refusal.value.reason)
    assert len(said) == 1


def test_a_rightly_signed_token_with_another_key_opens_nothing(scene):
    programme_id, link_id, _key = unsigned(Link.salt, scene.connect().token)
    for forged in (signed(Link.salt, programme_id, link_id, "other key"), "short"):
        with pytest.raises(Refused):
            reads.reply_page(forged, NOON)


def test_an_expired_or_revoked_link_moves_nothing(scene):
    sent = scene.connect()
    partner = scene.partner(sent)
    with pytest.raises(NotAllowed):
        actions.move(connection_id=sent.connection_id, to=State.ACCEPTED, by=partner, at=NOON + 31 * DAY)
    actions.revoke_links(connection_id=sent.connection_id, by=scene.by, at=NOON)
    with pytest.raises(NotAllowed):
        actions.move(connection_id=sent.connection_id, to=State.ACCEPTED, by=partner, at=NOON)
    with pytest.raises(NotAllowed):
        actions.ask_question(connection_id=sent.connection_id, words="When?", by=partner, at=NOON)


def test_a_partner_reads_and_connects_nothing_else(scene):
    partner = scene.partner(scene.connect())
    assert not may_connect(partner)
    for ask in (reads.connections_of, reads.signposts_of, reads.unresolved):
        with pytest.raises(NotAllowed):
            ask(partner, scene.case_id)
    with pytest.raises(NotAllowed):
        scene.connect(by=partner)


def test_a_new_link_closes_the_old_ones(scene):
    sent = scene.connect()
    fresh = actions.renew_link(connection_id=sent.connection_id, by=scene.by, at=NOON + DAY)
    with pytest.raises(Refused):
        partner_viewer(sent.token, NOON + DAY)
    assert reads.reply_page(fresh, NOON + DAY).connection.id == sent.connection_id


def test_a_draft_has_no_link(scene):
    from linkwork.connections.rules import Kind as Connecting

    draft = actions.draft(
        case_id=scene.case_id,
        need_id=scene.need_id,
        service_id=scene.service_id,
        kind=Connecting.REFERRAL,
        by=scene.by,
        at=NOON,
    )
    with pytest.raises(Refused):
        actions.renew_link(connection_id=draft, by=scene.by, at=NOON)


def test_consent_taken_back_closes_the_page_at_once_and_tells_the_partner(scene):
    sent = scene.connect()
    case = cases.case(scene.by, scene.case_id)
    (consent,) = cases.consents_of(scene.by, case.person_id, NOON)
    casework.withdraw_consent(consent_id=consent.id, by=scene.by, at=NOON + DAY)
    page = reads.reply_page(sent.token, NOON + DAY)
    assert (page.told, page.withheld) == ({}, True)
    assert actions.stop_sharing(case_id=scene.case_id, by=scene.by, at=NOON + DAY) == 1
    assert actions.stop_sharing(case_id=scene.case_id, by=scene.by, at=NOON + DAY) == 0
    assert scene.card(sent).state is State.CANCELLED
    assert "connections.withdrawn" in {one.kind for one in waiting(scene)}


def test_who_takes_their_yes_back_ends_what_it_carried_in_one_step_and_once(scene):
    sent = scene.connect()
    (consent,) = cases.consents_of(scene.by, cases.case(scene.by, scene.case_id).person_id, NOON)
    with pytest.raises(NotAllowed):
        actions.take_back_consent(consent_id=consent.id, by=scene.cast.evaluator, at=NOON + DAY)
    assert scene.card(sent).state is State.SENT
    assert actions.take_back_consent(consent_id=consent.id, by=scene.by, at=NOON + DAY) == 1
    assert scene.card(sent).state is State.CANCELLED
    with pytest.raises(IllegalStep):
        actions.take_back_consent(consent_id=consent.id, by=scene.by, at=NOON + DAY)


def test_what_is_over_shows_nothing_about_the_person(scene):
    sent = scene.connect()
    actions.move(
        connection_id=sent.connection_id, to=State.DECLINED, why=Why.FULL, by=scene.partner(sent), at=NOON
    )
    page = reads.reply_page(sent.token, NOON)
    assert (page.told, page.withheld, page.may_say) == ({}, False, ())


def test_a_question_and_its_answer(scene):
    sent = scene.connect()
    partner = scene.partner(sent)
    question = actions.ask_question(
        connection_id=sent.connection_id, words=" Are stairs all right? ", by=partner, at=NOON + DAY
    )
    assert scene.card(sent).news_at == NOON + DAY
    actions.answer_question(question_id=question, answer="Yes", by=scene.by, at=NOON + 2 * DAY)
    (card,) = reads.questions_of(scene.by, sent.connection_id)
    assert (card.words, card.answer, card.answered_at) == ("Are stairs all right?", "Yes", NOON + 2 * DAY)
    assert reads.reply_page(sent.token, NOON + 2 * DAY).questions == (card,)
    assert scene.card(sent).news_at is None
    assert "connections.answer" in {one.kind for one in letters(scene, sent)}


def test_refused_questions_and_answers(scene):
    sent = scene.connect()
    ask = {"connection_id": sent.connection_id, "at": NOON}
    with pytest.raises(Invalid):
        actions.ask_question(**ask, words=" ", by=scene.partner(sent))
    with pytest.raises(NotAllowed):
        actions.ask_question(**ask, words="Why?", by=scene.by)
    with pytest.raises(NotFound):
        actions.answer_question(question_id=scene.case_id, answer="Yes", by=scene.by, at=NOON)
    with pytest.raises(Invalid):
        actions.answer_question(question_id=scene.case_id, answer="", by=scene.by, at=NOON)


def test_a_connection_of_a_case_without_a_worker_still_answers(scene):
    from linkwork.connections.models import Connection

    sent = scene.connect()
    Connection.objects.filter(id=sent.connection_id).update(worker_id=None)
    assert reads.reply_page(sent.token, NOON).worker is None
