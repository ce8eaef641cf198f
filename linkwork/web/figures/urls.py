"""Where the pages of extracts and figures stand."""

from django.urls import path

from linkwork.web.figures import views

app_name = "figures"

urlpatterns = [
    path("", views.home, name="home"),
    path("take/", views.take, name="take"),
    path("log/", views.log, name="log"),
    path("<uuid:extract_id>/", views.extract, name="extract"),
    path("<uuid:extract_id>/disagreements/", views.disagreements, name="disagreements"),
    path("<uuid:extract_id>/imported/", views.imported, name="imported"),
    path("<uuid:extract_id>/refused/", views.refused, name="refused"),
]
