"""What public advisers do, signed in or by their link: mark, comment, sign off, speak; and what authors answer."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound, Refused
from linkwork.core.viewer import Kind, Viewer
from linkwork.evaluation.portraits import reads
from linkwork.evaluation.portraits.access import check_may_review, check_may_write, link_of
from linkwork.evaluation.portraits.actions.parts.checks import fitting, said
from linkwork.evaluation.portraits.actions.versions import frozen_now
from linkwork.evaluation.portraits.models import Portrait, PortraitVersion, Review
from linkwork.evaluation.portraits.reads.content import statement_ids_in
from linkwork.evaluation.portraits.rules.advising import MOST_AN_HOUR, too_many
from linkwork.evaluation.portraits.rules.kinds import Mark, ReviewKind
from linkwork.trail import actions as trail

LONGEST_COMMENT = 4000
LONGEST_VOICE = 600


@dataclass(frozen=True)
class _Desk:
    """Who speaks (the columns that say so), about which version of which portrait."""

    who: dict[str, UUID]
    version: PortraitVersion

    @property
    def own(self) -> dict[str, Any]:
        """What every row of theirs states."""
        return {
            "programme_id": self.version.programme_id,
            "portrait_id": self.version.portrait_id,
            **self.who,
        }


@action
def comment(
    *, portrait_id: UUID, text: str, by: Viewer, at: dt.datetime, statement_id: UUID | None = None
) -> UUID:
    """Say something about a portrait, or one statement of it; the comment's id. Raises NotFound, Invalid (text)."""
    desk = _desk(by, portrait_id, at)
    _check_in(desk, statement_id)
    return _say(by, at, desk, ReviewKind.COMMENT, said("text", text, LONGEST_COMMENT), statement_id)


@action
def mark_statement(
    *, portrait_id: UUID, statement_id: UUID, mark: Mark, by: Viewer, at: dt.datetime, text: str = ""
) -> UUID:
    """Say with one touch what it is like to read a statement; again says it anew, until the author has answered.

    Raises NotFound, Invalid (statement, text).
    """
    desk = _desk(by, portrait_id, at)
    _check_in(desk, statement_id)
    words = fitting("text", text, LONGEST_COMMENT)
    rows = Review.objects.filter(
        **desk.own, version=desk.version, statement_id=statement_id, answered_at__isnull=True
    ).exclude(mark="")
    row = rows.first()
    if row is None:
        return _say(by, at, desk, ReviewKind.COMMENT, words, statement_id, mark)
    row.mark, row.text, row.created_at = mark, words or row.text, at
    row.save(update_fields=["mark", "text", "created_at"])
    trail.record(by=by, at=at, what="portraits.comment", about="portrait", about_id=desk.version.portrait_id)
    return row.id


@action
def sign_off(*, portrait_id: UUID, fingerprint: str, by: Viewer, at: dt.datetime, text: str = "") -> UUID:
    """Agree to the portrait as it was read: `fingerprint` is the one its page carried. It belongs to that version.

    Raises NotFound, or Refused where it has been changed since the page was opened.
    """
    desk = _desk(by, portrait_id, at)
    if fingerprint != desk.version.hash:
        raise Refused(_("The portrait was changed while you read it. Read it again, then sign it off."))
    return _say(by, at, desk, ReviewKind.SIGN_OFF, fitting("text", text, LONGEST_COMMENT))


@action
def speak(*, portrait_id: UUID, called: str, words: str, by: Viewer, at: dt.datetime) -> bool:
    """Say how one wishes to be named, and what is to be printed in one's own words. Both empty takes all of it back.

    Whether anything is printed now. Raises NotFound, Invalid (called, words).
    """
    desk = _desk(by, portrait_id, at)
    called, words = fitting("called", called, 80), fitting("words", words, LONGEST_VOICE)
    Review.objects.filter(**desk.own, kind=ReviewKind.VOICE).delete()
    if called or words:
        _say(by, at, desk, ReviewKind.VOICE, words, called=called)
    else:
        about = desk.version.portrait_id
        trail.record(by=by, at=at, what="portraits.take_voice_back", about="portrait", about_id=about)
    return bool(called or words)


@action
def answer_review(*, review_id: UUID, text: str, by: Viewer, at: dt.datetime) -> UUID:
    """Tell an adviser what was changed because of them, or why not; the portrait's id. Raises NotFound, Invalid."""
    check_may_write(by)
    row = Review.objects.select_for_update().filter(programme_id=by.programme, id=review_id).first()
    if row is None:
        raise NotFound(_("There is no such comment in this programme."))
    row.answer, row.answered_at = said("text", text, LONGEST_COMMENT), at
    row.save(update_fields=["answer", "answered_at"])
    trail.record(by=by, at=at, what="portraits.answer_review", about="portrait", about_id=row.portrait_id)
    return row.portrait_id


def _desk(by: Viewer, portrait_id: UUID, at: dt.datetime) -> _Desk:
    """By a link: the one version it opens. Signed in: the portrait as it now stands, kept as a version."""
    if by.kind is Kind.PARTNER:
        link = link_of(by, at)
        if link.version.portrait_id != portrait_id:
            raise NotFound(_("There is no such portrait in this programme."))
        hour = Review.objects.filter(programme_id=by.programme, link=link).order_by("-created_at")
        if too_many(list(hour.values_list("created_at", flat=True)[:MOST_AN_HOUR]), at):
            raise Refused(_("Too much was sent by this link within an hour. Try again later."))
        return _Desk({"link_id": link.id}, link.version)
    check_may_review(by)
    card = reads.portrait(by, portrait_id)
    if card.shared_at is None:
        raise Refused(_("This portrait is not out for review."))
    portrait = Portrait.objects.select_for_update().get(programme_id=by.programme, id=portrait_id)
    return _Desk({"adviser_id": by.worker_id}, frozen_now(portrait=portrait, card=card, by=by, at=at))


def _check_in(desk: _Desk, statement_id: UUID | None) -> None:
    if statement_id and statement_id not in statement_ids_in(desk.version.content):
        raise Invalid({"statement": _("This statement is no longer in the portrait.")})


def _say(
    by: Viewer,
    at: dt.datetime,
    desk: _Desk,
    kind: ReviewKind,
    text: str,
    statement_id: UUID | None = None,
    mark: Mark | None = None,
    called: str = "",
) -> UUID:
    row = Review.objects.create(
        **desk.own,
        version=desk.version,
        statement_id=statement_id,
        kind=kind,
        mark=mark or "",
        text=text,
        called=called,
        fingerprint=desk.version.hash,
        created_at=at,
    )
    trail.record(
        by=by, at=at, what=f"portraits.{kind.value}", about="portrait", about_id=desk.version.portrait_id
    )
    return row.id
