"""Where the pages of extracts and figures stand."""

from django.urls import path

from linkwork.web.figures import gate, reading, reporting, views

app_name = "figures"

urlpatterns = [
    path("", gate.home, name="home"),
    path("take/", gate.take, name="take"),
    path("compare/", gate.compare, name="compare"),
    path("log/", views.log, name="log"),
    path("<uuid:extract_id>/", reading.extract, name="extract"),
    path("<uuid:extract_id>/remove/", gate.remove, name="remove"),
    path("<uuid:extract_id>/disagreements/", views.disagreements, name="disagreements"),
    path("<uuid:extract_id>/imported/", views.imported, name="imported"),
    path("<uuid:extract_id>/report/", reporting.report, name="report"),
    path("<uuid:extract_id>/refused/", views.refused, name="refused"),
]
