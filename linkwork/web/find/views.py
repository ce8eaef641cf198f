"""Pages of the directory: finding, one entry, the shortlist, and saying whether an entry is right."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.core.errors import Invalid
from linkwork.core.text import one_line
from linkwork.directory import access, actions, reads
from linkwork.directory.reads import Query
from linkwork.directory.rules.kinds import ConfirmedBy, Status
from linkwork.web.feedback import presenters as feedback
from linkwork.web.find import presenters
from linkwork.web.find.context import Looking, looking_for
from linkwork.web.find.forms import RightForm, SearchForm, ServiceForm, WrongForm
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request

SHORTLIST = "shortlist"
MOST_KEPT = 30
NEAR_A_PERSON_KM = "10"
NARROWING = ("within", "day", "time", "language", "free")


@require_GET
def search(request: Request) -> HttpResponse:
    """Look for services; from a need with the need's own words and near the person."""
    asked = SearchForm(request.GET)
    given = _valid(asked)
    looking = looking_for(request, given.get("case"), given.get("need"), "find:search")
    if "words" not in request.GET:
        given |= _first_look(looking)
    asked_for, narrowed = given, _narrowed(given, looking)
    query = _query(given, looking)
    results, loosened = reads.search(request.viewer, query), False
    if not results.matches and any(given.get(name) for name in NARROWING):
        given = {name: value for name, value in given.items() if name not in NARROWING}
        results, loosened = reads.search(request.viewer, _query(given, looking)), True
    unnamed = not results.matches and bool(looking.need_id) and "words" not in request.GET
    if unnamed:  # the words were ours, not theirs: what is near says more than an empty page
        given = {"words": ""}
        results = reads.search(request.viewer, _query(given, looking))
    shortlisted = _shortlist(request)
    values = {
        "form": SearchForm(
            initial=asked_for | {"case": looking.case_id, "need": looking.need_id, "page": ""}
        ),
        "refused": asked if not asked.is_valid() else None,
        "looking": looking,
        "lines": [
            presenters.line(match, looking, query.open_on, str(match.service.id) in shortlisted, request.at)
            for match in results.matches
        ],
        "widened": results.widened,
        "loosened": loosened,
        "unnamed": unnamed,
        "within": "" if loosened else given.get("within", ""),
        "narrowed": narrowed,
        "asked": bool(given.get("words")),
        "all_url": _more({}, looking, ""),
        "next_url": _more(given, looking, results.next_key) if results.next_key else "",
        "first_url": _more(given, looking, "") if given.get("page") else "",
        "kept": len(shortlisted),
        "may_change": access.may_change(request.viewer),
    }
    return page(request, "find/search.html", values)


@require_GET
def service(request: Request, service_id: UUID) -> HttpResponse:
    """The whole entry."""
    given = _valid(SearchForm(request.GET))
    looking = looking_for(request, given.get("case"), given.get("need"), "find:service")
    return _service_page(request, service_id, looking, WrongForm())


def _service_page(
    request: Request, service_id: UUID, looking: Looking, form: WrongForm, status: int = 200
) -> HttpResponse:
    today = local_day(request.at)
    card = reads.service(request.viewer, service_id, today)
    values = {
        "entry": presenters.entry(card, today),
        "week": presenters.week(card.open_times),
        "checks": presenters.check_texts(reads.checks(request.viewer, service_id)),
        "looking": looking,
        "back_url": presenters.with_ids(reverse("find:search"), looking),
        "connect_url": presenters.connect_url(looking, service_id),
        "kept": str(service_id) in _shortlist(request),
        "may_change": access.may_change(request.viewer),
        "may_confirm": access.may_confirm(request.viewer),
        "form": form,
        "feedback": feedback.panel(request.viewer, service_id),
    }
    return page(request, "find/service.html", values, status)


@require_http_methods(["GET", "POST"])
def add(request: Request) -> HttpResponse:
    """Write down a service that is missing."""
    form = ServiceForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            service_id = actions.add_service(**form.said(), by=request.viewer, at=request.at)
        except Invalid as wrong:
            form.refuse(wrong.errors)
        else:
            messages.success(request, _("The service is in the directory. Thank you."))
            return redirect("find:service", service_id)
    said = {"title": _("Add a service"), "step": _("Add it"), "back_label": _("Find")}
    return _written(request, form, said | {"back_url": reverse("find:search")})


@require_http_methods(["GET", "POST"])
def change(request: Request, service_id: UUID) -> HttpResponse:
    """Put an entry right: all that is known of the service, to be written over."""
    card = reads.service(request.viewer, service_id, local_day(request.at))
    form = ServiceForm(
        request.POST if request.method == "POST" else None,
        initial=presenters.as_written(card),
        doubt=card.freshness.doubt,
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_service(service_id=service_id, **form.said(), by=request.viewer, at=request.at)
        except Invalid as wrong:
            form.refuse(wrong.errors)
        else:
            messages.success(request, _("The entry is put right. Thank you."))
            return redirect("find:service", service_id)
    said = {"title": _("Put it right"), "step": _("Keep it"), "back_label": card.name}
    return _written(request, form, said | {"back_url": reverse("find:service", args=[service_id])})


def _written(request: Request, form: ServiceForm, said: dict[str, str]) -> HttpResponse:
    return page(request, "find/entry.html", {"form": form} | said, 422 if form.errors else 200)


@require_POST
def keep(request: Request, service_id: UUID) -> HttpResponse:
    """Put a service on the shortlist, or take it off."""
    kept = _shortlist(request)
    key = str(reads.service(request.viewer, service_id).id)
    if key in kept:
        kept.remove(key)
    else:
        kept.append(key)
    request.session[SHORTLIST] = kept[-MOST_KEPT:]
    return redirect(_back(request))


@require_POST
def clear(request: Request) -> HttpResponse:
    """Empty the shortlist."""
    request.session[SHORTLIST] = []
    return redirect("find:search")


@require_GET
def shortlist(request: Request) -> HttpResponse:
    """The shortlist as a sheet to hand over: no person's name stands on it."""
    ids = [UUID(key) for key in _shortlist(request)]
    today = local_day(request.at)
    values = {
        "entries": [presenters.entry(card, today) for card in reads.services(request.viewer, ids, today)],
        "printed": date_said(today),
    }
    return page(request, "find/shortlist.html", values)


@require_POST
def right(request: Request, service_id: UUID) -> HttpResponse:
    """One tap: the entry is still right."""
    form = RightForm(request.POST)
    if form.is_valid():
        how = ConfirmedBy(form.cleaned_data["how"])
        actions.confirm_service(service_id=service_id, how=how, by=request.viewer, at=request.at)
        messages.success(request, _("Thank you. The entry counts as fresh from today."))
    return redirect("find:service", service_id)


@require_POST
def wrong(request: Request, service_id: UUID) -> HttpResponse:
    """Something is wrong with the entry."""
    form = WrongForm(request.POST)
    if not form.is_valid():
        looking = looking_for(request, None, None, "find:service")
        return _service_page(request, service_id, looking, form, 422)
    actions.doubt_service(
        service_id=service_id, note=form.cleaned_data["note"], by=request.viewer, at=request.at
    )
    messages.success(request, _("Thank you. Your note stands at the top of the entry."))
    return redirect("find:service", service_id)


@require_POST
def closed(request: Request, service_id: UUID) -> HttpResponse:
    """The service has closed for good, or runs again."""
    status = Status.ACTIVE if request.POST.get("runs") else Status.DEFUNCT
    actions.set_status(service_id=service_id, status=status, by=request.viewer, at=request.at)
    if status is Status.ACTIVE:
        messages.success(request, _("The service is found again."))
    else:
        messages.success(request, _("Marked as closed: it is no longer found."))
    return redirect("find:service", service_id)


def _valid(form: SearchForm) -> dict[str, Any]:
    """What was asked and can be understood; the rest is left out and said so on the page."""
    form.is_valid()
    return {name: value for name, value in form.cleaned_data.items() if value not in (None, "")}


def _narrowed(given: dict[str, Any], looking: Looking) -> bool:
    """Whether more is asked than words near the person: then the folded part of the form stands open."""
    usual = NEAR_A_PERSON_KM if looking.case_id else ""
    far = given.get("within", "") not in ("", usual)
    return far or any(given.get(name) for name in NARROWING if name != "within")


def _first_look(looking: Looking) -> dict[str, Any]:
    if not looking.case_id:
        return {}
    return {"words": looking.label, "within": NEAR_A_PERSON_KM if looking.place else ""}


def _query(given: dict[str, Any], looking: Looking) -> Query:
    day, time = given.get("day"), given.get("time")
    minute = time.hour * 60 + time.minute if time else None
    as_offered = given.get("words", "") == looking.label
    helping = f"{looking.hint} {one_line(looking.own_words, 200)}".strip() if as_offered else ""
    return Query(
        words=given.get("words", ""),
        also=helping,
        place=looking.place,
        within_km=float(given["within"]) if given.get("within") else None,
        open_on=(int(day), minute) if day else None,
        free_only=bool(given.get("free")),
        language=given.get("language", ""),
        page=given.get("page", ""),
    )


def _more(given: dict[str, Any], looking: Looking, key: str) -> str:
    kept = {name: given[name] for name in ("words", "within", "day", "language") if given.get(name)}
    kept |= {"time": f"{given['time']:%H:%M}"} if given.get("time") else {}
    kept |= {"free": "on"} if given.get("free") else {}
    kept |= {"page": key} if key else {}
    kept.setdefault("words", "")
    ids = {"need": looking.need_id} if looking.need_id else {"case": looking.case_id}
    kept |= {name: str(value) for name, value in ids.items() if value}
    return f"{reverse('find:search')}?{urlencode(kept)}"


def _shortlist(request: Request) -> list[str]:
    return list(request.session.get(SHORTLIST, []))


def _back(request: Request) -> str:
    target = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return target if safe else reverse("find:search")
