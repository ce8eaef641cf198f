"""Where the pages of coding together stand."""

from django.urls import path

from linkwork.web.rounds import views

app_name = "rounds"

urlpatterns = [
    path("<uuid:study_id>/", views.home, name="home"),
    path("<uuid:study_id>/new/", views.new, name="new"),
    path("<uuid:study_id>/agreement/", views.agreement, name="agreement"),
    path("<uuid:study_id>/agreement/keep/", views.keep, name="keep"),
    path("<uuid:study_id>/ratings/", views.ratings, name="ratings"),
    path("<uuid:study_id>/ratings/in/", views.ratings_in, name="ratings_in"),
    path("<uuid:study_id>/ratings/refused.csv", views.ratings_refused, name="ratings_refused"),
    path("sheet/<uuid:sheet_id>/", views.sheet, name="sheet"),
    path("sheet/<uuid:sheet_id>/compare/", views.compare, name="compare"),
    path("sheet/<uuid:sheet_id>/order/", views.order, name="order"),
    path("sheet/<uuid:sheet_id>/verdict/<str:code>/", views.verdict, name="verdict"),
    path("sheet/<uuid:sheet_id>/cell/<uuid:case_id>/<str:code>/", views.cell, name="cell"),
    path("sheet/<uuid:sheet_id>/flag/<uuid:case_id>/<str:code>/", views.flag, name="flag"),
    path("record/<uuid:record_id>/", views.record, name="record"),
    path("round/<uuid:round_id>/", views.round_, name="round"),
    path("round/<uuid:round_id>/differences/", views.differences, name="differences"),
    path("settled/<uuid:coding_id>/", views.settled, name="settled"),
    path("round/<uuid:round_id>/take-agreed/", views.take_agreed, name="take_agreed"),
    path("round/<uuid:round_id>/decide/<uuid:source_id>/", views.decide, name="decide"),
    path("round/<uuid:round_id>/settle/<uuid:source_id>/", views.settle, name="settle"),
    path("round/<uuid:round_id>/unsettle/<uuid:source_id>/", views.unsettle, name="unsettle"),
    path("round/<uuid:round_id>/undo/<uuid:decision_id>/", views.undo, name="undo"),
    path("round/<uuid:round_id>/practice/<uuid:learner_id>/", views.practice, name="practice"),
    path("round/<uuid:round_id>/finish/", views.finish, name="finish"),
    path("round/<uuid:round_id>/anew/", views.anew, name="anew"),
    path("round/<uuid:round_id>/close/", views.close, name="close"),
    path("round/<uuid:round_id>/done/", views.all_done, name="all_done"),
    path("round/<uuid:round_id>/settle/", views.settle_all, name="settle_all"),
    path("round/<uuid:round_id>/done/<uuid:source_id>/", views.done, name="done"),
    path("round/<uuid:round_id>/not-done/<uuid:source_id>/", views.not_done, name="not_done"),
]
