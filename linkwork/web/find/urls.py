"""Where the directory's pages stand."""

from django.urls import path

from linkwork.web.find import views

app_name = "find"

urlpatterns = [
    path("", views.search, name="search"),
    path("shortlist/", views.shortlist, name="shortlist"),
    path("shortlist/clear/", views.clear, name="clear"),
    path("add/", views.add, name="add"),
    path("<uuid:service_id>/", views.service, name="service"),
    path("<uuid:service_id>/change/", views.change, name="change"),
    path("<uuid:service_id>/keep/", views.keep, name="keep"),
    path("<uuid:service_id>/right/", views.right, name="right"),
    path("<uuid:service_id>/wrong/", views.wrong, name="wrong"),
    path("<uuid:service_id>/closed/", views.closed, name="closed"),
]
