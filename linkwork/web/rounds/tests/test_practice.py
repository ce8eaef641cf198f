"""Can a learner finish a practice set on its page, and nobody else look?"""

from django.test import Client
from django.urls import reverse

from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.tests.rounds_scene import practice
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, code
from linkwork.testing.cast import NOON, PASSWORD, Cast


def test_a_learner_finishes_and_tries_again(cast: Cast) -> None:
    made = practice(cast)
    code(made.first, made.scene.quotable, "nurses came", RELATIONS)
    code(made.first, made.scene.quotable, "now.", ENROLMENT, memo="The key")
    code(made.second, made.scene.quotable, "One of the nurses", RELATIONS)
    learner, lead = Client(), Client()
    learner.login(email="second@example.org", password=PASSWORD)
    lead.login(email="evaluator@example.org", password=PASSWORD)
    address = reverse("rounds:practice", args=[made.round_id, made.second.worker_id])
    said = learner.get(address).content.decode()
    assert "Mark every source" in said
    assert "The key" not in said
    assert address in learner.get(reverse("rounds:round", args=[made.round_id])).content.decode()
    actions.mark_done(round_id=made.round_id, source_id=made.scene.quotable, by=made.second, at=NOON)
    said = learner.get(address).content.decode()
    for words in ("The key", "Nothing coded here", "Cohen’s kappa", "Keep this attempt"):
        assert words in said
    kept = learner.post(reverse("rounds:finish", args=[made.round_id]), follow=True).content.decode()
    assert "Attempt 1 is kept." in kept
    assert "83 %" in kept
    assert "Practice: Ida Moe" in lead.get(address).content.decode()
    learner.post(reverse("rounds:anew", args=[made.round_id]))
    assert reads.codings(made.second, made.scene.quotable) == []
    foreign = reverse("rounds:practice", args=[made.round_id, cast.worker.worker_id])
    assert learner.get(foreign).status_code in (403, 404)
