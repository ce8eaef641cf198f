"""The portrait as slides: as many statements as there is room for, plain words first, small figures left out."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from linkwork.evaluation.portraits import actions, reads
from linkwork.evaluation.portraits.reads import PortraitCard
from linkwork.evaluation.portraits.rules.events import EventKind, Picture
from linkwork.evaluation.portraits.tests.conftest import world
from linkwork.evaluation.portraits.tests.world import CLOSED_WORDS, CONTACTS, OPEN_WORDS, World, say
from linkwork.exchange import images, media
from linkwork.exchange.tests.test_images import photo
from linkwork.exchange.typst.portrait import pictures_of, portrait_data
from linkwork.exchange.typst.slides import MOST, slides_data, slides_pdf
from linkwork.exchange.typst.tests.test_portrait import TODAY
from linkwork.programmes import reads as programmes
from linkwork.testing.cast import NOON

__all__ = ["world"]


def card(world: World) -> PortraitCard:
    return reads.portrait(world.by, world.portrait)


def made(world: World, of: PortraitCard | None = None) -> dict[str, Any]:
    return slides_data(of or card(world), programmes.programme(world.by), TODAY)


def test_each_slide_holds_what_it_has_room_for(world: World) -> None:
    for number in range(5):
        say(world.by, world.portrait, f"No. {number}.")
    say(world.by, world.portrait, "Long. " * 100)
    slides = made(world)["sections"][1]["slides"]
    assert sum(len(slide) for slide in slides) == 8
    assert max(len(slide) for slide in slides) == MOST
    assert len(slides[-1]) == 1
    assert slides_pdf(card(world), programmes.programme(world.by), TODAY).startswith(b"%PDF-")


def test_a_slide_says_what_its_statement_rests_on(world: World) -> None:
    (first, second), *_rest = made(world)["sections"][1]["slides"]
    assert (first["rests"], first["quote"]["words"]) == ("Rests on 3 pieces of evidence", OPEN_WORDS)
    assert second["rests"] == "Opinion: no evidence linked."
    assert CLOSED_WORDS not in str(made(world))


def test_plain_words_are_told_while_they_hold(world: World) -> None:
    given: dict[str, Any] = {"portrait_id": world.portrait, "language": "en", "by": world.by, "at": NOON}
    actions.write_plain(story="", lines={world.bare: "The room helped."}, **given)
    assert "The room helped." in str(made(world))
    assert "The room helped." not in str(portrait_data(card(world), programmes.programme(world.by), TODAY))


def test_a_small_figure_stays_in_the_programme(world: World) -> None:
    whole = card(world)
    (said, bare), sections = whole.statements, whole.sections
    (figure,) = said.evidence.figures
    small = replace(said, evidence=replace(said.evidence, figures=(replace(figure, small=True),)))
    chapter = replace(sections[1], statements=(small, bare))
    told = str(made(world, replace(whole, sections=(sections[0], chapter, sections[2]))))
    assert "Too few people to show this figure." in told
    assert figure.sentence not in told


def test_pictures_and_figures_of_the_timeline_are_set(world: World, settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    seen = images.shown(photo())
    name = media.keep(seen.content, seen.ending)
    given: dict[str, Any] = {
        "portrait_id": world.portrait,
        "happened_on": NOON.date(),
        "by": world.by,
        "at": NOON,
    }
    actions.add_event(
        title="The chair",
        kind=EventKind.PICTURE,
        picture=Picture(name, seen.kind, seen.wide, seen.high, "A chair.", "Rosa", "nobody is in it"),
        **given,
    )
    actions.add_event(
        title="So many", kind=EventKind.FIGURE, extract_id=world.extract, figure=CONTACTS, **given
    )
    assert list(pictures_of(card(world))) == [name]
    _room, chair, counted = made(world)["sections"][1]["events"]
    assert (chair["alt"], chair["credit"]) == ("A chair.", "Picture: Rosa")
    assert "contacts are in this extract" in counted["figure"]
    assert len(slides_pdf(card(world), programmes.programme(world.by), TODAY)) > 10_000
    media.forget(name)
    assert made(world)["sections"][1]["events"][1]["picture"] == ""
    assert pictures_of(card(world)) == {}
