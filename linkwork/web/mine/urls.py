"""Addresses of the person's own pages. The token is the key; no word about a person is in an address."""

from django.urls import URLPattern, URLResolver, include, path

from linkwork.web.mine import views
from linkwork.web.mine.sections import modules

app_name = "mine"

urlpatterns: list[URLPattern | URLResolver] = [
    path("<str:token>/", views.open_link, name="open"),
    path("<str:token>/language/", views.language, name="language"),
    path("<str:token>/end/", views.end, name="end"),
]
urlpatterns += [
    path(f"<str:token>/{area}/", include((module.urlpatterns, area)))
    for area, module in modules().items()
    if hasattr(module, "urlpatterns")
]
