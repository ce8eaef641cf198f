"""Where the pages of findings stand."""

from django.urls import path

from linkwork.web.tables import views

app_name = "tables"

urlpatterns = [
    path("<uuid:study_id>/", views.home, name="home"),
    path("<uuid:study_id>/table/", views.table, name="table"),
    path("<uuid:study_id>/table/save/", views.save, name="save"),
    path("<uuid:study_id>/cell/", views.cell, name="cell"),
    path("saved/<uuid:table_id>/", views.saved, name="saved"),
    path("saved/<uuid:table_id>/remove/", views.remove, name="remove"),
    path("<uuid:study_id>/saturation/", views.saturation, name="saturation"),
    path("<uuid:study_id>/words/", views.words, name="words"),
    path("<uuid:study_id>/matrix/new/", views.new_matrix, name="new_matrix"),
    path("matrix/<uuid:matrix_id>/", views.matrix, name="matrix"),
    path("matrix/<uuid:matrix_id>/change/", views.change_matrix, name="change_matrix"),
    path("matrix/<uuid:matrix_id>/remove/", views.remove_matrix, name="remove_matrix"),
    path("matrix/<uuid:matrix_id>/source/<uuid:source_id>/", views.case, name="case"),
    path("matrix/<uuid:matrix_id>/<uuid:theme_id>/<uuid:source_id>/", views.matrix_cell, name="matrix_cell"),
]
