"""Versions, the links to them, and what advisers say by them."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import Invalid, NotAllowed, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.evaluation.coding import actions as coding
from linkwork.evaluation.portraits import access, actions, reads
from linkwork.evaluation.portraits.models import AdviserLink, PortraitVersion, Review
from linkwork.evaluation.portraits.rules.changes import What
from linkwork.evaluation.portraits.rules.evidence import for_outside
from linkwork.evaluation.portraits.rules.kinds import Mark
from linkwork.evaluation.portraits.rules.review import Standing
from linkwork.evaluation.portraits.tests.test_rules import figure
from linkwork.evaluation.portraits.tests.world import OPEN_WORDS, World, say
from linkwork.programmes.private_links import signed
from linkwork.testing.cast import NOON, Cast

LATER = NOON + dt.timedelta(days=20)


def freeze(world: World, note: str = "") -> int:
    return actions.freeze_portrait(portrait_id=world.portrait, by=world.by, at=NOON, note=note)


def link(world: World, days: int = 14, label: str = "Thursday group") -> reads.ByLink:
    actions.share_portrait(portrait_id=world.portrait, shared=True, by=world.by, at=NOON)
    return reads.by_link(token(world, days, label), NOON)


def token(world: World, days: int = 14, label: str = "") -> str:
    return actions.make_adviser_link(portrait_id=world.portrait, days=days, label=label, by=world.by, at=NOON)


def test_a_version_is_what_it_was(world: World) -> None:
    assert (freeze(world, "First."), freeze(world)) == (1, 1)  # nothing changed: the same version
    before = reads.portrait(world.by, world.portrait)
    say(world.by, world.portrait, "A third.")
    assert freeze(world) == 2
    first, now = reads.version(world.by, world.portrait, 1), reads.portrait(world.by, world.portrait)
    assert [one.text for one in first.statements] == [one.text for one in before.statements]
    assert (first.fingerprint, first.version) == (before.fingerprint, 1)
    assert first.statements[0].evidence.figures == before.statements[0].evidence.figures
    assert [one.text for one in first.statements[0].evidence.quotes] == [OPEN_WORDS, ""]
    assert len(now.statements) == 3
    (added,) = reads.between(world.by, world.portrait, 1, 2)
    assert (added.what, added.after) == (What.ADDED, "A third.")
    newest, oldest = reads.versions(world.by, world.portrait)
    assert (newest.number, newest.intact, oldest.note, oldest.signed) == (2, True, "First.", 0)


def test_a_version_that_was_tampered_with_shows(world: World) -> None:
    freeze(world)
    row = PortraitVersion.objects.get()
    row.content["title"] = "Another story"
    row.save(update_fields=["content"])
    assert not reads.versions(world.by, world.portrait)[0].intact


def test_a_version_keeps_no_words_of_a_source(world: World) -> None:
    freeze(world)
    assert OPEN_WORDS not in str(PortraitVersion.objects.get().content)
    coding.remove_coding(coding_id=world.open_quote, by=world.by, at=NOON)
    quote = reads.version(world.by, world.portrait, 1).statements[0].evidence.quotes[0]
    assert (quote.removed, quote.text) == (True, "")


def test_versions_that_are_not_there(world: World, cast: Cast) -> None:
    empty = actions.open_portrait(study_id=world.study, title="Empty", by=world.by, at=NOON)
    with pytest.raises(Invalid):
        actions.freeze_portrait(portrait_id=empty, by=world.by, at=NOON)
    assert reads.versions(world.by, empty) == []
    for missing in (lambda: reads.version(world.by, empty, 1), lambda: reads.between(world.by, empty, 1, 2)):
        with pytest.raises(NotFound):
            missing()
    freeze(world)
    for asked in (
        lambda: reads.versions(cast.outsider, world.portrait),
        lambda: reads.versions(cast.adviser, world.portrait),
    ):
        with pytest.raises(NotFound):
            asked()


def test_a_link_opens_one_version_and_nothing_else(world: World) -> None:
    own = link(world)
    assert (own.card.version, own.newer) == (1, False)
    say(world.by, world.portrait, "A secret of the draft.")
    freeze(world)
    again = reads.by_link(token(world), NOON)
    assert (again.card.version, len(again.card.statements)) == (2, 3)
    other = actions.open_portrait(study_id=world.study, title="Other", by=world.by, at=NOON)
    with pytest.raises(NotFound):
        actions.comment(portrait_id=other, text="Not mine.", by=own.viewer, at=NOON)
    with pytest.raises(NotAllowed):
        say(own.viewer, world.portrait, "Not mine.")
    with pytest.raises(NotAllowed):
        access.link_of(world.by, NOON)


def test_links_end(world: World, cast: Cast) -> None:
    own = link(world)
    key = token(world)
    mine = reads.by_link(key, NOON).viewer
    assert [one.open for one in reads.adviser_links(world.by, world.portrait, NOON)] == [True, True]
    assert [one.open for one in reads.adviser_links(world.by, world.portrait, LATER)] == [False, False]
    for wrong in ("nonsense", key + "x", signed(AdviserLink.salt, world.by.programme, new_id(), "x")):
        with pytest.raises(Refused):
            reads.by_link(wrong, NOON)
    with pytest.raises(Refused):
        reads.by_link(key, LATER)
    assert mine.id is not None
    for _twice in range(2):
        assert actions.revoke_adviser_link(link_id=mine.id, by=world.by, at=NOON) == world.portrait
    with pytest.raises(Refused):
        reads.by_link(key, NOON)
    with pytest.raises(NotAllowed):
        actions.comment(portrait_id=world.portrait, text="Too late.", by=mine, at=NOON)
    with pytest.raises(NotFound):
        actions.revoke_adviser_link(link_id=new_id(), by=world.by, at=NOON)
    with pytest.raises(NotAllowed):
        actions.revoke_adviser_link(link_id=mine.id, by=cast.manager, at=NOON)
    actions.share_portrait(portrait_id=world.portrait, shared=False, by=world.by, at=NOON)
    with pytest.raises(NotAllowed):  # taken back from advisers: their links open nothing
        actions.comment(portrait_id=world.portrait, text="Still there?", by=own.viewer, at=NOON)


def test_links_are_made_of_what_is_shared(world: World) -> None:
    with pytest.raises(Invalid) as refusal:
        token(world)
    assert set(refusal.value.errors) == {"portrait"}
    actions.share_portrait(portrait_id=world.portrait, shared=True, by=world.by, at=NOON)
    with pytest.raises(Invalid):
        token(world, days=365)


def test_a_mark_is_said_anew_until_it_is_answered(world: World) -> None:
    own = link(world)
    given: dict[str, Any] = {"portrait_id": world.portrait, "statement_id": world.bare, "by": own.viewer}
    first = actions.mark_statement(mark=Mark.HURTS, text="It was us.", at=NOON, **given)
    assert actions.mark_statement(mark=Mark.NOT_RIGHT, at=NOON, **given) == first
    (said,) = reads.portrait(world.by, world.portrait).reviews
    assert (said.mark, said.text, said.version, said.adviser) == (Mark.NOT_RIGHT, "It was us.", 1, "")
    assert (
        actions.answer_review(review_id=first, text="We say “the room” now.", by=world.by, at=NOON)
        == world.portrait
    )
    assert actions.mark_statement(mark=Mark.CLEAR, at=NOON, **given) != first
    with pytest.raises(NotFound):
        actions.answer_review(review_id=new_id(), text="To whom?", by=world.by, at=NOON)
    with pytest.raises(NotAllowed):
        actions.answer_review(review_id=first, text="Mine.", by=own.viewer, at=NOON)
    with pytest.raises(Invalid):
        actions.mark_statement(mark=Mark.CLEAR, at=NOON, **(given | {"statement_id": new_id()}))


def test_signing_off_belongs_to_the_version(world: World, cast: Cast) -> None:
    own = link(world)
    with pytest.raises(Refused):
        actions.sign_off(portrait_id=world.portrait, fingerprint="old", by=own.viewer, at=NOON)
    actions.sign_off(portrait_id=world.portrait, fingerprint=own.card.fingerprint, by=own.viewer, at=NOON)
    assert reads.portrait(world.by, world.portrait).standing is Standing.SIGNED
    assert reads.versions(cast.adviser, world.portrait)[0].signed == 1
    say(world.by, world.portrait, "A third.")
    assert reads.portrait(world.by, world.portrait).standing is Standing.CHANGED
    assert reads.version(world.by, world.portrait, 1).standing is Standing.SIGNED


def test_a_voice_is_named_as_it_wishes_and_can_be_taken_back(world: World, cast: Cast) -> None:
    own = link(world)
    given: dict[str, Any] = {"portrait_id": world.portrait, "by": own.viewer, "at": NOON}
    actions.speak(called="Rosa, a mother", words="I was there.", **given)
    actions.speak(called="R.", words="I was there.", **given)
    actions.comment(text="Thank you.", **given)
    card = reads.portrait(world.by, world.portrait)
    assert [(one.called, one.words) for one in card.voices] == [("R.", "I was there.")]
    assert [one.adviser for one in card.reviews] == ["R."]
    assert reads.by_link(token(world), NOON).own == ()
    actions.speak(called="", words="", **given)
    assert reads.portrait(world.by, world.portrait).voices == ()
    actions.speak(portrait_id=world.portrait, called="A. Adviser", words="", by=cast.adviser, at=NOON)
    with pytest.raises(Invalid):
        actions.speak(called="x" * 81, words="", **given)


def test_a_link_that_says_too_much_waits(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    own = link(world)
    given: dict[str, Any] = {"portrait_id": world.portrait, "by": own.viewer}
    monkeypatch.setattr("linkwork.evaluation.portraits.rules.advising.MOST_AN_HOUR", 2)
    for _time in range(2):
        actions.comment(text="Again.", at=NOON, **given)
    with pytest.raises(Refused, match="within an hour"):
        actions.comment(text="Again.", at=NOON, **given)
    actions.comment(text="Later.", at=NOON + dt.timedelta(hours=2), **given)


def test_the_database_wants_one_who_said_it(world: World) -> None:
    own = link(world)
    said = actions.comment(portrait_id=world.portrait, text="Once.", by=own.viewer, at=NOON)
    for wrong in ({"link": None}, {"adviser_id": world.by.id}, {"text": ""}, {"answer": "Yes."}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Review.objects.filter(id=said).update(**wrong)


def test_a_small_figure_does_not_leave(world: World) -> None:
    small = for_outside(figure(small=True))
    assert (small.hidden, small.value, small.sentence) == (True, None, "")
    assert for_outside(figure()) == figure()
    lost = figure(small=True, problem="Gone.")
    assert for_outside(lost) == lost


def test_the_questions_of_versions_do_not_grow(
    world: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    key = ""
    actions.share_portrait(portrait_id=world.portrait, shared=True, by=world.by, at=NOON)
    for number in range(4):
        say(world.by, world.portrait, f"Another {number}.")
        key = token(world)
    with django_assert_max_num_queries(2):
        assert len(reads.versions(world.by, world.portrait)) == 5
    with django_assert_max_num_queries(2):
        assert len(reads.adviser_links(world.by, world.portrait, NOON)) == 4
    with django_assert_max_num_queries(8):
        reads.by_link(key, NOON)
