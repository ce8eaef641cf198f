"""Appointments: set, seen, moved, called off, reminded of, taken into a calendar."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from linkwork.casework import reads as cases
from linkwork.casework.reads import CaseCard
from linkwork.connections import actions, reads
from linkwork.connections.reads import AppointmentCard, ConnectionCard
from linkwork.connections.rules import AppointmentKind, Kind
from linkwork.directory import reads as directory
from linkwork.exchange import mail
from linkwork.exchange.ical import Audience, invitation
from linkwork.programmes import reads as programmes
from linkwork.web.connect import appointment_page
from linkwork.web.connect.forms import AppointmentForm, CameForm, MoveForm, ReasonForm, posted
from linkwork.web.connect.looking import look
from linkwork.web.connect.presenters import appointment_line
from linkwork.web.connect.ways import person_page
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.forms import Form
from linkwork.web.shared.frame import page
from linkwork.web.shared.ids import id_in
from linkwork.web.shared.request import Request


@require_safe
def appointments(request: Request, case_id: UUID) -> HttpResponse:
    """All of one person's, those ahead first."""
    case = cases.case(request.viewer, case_id)
    look(request, case.person_id)
    found = reads.appointments_of(request.viewer, case_id)
    values = {
        "case": case,
        "ahead": [appointment_line(card) for card in found if card.is_planned and card.ends_at > request.at],
        "before": [
            appointment_line(card)
            for card in reversed(found)
            if not card.is_planned or card.ends_at <= request.at
        ],
        "new": f"{reverse('connect:appointment_new')}?case={case_id}",
        "person_url": person_page(case_id),
    }
    return page(request, "connect/appointments.html", values)


@require_http_methods(["GET", "POST"])
def appointment_new(request: Request) -> HttpResponse:
    """Set one, for a connection or for a case alone; without either, first for whom."""
    if not {"connection", "case"} & set(request.GET):
        return redirect("people:list")
    connection = _connection(request)
    case = cases.case(request.viewer, connection.case_id if connection else _id(request, "case"))
    form = _new_form(request, connection, case)
    if request.method == "POST" and form.is_valid():
        made = carried_out(
            form,
            lambda: actions.set_appointment(
                connection_id=connection.id if connection else None,
                case_id=case.id,
                by=request.viewer,
                at=request.at,
                **form.said(),
            ),
        )
        if made:
            mail.deliver_waiting(request.at, request.viewer.programme)
            messages.success(request, _("The appointment stands."))
            return redirect("connect:appointment", made)
    look(request, case.person_id)
    values = {"form": form, "case": case, "connection": connection, "person_url": person_page(case.id)}
    return page(request, "connect/appointment_new.html", values, 400 if form.errors else 200)


def _id(request: Request, name: str) -> UUID:
    found = id_in(request.GET.get(name, ""))
    if found is None:
        raise Http404
    return found


def _connection(request: Request) -> ConnectionCard | None:
    return (
        reads.connection(request.viewer, _id(request, "connection")) if "connection" in request.GET else None
    )


def _new_form(request: Request, connection: ConnectionCard | None, case: CaseCard) -> AppointmentForm:
    person = case.given_name if case.email else ""
    if connection is None:
        kinds = [AppointmentKind.WITH_US, AppointmentKind.CALL]
        initial: dict[str, Any] = {"kind": AppointmentKind.WITH_US.value}
        return AppointmentForm(posted(request), kinds=kinds, partner="", person=person, initial=initial)
    kinds = [AppointmentKind.AT_SERVICE, AppointmentKind.CALL]
    if connection.kind is Kind.WARM_HANDOVER:
        kinds.insert(1, AppointmentKind.INTRODUCTION)
    service = directory.service(request.viewer, connection.service_id)
    return AppointmentForm(
        posted(request),
        kinds=kinds,
        partner=connection.organisation_name if connection.send_to else "",
        person=person,
        initial={"kind": AppointmentKind.AT_SERVICE.value, "where": service.address, "tell_partner": True},
    )


@require_safe
def appointment(request: Request, appointment_id: UUID) -> HttpResponse:
    """One appointment, and what can be done with it."""
    return _show(request, reads.appointment(request.viewer, appointment_id))


def _show(request: Request, card: AppointmentCard, status: int = 200, **forms: Form) -> HttpResponse:
    case = cases.case(request.viewer, card.case_id)
    look(request, case.person_id)
    values = appointment_page.values(card, case, request.at)
    blank = {
        "move": MoveForm(initial={"starts_at": card.starts_at, "minutes": card.minutes, "where": card.where}),
        "cancel": ReasonForm(),
        "came": CameForm(),
    }
    return page(request, "connect/appointment.html", values | blank | forms, status)


def _done(request: Request, card: AppointmentCard, sentence: str) -> HttpResponse:
    mail.deliver_waiting(request.at, request.viewer.programme)
    messages.success(request, sentence)
    return redirect("connect:appointment", card.id)


@require_POST
def appointment_move(request: Request, appointment_id: UUID) -> HttpResponse:
    """Another time or place."""
    card, form = reads.appointment(request.viewer, appointment_id), MoveForm(request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.move_appointment(
            appointment_id=card.id, by=request.viewer, at=request.at, **form.cleaned_data
        ),
    ):
        return _done(request, card, _("Moved. Whoever was told of it is told again."))
    return _show(request, card, 400, move=form)


@require_POST
def appointment_cancel(request: Request, appointment_id: UUID) -> HttpResponse:
    """Call it off."""
    card, form = reads.appointment(request.viewer, appointment_id), ReasonForm(request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.cancel_appointment(
            appointment_id=card.id, by=request.viewer, at=request.at, **form.cleaned_data
        ),
    ):
        return _done(request, card, _("Called off. Whoever was told of it is told so."))
    return _show(request, card, 400, cancel=form)


@require_POST
def appointment_came(request: Request, appointment_id: UUID) -> HttpResponse:
    """Whether they came."""
    card, form = reads.appointment(request.viewer, appointment_id), CameForm(request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.note_attendance(
            appointment_id=card.id, by=request.viewer, at=request.at, **form.said()
        ),
    ):
        return _done(request, card, _("Kept. Thank you for asking."))
    return _show(request, card, 400, came=form)


@require_POST
def appointment_reminded(request: Request, appointment_id: UUID) -> HttpResponse:
    """The worker has reminded them."""
    actions.note_reminded(appointment_id=appointment_id, by=request.viewer, at=request.at)
    return redirect("connect:appointment", appointment_id)


@require_safe
def appointment_file(request: Request, appointment_id: UUID) -> HttpResponse:
    """The appointment as a file for the worker's calendar: initials only."""
    card = reads.appointment(request.viewer, appointment_id)
    look(request, cases.case(request.viewer, card.case_id).person_id)
    programme = programmes.programme(request.viewer).name
    to, _language = programmes.letter_box(request.viewer, request.viewer.worker_id)
    content = invitation(card, programme, Audience.WORKER, to, request.at)
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="appointment.ics"'
    return response
