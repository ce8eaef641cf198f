"""Where the pages of studies stand."""

from django.urls import path

from linkwork.web.study import views

app_name = "study"

urlpatterns = [
    path("", views.home, name="home"),
    path("new/", views.new, name="new"),
    path("<uuid:study_id>/", views.study, name="study"),
    path("<uuid:study_id>/add/", views.add, name="add"),
    path("<uuid:study_id>/overlap/", views.overlap, name="overlap"),
    path("<uuid:study_id>/quotes/", views.quotes, name="quotes"),
    path("source/<uuid:source_id>/", views.desk, name="desk"),
    path("source/<uuid:source_id>/describe/", views.describe, name="describe"),
    path("source/<uuid:source_id>/passage/", views.passage, name="passage"),
    path("source/<uuid:source_id>/code/", views.code, name="code"),
    path("coding/<uuid:coding_id>/memo/", views.memo, name="memo"),
    path("coding/<uuid:coding_id>/remove/", views.remove, name="remove"),
    path("coding/<uuid:coding_id>/restore/", views.restore, name="restore"),
]
