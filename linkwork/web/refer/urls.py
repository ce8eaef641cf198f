"""The referral form for practices and others without an account, the one for oneself, and the referrer's own page."""

from django.urls import path

from linkwork.web.refer import news_views, views

app_name = "refer"
urlpatterns = [
    path("news/<str:token>/", news_views.news, name="news"),
    path("news/<str:token>/answer/<uuid:question_id>/", news_views.answer, name="answer"),
    path("news/<str:token>/back/", news_views.take_back, name="take_back"),
    path("news/<str:token>/letter/<uuid:news_id>/", news_views.letter, name="letter"),
    path("news/<str:token>/letter/<uuid:news_id>/file/", news_views.letter_file, name="letter_file"),
    path("<str:token>/", views.form, name="form"),
    path("<str:token>/thanks/", views.thanks, name="thanks"),
    path("<str:token>/me/", views.own, name="own"),
    path("<str:token>/me/thanks/", views.own_thanks, name="own_thanks"),
]
