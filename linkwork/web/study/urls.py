"""Where the pages of studies stand."""

from django.urls import path

from linkwork.web.study import views

app_name = "study"

urlpatterns = [
    path("", views.home, name="home"),
    path("new/", views.new, name="new"),
    path("<uuid:study_id>/", views.study, name="study"),
    path("<uuid:study_id>/add/", views.add, name="add"),
    path("<uuid:study_id>/describe/", views.describe_several, name="describe_several"),
    path("<uuid:study_id>/overlap/", views.overlap, name="overlap"),
    path("<uuid:study_id>/quotes/", views.quotes, name="quotes"),
    path("source/<uuid:source_id>/", views.desk, name="desk"),
    path("<uuid:study_id>/search/", views.search, name="search"),
    path("<uuid:study_id>/search/code/", views.code_found, name="code_found"),
    path("<uuid:study_id>/search/<uuid:step_id>/undo/", views.undo_found, name="undo_found"),
    path("<uuid:study_id>/memos/", views.memos, name="memos"),
    path("<uuid:study_id>/memos/<uuid:memo_id>/change/", views.memo_change, name="memo_change"),
    path("<uuid:study_id>/memos/<uuid:memo_id>/remove/", views.memo_remove, name="memo_remove"),
    path("<uuid:study_id>/memos/<uuid:memo_id>/restore/", views.memo_restore, name="memo_restore"),
    path("source/<uuid:source_id>/next/", views.following, name="following"),
    path("source/<uuid:source_id>/describe/", views.describe, name="describe"),
    path("source/<uuid:source_id>/passage/", views.passage, name="passage"),
    path("source/<uuid:source_id>/code/", views.code, name="code"),
    path("source/<uuid:source_id>/new-code/", views.new_code, name="new_code"),
    path("source/<uuid:source_id>/strip/", views.strip, name="strip"),
    path("source/<uuid:source_id>/near/", views.near, name="near"),
    path("source/<uuid:source_id>/arrived/", views.arrived, name="arrived"),
    path("source/<uuid:source_id>/suggest/", views.suggest, name="suggest"),
    path("source/<uuid:source_id>/undo/", views.undo, name="undo"),
    path("source/<uuid:source_id>/redo/", views.redo, name="redo"),
    path("coding/<uuid:coding_id>/", views.coding, name="coding"),
    path("coding/<uuid:coding_id>/change/", views.change, name="change"),
    path("coding/<uuid:coding_id>/memo/", views.memo, name="memo"),
    path("coding/<uuid:coding_id>/remove/", views.remove, name="remove"),
    path("coding/<uuid:coding_id>/restore/", views.restore, name="restore"),
]
