"""A pen portrait on paper: the timeline by stage, statements in order, what each rests on in a note below it."""

import datetime as dt
import json
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from linkwork.core.languages import direction
from linkwork.evaluation.portraits.reads import EventCard, PortraitCard, SectionCard, StatementCard
from linkwork.evaluation.portraits.rules.evidence import FigureCard, QuoteCard
from linkwork.evaluation.portraits.rules.kinds import ReviewKind
from linkwork.evaluation.portraits.rules.review import Standing
from linkwork.exchange import media
from linkwork.exchange.curtain import Curtain
from linkwork.exchange.days import date_said
from linkwork.exchange.typst.compiling import chinese_face, compile_pdf, has_chinese
from linkwork.exchange.words import words
from linkwork.programmes.reads import ProgrammeCard

Values = dict[str, Any]
SHORTEST = 0.12  # of the timeline: a stage of a week is still seen


def portrait_pdf(card: PortraitCard, programme: ProgrammeCard, today: dt.date) -> bytes:
    """The portrait as a tagged PDF in two columns with its pictures, in the language now active."""
    return compile_pdf("portrait", portrait_data(card, programme, today), pictures_of(card))


def pictures_of(card: PortraitCard) -> dict[str, bytes]:
    """The pictures that may still be shown, by the name under which the paper speaks of them."""
    seen = [one.picture.name for one in card.events if one.picture]
    return {name: media.read(name) for name in seen if media.held(name)}


def portrait_data(card: PortraitCard, programme: ProgrammeCard, today: dt.date) -> Values:
    """What the template is given: texts and lengths, all prepared."""
    language = (translation.get_language() or "en").split("-")[0]
    data: Values = {
        "lang": language,
        "dir": direction(language),
        "title": card.title,
        "above": _("Pen portrait"),
        "programme": programme.name,
        "demo": _("Demonstration: everything here is invented") if programme.demonstration else "",
        "printed": _("Printed on %(day)s") % {"day": date_said(today)},
        "standing": standing_words(card),
        "mark": _("Version %(number)s. Content hash %(hash)s")
        % {"number": card.version, "hash": card.fingerprint[:16]}
        if card.version
        else _("Content hash %(hash)s") % {"hash": card.fingerprint[:16]},
        "voices_title": _("In advisers’ own words"),
        "voices": [
            {"words": one.words, "called": one.called or _("A public adviser")}
            for one in card.voices
            if one.words
        ],
        "focus_title": _("What this portrait looks at"),
        "focus": _paragraphs(card.focus),
        "plain_title": _("In plain language"),
        "plain": _paragraphs(card.plain),
        "interpretation_title": _("What runs through the story"),
        "interpretation": _paragraphs(card.interpretation),
        "timeline_said": _("The programme by stage, each as long as it lasted."),
        "events_title": _("What happened"),
        "sections": _sections(card, today),
    }
    everything = json.dumps(data, ensure_ascii=False)
    face = chinese_face()
    data["chinese"] = face
    data["missing_face"] = (
        _("Some words here are Chinese, and no Chinese typeface is installed: they show as empty boxes.")
        if has_chinese(everything) and not face
        else ""
    )
    return data


def _sections(card: PortraitCard, today: dt.date) -> list[Values]:
    shares, curtain = _shares(card, today), Curtain()
    return [_section(place, one, shares[place], curtain) for place, one in enumerate(card.sections)]


def _section(place: int, one: SectionCard, share: float, curtain: Curtain) -> Values:
    said = words()
    return {
        "number": place + 1,
        "name": said["stage"][one.stage],
        "dates": _dates(one),
        "share": share,
        "heading": one.heading,
        "summary": _paragraphs(one.summary),
        "events": [_event(event, curtain) for event in one.events],
        "statements": [_statement(statement, said, curtain) for statement in one.statements],
    }


def _event(one: EventCard, curtain: Curtain) -> Values:
    seen = one.picture if one.picture and media.held(one.picture.name) else None
    counted = curtain.card(one.figure) if one.figure else None
    return {
        "when": date_said(one.happened_on),
        "text": one.title,
        "detail": one.detail,
        "figure": (counted.sentence or counted.problem or _("Too few people to show this figure."))
        if counted
        else "",
        "picture": seen.name if seen else "",
        "alt": seen.alt if seen else "",
        "credit": _("Picture: %(who)s") % {"who": seen.credit} if seen else "",
    }


def _statement(one: StatementCard, said: dict[str, dict[str, str]], curtain: Curtain) -> Values:
    quotes = [_quote(card, said) for card in one.evidence.quotes]
    figures = [_figure(curtain.card(card)) for card in one.evidence.figures]
    return {
        "kind": said["kind"][one.kind],
        "text": one.text,
        "opinion": _("Opinion: no evidence linked.") if one.evidence.is_opinion else "",
        "notes": quotes + figures,
    }


def _quote(card: QuoteCard, said: dict[str, dict[str, str]]) -> Values:
    if card.removed:
        return _note(_("A passage whose coding has been taken back since."))
    who = _("%(kind)s, %(group)s, %(stage)s") % {
        "kind": said["source"][card.source_kind],
        "group": said["group"][card.group],
        "stage": said["stage"][card.stage],
    }
    if card.withheld:
        return _note(
            _("Quotation withheld: its source gave no consent to be quoted. %(who)s.") % {"who": who}
        )
    return {
        "words": card.text,
        "lang": card.language.split("-")[0],
        "dir": card.direction,
        "after": f"{who}.",
    }


def _figure(card: FigureCard) -> Values:
    if card.problem:
        return _note(f"{card.title}: {card.problem}")
    if card.hidden:
        return _note(f"{card.title}: {_('Too few people to show this figure.')}")
    values = {"said": card.sentence, "day": date_said(card.taken_at.date()), "hash": card.extract_hash[:12]}
    return _note(_("%(said)s Extract of %(day)s, %(hash)s.") % values)


def _note(text: str) -> Values:
    return {"words": "", "lang": "", "dir": "", "after": text}


def _shares(card: PortraitCard, today: dt.date) -> list[float]:
    """How much of the timeline each stage takes; nought for a stage without a day."""
    lengths = []
    for one in card.sections:
        end = one.ends_on or today
        lengths.append(max((end - one.starts_on).days, 1) if one.starts_on else 0)
    whole = sum(lengths)
    wide = [max(length / max(whole, 1), SHORTEST) if length else 0.0 for length in lengths]
    return [share / sum(wide) for share in wide] if whole else wide


def standing_words(card: PortraitCard) -> str:
    """Whether a public adviser has signed the portrait as it stands, as a sentence."""
    if card.standing is not Standing.SIGNED:
        return _("Draft: not signed off by a public adviser as it stands.")
    days = [one.at.date() for one in card.reviews if one.kind is ReviewKind.SIGN_OFF and one.about_now]
    return _("Signed off by a public adviser on %(day)s.") % {"day": date_said(max(days))}


def _dates(one: SectionCard) -> str:
    if one.starts_on is None:
        return ""
    if one.ends_on is None:
        return _("since %(day)s") % {"day": date_said(one.starts_on)}
    last = one.ends_on - dt.timedelta(days=1)
    return _("%(first)s to %(last)s") % {"first": date_said(one.starts_on), "last": date_said(last)}


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]
