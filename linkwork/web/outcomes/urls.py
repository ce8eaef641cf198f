"""Addresses of outcomes."""

from django.urls import path

from linkwork.web.outcomes import views

app_name = "outcomes"
urlpatterns = [path("<uuid:case_id>/change/", views.change_new, name="change_new")]
