"""Versions kept, read and held against each other; programmes side by side."""

from typing import Any

from django.urls import reverse

from linkwork.evaluation.portraits import actions
from linkwork.evaluation.portraits.reads.side_by_side import side_by_side
from linkwork.evaluation.portraits.tests.world import World, say
from linkwork.programmes import reads as programmes
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import NOON, Cast
from linkwork.web.portraits.tests.test_pages import SignIn, asked, send, share, text


def test_versions_are_kept_and_compared(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    assert "No version is kept yet" in text(client, "versions", world.portrait)
    send(client, "freeze_version", world.portrait, note="For the meeting")
    say(world.by, world.portrait, "A third.")
    actions.remove_statement(statement_id=world.bare, by=world.by, at=NOON)
    page = send(client, "freeze_version", world.portrait).content.decode()
    assert "This is kept as version 2." in page
    page = text(client, "versions", world.portrait, query="?first=1&second=2")
    for words in ("For the meeting", "A third.", "taken out", "The room mattered more than the training."):
        assert words in page
    assert "Nothing changed between them." in text(
        client, "versions", world.portrait, query="?first=2&second=2"
    )
    read = text(client, "version", world.portrait, 1)
    assert "The room mattered more than the training." in read
    assert "A third." not in read
    gone = reverse("portraits:version", args=[world.portrait, 9])
    assert client.get(gone).status_code == 404
    empty = actions.open_portrait(study_id=world.study, title="Empty", by=world.by, at=NOON)
    assert "Write a statement" in send(client, "freeze_version", empty).content.decode()


def test_advisers_read_versions_of_what_is_shared(world: World, sign_in: SignIn) -> None:
    adviser = sign_in("adviser")
    path = reverse("portraits:versions", args=[world.portrait])
    assert adviser.get(path).status_code == 404
    share(world)
    page = adviser.get(path).content.decode()
    assert "Version 1" in page
    assert "Keep it as it now stands" not in page


def test_portraits_stand_side_by_side(world: World, cast: Cast, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    other = actions.open_portrait(study_id=world.study, title="Another", by=world.by, at=NOON)
    say(world.by, other, "Somewhere else it went wrong.")
    page = text(client, "compare")
    assert "Somewhere else it went wrong." in page
    assert "People came once a nurse brought them." in page
    assert page.count("Opinion: no evidence linked.") == 2
    page = text(client, "compare", query=f"?of={other}&kind=barrier")
    assert "Somewhere else it went wrong." not in page
    assert "No portrait to read yet." in text(sign_in("adviser"), "compare")
    share(world)
    assert "Somewhere else" not in text(sign_in("adviser"), "compare")


def test_one_person_reads_the_programmes_they_may(world: World, cast: Cast) -> None:
    assert cast.evaluator.login_id is not None
    assert cast.evaluator in programmes.viewers_of(cast.evaluator.login_id)
    (one,) = side_by_side([cast.evaluator, cast.outsider])
    assert one.id == world.portrait
    assert one.dates(Stage.INITIATION)[1] == one.dates(Stage.OPERATION)[0]
    assert one.dates(Stage.MAINTENANCE) == (None, None)
    assert side_by_side([cast.worker]) == []


def test_the_questions_do_not_grow(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    actions.freeze_portrait(portrait_id=world.portrait, by=world.by, at=NOON)
    pages: list[tuple[str, tuple[Any, ...]]] = [
        ("versions", (world.portrait,)),
        ("version", (world.portrait, 1)),
        ("compare", ()),
    ]
    before = {name: asked(client, name, *of) for name, of in pages}
    for number in range(4):
        say(world.by, world.portrait, f"Another {number}.")
        actions.freeze_portrait(portrait_id=world.portrait, by=world.by, at=NOON)
    for name, of in pages:
        assert asked(client, name, *of) <= before[name] <= 12
