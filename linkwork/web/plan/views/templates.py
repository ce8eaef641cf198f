"""The programme's own templates."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.casework import actions, reads
from linkwork.web.plan.forms import TemplateForm
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_GET
def templates(request: Request) -> HttpResponse:
    """What a plan may begin from."""
    return page(request, "plan/templates.html", {"lines": reads.templates(request.viewer)})


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """Another one."""
    return _form(request, None, TemplateForm(request.POST or None))


@require_http_methods(["GET", "POST"])
def change(request: Request, template_id: UUID) -> HttpResponse:
    """One of them, written anew."""
    card = reads.template(request.viewer, template_id)
    form = TemplateForm(request.POST or None, initial={"title": card.title, "body": card.body})
    return _form(request, template_id, form)


def _form(request: Request, template_id: UUID | None, form: TemplateForm) -> HttpResponse:
    if form.is_valid() and carried_out(
        form,
        lambda: actions.keep_template(
            template_id=template_id, by=request.viewer, at=request.at, **form.cleaned_data
        ),
    ):
        messages.success(request, _("Kept."))
        return redirect("plan:templates")
    values = {"form": form, "template_id": template_id}
    return page(request, "plan/template.html", values, 422 if form.errors else 200)


@require_POST
def retire(request: Request, template_id: UUID) -> HttpResponse:
    """Offer it no longer."""
    actions.retire_template(template_id=template_id, by=request.viewer, at=request.at)
    messages.success(request, _("It is offered no longer. Plans begun from it stay as they are."))
    return redirect("plan:templates")
