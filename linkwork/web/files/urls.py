"""Where the pages about files of a study stand."""

from django.urls import path

from linkwork.web.files import views

app_name = "files"

urlpatterns = [
    path("new/", views.new, name="new"),
    path("<uuid:study_id>/", views.home, name="home"),
    path("<uuid:study_id>/project.qdpx", views.project, name="project"),
    path("<uuid:study_id>/codebook.qdc", views.codebook, name="codebook"),
    path("<uuid:study_id>/codes/", views.codes, name="codes"),
]
