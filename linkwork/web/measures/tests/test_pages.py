"""Asking, reading, correcting and taking out: the pages of a worker."""

import pytest
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import reads as cases
from linkwork.core.ids import new_id
from linkwork.outcomes import actions, reads
from linkwork.outcomes.rules.occasions import Mode, Occasion
from linkwork.trail import reads as trail

PHQ = [str(number) for number in range(1, 10)]
CALM = dict.fromkeys(PHQ, 1) | {"9": 0}
LOW = dict.fromkeys(PHQ, 0)
WORRIED = CALM | {"9": 2}


def sent(answers, **more):
    """A form as a browser sends it."""
    said = {f"item_{key}": str(value) for key, value in answers.items()}
    about = {"mode": "together", "answered_on": timezone.localdate().isoformat(), "occasion": "baseline"}
    return said | about | more


def text(answer):
    return answer.content.decode()


def latest(cast, case_id):
    return reads.assessments_of(cast.worker, case_id)[-1]


def test_from_the_tab_to_the_score(cast, case_id, signed_in):
    client = signed_in("worker")
    home = reverse("measures:home", args=[case_id])
    assert "No measure has been asked yet" in text(client.get(home))
    new = reverse("measures:new", args=[case_id])
    assert "9 questions" in text(client.get(new))
    chosen = client.post(new, {"measure": "phq-9", "how": "now", "occasion": "suggested"})
    assert chosen["Location"] == reverse("measures:answer", args=[case_id, "phq-9"]) + "?occasion=suggested"
    page = text(client.get(chosen["Location"]))
    assert "Peu d’intérêt ou de plaisir à faire des choses" in page  # the person's language
    assert 'lang="fr"' in page
    assert 'value="baseline" id="id_occasion_0" required checked' in page
    english = text(client.get(chosen["Location"] + "&language=en"))
    assert "Little interest or pleasure in doing things" in english

    done = client.post(chosen["Location"], sent(CALM), follow=True)
    said = text(done)
    assert done.redirect_chain[-1][0] == reverse("measures:done", args=[latest(cast, case_id).id])
    assert "data-saved" in said  # the draft is forgotten
    assert "mild" in said
    assert "of 27" in said
    assert "Ask about safety" not in said
    assert latest(cast, case_id).language == "fr"
    again = text(client.get(home))
    assert "PHQ-9" in again
    assert "Face to face" in again


def test_each_look_leaves_a_row(cast, case_id, signed_in, record):
    made = record(CALM)
    client = signed_in("manager")
    pages = ["home", "new"]
    urls = [reverse(f"measures:{name}", args=[case_id]) for name in pages]
    urls += [reverse(f"measures:{name}", args=[case_id, "phq-9"]) for name in ("answer", "paper")]
    urls += [reverse(f"measures:{name}", args=[made.id]) for name in ("done", "correct", "void")]
    for url in urls:
        assert client.get(url).status_code == 200, url
    person_id = cases.case(cast.worker, case_id).person_id
    assert len(trail.looks_at(cast.manager, person_id)) == len(urls)


def test_gaps_are_asked_about_once(cast, case_id, signed_in):
    client, url = signed_in("worker"), reverse("measures:answer", args=[case_id, "phq-9"])
    empty = client.post(url, sent({}))
    assert empty.status_code == 422
    assert "Answer at least one question." in text(empty)
    some = client.post(url, sent({"1": 2, "2": 0}))
    said = text(some)
    assert "7 questions have no answer" in said
    assert 'value="2" id="id_item_1_2" checked' in said
    assert reads.assessments_of(cast.worker, case_id) == []
    kept = client.post(url, sent({"1": 2, "2": 0}, gaps_meant="on"), follow=True)
    assert "No score: 7 answers are missing." in text(kept)
    assert latest(cast, case_id).answers == {"1": 2, "2": 0}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"answered_on": "2001-01-01"}, "before the support began"),
        ({"answered_on": ""}, "Fill this in."),
        ({"occasion": ""}, "Choose one."),
        ({"item_1": "7"}, "Choose one of the answers offered."),
    ],
)
def test_what_cannot_be_is_said_beside_it(case_id, signed_in, changes, said):
    client, url = signed_in("worker"), reverse("measures:answer", args=[case_id, "phq-9"])
    answer = client.post(url, sent(CALM) | changes)
    assert answer.status_code == 422
    assert said in text(answer)


def test_broken_off_and_gone_on_with(cast, case_id, signed_in):
    client, url = signed_in("worker"), reverse("measures:answer", args=[case_id, "phq-9"])
    home = reverse("measures:home", args=[case_id])
    said = sent({"1": 3}, later="1", occasion="during")
    assert client.post(url, said)["Location"] == home
    assert "not finished" in text(client.get(home))
    page = text(client.get(url))
    assert 'value="3" id="id_item_1_3" checked' in page
    assert 'value="during" id="id_occasion_1" required checked' in page
    client.post(url, sent(CALM))
    assert "not finished" not in text(client.get(home))


def test_paper_is_typed_in_one_line(cast, case_id, signed_in):
    client, url = signed_in("worker"), reverse("measures:paper", args=[case_id, "phq-9"])
    assert "Presque tous les jours" in text(client.get(url))
    for typed, said in (
        ("12", "PHQ-9 has 9 questions, and 2 answers are typed."),
        ("111111114", "Question 9: “4” is not one of 0, 1, 2, 3."),
        ("---------", "Answer at least one question."),
        ("", "Fill this in."),
    ):
        refused = client.post(url, sent({}, typed=typed))
        assert refused.status_code == 422
        assert said in text(refused)
    client.post(url, sent({}, typed="3 2,1 0–1 111"))
    card = latest(cast, case_id)
    assert card.mode is Mode.PAPER
    assert [card.answers.get(key) for key in PHQ] == [3, 2, 1, 0, None, 1, 1, 1, 1]
    assert client.post(url, sent({}, typed="1" * 9, answered_on="2001-01-01")).status_code == 422


def test_long_scales_are_typed_with_spaces(cast, case_id, signed_in):
    client, url = signed_in("worker"), reverse("measures:paper", args=[case_id, "ons4"])
    client.post(url, sent({}, typed="10 7 - 0"))
    assert latest(cast, case_id).answers == {"1": 10, "2": 7, "4": 0}
    client.get(reverse("measures:answer", args=[case_id, "ons4"]))


def test_change_since_the_first_time_in_plain_words(case_id, signed_in, record):
    record(CALM | {"1": 3}, days=30)
    record(LOW, occasion=Occasion.END)
    record({"1": 5}, "loneliness-direct", days=30)
    record({"1": 4}, "loneliness-direct", occasion=Occasion.DURING)
    said = text(signed_in("worker").get(reverse("measures:home", args=[case_id])))
    assert "Better than the first time: from 10 to 0. So large a change is reliable." in said
    assert "Better than the first time: from 5 to 4." in said
    assert said.count('<svg class="chart') == 2
    assert "2 answerings" in said


def test_a_worrying_answer_says_what_to_do_now(cast, case_id, signed_in, record):
    made = record(WORRIED)
    client = signed_in("worker")
    done = reverse("measures:done", args=[made.id])
    page = text(client.get(done))
    assert "Ask about safety now" in page
    assert "Take out" not in page
    assert "Ask about safety now" in text(client.get(reverse("measures:home", args=[case_id])))
    for part in ("worker", "manager"):
        assert "sk about safety</a>" in text(signed_in(part).get(reverse("today:home")))
    assert "about safety" not in text(signed_in("other_worker").get(reverse("today:home")))
    after = client.post(reverse("measures:followed", args=[made.id]), follow=True)
    assert "Safety was asked about, today." in text(after)
    assert "about safety" not in text(client.get(reverse("today:home")))


def test_correcting_keeps_what_stood_there(cast, case_id, signed_in, record):
    made = record(CALM)
    client, url = signed_in("worker"), reverse("measures:correct", args=[made.id])
    assert 'value="1" id="id_item_1_1" checked' in text(client.get(url))
    assert "Fill this in." in text(client.post(url, sent(LOW)))
    said = text(client.post(url, sent(LOW, reason="Read the wrong line"), follow=True))
    assert "Corrected: “Read the wrong line”" in said
    assert "It no longer counts" in text(client.get(reverse("measures:done", args=[made.id])))
    assert "Corrected and taken out" in text(client.get(reverse("measures:home", args=[case_id])))
    late = client.post(url, sent(LOW, reason="Again"))
    assert late.status_code == 400
    assert client.post(url, sent(LOW, reason="Again", answered_on="2001-01-01")).status_code in (400, 422)


def test_taking_out_needs_a_reason(cast, case_id, signed_in, record):
    made = record(CALM)
    client, url = signed_in("worker"), reverse("measures:void", args=[made.id])
    assert "Fill this in." in text(client.post(url, {"reason": ""}))
    said = text(client.post(url, {"reason": "Another person’s sheet"}, follow=True))
    assert "It no longer counts" in said
    assert "Another person’s sheet" in said
    assert reads.assessments_of(cast.worker, case_id) == []


def test_asked_by_the_persons_own_link_and_taken_back(cast, case_id, signed_in):
    client, new = signed_in("worker"), reverse("measures:new", args=[case_id])
    asked = client.post(new, {"measure": "ons4", "how": "link", "occasion": "end"}, follow=True)
    assert "By their own link, asked today." in text(asked)
    [waiting] = reads.askings_of(cast.worker, case_id, timezone.now())
    assert waiting.occasion is Occasion.END
    client.post(reverse("measures:stop", args=[waiting.id]))
    assert reads.askings_of(cast.worker, case_id, timezone.now()) == []
    suggested = client.post(new, {"measure": "ons4", "how": "link", "occasion": "suggested"})
    assert suggested.status_code == 302
    [waiting] = reads.askings_of(cast.worker, case_id, timezone.now())
    assert waiting.occasion is Occasion.BASELINE
    assert client.post(new, {"how": "link"}).status_code == 422


def test_a_slot_is_not_asked(case_id, signed_in):
    client = signed_in("worker")
    for name in ("answer", "paper"):
        assert client.get(reverse(f"measures:{name}", args=[case_id, "swemwbs"])).status_code == 404
        assert client.get(reverse(f"measures:{name}", args=[case_id, "nothing"])).status_code == 404


def test_answers_of_a_measure_that_was_taken_away_can_still_be_read(case_id, signed_in, record, monkeypatch):
    from linkwork.instruments import measures

    made = record(CALM)
    left = tuple(one for one in measures.measures() if one.id != "phq-9")
    monkeypatch.setattr(measures, "measures", lambda: left)
    client = signed_in("worker")
    for url in (reverse("measures:done", args=[made.id]), reverse("measures:home", args=[case_id])):
        page = text(client.get(url))
        assert "phq-9" in page
        assert ">8<" in page


@pytest.mark.parametrize(("part", "status"), [("supervisor", 403), ("evaluator", 403), ("outsider", 404)])
def test_who_does_not_come_in(case_id, signed_in, record, part, status):
    made, client = record(WORRIED), signed_in(part)
    for name, args in (
        ("home", [case_id]), ("new", [case_id]), ("answer", [case_id, "phq-9"]), ("paper", [case_id, "phq-9"]),
        ("done", [made.id]), ("correct", [made.id]), ("void", [made.id]),
    ):  # fmt: skip
        assert client.get(reverse(f"measures:{name}", args=args)).status_code == status, name
    assert client.post(reverse("measures:followed", args=[made.id])).status_code == status
    assert client.post(reverse("measures:stop", args=[new_id()])).status_code == status


def test_sources_licences_and_vectors_can_be_read(signed_in):
    client = signed_in("supervisor")
    page = text(client.get(reverse("measures:about")))
    assert "SWEMWBS" in page
    assert "How people changed" not in page
    phq = text(client.get(reverse("measures:measure", args=["phq-9"])))
    for said in (
        "no permission is required",
        "2001",
        "moderately severe",
        "6 points or more",
        "severe begins at 20",
    ):
        assert said in phq, said
    slot = text(client.get(reverse("measures:measure", args=["swemwbs"])))
    assert "University of Warwick" in slot
    assert "Not filled yet" in slot
    assert client.get(reverse("measures:measure", args=["nothing"])).status_code == 404
    assert client.get(reverse("measures:change")).status_code == 403


def test_change_in_the_programme_counts_only_those_asked_twice(cast, case_id, signed_in, record, now):
    client, url = signed_in("manager"), reverse("measures:change")
    assert "Nobody has been asked yet." in text(client.get(url))
    record(CALM | {"1": 3}, days=30)
    record(LOW, occasion=Occasion.END)
    record({"1": 3}, "ons4")
    page = text(client.get(url))
    assert "−10" in page
    assert "mean change of 1 person asked twice" in page
    assert "1 asked at the start only" in page
    assert "By 6 points or more: 1 better, 0 worse; 0 changed less." in page


def test_a_person_with_many_answerings_costs_no_more(cast, case_id, signed_in, record):
    for days in range(12):
        made = record(CALM, days=days)
        record({"1": 3}, "ons4", days=days)
    actions.void_assessment(assessment_id=made.id, reason="Twice", by=cast.worker, at=timezone.now())
    client = signed_in("worker")
    assert client.get(reverse("measures:home", args=[case_id])).status_code == 200
    assert client.get(reverse("measures:done", args=[made.id])).status_code == 200
