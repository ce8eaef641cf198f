"""What is the referrer told? The letter, sentence by sentence, from what the person agreed to share and no more.

Without their consent it says that the referral came and was answered. With it, when they were taken on and seen, what
kinds of support were arranged and what came of it; their own words only where they agreed to that too.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.casework import reads as casework
from linkwork.casework.reads import CaseCard, ReferralCard
from linkwork.casework.rules.referral_codes import BY_THE_PERSON
from linkwork.casework.rules.referrals import Occasion
from linkwork.casework.rules.states import ReferralState
from linkwork.connections import reads as connections
from linkwork.connections.reads import ConnectionCard, SignpostCard
from linkwork.connections.rules import Attendance, Kind, Outcome, State
from linkwork.core.languages import direction
from linkwork.core.viewer import Viewer
from linkwork.exchange.days import date_said
from linkwork.exchange.typst.compiling import chinese_face, compile_pdf
from linkwork.instruments import lists
from linkwork.outcomes import reads as outcomes
from linkwork.programmes.reads import ProgrammeCard


@dataclass(frozen=True)
class Parts:
    """Which parts of what may be told the person wants told. Their own words are asked for by themselves."""

    arranged: bool = True
    outcome: bool = True
    own_words: bool = False


@dataclass(frozen=True)
class Letter:
    """The letter word for word, its paragraphs divided by empty lines. `shares`: it rests on the person's consent."""

    text: str
    shares: bool


def compose(
    viewer: Viewer,
    card: ReferralCard,
    programme: ProgrammeCard,
    *,
    occasion: Occasion,
    agreed: bool,
    parts: Parts,
) -> Letter:
    """The letter for this occasion, in the language the referrer wrote in. `agreed`: what `reads.may_tell` says now.

    At most six questions of the database, none about anything the person did not agree to share.
    """
    with translation.override(card.referrer_language or translation.get_language()):
        shares = agreed and card.case_id is not None
        body = _told(viewer, card, programme, occasion, parts) if shares else _plain(card, programme)
        lines = [_greeting(card), *body, _("Thank you.") + "\n" + programme.name]
        return Letter("\n\n".join(line for line in lines if line), shares)


def letter_pdf(text: str, programme: ProgrammeCard, day: dt.date, language: str) -> bytes:
    """The letter as a tagged PDF, in `language`."""
    with translation.override(language or translation.get_language()):
        return compile_pdf("news", _data(text, programme, day))


def _data(text: str, programme: ProgrammeCard, day: dt.date) -> dict[str, Any]:
    language = (translation.get_language() or "en").split("-")[0]
    return {
        "lang": language,
        "dir": direction(language),
        "title": _("News of a referral"),
        "programme": programme.name,
        "host": programme.host,
        "demo": _("Demonstration: everything here is invented") if programme.demonstration else "",
        "day": date_said(day),
        "paragraphs": text.split("\n\n"),
        "chinese": chinese_face(),
        "missing_face": "",
    }


def _greeting(card: ReferralCard) -> str:
    return _("Dear %(name)s,") % {"name": card.referrer_name} if card.referrer_name else _("Hello,")


def _plain(card: ReferralCard, home: ProgrammeCard) -> list[str]:
    """No more than that it came and was answered; why the programme cannot help, but never why the person would not."""
    said = [
        _("Thank you for the referral that reached us on %(day)s.") % {"day": date_said(card.received_on)}
    ]
    if card.answered_on is None:
        return [*said, _("It has not been answered yet.")]
    said.append(_("We answered it on %(day)s.") % {"day": date_said(card.answered_on)})
    if card.state is ReferralState.DECLINED and card.reason != BY_THE_PERSON:
        said.append(
            _("We cannot take it on: %(reason)s.")
            % {"reason": _label(home, "decline_reasons", card.reason).lower()}
        )
    if card.state is ReferralState.DECLINED:
        said.append(card.reason_words)
    return said


def _told(
    viewer: Viewer, card: ReferralCard, home: ProgrammeCard, occasion: Occasion, parts: Parts
) -> list[str]:
    case = casework.case(viewer, card.case_id) if card.case_id else None
    if case is None:
        return _plain(card, home)
    said = [
        _("%(name)s, whom you referred on %(day)s, has agreed that we tell you how it goes.")
        % {"name": case.name, "day": date_said(card.received_on)},
        *_begun(viewer, card, case),
    ]
    if occasion is not Occasion.ACCEPTED and (parts.arranged or parts.outcome):
        given = connections.connections_of(viewer, case.id)
        signposts = connections.signposts_of(viewer, case.id)
        said += _arranged(given, signposts, home) if parts.arranged else []
        said += _came_of_it(given, signposts) if parts.outcome else []
    if parts.own_words:
        said += _own_words(viewer, case.id)
    return [*said, *_ended(case, home)]


def _own_words(viewer: Viewer, case_id: UUID) -> list[str]:
    """What changed for them, as they say it. What an organisation wrote of them is not theirs and stays out."""
    words = [one.words.strip() for one in outcomes.changes_of(viewer, case_id) if one.words.strip()]
    return [_("In their own words:") + "\n" + "\n".join(f"“{text}”" for text in words)] if words else []


def _begun(viewer: Viewer, card: ReferralCard, case: CaseCard) -> list[str]:
    met = [one.occurred_on for one in casework.contacts_of(viewer, case.id) if one.reached]
    said = [_("We took them on on %(day)s.") % {"day": date_said(card.answered_on or case.opened_on)}]
    if met:
        said.append(_("We first talked with them on %(day)s.") % {"day": date_said(min(met))})
    else:
        said.append(_("We have not reached them yet."))
    return said


def _arranged(
    given: Sequence[ConnectionCard], signposts: Sequence[SignpostCard], home: ProgrammeCard
) -> list[str]:
    """What kinds of support were arranged, for which kind of need; never with whom."""
    kinds: dict[tuple[Kind, str], int] = {}
    for one in given:
        if one.state not in (State.DRAFT, State.CANCELLED):
            kinds[one.kind, one.need_term] = kinds.get((one.kind, one.need_term), 0) + 1
    for post in signposts:
        kinds[Kind.SIGNPOST, post.need_term] = kinds.get((Kind.SIGNPOST, post.need_term), 0) + 1
    if not kinds:
        return [_("Nothing has been arranged with others so far.")]
    lines = [
        f"– {_kind(kind, number)}: {_label(home, 'needs', term)}" for (kind, term), number in kinds.items()
    ]
    return [_("What was arranged:") + "\n" + "\n".join(lines)]


def _kind(kind: Kind, number: int) -> str:
    said = {
        Kind.SIGNPOST: ngettext("told of %(num)s place", "told of %(num)s places", number),
        Kind.REFERRAL: ngettext("referred to %(num)s place", "referred to %(num)s places", number),
        Kind.WARM_HANDOVER: ngettext("introduced at %(num)s place", "introduced at %(num)s places", number),
    }
    return said[kind] % {"num": number}


def _came_of_it(given: Sequence[ConnectionCard], signposts: Sequence[SignpostCard]) -> list[str]:
    both: list[ConnectionCard | SignpostCard] = [*given, *signposts]
    ends = [one for one in both if one.outcome]
    if not ends:
        return []
    went = sum(1 for one in ends if one.went is Attendance.WENT)
    helped = sum(1 for one in ends if one.outcome in (Outcome.HELPED, Outcome.PARTLY))
    numbers = {"known": len(ends), "went": went, "helped": helped}
    return [_("Of %(known)s with a known end, they went to %(went)s and %(helped)s helped.") % numbers]


def _ended(case: CaseCard, home: ProgrammeCard) -> list[str]:
    if case.closed_on is None:
        return []
    reason = _label(home, "close_reasons", case.close_reason)
    return [
        _("Our work with them ended on %(day)s: %(reason)s.")
        % {"day": date_said(case.closed_on), "reason": reason}
    ]


def _label(home: ProgrammeCard, list_id: str, code: str) -> str:
    """A term as the programme says it; empty for no code."""
    return _(lists.label_of(home, list_id, code)) if code else ""
