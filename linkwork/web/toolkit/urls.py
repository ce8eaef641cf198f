"""Where the toolkit is composed."""

from django.urls import path

from linkwork.web.toolkit import views

app_name = "toolkit"

urlpatterns = [
    path("", views.home, name="home"),
    path("new/", views.new, name="new"),
    path("<uuid:recommendation_id>/", views.edit, name="edit"),
    path("<uuid:recommendation_id>/publish/", views.publish, name="publish"),
    path("<uuid:recommendation_id>/withdraw/", views.withdraw, name="withdraw"),
    path("download/", views.download, name="download"),
    path("preview/<path:file>", views.preview, name="preview"),
]
