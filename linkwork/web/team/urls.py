"""Addresses of the team's pages."""

from django.urls import path

from linkwork.web.team import sharing_views, views

app_name = "team"
urlpatterns = [
    path("", views.home, name="home"),
    path("caseload/", sharing_views.caseload, name="caseload"),
    path("caseload/hand-over/", sharing_views.transfer, name="transfer"),
    path("caseload/rules/", sharing_views.rules, name="rules"),
    path("caseload/away/", sharing_views.away, name="away"),
    path("caseload/away/<uuid:absence_id>/off/", sharing_views.away_off, name="away_off"),
    path("caseload/room/<uuid:worker_id>/", sharing_views.room, name="room"),
    path("supervision/new/", views.supervision_new, name="supervision_new"),
]
