"""Where the pages about a study's plan and its sources stand."""

from django.urls import path

from linkwork.web.sources import views

app_name = "sources"

urlpatterns = [
    path("<uuid:study_id>/plan/", views.plan, name="plan"),
    path("<uuid:study_id>/targets/", views.targets, name="targets"),
    path("<uuid:study_id>/approval/", views.approval, name="approval"),
    path(
        "approval/<uuid:study_id>/<uuid:approval_id>/remove/", views.approval_remove, name="approval_remove"
    ),
    path("<uuid:study_id>/team/", views.team, name="team"),
    path("<uuid:study_id>/team/<uuid:worker_id>/leave/", views.leave, name="leave"),
    path("<uuid:study_id>/names/", views.pseudonyms, name="pseudonyms"),
    path("<uuid:study_id>/conversation/", views.conversation, name="conversation"),
    path("<uuid:study_id>/survey/", views.survey, name="survey"),
    path("<uuid:study_id>/survey/refused/", views.survey_refused, name="survey_refused"),
    path("source/<uuid:source_id>/speakers/", views.speakers, name="speakers"),
    path("source/<uuid:source_id>/speakers/find/", views.speakers_find, name="speakers_find"),
    path("source/<uuid:source_id>/speakers/name/", views.speaker, name="speaker"),
    path("turn/<uuid:source_id>/<uuid:turn_id>/merge/", views.turn_merge, name="turn_merge"),
    path("turn/<uuid:source_id>/<uuid:turn_id>/split/", views.turn_split, name="turn_split"),
    path("source/<uuid:source_id>/sound/", views.sound, name="sound"),
    path("source/<uuid:source_id>/sound/keep/", views.sound_keep, name="sound_keep"),
    path("source/<uuid:source_id>/sound/drop/", views.sound_drop, name="sound_drop"),
    path("source/<uuid:source_id>/names/", views.names, name="names"),
    path("source/<uuid:source_id>/edit/", views.edit, name="edit"),
    path("source/<uuid:source_id>/edit/back/", views.back, name="back"),
    path("source/<uuid:source_id>/edit/<uuid:coding_id>/place/", views.place, name="place"),
    path("source/<uuid:source_id>/edit/<uuid:coding_id>/go/", views.let_go, name="let_go"),
    path("source/<uuid:source_id>/edit/<uuid:coding_id>/fits/", views.fits, name="fits"),
    path("source/<uuid:source_id>/remove/", views.remove, name="remove"),
    path("source/<uuid:source_id>/withdraw/", views.withdraw, name="withdraw"),
    path("<uuid:study_id>/sealed/<uuid:source_id>/open/", views.reopen, name="reopen"),
]
