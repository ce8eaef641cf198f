"""What the site says about itself."""

import datetime as dt
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.evaluation.toolkit.access import check_may_compose
from linkwork.evaluation.toolkit.models import Imprint
from linkwork.evaluation.toolkit.rules.limits import LICENCES
from linkwork.trail import actions as trail


@action
def say_imprint(*, address: str, mail: str, licence: str, by: Viewer, at: dt.datetime) -> None:
    """Say where the site stands, who answers its readers, what others may do with it. Raises Invalid.

    `address` and `mail` may be empty: then what needs them is left out of the site.
    """
    check_may_compose(by)
    address, mail = address.strip(), mail.strip()
    errors = {}
    if address and not _is_address(address):
        errors["address"] = _("Enter the whole address, such as https://example.org/toolkit/.")
    if mail and not _is_mail(mail):
        errors["mail"] = _("Enter an e-mail address, such as name@example.org.")
    if licence not in LICENCES:
        errors["licence"] = _("Choose one of the licences.")
    if errors:
        raise Invalid(errors)
    row, _made = Imprint.objects.update_or_create(
        programme_id=by.programme,
        defaults={"address": address, "mail": mail, "licence": licence},
        create_defaults={"address": address, "mail": mail, "licence": licence, "created_at": at},
    )
    trail.record(by=by, at=at, what="toolkit.say_imprint", about="imprint", about_id=row.id)


def _is_address(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and len(text) <= 200


def _is_mail(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= 200
