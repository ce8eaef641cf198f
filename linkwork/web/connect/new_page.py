"""The page that connects a need to a service: three ways, and exactly what each one sends."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from linkwork.casework import reads as cases
from linkwork.casework.reads import CaseCard, NeedCard
from linkwork.casework.rules.consent import Purpose
from linkwork.connections import actions, reads
from linkwork.connections.reads import ConnectionCard
from linkwork.connections.rules import Kind
from linkwork.core.errors import Invalid
from linkwork.directory import reads as directory
from linkwork.directory.reads import ServiceCard
from linkwork.exchange import mail
from linkwork.exchange.mail.kinds import ask
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail
from linkwork.web.connect.forms import HandoverForm, SendForm, SignpostForm, posted
from linkwork.web.connect.once import show_once
from linkwork.web.connect.presenters import choices, no_place_said
from linkwork.web.connect.values import shareable, ticked
from linkwork.web.connect.ways import find_page, person_page
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.forms import Form
from linkwork.web.shared.frame import page
from linkwork.web.shared.ids import id_in
from linkwork.web.shared.request import Request


@dataclass(frozen=True)
class About:
    """Who is connected, for which need, with what."""

    case: CaseCard
    need: NeedCard
    service: ServiceCard

    @property
    def query(self) -> str:
        """Ids for an address; never a word about a person."""
        return f"?case={self.case.id}&need={self.need.id}&service={self.service.id}"


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """Choose how to connect, then fill in what that way needs."""
    asked = {name: id_in(request.GET.get(name, "")) for name in ("case", "need", "service")}
    if asked["case"] is None:
        return redirect("home")
    case = cases.case(request.viewer, asked["case"])
    trail.look(by=request.viewer, at=request.at, page="connect:new", person_id=case.person_id)
    needs = cases.needs_of(request.viewer, case.id)
    need = next((one for one in needs if one.id == asked["need"]), None)
    if need is None or asked["service"] is None:
        return _choose_need(request, case, needs, asked["service"])
    about = About(case, need, directory.service(request.viewer, asked["service"]))
    kind = request.GET.get("kind", "")
    if kind not in set(Kind):
        values = {
            "choices": choices(case.given_name),
            "already": _already(request, about),
            "full": no_place_said(request.viewer, about.service.id, request.at),
        }
        return page(request, "connect/choose.html", _values(about) | values)
    return _fill_in(request, about, Kind(kind))


def _already(request: Request, about: About) -> str:
    """The page of a connection that is still open between this person and this service; empty where there is none."""
    found = (one for one in reads.connections_of(request.viewer, about.case.id) if one.is_open)
    same = next((one for one in found if one.service_id == about.service.id), None)
    return reverse("connect:detail", args=[same.id]) if same else ""


def _choose_need(
    request: Request, case: CaseCard, needs: list[NeedCard], service_id: UUID | None
) -> HttpResponse:
    """Something is not chosen yet: which need it is for, and from there the way to a service."""
    rows = [
        {"label": _(need.label), "words": need.words, "url": _onward(case.id, need.id, service_id)}
        for need in needs
    ]
    return page(request, "connect/need.html", {"case": case, "needs": rows})


def _onward(case_id: UUID, need_id: UUID, service_id: UUID | None) -> str:
    if service_id:
        return reverse("connect:new") + f"?case={case_id}&need={need_id}&service={service_id}"
    return find_page(case_id, need_id)


def _values(about: About) -> dict[str, Any]:
    return {
        "case": about.case,
        "need": {"id": about.need.id, "label": _(about.need.label), "words": about.need.words},
        "service": about.service,
        "query": about.query,
        "person_url": person_page(about.case.id),
    }


def _fill_in(request: Request, about: About, kind: Kind) -> HttpResponse:
    form = fill_form(request, about, kind)
    if request.method == "POST" and "keep" in request.POST and isinstance(form, SendForm):
        if form.is_begun() and (kept := _begin(request, about, kind, form)):
            return kept
    elif request.method == "POST" and form.is_valid():
        try:
            return _keep(request, about, kind, form)
        except Invalid as problem:
            form.refuse(problem.errors)
    return page(
        request, "connect/send.html", values_of(request, about, kind, form), 400 if form.errors else 200
    )


def values_of(request: Request, about: About, kind: Kind, form: Form) -> dict[str, Any]:
    """Everything `connect/send.html` shows."""
    return _values(about) | {"form": form, "kind": kind.value, "letter": _letter(request, about, kind)}


def _begin(request: Request, about: About, kind: Kind, form: SendForm) -> HttpResponse | None:
    """Keep it as a draft; None where the room refuses what was entered, which then stands in the form."""
    draft_id = carried_out(
        form,
        lambda: actions.draft(
            case_id=about.case.id,
            need_id=about.need.id,
            service_id=about.service.id,
            kind=kind,
            by=request.viewer,
            at=request.at,
            **form.begun(),
        ),
    )
    if draft_id is None:
        return None
    messages.success(request, _("Kept as a draft. It waits on your first page."))
    return redirect("connect:detail", draft_id)


def fill_form(request: Request, about: About, kind: Kind, draft: ConnectionCard | None = None) -> Form:
    """The form of this way of connecting, as it was left in a draft where there is one."""
    data = posted(request)
    if kind is Kind.SIGNPOST:
        return SignpostForm(data)
    shared = shareable(about.case)
    says = {"person": about.case.given_name, "who": about.service.organisation_name}
    asked = HandoverForm if kind is Kind.WARM_HANDOVER else SendForm
    return asked(
        data,
        values=shared,
        agreed_label=_("%(person)s agreed that we share this with %(who)s") % says,
        standing=cases.may_share(
            request.viewer, about.case.id, Purpose.SHARE, about.service.organisation_name[:160], at=request.at
        ),
        initial={
            "wants": about.need.words,
            "shared": ticked(shared),
            "send_to": about.service.email,
            "introduced_by": request.viewer.name,
            "manner": "in_person",
        }
        | (_begun(draft) if draft else {}),
    )


def _begun(draft: ConnectionCard) -> dict[str, Any]:
    found: dict[str, Any] = {"wants": draft.wants}
    if draft.handover:
        found |= {
            "introduced_by": draft.handover.introduced_by,
            "manner": draft.handover.manner.value,
            "meet_at": draft.handover.meet_at,
            "accompanied": draft.handover.accompanied,
        }
    return found


def _keep(request: Request, about: About, kind: Kind, form: Form) -> HttpResponse:
    ids: dict[str, Any] = {"case_id": about.case.id, "need_id": about.need.id, "service_id": about.service.id}
    if isinstance(form, SendForm):
        sent = actions.connect(kind=kind, by=request.viewer, at=request.at, **ids, **form.sent())
        mail.deliver_waiting(request.at, request.viewer.programme)
        show_once(request, sent.connection_id, sent.token)
        messages.success(request, sent_sentence(form, about))
        return redirect("connect:detail", sent.connection_id)
    signpost_id = actions.signpost(note=form.cleaned_data["note"], by=request.viewer, at=request.at, **ids)
    messages.success(request, _("Kept. Nothing was sent to anybody."))
    return redirect("connect:signpost", signpost_id)


def sent_sentence(form: SendForm, about: About) -> str:
    """What is said once it is off."""
    says = {"who": about.service.organisation_name}
    if form.cleaned_data["send_to"]:
        return _("Sent to %(who)s.") % says
    return _("Ready for %(who)s. Nothing was e-mailed: hand over the link, or call them.") % says


def _letter(request: Request, about: About, kind: Kind) -> dict[str, str]:
    """The letter as it will go out, with a stand-in for the link; empty for a signpost."""
    if kind is Kind.SIGNPOST:
        return {}
    drawn = ask.preview(
        about.service.name,
        programmes.programme(request.viewer),
        request.viewer.name,
        _("a-link-for-them-alone"),
    )
    return {"subject": drawn.subject, "body": drawn.body}
