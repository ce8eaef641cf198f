"""Where the pages of coding together stand."""

from django.urls import path

from linkwork.web.rounds import views

app_name = "rounds"

urlpatterns = [
    path("<uuid:study_id>/", views.home, name="home"),
    path("<uuid:study_id>/new/", views.new, name="new"),
    path("<uuid:study_id>/agreement/", views.agreement, name="agreement"),
    path("<uuid:study_id>/agreement/keep/", views.keep, name="keep"),
    path("record/<uuid:record_id>/", views.record, name="record"),
    path("round/<uuid:round_id>/", views.round_, name="round"),
    path("round/<uuid:round_id>/close/", views.close, name="close"),
    path("round/<uuid:round_id>/done/<uuid:source_id>/", views.done, name="done"),
    path("round/<uuid:round_id>/not-done/<uuid:source_id>/", views.not_done, name="not_done"),
]
