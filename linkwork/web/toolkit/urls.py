"""Where the toolkit is composed."""

from django.urls import path

from linkwork.web.toolkit.views import composing, lists, site, steps

app_name = "toolkit"

urlpatterns = [
    path("", lists.home, name="home"),
    path("start/", lists.start, name="start"),
    path("imprint/", lists.imprint, name="imprint"),
    path("new/", composing.new, name="new"),
    path("<uuid:recommendation_id>/", steps.read, name="read"),
    path("<uuid:recommendation_id>/change/", composing.edit, name="edit"),
    path("<uuid:recommendation_id>/ask/", steps.ask, name="ask"),
    path("<uuid:recommendation_id>/answer/", steps.answer, name="answer"),
    path("<uuid:recommendation_id>/publish/", steps.publish, name="publish"),
    path("<uuid:recommendation_id>/withdraw/", steps.withdraw, name="withdraw"),
    path("download/", site.download, name="download"),
    path("preview/<path:file>", site.preview, name="preview"),
]
