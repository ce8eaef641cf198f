"""Where the pages of codebooks stand."""

from django.urls import path

from linkwork.web.codebook import views

app_name = "codebook"

urlpatterns = [
    path("<uuid:study_id>/", views.home, name="home"),
    path("<uuid:study_id>/frames/", views.frames, name="frames"),
    path("<uuid:study_id>/lists/new/", views.new_list, name="new_list"),
    path("<uuid:study_id>/freeze/", views.freeze, name="freeze"),
    path("<uuid:study_id>/method/", views.method, name="method"),
    path("<uuid:study_id>/themes/", views.themes, name="themes"),
    path("<uuid:study_id>/code/<slug:frame_id>/<str:construct_id>/", views.code, name="code"),
    path("list/<uuid:list_id>/<uuid:study_id>/", views.own_list, name="own_list"),
    path("list/<uuid:list_id>/<uuid:study_id>/new/", views.new_code, name="new_code"),
    path("merge/<uuid:merge_id>/<uuid:study_id>/undo/", views.undo_merge, name="undo_merge"),
    path("version/<uuid:version_id>/", views.version, name="version"),
]
