"""Addresses of the partner's page. The token is the key; no word about a person is in an address."""

from django.urls import path

from linkwork.web.reply import dates, views

app_name = "reply"

urlpatterns = [
    path("<str:token>/", views.open_link, name="open"),
    path("<str:token>/say/<str:to>/", views.say, name="say"),
    path("<str:token>/ask/", views.ask, name="ask"),
    path("<str:token>/times/", dates.times, name="times"),
    path("<str:token>/appointment/", dates.appointment, name="appointment"),
    path("<str:token>/appointment/<uuid:appointment_id>/call-off/", dates.call_off, name="call_off"),
    path("<str:token>/appointment/<uuid:appointment_id>/came/", dates.came, name="came"),
]
