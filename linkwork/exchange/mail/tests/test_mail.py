"""Are letters sent once, in their own language, without a word about a person? And do both posts keep one contract?"""

import pytest
from django.core import mail
from django.utils import translation

from linkwork.connections import actions, reads
from linkwork.connections.rules import MessageKind, MessageState, State
from linkwork.connections.tests.conftest import PHONE, WANTS, Scene, make_scene
from linkwork.core.viewer import system
from linkwork.exchange.mail import DjangoPost, FakePost, PostFailed, deliver_waiting
from linkwork.exchange.mail.words import words_of
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
    for _turn in range(6):
        deliver_waiting(NOON, post=post)
    (letter,) = reads.letters_of(scene.by, first.connection_id)
    assert (letter.state, letter.tries) == (MessageState.FAILED, 5)


def test_no_letter_of_any_kind_says_a_word_about_the_person(scene):
    sent = scene.connect()
    actions.chase(connection_id=sent.connection_id, by=scene.by, at=NOON)
    question = actions.ask_question(
        connection_id=sent.connection_id, words="When?", by=scene.partner(sent), at=NOON
    )
    actions.answer_question(question_id=question, answer="Monday", by=scene.by, at=NOON)
    actions.move(
        connection_id=sent.connection_id, to=State.CANCELLED, reason="Ill at home", by=scene.by, at=NOON
    )
    letters = reads.waiting_letters(system(scene.cast.programme_id))
    assert {letter.kind for letter in letters} == set(MessageKind)
    private = ["Maryam", "Al Amin", PHONE, WANTS, "Ill at home", "Monday", "company"]
    for letter in letters:
        subject, body = words_of(letter, "North practices")
        assert "\n" not in subject
        assert "Garden" not in subject
        assert not [word for word in private if word in subject + body]


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
    (letter,) = reads.waiting_letters(system(scene.cast.programme_id))
    assert letter.language == "fr"
