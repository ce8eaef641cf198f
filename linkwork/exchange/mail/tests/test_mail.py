"""Are letters sent once, in their own language, without a word about a person? And do both posts keep one contract?"""

import datetime as dt
from uuid import UUID

import pytest
from django.core import mail
from django.utils import translation

from linkwork.connections import actions
from linkwork.connections.rules import TO_PARTNER, LetterKind, State
from linkwork.connections.tests.conftest import (
    PHONE,
    WANTS,
    Scene,
    give_address,
    letters,
    make_scene,
    waiting,
)
from linkwork.core.ids import new_id
from linkwork.core.viewer import Viewer, system
from linkwork.exchange.mail import Attachment, Delivered, DjangoPost, FakePost, PostFailed, deliver_waiting
from linkwork.exchange.mail.delivery import draw
from linkwork.programmes import actions as programmes
from linkwork.programmes import reads as standing
from linkwork.programmes.rules import MOST_TRIES, LetterState
from linkwork.testing.cast import NOON, Cast

SOON = NOON + dt.timedelta(days=5)


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


class Breaking(FakePost):
    """Fails at the first letter in a way nobody thought of; the second is called off while it goes out."""

    about: UUID
    by: Viewer

    def send(self, to, subject, body, files=()):
        if to == "gone@nowhere.example":
            raise KeyError(to)
        programmes.stop_letters(about_id=self.about, by=self.by, at=NOON)
        super().send(to, subject, body, files)


def test_a_letter_that_breaks_or_is_stopped_on_its_way_harms_no_other(scene, caplog):
    scene.connect(send_to="gone@nowhere.example")
    second = scene.connect()
    post = Breaking()
    post.about, post.by = second.connection_id, scene.by
    assert deliver_waiting(NOON, post=post) == Delivered(1, 1)
    assert len(post.sent) == 1
    assert "gone@" not in caplog.text


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


def everything(scene):
    """Every kind of letter this room writes, drawn as it would go out: (letter, what is drawn)."""
    by, found = system(scene.cast.programme_id), []

    def draw_all():
        for letter in waiting(scene):
            found.append((letter, draw(letter, standing.programme(by), by)))
            programmes.stop_letter(letter_id=letter.id, by=by, at=NOON)

    give_address(scene)
    sent = scene.connect()
    partner, ask = scene.partner(sent), {"connection_id": sent.connection_id, "at": NOON}
    actions.chase(**ask, by=scene.by)
    question = actions.ask_question(**ask, words="When?", by=partner)
    actions.answer_question(question_id=question, answer="Monday", by=scene.by, at=NOON)
    proposal = actions.propose_times(**ask, times=[SOON], by=partner)
    actions.choose_time(proposal_id=proposal, chosen=None, by=scene.by, at=NOON)
    post = actions.signpost(
        case_id=scene.case_id, need_id=scene.need_id, service_id=scene.service_id, by=scene.by, at=NOON
    )
    actions.send_signpost(signpost_id=post, by=scene.by, at=NOON)
    theirs = actions.set_appointment(**ask, starts_at=SOON, by=partner)
    ours = actions.set_appointment(
        **ask, starts_at=SOON, tell_partner=True, tell_person=True, where="Hall 4", by=scene.by
    )
    actions.remind(appointment_id=ours, by=by, at=SOON - dt.timedelta(hours=2))
    draw_all()
    actions.cancel_appointment(appointment_id=theirs, reason="Ill at home", by=partner, at=NOON)
    actions.cancel_appointment(appointment_id=ours, reason="Ill at home", by=scene.by, at=NOON)
    actions.move(**ask, to=State.CANCELLED, reason="Ill at home", by=scene.by)
    draw_all()
    return found


def test_no_letter_of_any_kind_says_a_word_about_the_person(scene):
    found = everything(scene)
    assert {letter.kind for letter, _drawn in found} == set(LetterKind)
    private = ["Maryam", "Al Amin", PHONE, WANTS, "Ill at home", "Monday", "company"]
    for letter, drawn in found:
        assert drawn is not None, letter.kind
        assert "\n" not in drawn.subject
        assert not [word for word in ("Garden", "Green", "M.A.A.") if word in drawn.subject]
        said = drawn.subject + drawn.body + "".join(file.content.decode() for file in drawn.files)
        assert not [word for word in private if word in said], letter.kind
        if letter.kind in TO_PARTNER:
            assert "M.A.A." not in said
            assert "maryam@home.example" not in said
        if "appointment" in letter.kind:
            assert len(drawn.files) == 1


def test_what_goes_to_whom(scene):
    to = {letter.kind: letter.to for letter, _drawn in everything(scene)}
    assert {to[kind] for kind in TO_PARTNER} == {"hello@garden.example"}
    assert to[LetterKind.APPOINTMENT_WORKER] == "worker@example.org"
    for kind in (LetterKind.SIGNPOST, LetterKind.REMINDER, LetterKind.APPOINTMENT_PERSON):
        assert to[kind] == "maryam@home.example"


def test_operations_anchor_12_a_signpost_leaves_no_personal_data_with_the_service(scene):
    give_address(scene)
    post = actions.signpost(
        case_id=scene.case_id,
        need_id=scene.need_id,
        service_id=scene.service_id,
        note=WANTS,
        by=scene.by,
        at=NOON,
    )
    actions.send_signpost(signpost_id=post, by=scene.by, at=NOON)
    carrier = FakePost()
    deliver_waiting(NOON, post=carrier)
    ((to, subject, body),) = carrier.sent
    assert to == "maryam@home.example"
    assert "Garden group" in body
    assert "Garden" not in subject
    assert not [word for word in ("Maryam", "Al Amin", PHONE, WANTS) if word in subject + body]


def test_a_reminder_of_what_was_called_off_is_never_sent(scene):
    give_address(scene)
    id_ = actions.set_appointment(
        case_id=scene.case_id, starts_at=SOON, tell_person=True, by=scene.by, at=NOON
    )
    by = system(scene.cast.programme_id)
    actions.remind(appointment_id=id_, by=by, at=SOON - dt.timedelta(hours=2))
    (letter,) = [one for one in waiting(scene) if one.kind == LetterKind.REMINDER]
    actions.cancel_appointment(appointment_id=id_, reason="x", by=scene.by, at=NOON)
    assert draw(letter, standing.programme(by), by) is None


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
