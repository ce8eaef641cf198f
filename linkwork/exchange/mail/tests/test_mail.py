"""Are letters sent once, in their own language, without a word about a person? And do both posts keep one contract?"""

import datetime as dt

import pytest
from django.core import mail
from django.utils import translation

from linkwork.connections import actions
from linkwork.connections.rules import LetterKind, State
from linkwork.connections.tests.conftest import PHONE, WANTS, Scene, letters, make_scene, waiting
from linkwork.core.ids import new_id
from linkwork.core.viewer import system
from linkwork.exchange.mail import Attachment, Delivered, DjangoPost, FakePost, PostFailed, deliver_waiting
from linkwork.exchange.mail.delivery import draw
from linkwork.programmes import actions as programmes
from linkwork.programmes import reads as standing
from linkwork.programmes.rules import MOST_TRIES, LetterState
from linkwork.testing.cast import NOON, Cast


@pytest.fixture
def scene(cast: Cast) -> Scene:
    return make_scene(cast)


@pytest.mark.parametrize("post", [DjangoPost(), FakePost()], ids=["django", "fake"])
def test_every_post_keeps_the_contract(post):
    post.send("a@b.example", "Hello", "One\n\nTwo\n")
    kept = (
        post.sent
        if isinstance(post, FakePost)
        else [(one.to[0], one.subject, one.body) for one in mail.outbox]
    )
    assert kept == [("a@b.example", "Hello", "One\n\nTwo\n")]
    with pytest.raises(PostFailed):
        post.send("a@b.example", "Two\nlines", "Text")


def test_a_letter_goes_once(scene):
    sent = scene.connect()
    post = FakePost()
    assert deliver_waiting(NOON, scene.cast.programme_id, post).sent == 1
    assert deliver_waiting(NOON, post=post).sent == 0
    ((to, _subject, body),) = post.sent
    assert to == "hello@garden.example"
    assert sent.token in body


def test_a_letter_that_fails_is_tried_again_and_harms_no_other(scene):
    first = scene.connect(send_to="gone@nowhere.example")
    scene.connect()
    post = FakePost(refuses={"gone@nowhere.example"})
    result = deliver_waiting(NOON, post=post)
    assert (result.sent, result.failed) == (1, 1)
    for day in range(1, 7):
        deliver_waiting(NOON + dt.timedelta(days=day), post=post)
    (letter,) = letters(scene, first)
    assert (letter.state, letter.tries) == (LetterState.FAILED, MOST_TRIES)
    assert len(post.sent) == 1


def test_what_is_over_by_the_time_is_not_asked_any_more(scene):
    sent = scene.connect()
    actions.move(connection_id=sent.connection_id, to=State.CANCELLED, reason="x", by=scene.by, at=NOON)
    post = FakePost()
    assert deliver_waiting(NOON, post=post).sent == 1
    assert "withdrawn" in post.sent[0][1]
    states = {one.kind: one.state for one in letters(scene, sent)}
    assert states == {LetterKind.ASK: LetterState.STOPPED, LetterKind.WITHDRAWN: LetterState.DELIVERED}


def test_a_letter_nobody_can_draw_is_stopped(scene):
    by = system(scene.cast.programme_id)
    for kind in ("nobody.knows", LetterKind.ASK.value):
        programmes.write_letter(kind=kind, about_id=new_id(), to="a@b.example", language="en", by=by, at=NOON)
    post = FakePost()
    assert deliver_waiting(NOON, post=post) == Delivered(0, 0)
    assert standing.waiting_letters(by, NOON + dt.timedelta(days=9)) == []


def test_a_file_goes_with_a_letter():
    DjangoPost().send("a@b.example", "Hello", "Text", [Attachment("a.ics", "text/calendar", b"BEGIN")])
    assert mail.outbox[0].attachments[0][0] == "a.ics"


def test_no_letter_of_any_kind_says_a_word_about_the_person(scene):
    sent = scene.connect()
    actions.chase(connection_id=sent.connection_id, by=scene.by, at=NOON)
    question = actions.ask_question(
        connection_id=sent.connection_id, words="When?", by=scene.partner(sent), at=NOON
    )
    actions.answer_question(question_id=question, answer="Monday", by=scene.by, at=NOON)
    by = system(scene.cast.programme_id)
    drawn = [draw(letter, standing.programme(by), by) for letter in waiting(scene)]
    actions.move(
        connection_id=sent.connection_id, to=State.CANCELLED, reason="Ill at home", by=scene.by, at=NOON
    )
    written = waiting(scene)
    assert {letter.kind for letter in written} == set(LetterKind)
    drawn += [draw(letter, standing.programme(by), by) for letter in written]
    private = ["Maryam", "Al Amin", PHONE, WANTS, "Ill at home", "Monday", "company"]
    for one in drawn:
        assert one is None or "\n" not in one.subject
        assert one is None or "Garden" not in one.subject
        assert one is None or not [word for word in private if word in one.subject + one.body]
    assert len([one for one in drawn if one]) == len(LetterKind)


def test_a_signpost_sends_nothing(scene):
    actions.signpost(
        case_id=scene.case_id, need_id=scene.need_id, service_id=scene.service_id, by=scene.by, at=NOON
    )
    post = FakePost()
    assert deliver_waiting(NOON, post=post).sent == 0
    assert post.sent == []


def test_a_letter_is_in_the_language_it_was_written_in(scene):
    with translation.override("fr"):
        scene.connect()
    (letter,) = waiting(scene)
    assert letter.language == "fr"
