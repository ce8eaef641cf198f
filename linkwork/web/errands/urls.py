"""Where the pages of errands stand."""

from django.urls import path

from linkwork.web.errands import views

app_name = "errands"

urlpatterns = [
    path("", views.home, name="home"),
    path("<uuid:errand_id>/", views.errand, name="errand"),
    path("<uuid:errand_id>/stop/", views.stop, name="stop"),
    path("<uuid:errand_id>/file/", views.file, name="file"),
]
