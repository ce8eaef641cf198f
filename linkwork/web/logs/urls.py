"""Where the pages of logs and surveys from elsewhere stand."""

from django.urls import path

from linkwork.web.logs import mappings, surveys, views

app_name = "logs"

urlpatterns = [
    path("", views.bring, name="bring"),
    path("empty/", views.empty, name="empty"),
    path("<uuid:file_id>/columns/", views.columns, name="columns"),
    path("<uuid:file_id>/words/", views.words, name="words"),
    path("<uuid:file_id>/check/", views.check, name="check"),
    path("<uuid:file_id>/mended/", views.mended, name="mended"),
    path("<uuid:file_id>/refused/<str:ending>/", views.refused, name="refused"),
    path("<uuid:file_id>/leave/", views.leave, name="leave"),
    path("<uuid:file_id>/done/", views.done, name="done"),
    path("mappings/", mappings.home, name="mappings"),
    path("mappings/<uuid:mapping_id>/", mappings.mapping, name="mapping"),
    path("mappings/<uuid:mapping_id>/remove/", mappings.remove, name="remove_mapping"),
    path("mappings/<uuid:mapping_id>/survey/", mappings.survey_mapping, name="survey_mapping"),
    path("survey/", surveys.bring, name="survey"),
    path("survey/empty/", surveys.empty, name="survey_empty"),
    path("survey/<uuid:file_id>/", surveys.columns, name="survey_columns"),
    path("survey/<uuid:file_id>/check/", surveys.check, name="survey_check"),
    path("survey/<uuid:file_id>/refused/<str:ending>/", surveys.refused, name="survey_refused"),
]
