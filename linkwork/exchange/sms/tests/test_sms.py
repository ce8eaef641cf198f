"""Texts on their way out and in: who carries them, which words, which are believed."""

import datetime as dt
import http.client
import json
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from django.test import override_settings

from linkwork.core.viewer import system
from linkwork.exchange import mail, sms
from linkwork.testing.cast import NOON, Cast
from linkwork.workforce import actions, reads
from linkwork.workforce.tests.outings import look_out

PHONE, BUDDYS = "+447700900123", "+447700900456"
HOUR = dt.timedelta(hours=1)


def late(minutes: float) -> dt.datetime:
    """So many minutes after the expected end."""
    return NOON + HOUR + dt.timedelta(minutes=minutes)


@pytest.fixture
def visit_id(cast: Cast):
    """A visit from noon for an hour; both have left their numbers."""
    actions.keep_phone(number=BUDDYS, by=cast.other_worker, at=NOON)
    return actions.plan_visit(
        address="12 Elm Street",
        about="The new garden",
        starts_at=NOON,
        ends_at=NOON + HOUR,
        buddy_id=cast.other_worker.worker_id,
        phone=PHONE,
        by=cast.worker,
        at=NOON,
    )


def sent(cast: Cast, minutes: float, **refusing) -> list[tuple[str, str]]:
    by, through = system(cast.programme_id), sms.FakeCarrier(**refusing)
    look_out(by, late(minutes))
    sms.send_waiting(by, late(minutes), through)
    return through.sent


def test_each_is_asked_in_words_that_name_no_place(cast: Cast, visit_id) -> None:
    [(to, words)] = sent(cast, 1)
    assert to == PHONE
    assert "OUT" in words
    [(to, words)] = sent(cast, 11)
    assert to == BUDDYS
    assert words.startswith("Amal Haddad was expected back at 13:00.")
    assert words.endswith(PHONE)
    assert "Elm" not in words
    assert "garden" not in words


def test_not_safe_is_said_as_such(cast: Cast, visit_id) -> None:
    actions.say_not_safe(visit_id=visit_id, by=cast.worker, at=NOON)
    texts = sent(cast, -30)
    assert {to for to, _words in texts} == {BUDDYS}
    assert all("NOT SAFE" in words for _to, words in texts)


def test_nothing_goes_out_once_they_gave_a_sign(cast: Cast, visit_id) -> None:
    by = system(cast.programme_id)
    look_out(by, late(11))
    actions.acknowledge_alarm(visit_id=visit_id, by=cast.other_worker, at=late(11))
    assert sms.send_waiting(by, late(12), sms.FakeCarrier()) == 0
    actions.resolve_alarm(visit_id=visit_id, words="Well", out_until=late(60), by=cast.manager, at=late(12))
    look_out(by, late(61))
    actions.extend_visit(visit_id=visit_id, minutes=60, by=cast.worker, at=late(62))
    assert sms.send_waiting(by, late(62), sms.FakeCarrier()) == 0
    assert reads.waiting_texts(by) == []


def test_a_text_that_cannot_go_is_tried_again_and_a_number_taken_back_is_not(cast: Cast, visit_id) -> None:
    assert sent(cast, 1, refuses={PHONE}) == []
    assert [to for to, _words in sent(cast, 2)] == [PHONE]
    by = system(cast.programme_id)
    look_out(by, late(11))
    actions.keep_phone(number="", by=cast.other_worker, at=late(11))
    assert sms.send_waiting(by, late(12), sms.FakeCarrier()) == 0
    assert reads.waiting_texts(by) == []


def test_without_settings_texts_go_into_a_file(cast: Cast, visit_id, tmp_path: Path) -> None:
    by = system(cast.programme_id)
    look_out(by, late(1))
    with override_settings(HOME=tmp_path, SMS_ADDRESS=""):
        assert sms.send_waiting(by, late(1)) == 1
    [line] = (tmp_path / "texts" / "sent.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["to"] == PHONE
    (tmp_path / "busy").write_text("")
    with pytest.raises(sms.CarrierFailed):
        sms.FileCarrier(tmp_path / "busy" / "sent.jsonl").send(PHONE, "All well?")


def test_over_http_any_status_of_the_two_hundreds_is_a_yes() -> None:
    asked: list[urllib.request.Request] = []

    def answering(status):
        def opening(request, seconds):
            asked.append(request)
            if isinstance(status, Exception):
                raise status
            return status

        return sms.HttpCarrier("https://texts.example.org/send", "key", opening)

    answering(202).send(PHONE, "All well?")
    assert isinstance(asked[0].data, bytes)
    assert json.loads(asked[0].data) == {"to": PHONE, "text": "All well?"}
    assert asked[0].get_header("Authorization") == "Bearer key"
    for refusal in (300, 500, urllib.error.URLError("away"), TimeoutError(), http.client.BadStatusLine("?")):
        with pytest.raises(sms.CarrierFailed):
            answering(refusal).send(PHONE, "All well?")
    with pytest.raises(sms.CarrierFailed):
        sms.HttpCarrier("http://texts.example.org").send(PHONE, "All well?")
    with override_settings(SMS_ADDRESS="https://texts.example.org", SMS_KEY="key"):
        assert isinstance(sms.carrier(), sms.HttpCarrier)


def test_only_what_is_signed_is_read() -> None:
    body = json.dumps({"from": PHONE, "text": "out", "sent_at": NOON.isoformat()}).encode()
    assert sms.read_message("secret", body, sms.signature("secret", body)) == sms.Message(PHONE, "out", NOON)
    for secret, signed in (("secret", "nonsense"), ("secret", "é"), ("", sms.signature("", body))):
        with pytest.raises(sms.NotSigned):
            sms.read_message(secret, body, signed)
    for wrong in (b"[]", b"{}", b"\xff", b'{"from": 1, "text": 2, "sent_at": 3}'):
        with pytest.raises(sms.NotSigned):
            sms.read_message("secret", wrong, sms.signature("secret", wrong))


def test_the_letters_name_the_colleague_and_nobody_they_visit(cast: Cast, visit_id) -> None:
    by, post = system(cast.programme_id), mail.FakePost()
    actions.keep_phone(number="", by=cast.worker, at=NOON)
    look_out(by, late(1))
    mail.deliver_waiting(late(1), cast.programme_id, post)
    [(to, _subject, body)] = post.sent
    assert to == "worker@example.org"
    assert "Are you safely out?" in body
    actions.keep_phone(number=PHONE, by=cast.worker, at=NOON)
    post.sent.clear()
    look_out(by, late(21))
    mail.deliver_waiting(late(21), cast.programme_id, post)
    assert {to for to, _subject, _body in post.sent} == {"other_worker@example.org", "manager@example.org"}
    for _to, subject, body in post.sent:
        assert "Amal" not in subject
        assert "Amal Haddad went on a visit alone" in body
        assert f"Their number: {PHONE}." in body
        assert f"/visits/{visit_id}/" in body
        assert "Elm" not in body
    actions.say_not_safe(visit_id=visit_id, by=cast.worker, at=late(22))
    actions.acknowledge_alarm(visit_id=visit_id, by=cast.manager, at=late(22))
    mail.deliver_waiting(late(22), cast.programme_id, post)
    assert len(post.sent) == 2  # they were reached before the post went
