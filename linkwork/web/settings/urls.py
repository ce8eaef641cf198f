"""Addresses of the settings."""

from django.urls import path

from linkwork.web.settings import lists, safeguarding, views

app_name = "settings"
urlpatterns = [
    path("", views.home, name="home"),
    path("programme/", views.programme, name="programme"),
    path("workers/new/", views.worker_new, name="worker_new"),
    path("sites/new/", views.site_new, name="site_new"),
    path("stages/", views.stage, name="stage"),
    path("plans/", views.plans, name="plans"),
    path("late/", views.late, name="late"),
    path("safeguarding/", safeguarding.safeguarding, name="safeguarding"),
    path("lists/", lists.all_lists, name="lists"),
    path("lists/<slug:list_id>/", lists.one_list, name="list"),
    path("lists/<slug:list_id>/file/", lists.list_file, name="list_file"),
    path("lists/<slug:list_id>/take/", lists.list_take, name="list_take"),
    path("lists/<slug:list_id>/add/", lists.term_add, name="term_add"),
    path("lists/<slug:list_id>/<slug:code>/", lists.term, name="term"),
    path("lists/<slug:list_id>/<slug:code>/code/", lists.term_code, name="term_code"),
    path("lists/<slug:list_id>/<slug:code>/<slug:step>/step/", lists.list_step, name="list_step"),
    path("trail/", views.trail_page, name="trail"),
]
