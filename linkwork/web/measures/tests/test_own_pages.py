"""The person answers by their own link: in their language, at their pace, and never alone with a worry."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.outcomes import actions, reads
from linkwork.outcomes.rules.occasions import Mode, Occasion

PHQ = [str(number) for number in range(1, 10)]


def sent(answers, **more):
    return {f"item_{key}": str(value) for key, value in answers.items()} | more


def text(answer):
    return answer.content.decode()


@pytest.fixture
def ask(cast, case_id, now):
    def by_link(measure_id="phq-9"):
        return actions.ask_person(
            case_id=case_id, measure_id=measure_id, occasion=Occasion.BASELINE, by=cast.worker, at=now
        )

    return by_link


def test_what_is_asked_stands_on_their_page_until_it_is_answered(cast, case_id, token, ask):
    browser, own = Client(), reverse("mine:open", args=[token])
    assert "Quelques questions" not in text(browser.get(own))
    ask()
    browser.post(reverse("mine:language", args=[token]), {"language": "en"})
    assert "Some questions for you" in text(browser.get(own))
    url = reverse("mine:measures:answer", args=[token, "phq-9"])
    page = text(browser.get(url))
    assert "Little interest or pleasure in doing things" in page
    assert "Amal Haddad reads your answers" in page
    assert "Aziz" not in page
    done = browser.post(url, sent(dict.fromkeys(PHQ, 1) | {"9": 0}), follow=True)
    said = text(done)
    assert "Thank you" in said
    assert "data-saved" in said
    assert "dark thoughts" not in said
    assert "mild" not in said
    assert "Some questions for you" not in text(browser.get(own))
    assert browser.get(url).status_code == 404
    [card] = reads.assessments_of(cast.worker, case_id)
    assert (card.mode, card.occasion, card.language) == (Mode.SELF, Occasion.BASELINE, "en")


def test_the_questions_come_in_the_persons_language(token, ask):
    ask()
    page = text(Client().get(reverse("mine:measures:answer", args=[token, "phq-9"])))
    assert '<html lang="fr"' in page
    assert "Se sentir fatigué(e) ou avoir peu d’énergie" in page


def test_a_measure_that_is_only_english_says_so_on_a_right_to_left_page(token, ask):
    ask("loneliness-direct")
    browser = Client()
    browser.post(reverse("mine:language", args=[token]), {"language": "ar"})
    page = text(browser.get(reverse("mine:measures:answer", args=[token, "loneliness-direct"])))
    assert '<html lang="ar" dir="rtl"' in page
    assert '<div class="questions stack-l" lang="en" dir="ltr">' in page
    assert "How often do you feel lonely?" in page


def test_gone_on_with_later(token, ask):
    ask()
    browser, url = Client(), reverse("mine:measures:answer", args=[token, "phq-9"])
    browser.post(reverse("mine:language", args=[token]), {"language": "en"})
    assert browser.post(url, sent({"1": 2}, later="1"))["Location"] == reverse("mine:open", args=[token])
    assert "8 questions left" in text(browser.get(reverse("mine:open", args=[token])))
    assert 'value="2" id="id_item_1_2" checked' in text(browser.get(url))


def test_a_worry_is_met_at_once_and_waits_for_the_worker(cast, case_id, token, ask):
    ask()
    ask("ons4")
    browser, url = Client(), reverse("mine:measures:answer", args=[token, "phq-9"])
    browser.post(reverse("mine:language", args=[token]), {"language": "en"})
    refused = browser.post(url, sent({"9": 1}))
    assert refused.status_code == 422
    assert "8 questions have no answer" in text(refused)
    said = text(browser.post(url, sent({"9": 1}, gaps_meant="on"), follow=True))
    assert "please don’t wait" in said
    assert "How life is going for you" in said  # what is still asked
    assert [one.case_id for one in reads.flagged(cast.worker)] == [case_id]


def test_what_was_not_asked_is_not_there(token, ask):
    browser = Client()
    for measure_id in ("phq-9", "swemwbs", "nothing"):
        assert browser.get(reverse("mine:measures:answer", args=[token, measure_id])).status_code == 404
    assert browser.get(reverse("mine:measures:answer", args=["forged", "phq-9"])).status_code == 404
    assert browser.get(reverse("mine:measures:thanks", args=[token])).status_code == 200


def test_answering_needs_no_worker(cast, token, ask, case_id):
    ask("ons4")
    browser, url = Client(), reverse("mine:measures:answer", args=[token, "ons4"])
    assert browser.post(url, sent({"1": 11})).status_code == 422
    browser.post(url, sent({"1": 10, "2": 1, "3": 1, "4": 1}))
    [card] = reads.assessments_of(cast.worker, case_id)
    assert card.answered_on == timezone.localdate()
