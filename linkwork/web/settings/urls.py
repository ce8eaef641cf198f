"""Addresses of the settings."""

from django.urls import path

from linkwork.web.settings import views

app_name = "settings"
urlpatterns = [
    path("", views.home, name="home"),
    path("programme/", views.programme, name="programme"),
    path("workers/new/", views.worker_new, name="worker_new"),
    path("stages/", views.stage, name="stage"),
    path("plans/", views.plans, name="plans"),
    path("late/", views.late, name="late"),
    path("trail/", views.trail_page, name="trail"),
]
