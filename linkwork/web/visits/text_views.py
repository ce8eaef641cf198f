"""The door for text messages: only what the provider has signed is heard, and only from workers' own numbers."""

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse, HttpResponseForbidden, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from linkwork.core.errors import LinkworkError
from linkwork.core.viewer import system
from linkwork.exchange import mail, sms
from linkwork.web.shared.request import Request
from linkwork.workforce import actions
from linkwork.workforce.rules.texts import Said, Wish

MOST_BYTES = 4096


@csrf_exempt  # no browser comes here: the signature is the key
@require_POST
def text(request: Request, programme_id: UUID) -> HttpResponse:
    """Do what a text asks for; what to answer as {"reply"}. 403 for what is not signed."""
    body = request.read(MOST_BYTES + 1)
    try:
        message = sms.read_message(
            settings.SMS_SECRET if len(body) <= MOST_BYTES else "",
            body,
            request.headers.get("X-Linkwork-Signature", ""),
        )
    except sms.NotSigned:
        return HttpResponseForbidden()
    by = system(programme_id)
    try:
        wish = actions.hear_text(
            number=message.number, text=message.text, sent_at=message.sent_at, by=by, at=request.at
        )
    except LinkworkError as refusal:
        return JsonResponse({"reply": refusal.reason})
    if wish is not None and wish.said is Said.HELP:
        mail.deliver_waiting(request.at, programme_id)
        sms.send_waiting(by, request.at)
    return JsonResponse({"reply": _answer(wish)})


def _answer(wish: Wish | None) -> str:
    """What goes back. An answer to a cry for help looks like any other: somebody may read along."""
    if wish is None:
        return _("Not understood. Reply IN, OUT, 30 or HELP.")
    return {
        Said.IN: _("Checked in."),
        Said.OUT: _("Safely out."),
        Said.MORE: _("%(minutes)s minutes more.") % {"minutes": wish.minutes},
        Said.HELP: _("Kept."),
    }[wish.said]
