"""Portrait and recommendations: one joint display, one portrait, two published recommendations a programme.

Rests on `scene.made["studies"]`, `["codings"]` and `["extract"]`; leaves `["portraits"]` and `["displays"]`.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from uuid import UUID

from linkwork.commands.demo import joint_displays
from linkwork.commands.demo.scene import Scene
from linkwork.commands.demo.stories import STORIES
from linkwork.commands.demo.stories.shape import Advised, Story
from linkwork.evaluation.indicators import reads as indicators
from linkwork.evaluation.portraits import actions as portraits
from linkwork.evaluation.portraits import reads
from linkwork.evaluation.portraits.rules.events import EventKind
from linkwork.evaluation.portraits.rules.kinds import Mark
from linkwork.evaluation.toolkit import actions as toolkit
from linkwork.evaluation.toolkit import reads as toolkit_reads
from linkwork.evaluation.toolkit.rules.limits import USUAL_LICENCE
from linkwork.extracts import reads as extracts
from linkwork.programmes import reads as programmes
from linkwork.programmes.rules import Stage

SIGNED = "practices"  # the programme whose portrait an adviser has signed off; the others wait
SYNTHETIC = "(synthetic)"


def fill(scene: Scene) -> None:
    """Tell the story of one programme."""
    story = STORIES[scene.key]
    card = extracts.extract(scene.evaluator, scene.made["extract"][0])
    held = {one.id for one in indicators.available(card)}
    scene.made["displays"] = [joint_displays.show(scene, story, held)]
    portrait_id, statements = _portrait(scene, story, held)
    scene.made["portraits"] = [portrait_id]
    _review(scene, portrait_id)
    where = f"{scene.key}.example"  # nobody can own an address that ends like this
    toolkit.say_imprint(
        address=f"https://{where}/toolkit/",
        mail=f"toolkit@{where}",
        licence=USUAL_LICENCE,
        by=scene.evaluator,
        at=scene.now,
    )
    for advised in story.advice:
        _advise(scene, advised, statements)


def _advise(scene: Scene, advised: Advised, statements: Sequence[UUID]) -> None:
    """Written by the evaluator, agreed to by the adviser, published."""
    by, at = scene.evaluator, scene.now
    one = toolkit.compose(
        title=advised.title,
        advice=advised.advice,
        stage=advised.stage,
        audience=advised.audience,
        barrier=advised.barrier,
        settings=advised.settings,
        constructs=advised.constructs,
        strategies=advised.strategies,
        checklist=advised.checklist,
        titles=advised.titles,
        statements=[statements[place] for place in advised.rests_on],
        by=by,
        at=at,
    )
    toolkit.ask(recommendation_id=one, by=by, at=at)
    if advised.waits:
        return
    read = toolkit_reads.recommendation(scene.adviser, one).fingerprint
    toolkit.agree(recommendation_id=one, fingerprint=read, by=scene.adviser, at=at)
    toolkit.publish(recommendation_id=one, by=by, at=at)


def _portrait(scene: Scene, story: Story, held: Collection[str]) -> tuple[UUID, list[UUID]]:
    by, at, extract = scene.evaluator, scene.now, scene.made["extract"][0]
    portrait_id = portraits.open_portrait(
        study_id=scene.made["studies"][0],
        title=f"{story.title} {SYNTHETIC}",
        extract_id=extract,
        by=by,
        at=at,
    )
    portraits.change_portrait(
        portrait_id=portrait_id,
        title=f"{story.title} {SYNTHETIC}",
        focus=story.focus,
        interpretation=story.interpretation,
        plain=story.plain,
        extract_id=extract,
        by=by,
        at=at,
    )
    for stage, heading, summary in zip(Stage, story.headings, story.summaries, strict=True):
        portraits.write_section(
            portrait_id=portrait_id, stage=stage, heading=heading, summary=summary, by=by, at=at
        )
    for share, stage, title in story.events:
        why = story.changes.get(title, "")
        portraits.add_event(
            portrait_id=portrait_id,
            happened_on=_day(scene, stage, share),
            title=title,
            kind=EventKind.ADAPTATION if why else EventKind.EVENT,
            detail=why,
            by=by,
            at=at,
        )
    for key in joint_displays.keys_of(scene, ("contacts",), held):
        portraits.add_event(
            portrait_id=portrait_id,
            happened_on=at.date(),
            title="The record so far",
            kind=EventKind.FIGURE,
            extract_id=extract,
            figure=key,
            by=by,
            at=at,
        )
    made = []
    for said in story.statements:
        one = portraits.add_statement(
            portrait_id=portrait_id, stage=said.stage, kind=said.kind, text=said.text, by=by, at=at
        )
        if said.quotes:
            portraits.link_quotes(statement_id=one, codings=_codings(scene, said.quotes), by=by, at=at)
        if keys := joint_displays.keys_of(scene, said.figures, held):
            portraits.link_figures(statement_id=one, extract_id=extract, figures=keys, by=by, at=at)
        made.append(one)
    lines = {one: said.plain for one, said in zip(made, story.statements, strict=True) if said.plain}
    portraits.write_plain(
        portrait_id=portrait_id, language="en", story=story.plain, lines=lines, by=by, at=at
    )
    return portrait_id, made


def _review(scene: Scene, portrait_id: UUID) -> None:
    portraits.share_portrait(portrait_id=portrait_id, shared=True, by=scene.evaluator, at=scene.now)
    if scene.key == SIGNED:
        now = reads.portrait(scene.adviser, portrait_id).fingerprint
        portraits.sign_off(
            portrait_id=portrait_id,
            fingerprint=now,
            text="I recognise this, the room most of all.",
            by=scene.adviser,
            at=scene.now,
        )
        return
    first = reads.portrait(scene.adviser, portrait_id).statements[0]
    said = portraits.mark_statement(
        portrait_id=portrait_id,
        statement_id=first.id,
        mark=Mark.NOT_CLEAR,
        text="Which doors? Say where it was.",
        by=scene.adviser,
        at=scene.now,
    )
    portraits.answer_review(
        review_id=said, text="We name the place in the next version.", by=scene.evaluator, at=scene.now
    )


def _codings(scene: Scene, places: Sequence[int]) -> list[UUID]:
    return [scene.made["codings"][place] for place in places]


def _day(scene: Scene, stage: Stage, share: float) -> dt.date:
    """The day `share` of the way through a stage; the last stage lasts until now."""
    spans = programmes.stage_spans(scene.evaluator)
    starts = next(span.starts_on for span in spans if span.stage is stage)
    later = [span.starts_on for span in spans if span.starts_on > starts]
    ends = min(later, default=scene.now.date())
    return starts + (ends - starts) * share
