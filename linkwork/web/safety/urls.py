"""Addresses of safeguarding concerns."""

from django.urls import path

from linkwork.web.safety import views

app_name = "safety"
urlpatterns = [
    path("", views.home, name="home"),
    path("new/", views.somebody, name="somebody"),
    path("new/<uuid:case_id>/", views.new, name="new"),
    path("asked/<uuid:question_id>/", views.asked, name="asked"),
    path("<uuid:concern_id>/", views.concern, name="concern"),
    path("<uuid:concern_id>/more/", views.more, name="more"),
    path("<uuid:concern_id>/told/", views.told, name="told"),
    path("<uuid:concern_id>/acknowledge/", views.acknowledge, name="acknowledge"),
    path("<uuid:concern_id>/decide/", views.decide, name="decide"),
    path("<uuid:concern_id>/close/", views.close, name="close"),
    path("<uuid:concern_id>/reopen/", views.reopen, name="reopen"),
]
