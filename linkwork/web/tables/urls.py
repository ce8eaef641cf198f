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
]
