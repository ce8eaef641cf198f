"""Notes, proposals, training, mentoring and sites through the pages."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from linkwork.core.ids import new_id
from linkwork.core.viewer import Role, system
from linkwork.programmes import actions as programmes
from linkwork.programmes.reads import Standing
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import NOON, Cast
from linkwork.web.team.today import today_items
from linkwork.workforce import reads


def at(name: str, *about: object) -> str:
    return reverse(f"team:{name}", args=list(about) or None)


@pytest.fixture
def home(settings: Any, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    return tmp_path


def test_a_note_is_written_shared_taken_back_and_thrown_away(cast: Cast) -> None:
    worker, supervisor = signed_in("worker"), signed_in("supervisor")
    assert "Nothing written yet" in worker.get(at("reflections")).content.decode()
    assert worker.post(at("reflection_new"), {"kind": "hard_day", "words": " "}).status_code == 422
    html = worker.get(at("reflection_new")).content.decode()
    assert 'data-draft="' not in html
    worker.post(at("reflection_new"), {"kind": "hard_day", "words": "Too much"})
    [card] = reads.reflections(cast.worker).rows
    assert worker.get(at("reflection_change", card.id)).status_code == 200
    worker.post(at("reflection_change", card.id), {"kind": "other", "words": "Too much today"})
    assert "Dana Petit" in worker.get(at("reflection_share", card.id)).content.decode()
    worker.post(at("reflection_share", card.id), {"supervisor": str(cast.supervisor.id)})
    assert "Too much today" in supervisor.get(at("reflections")).content.decode()
    assert "Dana Petit reads it" in worker.get(at("reflections")).content.decode()
    worker.post(at("reflection_take_back", card.id))
    assert "Too much" not in supervisor.get(at("reflections")).content.decode()
    assert worker.get(at("reflections"), {"after": str(card.id)}).status_code == 200
    worker.post(at("reflection_remove", card.id))
    assert reads.reflections(cast.worker).rows == []


def test_a_proposal_from_first_to_last(cast: Cast) -> None:
    worker, other, manager = (signed_in(part) for part in ("worker", "other_worker", "manager"))
    assert worker.post(at("proposal_new"), {"title": "Evenings"}).status_code == 422
    worker.post(at("proposal_new"), {"title": "Evenings", "why": "People work."})
    [card] = reads.proposals(cast.worker)
    address = at("proposal", card.id)
    titles = [item.title for item in today_items(Standing(cast.manager), timezone.now())]
    assert "Amal Haddad proposes: Evenings" in titles
    assert other.post(at("proposal_comment", card.id), {"words": ""}).status_code == 422
    other.post(at("proposal_comment", card.id), {"words": "Good idea"})
    assert "Good idea" in worker.get(address).content.decode()
    assert "A manager decides" in other.get(address).content.decode()
    decide = at("proposal_decide", card.id)
    assert other.post(decide, {"accept": "yes", "reason": "x"}).status_code == 403
    assert manager.post(decide, {"accept": "yes"}).status_code == 422
    manager.post(decide, {"accept": "yes", "reason": "Until June"})
    new = f"{at('adaptation_new')}?proposal={card.id}"
    assert 'value="Evenings"' in manager.get(new).content.decode()
    change = {
        "title": "Evenings",
        "made_on": timezone.localdate().isoformat(),
        "what": "context",
        "context_kind": "format",
        "planned": "planned_reactive",
        "decided_by": "team",
        "fidelity": "consistent",
        "goal": "reach",
    }
    assert manager.post(new, change | {"nature": "adding"}).status_code == 422
    assert manager.post(new, change).status_code == 302
    [made] = reads.adaptations(cast.manager)
    assert manager.get(at("adaptation_result", made.id)).status_code == 200
    manager.post(at("adaptation_result", made.id), {"result": "Ten more"})
    html = worker.get(at("adaptation", made.id)).content.decode()
    for words in ("Ten more", "Reach more people", "The format, such as groups or by phone"):
        assert words in html
    assert "Evenings" in worker.get(at("proposals")).content.decode()
    assert manager.get(at("adaptation_new")).status_code == 200
    worker.post(at("proposal_new"), {"title": "Less", "why": "Really"})
    again = reads.proposals(cast.worker)[0]
    worker.post(at("proposal_withdraw", again.id))
    assert "withdrawn" in worker.get(at("proposal", again.id)).content.decode()


def training(**more: object) -> dict[str, object]:
    return {"term": "mental_health", "held_on": timezone.localdate().isoformat(), "hours": "6", **more}


def test_a_certificate_is_kept_and_served_to_those_who_may(cast: Cast, home: Path) -> None:
    worker = signed_in("worker")
    paper = SimpleUploadedFile("mine.pdf", b"%PDF-1.7 paper", "application/pdf")
    said = training(worker=str(cast.worker.id), file=paper, title="First aid for the mind")
    assert worker.post(at("training_new"), said).status_code == 302
    [card] = reads.trainings(cast.worker)
    [kept] = (home / "media").iterdir()
    assert kept.name != "mine.pdf"
    address = at("training_certificate", card.id)
    for part in ("worker", "manager", "supervisor"):
        answer = signed_in(part).get(address)
        assert answer.content == b"%PDF-1.7 paper"
        assert answer["Content-Disposition"].startswith("attachment")
    assert signed_in("other_worker").get(address).status_code == 404
    assert signed_in("evaluator").get(address).status_code == 403
    assert "First aid for the mind" in worker.get(at("training")).content.decode()
    worker.post(at("training_remove", card.id))
    assert list((home / "media").iterdir()) == []


def test_a_file_that_is_no_certificate_is_not_kept(cast: Cast, home: Path) -> None:
    worker = signed_in("worker")
    for content, reason in (
        (b"<script>", "Choose a PDF, a PNG or a JPEG file."),
        (b"%PDF-" + b"x" * (5 * 1024 * 1024), "This file is larger than 5 MB."),
    ):
        said = training(worker=str(cast.worker.id), file=SimpleUploadedFile("x.pdf", content))
        answer = worker.post(at("training_new"), said)
        assert answer.status_code == 422
        assert reason in answer.content.decode()
    refused = training(
        worker=str(cast.worker.id),
        file=SimpleUploadedFile("x.png", b"\x89PNG\r\n\x1a\n"),
        held_on="2999-01-01",
    )
    assert worker.post(at("training_new"), refused).status_code == 422
    assert not any((home / "media").glob("*"))
    assert reads.trainings(cast.worker) == []


def test_the_programme_certifies_what_it_gave(cast: Cast, home: Path) -> None:
    manager = signed_in("manager")
    expires = (timezone.localdate() + dt.timedelta(days=30)).isoformat()
    said = training(worker=str(cast.worker.id), in_house="on", expires_on=expires)
    assert manager.post(at("training_new"), said).status_code == 302
    [card] = reads.trainings(cast.worker)
    answer = signed_in("worker").get(at("training_certificate", card.id))
    assert answer.content.startswith(b"%PDF-")
    [item] = [one for one in today_items(Standing(cast.worker), timezone.now()) if one.chip == "training"]
    assert item.title.startswith("Mental health: runs out")
    later = timezone.now() + dt.timedelta(days=40)
    over = [one.title for one in today_items(Standing(cast.worker), later) if one.chip == "training"]
    assert over[0].startswith("Mental health: run out")
    assert "has run out" not in manager.get(at("training_of", cast.worker.id)).content.decode()
    assert signed_in("other_worker").get(at("training_of", cast.worker.id)).status_code == 403


def test_what_is_asked_wanted_and_taken_out_as_a_file(cast: Cast, home: Path) -> None:
    worker, manager = signed_in("worker"), signed_in("manager")
    assert "Nothing is asked of everybody yet." in worker.get(at("training")).content.decode()
    assert manager.get(at("training_required")).status_code == 200
    manager.post(at("training_required"), {"terms": ["mental_health", "first_aid"]})
    html = manager.get(at("training")).content.decode()
    assert "First aid: missing" in html
    assert "2 lack something" in html
    assert worker.get(at("training_needs")).status_code == 200
    worker.post(at("training_needs"), {"t_mental_health": "5"})
    assert "5.0" in manager.get(at("training")).content.decode()
    manager.post(at("training_new"), training(worker=str(cast.worker.id), title="=cmd()", hours="7.5"))
    manager.post(at("training_new"), training(worker=str(cast.worker.id), term="first_aid"))
    text = manager.get(at("training_file")).content.decode("utf-8-sig")
    assert "Amal Haddad,Mental health,'=cmd()" in text
    assert "Amal" not in signed_in("other_worker").get(at("training_file")).content.decode()
    assert "all of it" in worker.get(at("training")).content.decode()


def test_mentoring_from_first_to_last(cast: Cast) -> None:
    worker = signed_in("worker")
    today = timezone.localdate().isoformat()
    assert "Nobody is learning" in worker.get(at("mentoring")).content.decode()
    said = {"mentor": str(cast.worker.id), "kind": "student", "goals": "Visits", "started_on": today}
    assert worker.post(at("mentoring_new"), said).status_code == 422
    worker.post(at("mentoring_new"), said | {"learner_name": "Ines"})
    [card] = reads.mentorings(cast.worker)
    time = at("mentoring_time", card.id)
    assert (
        worker.post(time, {"held_on": "2999-01-01", "minutes": "30", "activity": "talk"}).status_code == 422
    )
    worker.post(time, {"held_on": today, "minutes": "90", "activity": "talk"})
    assert "1.5 hours" in worker.get(at("mentoring_one", card.id)).content.decode()
    assert worker.get(at("mentoring_end", card.id)).status_code == 200
    worker.post(at("mentoring_end", card.id), {"ended_on": today, "reflection": "To wait"})
    assert "To wait" in worker.get(at("mentoring_one", card.id)).content.decode()
    assert "To wait" not in signed_in("manager").get(at("mentoring_one", card.id)).content.decode()
    assert "Amal Haddad teaches Ines" in signed_in("manager").get(at("mentoring")).content.decode()


def test_a_site_is_filled_in(cast: Cast) -> None:
    worker = signed_in("worker")
    site = cast.site_id
    assert worker.get(at("site_day", site)).status_code == 200
    worker.post(at("site_day", site), {"worker": str(cast.worker.id), "weekday": "1", "desk": "Room 3"})
    assert worker.get(at("site_change", site)).status_code == 200
    worker.post(at("site_change", site), {"private_room": "no", "record_access": "yes", "helps": "Tea"})
    assert worker.get(at("site_champion", site)).status_code == 200
    today = timezone.localdate().isoformat()
    worker.post(at("site_champion", site), {"name": "Dr Lee", "since": today})
    for address in (at("site", site), at("sites")):
        html = worker.get(address).content.decode()
        for words in ("Dr Lee", "no room to talk unheard", "Tuesday"):
            assert words in html
    [place] = reads.site_places(cast.worker)
    assert signed_in("other_worker").post(at("site_day_end", place.days[0].id)).status_code == 403
    worker.post(at("site_day_end", place.days[0].id))
    assert place.champion is not None
    worker.post(at("site_champion_end", place.champion.id))
    assert "Before: Dr Lee" in worker.get(at("site", site)).content.decode()
    assert worker.get(at("site", new_id())).status_code == 404


def test_five_hundred_workers_are_paged_and_found(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    by = system(cast.programme_id)
    for number in range(500):
        programmes.add_worker(
            name=f"Worker {number:03}", roles=[Role.WORKER], since=dt.date(2025, 9, 1), by=by, at=NOON
        )
    manager = signed_in("manager")
    manager.post(at("training_required"), {"terms": ["first_aid"]})
    with django_assert_max_num_queries(12):
        html = manager.get(at("training")).content.decode()
    assert html.count("First aid: missing") == 50
    after = html.partition("?after=")[2].partition('"')[0]
    assert manager.get(at("training"), {"after": after}).content.decode().count("missing") >= 50
    assert manager.get(at("training"), {"q": "worker 11"}).content.decode().count("First aid: missing") == 10
    for name in ("mentoring", "proposals", "sites", "reflections", "supervision", "caseload", "home"):
        with django_assert_max_num_queries(12):
            manager.get(at(name))
