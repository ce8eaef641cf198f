"""Where the specimen stands. Shown in demonstration programmes only."""

from django.urls import path

from linkwork.web.look import views

app_name = "look"

urlpatterns = [path("", views.specimen, name="specimen")]
