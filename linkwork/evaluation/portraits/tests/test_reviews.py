"""Public advisers read drafts that were sent to them, comment and sign off."""

from dataclasses import replace
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.errors import Invalid, NotAllowed, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.core.viewer import system
from linkwork.evaluation.portraits import access, actions, reads
from linkwork.evaluation.portraits.models import Portrait, Review
from linkwork.evaluation.portraits.rules.kinds import ReviewKind
from linkwork.evaluation.portraits.rules.review import Standing
from linkwork.evaluation.portraits.tests.world import World, say
from linkwork.testing.cast import NOON, Cast


def share(world: World, shared: bool = True) -> None:
    actions.share_portrait(portrait_id=world.portrait, shared=shared, by=world.by, at=NOON)


def standing(world: World) -> Standing:
    return reads.portrait(world.by, world.portrait).standing


def test_a_draft_is_shown_once_sent(world: World, cast: Cast) -> None:
    assert standing(world) is Standing.DRAFT
    assert reads.portraits(cast.adviser) == []
    with pytest.raises(NotFound):
        reads.portrait(cast.adviser, world.portrait)
    share(world)
    assert standing(world) is Standing.WAITING
    card = reads.portrait(cast.adviser, world.portrait)
    assert card.fingerprint == reads.portrait(world.by, world.portrait).fingerprint
    assert card.statements[0].evidence.quotes[1].text == ""
    share(world, shared=False)
    assert reads.portraits(cast.adviser) == []


def test_an_adviser_comments_and_signs_off(world: World, cast: Cast) -> None:
    share(world)
    actions.comment(
        portrait_id=world.portrait, statement_id=world.bare, text="Whose room?", by=cast.adviser, at=NOON
    )
    assert standing(world) is Standing.COMMENTED
    now = reads.portrait(cast.adviser, world.portrait).fingerprint
    actions.sign_off(portrait_id=world.portrait, fingerprint=now, by=cast.adviser, at=NOON)
    card = reads.portrait(world.by, world.portrait)
    assert card.standing is Standing.SIGNED
    assert [(one.kind, one.text, one.adviser, one.about_now) for one in card.reviews] == [
        (ReviewKind.COMMENT, "Whose room?", cast.adviser.name, True),
        (ReviewKind.SIGN_OFF, "", cast.adviser.name, True),
    ]
    say(world.by, world.portrait, "And one more thing.")
    assert standing(world) is Standing.CHANGED
    assert not reads.portrait(world.by, world.portrait).reviews[0].about_now


def test_what_was_not_read_is_not_signed(world: World, cast: Cast) -> None:
    share(world)
    read = reads.portrait(cast.adviser, world.portrait).fingerprint
    say(world.by, world.portrait, "Slipped in.")
    with pytest.raises(Refused):
        actions.sign_off(portrait_id=world.portrait, fingerprint=read, by=cast.adviser, at=NOON)


def test_linking_evidence_changes_what_was_signed(world: World, cast: Cast) -> None:
    before = reads.portrait(world.by, world.portrait).fingerprint
    actions.link_quotes(statement_id=world.bare, codings=[world.open_quote], by=world.by, at=NOON)
    assert reads.portrait(world.by, world.portrait).fingerprint != before


def test_only_a_named_adviser_reviews(world: World, cast: Cast) -> None:
    share(world)
    for viewer in (cast.evaluator, cast.manager, cast.worker, system(cast.programme_id)):
        assert not access.may_review(viewer)
        with pytest.raises(NotAllowed):
            actions.comment(portrait_id=world.portrait, text="Hm.", by=viewer, at=NOON)


def test_comments_are_checked(world: World, cast: Cast) -> None:
    given: dict[str, Any] = {"portrait_id": world.portrait, "by": cast.adviser, "at": NOON}
    with pytest.raises(NotFound):
        actions.comment(text="Hm.", **given)
    share(world)
    for wrong in ({"text": " "}, {"text": "x" * 4001}, {"text": "Hm.", "statement_id": new_id()}):
        with pytest.raises(Invalid):
            actions.comment(**(given | wrong))


def test_an_adviser_who_also_evaluates_waits_for_the_review(world: World, cast: Cast) -> None:
    both = replace(cast.adviser, roles=cast.adviser.roles | cast.evaluator.roles)
    with pytest.raises(Refused):
        actions.comment(portrait_id=world.portrait, text="Hm.", by=both, at=NOON)


def test_an_empty_portrait_is_not_sent(world: World) -> None:
    empty = actions.open_portrait(study_id=world.study, title="Empty", by=world.by, at=NOON)
    with pytest.raises(Invalid):
        actions.share_portrait(portrait_id=empty, shared=True, by=world.by, at=NOON)


def test_the_database_wants_words_in_a_comment(world: World, cast: Cast) -> None:
    portrait = Portrait.objects.get(id=world.portrait)
    assert cast.adviser.id is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.create(
            programme_id=portrait.programme_id,
            portrait=portrait,
            adviser_id=cast.adviser.id,
            kind="comment",
            fingerprint="x",
            created_at=NOON,
        )
