"""Addresses of visits made alone."""

from django.urls import path

from linkwork.web.visits import alarm_views, text_views, views, way_views

app_name = "visits"
urlpatterns = [
    path("", views.home, name="home"),
    path("over/", views.over, name="over"),
    path("new/", views.new, name="new"),
    path("places/", way_views.places, name="places"),
    path("places/<uuid:warning_id>/holds/", way_views.place_holds, name="place_holds"),
    path("places/<uuid:warning_id>/ends/", way_views.place_ends, name="place_ends"),
    path("ladder/", way_views.ladder, name="ladder"),
    path("text/<uuid:programme_id>/", text_views.text, name="text"),
    path("<uuid:visit_id>/", views.visit, name="visit"),
    path("<uuid:visit_id>/start/", views.start, name="start"),
    path("<uuid:visit_id>/more/", views.extend, name="extend"),
    path("<uuid:visit_id>/end/", views.end, name="end"),
    path("<uuid:visit_id>/off/", views.cancel, name="cancel"),
    path("<uuid:visit_id>/note/", alarm_views.not_safe, name="not_safe"),  # a bystander may read the address
    path("<uuid:visit_id>/place/", alarm_views.place_shared, name="place_shared"),
    path("<uuid:visit_id>/place/back/", alarm_views.place_back, name="place_back"),
    path("<uuid:visit_id>/reached/", alarm_views.reached, name="reached"),
    path("<uuid:visit_id>/resolve/", alarm_views.resolve, name="resolve"),
]
