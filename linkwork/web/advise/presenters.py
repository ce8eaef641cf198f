"""A portrait as its adviser reads it: plain words first, little around them."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from linkwork.core.viewer import Kind
from linkwork.evaluation.portraits.reads import EventCard, PortraitCard, ReviewCard, StatementCard
from linkwork.evaluation.portraits.rules.evidence import FigureCard
from linkwork.evaluation.portraits.rules.kinds import ReviewKind
from linkwork.exchange.curtain import Curtain
from linkwork.web.advise.desk import Desk
from linkwork.web.advise.labels import MARKS
from linkwork.web.portraits.presenters import event, paragraphs
from linkwork.web.shared.days import date_said, local_day

Values = dict[str, Any]


def whole(desk: Desk) -> Values:
    """Everything on the adviser's page."""
    card = desk.card
    said = statements(desk)
    return {
        "title": card.title,
        "version": card.version,
        "plain": paragraphs(card.plain),
        "focus": paragraphs(card.focus),
        "interpretation": paragraphs(card.interpretation),
        "fingerprint": card.fingerprint,
        "chapters": [
            {
                "key": one.stage.value,
                "heading": one.heading,
                "summary": one.summary,
                "statements": [line for line in said if line["stage"] == one.stage.value],
            }
            for one in card.sections
        ],
        "sections": [
            {
                "key": one.stage.value,
                "dates": "",
                "events": [_event(thing, desk) for thing in one.events],
            }
            for one in card.sections
            if one.events
        ],
        "many": len(said),
        "answered": sum(bool(one["mark"]) for one in said),
        "next": next((one["url"] for one in said if not one["mark"]), ""),
        "signed": signed_on(desk),
        "own": [review(one, card) for one in desk.own],
        "others": [review(one, card) for one in desk.others],
        "voice": next(
            (
                {"called": one.called, "words": one.words}
                for one in card.voices
                if one.whose == desk.viewer.id
            ),
            None,
        ),
    }


def _event(one: EventCard, desk: Desk) -> Values:
    shown = replace(one, figure=_as_seen(one.figure, desk)) if one.figure else one
    return event(shown, desk.picture) | {"kind": ""}


def _as_seen(card: FigureCard, desk: Desk) -> FigureCard:
    """Whoever came by a link is outside the programme."""
    return Curtain().card(card) if desk.viewer.kind is Kind.PARTNER else card


def statements(desk: Desk) -> list[Values]:
    """Every statement in the order of reading, with what this adviser said of it."""
    marks = {one.statement_id: one for one in desk.own if one.mark and one.about_now}
    return [_statement(n, one, marks, desk) for n, one in enumerate(desk.card.statements, 1)]


def _statement(n: int, one: StatementCard, marks: dict[UUID | None, ReviewCard], desk: Desk) -> Values:
    said = marks.get(one.id)
    figures = [_as_seen(card, desk) for card in one.evidence.figures]
    return {
        "n": n,
        "id": one.id,
        "stage": one.stage.value,
        "text": one.plain or one.text,
        "full": one.text if one.plain else "",
        "quotes": [
            {"text": card.text, "lang": card.language, "dir": card.direction}
            for card in one.evidence.quotes
            if card.text
        ],
        "withheld": sum(not card.text for card in one.evidence.quotes),
        "figures": [card.sentence for card in figures if not (card.hidden or card.problem)],
        "hidden": any(card.hidden for card in figures),
        "opinion": one.evidence.is_opinion,
        "mark": said.mark.value if said and said.mark else "",
        "mark_said": MARKS[said.mark][0] if said and said.mark else "",
        "said": said.text if said else "",
        "url": desk.url("one", n),
    }


def review(said: ReviewCard, card: PortraitCard) -> Values:
    """What was said, and what became of it."""
    about = next((one.plain or one.text for one in card.statements if one.id == said.statement_id), "")
    return {
        "signed": said.kind is ReviewKind.SIGN_OFF,
        "mark": MARKS[said.mark][0] if said.mark else "",
        "text": said.text,
        "who": said.adviser,
        "when": date_said(local_day(said.at)),
        "about": about,
        "version": said.version,
        "answer": paragraphs(said.answer),
        "answered": date_said(local_day(said.answered_at)) if said.answered_at else "",
    }


def signed_on(desk: Desk) -> str:
    """The day on which this adviser signed off exactly what is shown, in words; empty where they have not."""
    days = [one.at for one in desk.own if one.about_now and one.kind is ReviewKind.SIGN_OFF]
    return date_said(local_day(max(days))) if days else ""
