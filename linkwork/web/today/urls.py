"""What needs me now."""

from django.urls import path

from linkwork.web.today import views

app_name = "today"
urlpatterns = [path("", views.home, name="home")]
