"""Who a visitor can be in a demonstration."""

from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from django.urls import reverse

from linkwork.programmes import reads as programmes
from linkwork.web.shared.roles import role_names


@dataclass(frozen=True)
class Visit:
    """One way in: the address is filled in on the sign-in page behind `url`."""

    name: str
    title: str
    url: str


def demonstrations() -> list[tuple[str, list[Visit]]]:
    """(programme, ways in) of every demonstration on this machine; empty where there is none."""
    found = programmes.demonstration_logins()
    return [
        (name, [_visit(one) for one in group])
        for name, group in groupby(found, key=lambda one: one.programme_name)
    ]


def _visit(one: programmes.DemonstrationLogin) -> Visit:
    title = one.title or ", ".join(role_names(one.roles))
    return Visit(one.name, title, f"{reverse('account_login')}?{urlencode({'email': one.email})}")
