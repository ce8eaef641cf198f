"""Addresses of the team's pages."""

from django.urls import path

from linkwork.web.team import sharing_views
from linkwork.web.team.views import home, supervision

app_name = "team"
urlpatterns = [
    path("", home.home, name="home"),
    path("caseload/", sharing_views.caseload, name="caseload"),
    path("caseload/hand-over/", sharing_views.transfer, name="transfer"),
    path("caseload/rules/", sharing_views.rules, name="rules"),
    path("caseload/away/", sharing_views.away, name="away"),
    path("caseload/away/<uuid:absence_id>/off/", sharing_views.away_off, name="away_off"),
    path("caseload/room/<uuid:worker_id>/", sharing_views.room, name="room"),
    path("supervision/", supervision.supervision, name="supervision"),
    path("supervision/new/", supervision.supervision_new, name="supervision_new"),
    path("supervision/group/", supervision.group_new, name="group_new"),
    path("supervision/rule/", supervision.supervision_rule, name="supervision_rule"),
    path("supervision/<uuid:supervision_id>/", supervision.talk, name="talk"),
    path("supervision/<uuid:supervision_id>/confirm/", supervision.talk_confirm, name="talk_confirm"),
    path("supervision/<uuid:supervision_id>/next/", supervision.talk_next, name="talk_next"),
    path("supervision/<uuid:supervision_id>/next.ics", supervision.talk_calendar, name="talk_calendar"),
    path("supervision/agreed/<uuid:action_id>/", supervision.agreed_done, name="agreed_done"),
]
