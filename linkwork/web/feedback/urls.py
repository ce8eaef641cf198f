"""Addresses of feedback."""

from django.urls import path

from linkwork.web.feedback import views

app_name = "feedback"
urlpatterns = [
    path("", views.support, name="support"),
    path("service/<uuid:service_id>/", views.service, name="service"),
    path("<uuid:case_id>/", views.new, name="new"),
]
