"""Addresses of outreach: time where people are, and talks without a name."""

from django.urls import path

from linkwork.web.outreach import views

app_name = "outreach"
urlpatterns = [
    path("", views.home, name="home"),
    path("new/", views.presence_new, name="presence_new"),
    path("talk/", views.talk_new, name="talk_new"),
    path("talk/<uuid:anonymous_id>/refer/", views.refer, name="refer"),
    path("<uuid:presence_id>/", views.presence, name="presence"),
]
