"""Addresses of the partner's own page. The token is the key."""

from django.urls import path

from linkwork.web.alongside import views

app_name = "alongside"

urlpatterns = [
    path("<str:token>/", views.open_link, name="open"),
    path("<str:token>/read/", views.acknowledge, name="acknowledge"),
    path("<str:token>/clear/", views.clarity, name="clarity"),
    path("<str:token>/together/", views.together, name="together"),
]
