"""Where the pages about files of a study stand."""

from django.urls import path

from linkwork.web.files import views

app_name = "files"

urlpatterns = [
    path("new/", views.new, name="new"),
    path("<uuid:study_id>/", views.home, name="home"),
    path("<uuid:study_id>/project.qdpx", views.project, name="project"),
    path("<uuid:study_id>/codebook.qdc", views.codebook, name="codebook"),
    path("<uuid:study_id>/checklists/", views.checklists, name="checklists"),
    path("<uuid:study_id>/checklists/<slug:checklist_id>/", views.checklist, name="checklist"),
    path("<uuid:study_id>/checklists/<slug:checklist_id>/draft/", views.draft, name="checklist_draft"),
    path(
        "<uuid:study_id>/checklists/<slug:checklist_id>.docx", views.checklist_paper, name="checklist_paper"
    ),
    path("<uuid:study_id>/papers/", views.papers, name="papers"),
    path("<uuid:study_id>/quotations/", views.quotations, name="quotations"),
    path("<uuid:study_id>/codebook/", views.codebook_table, name="codebook_table"),
    path("<uuid:study_id>/texts/<uuid:source_id>.html", views.marked_text, name="marked_text"),
    path("<uuid:study_id>/codes/", views.codes, name="codes"),
]
