"""The referrer's own page: what was asked of them, what they were told, and a way to take the referral back."""

from collections.abc import Callable
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import translation
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from linkwork.casework import access, actions, reads
from linkwork.casework.reads import Followed, NewsCard
from linkwork.casework.rules.states import ReferralState
from linkwork.core.errors import NotFound, Refused
from linkwork.core.viewer import Viewer
from linkwork.exchange.fhir.news import news_bundle
from linkwork.exchange.fhir.writing.bundle import as_text
from linkwork.exchange.news import letter_pdf
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail
from linkwork.web.refer.forms import AnswerForm, TakeBackForm
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import day_said
from linkwork.web.shared.files import fhir_answer
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


def _opened(request: Request, token: str) -> tuple[Viewer, Followed]:
    """Who the link stands for and what they may see. Raises Refused for a link that does not open."""
    today = localdate(request.at)
    viewer = access.open_referrer_link(token, today)
    referral_id = viewer.id
    if referral_id is None:
        raise Refused(_("This link does not open. It may have run out or been ended."))
    try:
        return viewer, reads.followed(viewer, referral_id, request.at)
    except NotFound as gone:
        raise Refused(_("This link does not open. It may have run out or been ended.")) from gone


def _closed(request: Request) -> HttpResponse:
    """The same page for every link that does not open: it gives nothing away."""
    return page(request, "reply/closed.html", {}, 404)


@require_safe
@sensitive_variables("token")
def news(request: Request, token: str) -> HttpResponse:
    """Where the referral stands, questions to answer, and what the person agrees to share now."""
    try:
        viewer, followed = _opened(request, token)
    except Refused:
        return _closed(request)
    return _drawn(request, token, viewer, followed, AnswerForm())


def _drawn(
    request: Request, token: str, viewer: Viewer, followed: Followed, form: AnswerForm, status: int = 200
) -> HttpResponse:
    trail.look(by=viewer, at=request.at, page="refer:news", person_id=followed.person_id)
    card, today = programmes.programme(viewer), localdate(request.at)
    answered = followed.answered_on is not None and followed.state is not ReferralState.WITHDRAWN
    values = {
        "programme": card,
        "words": card.words,
        "demo": card.demonstration,
        "token": token,
        "received": day_said(followed.received_on, today),
        "answered": day_said(followed.answered_on, today) if followed.answered_on else "",
        "may_withdraw": followed.may_withdraw,
        "questions": [
            (one, form if form.is_bound and form.auto_id == _own_id(one.id) else _form_for(one.id))
            for one in followed.questions
        ],
        "letters": [
            {"id": one.id, "when": day_said(one.told_on, today), "paragraphs": one.text.split("\n\n")}
            for one in followed.news
        ],
        "silent": answered and not any(one.shares for one in followed.news),
        "form": form,
        "take_back": TakeBackForm(),
    }
    return page(request, "refer/news.html", values, status)


def _form_for(question_id: UUID, data: QueryDict | None = None) -> AnswerForm:
    """Each question has a form of its own, so that what is wrong stands where it belongs."""
    return AnswerForm(data, auto_id=_own_id(question_id))


def _own_id(question_id: UUID) -> str:
    return f"id_{question_id.hex}_%s"


@require_POST
@sensitive_variables("token")
def answer(request: Request, token: str, question_id: UUID) -> HttpResponse:
    """Answer one question."""
    try:
        viewer, followed = _opened(request, token)
    except Refused:
        return _closed(request)
    form = _form_for(question_id, request.POST)
    if question_id not in {one.id for one in followed.questions}:
        return _closed(request)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.answer_question(
            question_id=question_id, words=form.cleaned_data["answer"], by=viewer, at=request.at
        ),
    ):
        messages.success(request, _("Thank you. We have your answer."))
        return redirect("refer:news", token)
    return _drawn(request, token, viewer, followed, form, 422)


@require_POST
@sensitive_variables("token")
def take_back(request: Request, token: str) -> HttpResponse:
    """Take the referral back while nobody has answered it."""
    try:
        viewer, followed = _opened(request, token)
    except Refused:
        return _closed(request)
    form = TakeBackForm(request.POST)
    if form.is_valid() and followed.may_withdraw:
        actions.withdraw_referral(
            referral_id=followed.id, words=form.cleaned_data["reason"], by=viewer, at=request.at
        )
        messages.success(request, _("The referral is taken back."))
    return redirect("refer:news", token)


@require_safe
@sensitive_variables("token")
def letter(request: Request, token: str, news_id: UUID) -> HttpResponse:
    """One letter as a PDF, while the person agrees."""

    def as_pdf(viewer: Viewer, _followed: Followed, news: NewsCard) -> HttpResponse:
        language = translation.get_language() or settings.LANGUAGE_CODE
        return pdf_answer(letter_pdf(news.text, programmes.programme(viewer), news.told_on, language))

    return _handed_over(request, token, news_id, "refer:letter", as_pdf)


@require_safe
@sensitive_variables("token")
def letter_file(request: Request, token: str, news_id: UUID) -> HttpResponse:
    """One letter as a FHIR file, for the referrer's own system, while the person agrees."""

    def as_file(viewer: Viewer, followed: Followed, news: NewsCard) -> HttpResponse:
        made = news_bundle(followed, news, programmes.programme(viewer), request.at)
        return fhir_answer(as_text(made), "news")

    return _handed_over(request, token, news_id, "refer:letter_file", as_file)


@sensitive_variables("token")
def _handed_over(
    request: Request,
    token: str,
    news_id: UUID,
    name: str,
    made: Callable[[Viewer, Followed, NewsCard], HttpResponse],
) -> HttpResponse:
    """One letter, made into a file, with the access row of the page `name`."""
    try:
        viewer, followed = _opened(request, token)
    except Refused:
        return _closed(request)
    found = next((one for one in followed.news if one.id == news_id), None)
    if found is None:
        return _closed(request)
    trail.look(by=viewer, at=request.at, page=name, person_id=followed.person_id)
    return made(viewer, followed, found)


def pdf_answer(made: bytes) -> HttpResponse:
    """The PDF under a name that names nobody."""
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="news.pdf"'
    return answer
