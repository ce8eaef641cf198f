"""Where the pages of extracts and figures stand."""

from django.urls import path

from linkwork.web.figures import disagreeing, gate, reading, releasing, reporting

app_name = "figures"

urlpatterns = [
    path("", gate.home, name="home"),
    path("take/", gate.take, name="take"),
    path("compare/", gate.compare, name="compare"),
    path("<uuid:extract_id>/", reading.extract, name="extract"),
    path("<uuid:extract_id>/remove/", gate.remove, name="remove"),
    path("<uuid:extract_id>/disagreements/", disagreeing.disagreements, name="disagreements"),
    path("<uuid:extract_id>/release/", releasing.release, name="release"),
    path("<uuid:extract_id>/report/", reporting.report, name="report"),
]
