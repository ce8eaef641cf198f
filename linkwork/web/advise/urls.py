"""Addresses of the adviser's own page. The token is the key; no word about anybody is in an address."""

from django.urls import path

from linkwork.web.advise import views

app_name = "advise"

urlpatterns = [
    path("<str:token>/", views.open_link, name="open"),
    path("<str:token>/<int:number>/", views.one, name="one"),
    path("<str:token>/<int:number>/say/", views.mark, name="mark"),
    path("<str:token>/comment/", views.comment, name="comment"),
    path("<str:token>/sign/", views.sign, name="sign"),
    path("<str:token>/voice/", views.voice, name="voice"),
    path("<str:token>/pictures/<uuid:event_id>/", views.picture, name="picture"),
]
