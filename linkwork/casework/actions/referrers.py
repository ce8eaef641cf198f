"""What goes between the programme and whoever referred somebody: questions, answers, news."""

import datetime as dt
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_follow, check_may_see_people, referrer_token
from linkwork.casework.actions.parts.checks import check_text, worker_of
from linkwork.casework.models import Referral, ReferralNews, ReferralQuestion
from linkwork.casework.reads.referrers import may_tell
from linkwork.casework.rules.referrals import Occasion, Way
from linkwork.casework.rules.states import ReferralState
from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound, Refused
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.programmes import actions as letters
from linkwork.trail import actions as trail

LINK_LIVES = dt.timedelta(days=30)


@action
def ask_referrer(*, referral_id: UUID, words: str, by: Viewer, at: dt.datetime) -> UUID:
    """Ask the referrer something; the question's id. Raises Invalid, and Refused where there is no way to ask."""
    check_may_see_people(by)
    check_text("question", words)
    row = _locked(referral_id, by)
    if not row.referrer_email:
        raise Refused(_("The referrer left no e-mail address. Ask them by phone."))
    question = ReferralQuestion.objects.create(
        id=id_at(at),
        programme_id=by.programme,
        created_at=at,
        referral_id=row.id,
        worker_id=worker_of(by),
        words=words.strip(),
    )
    _write(row, "casework.question", by, at)
    trail.record(by=by, at=at, what="casework.ask_referrer", about="referral", about_id=row.id)
    return question.id


@action
def answer_question(*, question_id: UUID, words: str, by: Viewer, at: dt.datetime) -> None:
    """Keep what the referrer answers, as their link shows it to them or as they say it. Raises IllegalStep, Invalid."""
    found = ReferralQuestion.objects.select_for_update().filter(programme_id=by.programme, id=question_id)
    row = found.first()
    if row is None:
        raise NotFound(_("There is no such question."))
    check_may_follow(by, row.referral_id)
    check_text("answer", words)
    if row.answered_at is not None:
        raise IllegalStep(_("This question has been answered already."))
    row.answer, row.answered_at = words.strip(), at
    row.save(update_fields=["answer", "answered_at"])
    trail.record(by=by, at=at, what="casework.answer_question", about="referral", about_id=row.referral_id)


@action
def tell_referrer(
    *, referral_id: UUID, occasion: Occasion, text: str, shares: bool, way: Way, by: Viewer, at: dt.datetime
) -> UUID:
    """Keep, word for word, what the referrer is told now; its id.

    `shares`: the text says more than that an answer was given. Raises Refused where the person did not agree to that,
    or where it should go by mail and there is no address; Invalid for an occasion that has not come.
    """
    check_may_see_people(by)
    check_text("text", text)
    row = _locked(referral_id, by)
    if occasion is not Occasion.ASKED and row.state == ReferralState.RECEIVED:
        raise Invalid({"occasion": _("This referral has not been answered yet.")})
    if way is Way.MAIL and not row.referrer_email:
        raise Refused(_("The referrer left no e-mail address. Print the letter instead."))
    if shares and not may_tell(by, row.id, at=at):
        raise Refused(_("They did not agree that the referrer is told more than that you answered."))
    news = ReferralNews.objects.create(
        id=id_at(at),
        programme_id=by.programme,
        created_at=at,
        referral_id=row.id,
        worker_id=worker_of(by),
        occasion=occasion,
        way=way,
        shares=shares,
        text=text.strip(),
    )
    if way is Way.MAIL:
        _write(row, "casework.news", by, at)
    detail: dict[str, object] = {"occasion": occasion.value, "way": way.value, "shares": shares}
    trail.record(
        by=by, at=at, what="casework.tell_referrer", about="referral", about_id=row.id, detail=detail
    )
    return news.id


def _write(row: Referral, kind: str, by: Viewer, at: dt.datetime) -> None:
    """A letter with the way to the referrer's own page, and nothing about anybody in it."""
    letters.write_letter(
        kind=kind,
        about_id=row.id,
        to=row.referrer_email,
        language=row.referrer_language or get_language() or settings.LANGUAGE_CODE,
        token=referrer_token(row.id, row.programme_id, timezone.localdate(at) + LINK_LIVES),
        by=by,
        at=at,
    )


def _locked(referral_id: UUID, by: Viewer) -> Referral:
    row = Referral.objects.select_for_update().filter(programme_id=by.programme, id=referral_id).first()
    if row is None:
        raise NotFound(_("There is no such referral in this programme."))
    return row
