"""Addresses of connecting."""

from django.urls import path

from linkwork.web.connect import views

app_name = "connect"

urlpatterns = [
    path("new/", views.new, name="new"),
    path("<uuid:connection_id>/", views.detail, name="detail"),
    path("<uuid:connection_id>/step/<str:to>/", views.step, name="step"),
    path("<uuid:connection_id>/ask-again/", views.chase, name="chase"),
    path("<uuid:connection_id>/link/", views.link, name="link"),
    path("<uuid:connection_id>/noted/", views.noted, name="noted"),
    path("<uuid:connection_id>/how-it-went/", views.follow_up, name="follow_up"),
    path("question/<uuid:question_id>/", views.answer, name="answer"),
    path("signpost/<uuid:signpost_id>/", views.signpost, name="signpost"),
]
