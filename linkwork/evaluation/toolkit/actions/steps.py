"""The way from a draft to the site and back: asked, agreed to by somebody else, published, withdrawn with a reason."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, Refused
from linkwork.core.viewer import Kind, Viewer
from linkwork.evaluation.portraits import reads as portraits
from linkwork.evaluation.portraits.rules.evidence import without_names
from linkwork.evaluation.toolkit import reads
from linkwork.evaluation.toolkit.access import check_may_review
from linkwork.evaluation.toolkit.actions.parts.rows import held, one
from linkwork.evaluation.toolkit.models import Recommendation, Step
from linkwork.evaluation.toolkit.reads import RecommendationCard
from linkwork.evaluation.toolkit.rules.kinds import StepKind, after
from linkwork.evaluation.toolkit.rules.limits import LONGEST_REASON
from linkwork.extracts import actions as extracts
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail


@action
def ask(*, recommendation_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Ask somebody else to read a draft. Raises NotFound, IllegalStep."""
    row = one(by, recommendation_id)
    _take(row, StepKind.ASK, "", by, at)


@action
def want(*, recommendation_id: UUID, fingerprint: str, text: str, by: Viewer, at: dt.datetime) -> None:
    """Ask for something to be changed before it goes out. Raises as `agree`, and Invalid (text)."""
    row = _read_by_somebody_else(by, recommendation_id, fingerprint)
    _take(row, StepKind.WANT, _reason(text, _("Say what should be different.")), by, at)


@action
def agree(*, recommendation_id: UUID, fingerprint: str, by: Viewer, at: dt.datetime) -> None:
    """Agree to the words as they were read: `fingerprint` is the one their page carried.

    Raises NotFound, IllegalStep; Refused for whoever wrote it last, or where it was changed since.
    """
    _take(_read_by_somebody_else(by, recommendation_id, fingerprint), StepKind.AGREE, "", by, at)


@action
def publish(*, recommendation_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Let it stand in the public site from the next build on.

    Raises NotFound, IllegalStep (nobody else agreed to it as it stands), Refused where its words, or those of a
    statement it rests on, name somebody who works in the programme, or where figures of one of its extracts may not
    leave beside those that are out (see `extracts.actions.release`).
    """
    row = one(by, recommendation_id)
    card = _take(row, StepKind.PUBLISH, "", by, at)
    found = portraits.statements(by, card.statement_ids)
    words = [card.title, card.advice, card.barrier, *card.checklist, *card.titles.values()]
    words += [said.text for said in found.values()]
    names = [worker.name for worker in programmes.workers(by)]
    if any(without_names(text, names)[1] for text in words):
        raise Refused(_("Somebody’s name stands in the text. Leave it out before it goes public."))
    shown = {each.extract_id for said in found.values() for each in said.evidence.figures if not each.problem}
    extracts.let_out(extract_ids=shown, by=by, at=at)
    row.published_at = at
    row.save(update_fields=["published_at"])


@action
def withdraw(*, recommendation_id: UUID, reason: str, by: Viewer, at: dt.datetime) -> None:
    """Make it a draft again: the next build leaves it out. Raises NotFound, IllegalStep (a draft already), Invalid."""
    row = one(by, recommendation_id)
    _take(row, StepKind.WITHDRAW, _reason(reason, _("Say why it is taken off the site.")), by, at)
    row.published_at = None
    row.save(update_fields=["published_at"])


def _read_by_somebody_else(by: Viewer, recommendation_id: UUID, fingerprint: str) -> Recommendation:
    check_may_review(by)
    row = held(by, recommendation_id)
    if row.author_id == by.id:
        raise Refused(_("You wrote this yourself. Somebody else has to agree to it."))
    if reads.recommendation(by, row.id).fingerprint != fingerprint:
        raise Refused(_("It was changed while you read it. Read it again, then answer."))
    return row


def _take(row: Recommendation, kind: StepKind, text: str, by: Viewer, at: dt.datetime) -> RecommendationCard:
    card = reads.recommendation(by, row.id)
    after(kind, card.state)
    Step.objects.create(
        programme_id=by.programme,
        recommendation=row,
        kind=kind,
        text=text,
        worker_id=by.id if by.kind is Kind.LOGIN else None,
        fingerprint=card.fingerprint,
        created_at=at,
    )
    trail.record(by=by, at=at, what=f"toolkit.{kind.value}", about="recommendation", about_id=row.id)
    return card


def _reason(text: str, what_to_do: str) -> str:
    text = text.strip()
    if not text or len(text) > LONGEST_REASON:
        raise Invalid({"text": what_to_do})
    return text
