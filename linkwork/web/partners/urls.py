"""Addresses of the partners' pages."""

from django.urls import path

from linkwork.web.partners.views import advocacy, home, meetings, partners

app_name = "partners"
urlpatterns = [
    path("", home.home, name="home"),
    path("new/", partners.new, name="new"),
    path("<uuid:partner_id>/", partners.partner, name="partner"),
    path("<uuid:partner_id>/together/", partners.together, name="together"),
    path("<uuid:partner_id>/contact/", partners.contact_new, name="contact_new"),
    path("contacts/<uuid:contact_id>/champion/", partners.champion, name="champion"),
    path("champions/<uuid:champion_id>/end/", partners.champion_end, name="champion_end"),
    path("meetings/new/", meetings.new, name="meeting_new"),
    path("meetings/<uuid:meeting_id>/", meetings.meeting, name="meeting"),
    path("meetings/<uuid:meeting_id>/minutes/", meetings.minutes, name="minutes"),
    path("meetings/<uuid:meeting_id>/action/", meetings.take_on, name="take_on"),
    path("actions/<uuid:action_id>/done/", meetings.done, name="action_done"),
    path("advocacy/new/", advocacy.new, name="advocacy_new"),
    path("advocacy/<uuid:action_id>/", advocacy.advocacy, name="advocacy"),
    path("advocacy/<uuid:action_id>/attempt/", advocacy.attempt, name="attempt"),
    path("advocacy/<uuid:action_id>/settle/", advocacy.settle, name="settle"),
    path("advocacy/<uuid:action_id>/again/", advocacy.again, name="again"),
    path("factors/new/", home.factor_new, name="factor_new"),
    path("factors/<uuid:factor_id>/move/", home.factor_move, name="factor_move"),
]
