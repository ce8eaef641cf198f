"""The referral form for practices and others without an account."""

from django.urls import path

from linkwork.web.refer import views

app_name = "refer"
urlpatterns = [
    path("<str:token>/", views.form, name="form"),
    path("<str:token>/thanks/", views.thanks, name="thanks"),
]
