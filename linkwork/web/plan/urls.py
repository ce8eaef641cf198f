"""Addresses of plans. The tab stands for a case, everything else for a plan or a part of one."""

from django.urls import path

from linkwork.web.plan.views import approving, goals, sharing, steps, templates, whole

app_name = "plan"
urlpatterns = [
    path("templates/", templates.templates, name="templates"),
    path("templates/new/", templates.new, name="template_new"),
    path("templates/<uuid:template_id>/", templates.change, name="template"),
    path("templates/<uuid:template_id>/retire/", templates.retire, name="template_retire"),
    path("waiting/", approving.waiting, name="waiting"),
    path("waiting/<uuid:plan_id>/", approving.approve, name="approve"),
    path("goals/<uuid:goal_id>/", goals.change, name="goal"),
    path("goals/<uuid:goal_id>/end/", goals.settle, name="goal_settle"),
    path("goals/<uuid:goal_id>/again/", goals.again, name="goal_again"),
    path("goals/<uuid:goal_id>/how-far/", goals.attain, name="attain"),
    path("steps/<uuid:action_id>/", steps.change, name="action"),
    path("steps/<uuid:action_id>/done/", steps.finish, name="action_done"),
    path("steps/<uuid:action_id>/again/", steps.again, name="action_again"),
    path("steps/<uuid:action_id>/drop/", steps.drop, name="action_drop"),
    path("whole/<uuid:plan_id>/goal/", goals.new, name="goal_new"),
    path("whole/<uuid:plan_id>/step/", steps.new, name="action_new"),
    path("whole/<uuid:plan_id>/ask/", whole.ask, name="ask"),
    path("whole/<uuid:plan_id>/agree/", whole.agree, name="agree"),
    path("whole/<uuid:plan_id>/close/", whole.close, name="close"),
    path("whole/<uuid:plan_id>/go-on/", whole.take_up, name="take_up"),
    path("whole/<uuid:plan_id>/read/", whole.seen, name="seen"),
    path("whole/<uuid:plan_id>/history/", whole.history, name="history"),
    path("<uuid:case_id>/", whole.plan, name="plan"),
    path("<uuid:case_id>/begin/", whole.begin, name="begin"),
    path("<uuid:case_id>/link/", sharing.link, name="link"),
    path("<uuid:case_id>/paper/", sharing.paper, name="paper"),
    path("<uuid:case_id>/pdf/", sharing.pdf, name="pdf"),
]
