"""Who a visitor can be in a demonstration."""

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from linkwork.programmes import reads as programmes
from linkwork.web.shared.roles import role_names


@dataclass(frozen=True)
class Visit:
    """One way in: the address is filled in on the sign-in page behind `url`."""

    name: str
    title: str
    url: str


def demonstrations() -> list[tuple[str, list[Visit]]]:
    """(programme, ways in) of every demonstration here, then those who work in several; empty where there is none."""
    found = programmes.demonstration_logins()
    places = Counter(one.email for one in found)
    groups: dict[str, list[Visit]] = {}
    everywhere: dict[str, Visit] = {}
    for one in found:
        if places[one.email] == 1:
            groups.setdefault(one.programme_name, []).append(_visit(one))
        else:
            everywhere[one.email] = _visit(one)
    shared = [(_("In every programme"), list(everywhere.values()))] if everywhere else []
    return [*groups.items(), *shared]


def _visit(one: programmes.DemonstrationLogin) -> Visit:
    title = one.title or ", ".join(role_names(one.roles))
    return Visit(one.name, title, f"{reverse('account_login')}?{urlencode({'email': one.email})}")
