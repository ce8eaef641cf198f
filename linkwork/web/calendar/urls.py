"""The private address of a calendar. The token is the key."""

from django.urls import path

from linkwork.web.calendar import views

app_name = "calendar"

urlpatterns = [path("<str:token>/days.ics", views.feed, name="feed")]
