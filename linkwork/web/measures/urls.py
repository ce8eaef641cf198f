"""Addresses of measures. The pages of a person stand below their case, what was answered below its own id."""

from django.urls import path

from linkwork.web.measures.views import about, answering, asking, home, kept

app_name = "measures"
urlpatterns = [
    path("about/", about.about, name="about"),
    path("about/<slug:measure_id>/", about.measure, name="measure"),
    path("change/", about.change, name="change"),
    path("answers/<uuid:assessment_id>/", kept.done, name="done"),
    path("answers/<uuid:assessment_id>/correct/", kept.correct, name="correct"),
    path("answers/<uuid:assessment_id>/take-out/", kept.void, name="void"),
    path("answers/<uuid:assessment_id>/safety/", kept.followed, name="followed"),
    path("asked/<uuid:asking_id>/stop/", asking.stop, name="stop"),
    path("<uuid:case_id>/", home.home, name="home"),
    path("<uuid:case_id>/new/", asking.new, name="new"),
    path("<uuid:case_id>/<slug:measure_id>/", answering.answer, name="answer"),
    path("<uuid:case_id>/<slug:measure_id>/paper/", answering.paper, name="paper"),
]
