"""Addresses of connecting."""

from django.urls import path

from linkwork.web.connect import files, views

app_name = "connect"

urlpatterns = [
    path("new/", views.new, name="new"),
    path("calendar/", views.calendar, name="calendar"),
    path("appointments/<uuid:case_id>/", views.appointments, name="appointments"),
    path("appointment/new/", views.appointment_new, name="appointment_new"),
    path("appointment/<uuid:appointment_id>/", views.appointment, name="appointment"),
    path("appointment/<uuid:appointment_id>/move/", views.appointment_move, name="appointment_move"),
    path("appointment/<uuid:appointment_id>/call-off/", views.appointment_cancel, name="appointment_cancel"),
    path("appointment/<uuid:appointment_id>/came/", views.appointment_came, name="appointment_came"),
    path(
        "appointment/<uuid:appointment_id>/reminded/", views.appointment_reminded, name="appointment_reminded"
    ),
    path("appointment/<uuid:appointment_id>/file/", views.appointment_file, name="appointment_file"),
    path("<uuid:connection_id>/", views.detail, name="detail"),
    path("<uuid:connection_id>/request.json", files.fhir, name="fhir"),
    path("<uuid:connection_id>/draft/", views.draft, name="draft"),
    path("<uuid:connection_id>/time/", views.time, name="time"),
    path("<uuid:connection_id>/introduction/", views.introduced, name="introduced"),
    path("<uuid:connection_id>/history/", views.history, name="history"),
    path("<uuid:connection_id>/step/<str:to>/", views.step, name="step"),
    path("<uuid:connection_id>/ask-again/", views.chase, name="chase"),
    path("<uuid:connection_id>/link/", views.link, name="link"),
    path("<uuid:connection_id>/noted/", views.noted, name="noted"),
    path("<uuid:connection_id>/how-it-went/", views.follow_up, name="follow_up"),
    path("question/<uuid:question_id>/", views.answer, name="answer"),
    path("signpost/<uuid:signpost_id>/", views.signpost, name="signpost"),
    path("signpost/<uuid:signpost_id>/send/", views.signpost_send, name="signpost_send"),
    path("signpost/<uuid:signpost_id>/print/", views.signpost_print, name="signpost_print"),
]
