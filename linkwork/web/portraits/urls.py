"""Where joint displays and portraits are."""

from django.urls import path

from linkwork.web.portraits import views

app_name = "portraits"

urlpatterns = [
    path("", views.home, name="home"),
    path("new/", views.new, name="new"),
    path("side-by-side/", views.compare, name="compare"),
    path("<uuid:portrait_id>/", views.read, name="read"),
    path("<uuid:portrait_id>/pdf/", views.pdf, name="pdf"),
    path("<uuid:portrait_id>/html/", views.html, name="html"),
    path("<uuid:portrait_id>/slides/", views.slides, name="slides"),
    path("<uuid:portrait_id>/edit/", views.edit, name="edit"),
    path("<uuid:portrait_id>/plain/", views.plain, name="plain"),
    path("<uuid:portrait_id>/stages/<slug:stage>/", views.section, name="section"),
    path("<uuid:portrait_id>/statements/new/", views.statement_new, name="statement_new"),
    path("<uuid:portrait_id>/statements/draft/", views.draft, name="draft"),
    path("<uuid:portrait_id>/statements/<uuid:statement_id>/", views.statement, name="statement"),
    path(
        "<uuid:portrait_id>/statements/<uuid:statement_id>/move/", views.statement_move, name="statement_move"
    ),
    path(
        "<uuid:portrait_id>/statements/<uuid:statement_id>/merge/",
        views.statement_merge,
        name="statement_merge",
    ),
    path(
        "<uuid:portrait_id>/statements/<uuid:statement_id>/put-back/",
        views.statement_put_back,
        name="statement_put_back",
    ),
    path(
        "<uuid:portrait_id>/statements/<uuid:statement_id>/throw-away/",
        views.statement_throw_away,
        name="statement_throw_away",
    ),
    path("<uuid:portrait_id>/statements/<uuid:statement_id>/evidence/", views.evidence, name="evidence"),
    path(
        "<uuid:portrait_id>/statements/<uuid:statement_id>/remove/",
        views.statement_remove,
        name="statement_remove",
    ),
    path("<uuid:portrait_id>/events/new/", views.event_new, name="event_new"),
    path("<uuid:portrait_id>/events/<uuid:event_id>/remove/", views.event_remove, name="event_remove"),
    path("<uuid:portrait_id>/events/<uuid:event_id>/picture/", views.picture, name="picture"),
    path(
        "<uuid:portrait_id>/events/<uuid:event_id>/picture/withdraw/",
        views.picture_withdraw,
        name="picture_withdraw",
    ),
    path("<uuid:portrait_id>/share/", views.share, name="share"),
    path("<uuid:portrait_id>/advisers/", views.advisers, name="advisers"),
    path("<uuid:portrait_id>/advisers/links/new/", views.link_new, name="link_new"),
    path("<uuid:portrait_id>/advisers/links/<uuid:link_id>/end/", views.link_revoke, name="link_revoke"),
    path("<uuid:portrait_id>/advisers/<uuid:review_id>/answer/", views.answer, name="answer"),
    path("<uuid:portrait_id>/versions/", views.versions, name="versions"),
    path("<uuid:portrait_id>/versions/keep/", views.freeze_version, name="freeze_version"),
    path("<uuid:portrait_id>/versions/<int:number>/", views.version, name="version"),
    path("<uuid:portrait_id>/review/", views.review, name="review"),
    path("<uuid:portrait_id>/review/<int:number>/", views.review_one, name="review_one"),
    path("<uuid:portrait_id>/review/<int:number>/say/", views.review_mark, name="review_mark"),
    path("<uuid:portrait_id>/review/voice/", views.voice, name="voice"),
    path("<uuid:portrait_id>/review/sign/", views.sign, name="sign"),
]
