"""Addresses of the team's pages."""

from django.urls import path

from linkwork.web.team import views

app_name = "team"
urlpatterns = [
    path("", views.home, name="home"),
    path("supervision/new/", views.supervision_new, name="supervision_new"),
]
