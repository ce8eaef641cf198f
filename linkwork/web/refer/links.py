"""The programme's referral address: signed, so that nobody can make one up; it shows nothing about anybody."""

from uuid import UUID

from django.core import signing
from django.urls import reverse
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound

SALT = "linkwork.web.refer"


def address_for(programme_id: UUID) -> str:
    """The path of the programme's referral form."""
    return reverse("refer:form", args=[signing.dumps(str(programme_id), salt=SALT)])


def own_address_for(programme_id: UUID) -> str:
    """The path of the form by which people ask for themselves."""
    return reverse("refer:own", args=[signing.dumps(str(programme_id), salt=SALT)])


def programme_of(token: str) -> UUID:
    """The programme a token was made for. Raises NotFound for any other text."""
    try:
        return UUID(signing.loads(token, salt=SALT))
    except (signing.BadSignature, ValueError) as broken:
        raise NotFound(_("This address is not complete. Ask the programme for it again.")) from broken
