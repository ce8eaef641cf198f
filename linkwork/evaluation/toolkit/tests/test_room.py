"""Composing a recommendation, having it read, publishing and withdrawing it, who may."""

from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.core.viewer import system
from linkwork.evaluation.portraits import actions as portraits
from linkwork.evaluation.portraits.tests.world import OPEN_WORDS, World, say
from linkwork.evaluation.toolkit import access, actions, reads
from linkwork.evaluation.toolkit.models import Imprint, Recommendation, Step
from linkwork.evaluation.toolkit.rules.kinds import Audience, Setting, State
from linkwork.evaluation.toolkit.tests import world as ways
from linkwork.evaluation.toolkit.tests.world import WORDS, agree
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import NOON, Cast


def compose(world: World, **changes: Any) -> UUID:
    return ways.compose(changes.pop("by", world.by), **({"statements": [world.statement]} | changes))


def publish(world: World, recommendation: UUID) -> None:
    actions.publish(recommendation_id=recommendation, by=world.by, at=NOON)


def withdraw(world: World, recommendation: UUID, reason: str = "Out of date.") -> None:
    actions.withdraw(recommendation_id=recommendation, reason=reason, by=world.by, at=NOON)


def test_a_recommendation_rests_on_statements(world: World, cast: Cast) -> None:
    compose(
        world,
        barrier="Nobody knows the worker.",
        checklist=["A key", "  ", "A name on the door "],
        statements=[world.statement, world.bare, world.statement],
    )
    (card,) = reads.recommendations(cast.manager)
    assert (card.title, card.stage, card.audience) == (WORDS["title"], Stage.INITIATION, Audience.PRACTICE)
    assert card.checklist == ("A key", "A name on the door")
    assert card.statement_ids == (world.statement, world.bare)
    assert (card.state, card.is_opinion) == (State.DRAFT, False)


def test_strategies_have_their_names(world: World) -> None:
    strategy = reads.strategies()[0]
    one = compose(world, strategies=[strategy[0]])
    assert reads.recommendation(world.by, one).strategies == (strategy,)


def test_a_draft_is_said_anew(world: World) -> None:
    one = compose(world)
    actions.change(
        recommendation_id=one,
        **(WORDS | {"title": "A room", "audience": Audience.FUNDER}),
        by=world.by,
        at=NOON,
    )
    card = reads.recommendation(world.by, one)
    assert (card.title, card.audience, card.is_opinion) == ("A room", Audience.FUNDER, True)


def test_publishing_and_withdrawing(world: World, cast: Cast) -> None:
    one = compose(world)
    agree(world.by, cast.manager, one)
    publish(world, one)
    assert reads.recommendation(world.by, one).state is State.PUBLISHED
    with pytest.raises(IllegalStep):
        publish(world, one)
    with pytest.raises(Refused):
        actions.change(recommendation_id=one, **WORDS, by=world.by, at=NOON)
    for nothing in (" ", "x" * 2001):
        with pytest.raises(Invalid):
            withdraw(world, one, nothing)
    withdraw(world, one)
    card = reads.recommendation(world.by, one)
    assert (card.state, card.last_words, card.steps[-1].by) == (State.DRAFT, "Out of date.", "Elif Kaya")
    with pytest.raises(IllegalStep):
        withdraw(world, one)
    with pytest.raises(IllegalStep):
        publish(world, one)  # who agreed then is asked again


def test_somebody_else_agrees_before_it_goes_out(world: World, cast: Cast) -> None:
    one = compose(world)
    read = reads.recommendation(cast.adviser, one).fingerprint
    with pytest.raises(IllegalStep):
        actions.agree(recommendation_id=one, fingerprint=read, by=cast.adviser, at=NOON)
    actions.ask(recommendation_id=one, by=world.by, at=NOON)
    with pytest.raises(Refused):  # its own author
        actions.agree(recommendation_id=one, fingerprint=read, by=world.by, at=NOON)
    actions.want(recommendation_id=one, fingerprint=read, text="Whose door?", by=cast.adviser, at=NOON)
    card = reads.recommendation(world.by, one)
    assert (card.state, card.last_words, card.steps[-1].by) == (State.WANTED, "Whose door?", "Femi Adeyemi")
    actions.change(
        recommendation_id=one, **(WORDS | {"advice": "Ask the practice for a door."}), by=world.by, at=NOON
    )
    assert reads.recommendation(world.by, one).state is State.DRAFT
    actions.ask(recommendation_id=one, by=world.by, at=NOON)
    with pytest.raises(Refused):  # read before the change
        actions.agree(recommendation_id=one, fingerprint=read, by=cast.adviser, at=NOON)
    now = reads.recommendation(cast.adviser, one).fingerprint
    actions.agree(recommendation_id=one, fingerprint=now, by=cast.adviser, at=NOON)
    publish(world, one)


def test_a_change_after_the_reading_wants_another_one(world: World, cast: Cast) -> None:
    one = compose(world)
    agree(world.by, cast.manager, one)
    actions.change(recommendation_id=one, **WORDS, statements=[], by=world.by, at=NOON)
    with pytest.raises(IllegalStep):
        publish(world, one)


def test_what_the_command_line_wrote_anybody_may_read(world: World, cast: Cast) -> None:
    one = compose(world, by=system(world.by.programme))
    actions.ask(recommendation_id=one, by=system(world.by.programme), at=NOON)
    card = reads.recommendation(world.by, one)
    assert (card.author_id, card.steps[-1].by) == (None, "")
    actions.agree(recommendation_id=one, fingerprint=card.fingerprint, by=world.by, at=NOON)
    with pytest.raises(NotAllowed):
        actions.want(recommendation_id=one, fingerprint="", text="?", by=system(world.by.programme), at=NOON)


@pytest.mark.parametrize("where", ["advice", "statement", "checklist"])
def test_nobodys_name_goes_public(world: World, cast: Cast, where: str) -> None:
    said = "Ask Amal first."
    if where == "statement":
        one = compose(world, statements=[say(world.by, world.portrait, said)])
    else:
        one = compose(world, **{where: [said] if where == "checklist" else said})
    agree(world.by, cast.manager, one)
    with pytest.raises(Refused):
        publish(world, one)
    assert reads.recommendation(world.by, one).state is State.AGREED


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 161}, "title"),
        ({"advice": ""}, "advice"),
        ({"barrier": "x" * 301}, "barrier"),
        ({"strategies": ["wishful-thinking"]}, "strategies"),
        ({"checklist": ["x"] * 21}, "checklist"),
        ({"checklist": ["x" * 201]}, "checklist"),
        ({"statements": [new_id()]}, "statements"),
        ({"constructs": ["cfir-2022/wishful-thinking"]}, "constructs"),
        ({"language": "tlh"}, "language"),
        ({"titles": {"tlh": "Qapla"}}, "titles"),
        ({"titles": {"fr": "x" * 161}}, "titles"),
    ],
)
def test_what_is_entered_is_checked(world: World, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        compose(world, **changes)
    assert set(refusal.value.errors) == {field}


def test_titles_are_free(world: World) -> None:
    one = compose(world)
    with pytest.raises(Invalid):
        compose(world)
    actions.change(recommendation_id=one, **WORDS, by=world.by, at=NOON)  # its own title is free to itself


def test_a_statement_under_a_recommendation_stays(world: World) -> None:
    compose(world)
    with pytest.raises(Refused):
        portraits.remove_statement(statement_id=world.statement, by=world.by, at=NOON)


def test_an_edition_holds_what_is_published(world: World, cast: Cast) -> None:
    ways.publish(world.by, cast.manager, compose(world))
    compose(world, title="A draft")
    found = reads.edition(cast.manager)
    assert [one.title for one in found.advice] == [WORDS["title"]]
    assert [one.evidence.quotes[0].text for one in found.findings] == [OPEN_WORDS]
    assert found.about.stages == (
        ("initiation", found.about.stages[0][1]),
        ("operation", found.about.stages[1][1]),
    )
    assert "Amal Haddad" in found.names
    assert found.findings[0].signed_on is None
    portraits.share_portrait(portrait_id=world.portrait, shared=True, by=world.by, at=NOON)
    now = reads.statement_choices(cast.adviser)[0].fingerprint
    portraits.sign_off(portrait_id=world.portrait, fingerprint=now, by=cast.adviser, at=NOON)
    assert reads.edition(world.by).findings[0].signed_on == NOON.date()


def test_who_may(world: World, cast: Cast) -> None:
    for viewer in (cast.manager, cast.adviser, cast.worker):
        assert not access.may_compose(viewer)
        with pytest.raises(NotAllowed):
            compose(world, by=viewer)
        with pytest.raises(NotAllowed):
            actions.publish(recommendation_id=new_id(), by=viewer, at=NOON)
    assert access.may_read(cast.adviser)
    with pytest.raises(NotAllowed):
        reads.recommendations(cast.worker)
    assert not access.may_review(cast.worker)


def test_nothing_is_found_next_door(world: World, cast: Cast) -> None:
    one = compose(world)
    with pytest.raises(NotFound):
        reads.recommendation(cast.outsider, one)
    with pytest.raises(NotFound):
        publish(world, new_id())


def test_the_database_wants_words(world: World, cast: Cast) -> None:
    one = compose(world)
    agree(world.by, cast.manager, one)
    with pytest.raises(IntegrityError), transaction.atomic():
        Step.objects.update(kind="want")
    actions.say_imprint(address="", mail="", licence="CC BY 4.0", by=world.by, at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        Imprint.objects.update(licence="")
    with pytest.raises(IntegrityError), transaction.atomic():
        Recommendation.objects.update(advice="")


def test_the_questions_do_not_grow(
    world: World, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(5):
        ways.publish(world.by, cast.manager, compose(world, title=f"Number {number}"))
    with django_assert_max_num_queries(2):
        reads.recommendations(world.by)
    with django_assert_max_num_queries(12):
        reads.edition(world.by)


def test_it_says_where_it_fits_and_what_against(world: World, cast: Cast) -> None:
    one = compose(
        world,
        settings=[Setting.OUTREACH, Setting.PRACTICE],
        constructs=["cfir-2022/inner_setting.tension_for_change"],
        language="fr",
        titles={"en": " A room ", "fr": "Une pièce", "sv": " "},
    )
    card = reads.recommendation(cast.adviser, one)
    assert card.settings == (Setting.PRACTICE, Setting.OUTREACH)
    assert card.constructs == (("cfir-2022/inner_setting.tension_for_change", "Tension for Change"),)
    assert (card.language, card.titles) == ("fr", {"en": "A room"})


def test_the_imprint_is_said_and_said_anew(world: World, cast: Cast) -> None:
    assert reads.imprint(world.by).licence == "CC BY 4.0"
    for licence in ("CC BY 4.0", "CC0 1.0"):
        actions.say_imprint(
            address=" https://example.org/kit/ ",
            mail="kit@example.org",
            licence=licence,
            by=world.by,
            at=NOON,
        )
    said = reads.imprint(cast.manager)
    assert (said.address, said.mail, said.licence) == (
        "https://example.org/kit/",
        "kit@example.org",
        "CC0 1.0",
    )
    with pytest.raises(Invalid) as refusal:
        actions.say_imprint(address="example", mail="nobody", licence="none", by=world.by, at=NOON)
    assert set(refusal.value.errors) == {"address", "mail", "licence"}
    with pytest.raises(NotAllowed):
        actions.say_imprint(address="", mail="", licence="CC0 1.0", by=cast.manager, at=NOON)


def test_editions_are_numbered_by_what_they_say(world: World, cast: Cast) -> None:
    by = world.by
    assert actions.issue(by=by, at=NOON) == 0
    first = ways.publish(by, cast.manager, compose(world))
    assert actions.issue(by=by, at=NOON) == 1 == actions.issue(by=cast.manager, at=NOON)
    withdraw(world, first)
    actions.change(recommendation_id=first, **(WORDS | {"title": "A door"}), by=by, at=NOON)
    ways.publish(by, cast.manager, first)
    ways.publish(by, cast.manager, compose(world, title="Another"))
    assert actions.issue(by=by, at=NOON) == 2
    withdraw(world, first)
    assert actions.issue(by=by, at=NOON) == 3
    third, second, one = reads.versions(cast.manager)
    assert one.changes == {"new": [WORDS["title"]], "changed": [], "gone": []}
    assert second.changes == {"new": ["Another"], "changed": [["A door", ["title", "evidence"]]], "gone": []}
    assert third.changes == {"new": [], "changed": [], "gone": ["A door"]}
    assert OPEN_WORDS not in str([one.content, second.content])  # consent may be taken back
    assert len({one.hash, second.hash, third.hash}) == 3
    with pytest.raises(NotAllowed):
        actions.issue(by=cast.worker, at=NOON)
