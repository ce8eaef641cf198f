"""What leaves a portrait: a page to keep, its timeline, a link made once; and where a sentence leads."""

import re
from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from linkwork.evaluation.portraits.reads import adviser_links, quote_cards
from linkwork.evaluation.portraits.tests.world import CLOSED_WORDS, OPEN_WORDS, World
from linkwork.testing.browsing import text
from linkwork.testing.cast import NOON

SignIn = Callable[[str], Client]


def test_the_page_to_keep_holds_the_story_and_asks_nothing_of_anybody(world: World, sign_in: SignIn) -> None:
    answer = sign_in("manager").post(reverse("portraits:html", args=[world.portrait]), follow=True)
    said = answer.content.decode()
    assert answer["Content-Disposition"] == 'attachment; filename="portrait.html"'
    assert OPEN_WORDS in said
    assert CLOSED_WORDS not in said
    assert "Quotation withheld" in said
    assert "Opinion: no evidence linked." in said
    assert "<svg" in said
    assert not re.search(r"(?:src|href)=\"(?!data:)", said)
    assert "<script" not in said


def test_the_timeline_is_saved_as_a_drawing(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    assert "picture=timeline&amp;as=svg" in text(client, "portraits:read", world.portrait)
    drawn = client.get(reverse("portraits:read", args=[world.portrait]) + "?picture=timeline&as=svg")
    assert drawn["Content-Type"].startswith("image/svg+xml")
    assert "A room is given" in drawn.content.decode()
    assert (
        client.get(reverse("portraits:read", args=[world.portrait]) + "?picture=map&as=svg").status_code
        == 404
    )


def test_a_sentence_leads_to_its_source_for_those_who_may_open_it(world: World, sign_in: SignIn) -> None:
    source = quote_cards(world.by, [world.open_quote])[world.open_quote].source_id
    place = f"{reverse('study:desk', args=[source])}?at={len('Before that. ')}"
    page = text(sign_in("evaluator"), "portraits:read", world.portrait)
    assert place in page
    assert reverse("figures:extract", args=[world.extract]) + "#figure-" in page
    assert sign_in("evaluator").get(place).status_code == 200
    assert place not in text(sign_in("manager"), "portraits:read", world.portrait)


def test_loading_the_page_of_a_new_link_again_makes_no_other(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    client.post(reverse("portraits:share", args=[world.portrait]), {"shared": "yes"})
    made = client.post(reverse("portraits:link_new", args=[world.portrait]), {"days": "30", "label": "Ann"})
    assert (made.status_code, made["Location"]) == (302, reverse("portraits:advisers", args=[world.portrait]))
    assert 'id="address"' in text(client, "portraits:advisers", world.portrait)
    assert 'id="address"' not in text(client, "portraits:advisers", world.portrait)
    assert len(adviser_links(world.by, world.portrait, NOON)) == 1


def test_a_change_of_plan_says_where_the_counted_ones_are_written(world: World, sign_in: SignIn) -> None:
    told = "Figures count the changes that the team writes down"
    address = reverse("team:adaptation_new")
    page = text(sign_in("evaluator"), "portraits:event_new", world.portrait, kind="adaptation")
    assert told in page
    assert address not in page
    assert told not in text(sign_in("evaluator"), "portraits:event_new", world.portrait, kind="event")
