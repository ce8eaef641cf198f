"""Where joint displays are."""

from django.urls import path

from linkwork.web.displays import views

app_name = "displays"

urlpatterns = [
    path("", views.home, name="home"),
    path("new/", views.new, name="new"),
    path("<uuid:display_id>/", views.display, name="display"),
    path("<uuid:display_id>/change/", views.change, name="change"),
    path("<uuid:display_id>/begin/", views.begin_rows, name="begin_rows"),
    path("<uuid:display_id>/order/", views.order, name="order"),
    path("<uuid:display_id>/freeze/", views.freeze, name="freeze"),
    path("<uuid:display_id>/next/", views.go_on, name="go_on"),
    path("<uuid:display_id>/today/", views.today, name="today"),
    path("<uuid:display_id>/wall/", views.wall, name="wall"),
    path("<uuid:display_id>/paper.<slug:ending>", views.paper, name="paper"),
    path("<uuid:display_id>/open/", views.open_verdicts, name="open"),
    path("<uuid:display_id>/rows/new/", views.row_new, name="row_new"),
    path("<uuid:display_id>/rows/<uuid:row_id>/", views.row, name="row"),
    path("<uuid:display_id>/rows/<uuid:row_id>/remove/", views.row_remove, name="row_remove"),
    path("<uuid:display_id>/rows/<uuid:row_id>/restore/", views.row_restore, name="row_restore"),
    path("<uuid:display_id>/rows/<uuid:row_id>/judge/", views.judge, name="judge"),
    path("<uuid:display_id>/rows/<uuid:row_id>/anew/", views.judge_anew, name="judge_anew"),
]
