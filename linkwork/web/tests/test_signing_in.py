"""Every page of signing in is drawn in the house's own look, and the demonstration is one tap away."""

import re

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.test import Client
from django.urls import reverse

from linkwork.core.viewer import Role, system
from linkwork.programmes import actions
from linkwork.programmes.rules import Model
from linkwork.testing.cast import NOON, PASSWORD, Cast

SECRET_KEY = "mfa.totp.secret"


def drawn(html: str) -> str:
    """The page, once it is sure that it stands in our frame."""
    assert 'href="#main"' in html
    assert "css/tokens.css" in html
    return html


def get(client: Client, name: str, *args: str) -> str:
    response = client.get(reverse(name, args=args))
    assert response.status_code == 200, name
    return drawn(response.content.decode())


@pytest.fixture
def inside(client: Client, cast: Cast) -> Client:
    """A worker who has just typed their password."""
    response = client.post(
        reverse("account_login"), {"login": "worker@example.org", "password": PASSWORD, "remember": "on"}
    )
    assert response.status_code == 302
    prove(client)
    return client


def prove(client: Client) -> None:
    """Type the password again, as any step that changes the sign-in asks for."""
    assert client.post(reverse("account_reauthenticate"), {"password": PASSWORD}).status_code == 302


@pytest.mark.parametrize(
    "name",
    [
        "account_login",
        "account_inactive",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key_done",
    ],
)
def test_pages_for_anybody(client: Client, cast: Cast, name: str) -> None:
    get(client, name)


@pytest.mark.parametrize(
    "name",
    ["account_logout", "account_change_password", "account_reauthenticate", "mfa_index", "mfa_activate_totp"],
)
def test_pages_once_inside(inside: Client, name: str) -> None:
    get(inside, name)


def test_a_wrong_password_is_said_without_losing_the_address(client: Client, cast: Cast) -> None:
    response = client.post(reverse("account_login"), {"login": "worker@example.org", "password": "wrong"})
    html = drawn(response.content.decode())
    assert "data-error-summary" in html
    assert 'value="worker@example.org"' in html


def test_a_forgotten_password(client: Client, cast: Cast) -> None:
    client.post(reverse("account_reset_password"), {"email": "worker@example.org"})
    found = re.search(r"https?://[^/]+(/sign/password/new/\S+)", str(mail.outbox[0].body))
    assert found
    page = client.get(found[1], follow=True)
    html = drawn(page.content.decode())
    words = {"password1": "eight calm long words", "password2": "eight calm long words"}
    done = client.post(page.request["PATH_INFO"], words, follow=True)
    assert done.status_code == 200
    assert "password2" in html
    used = client.get(found[1], follow=True)
    assert reverse("account_reset_password") in drawn(used.content.decode())


def test_a_second_factor_from_first_to_last(inside: Client) -> None:
    get(inside, "mfa_activate_totp")
    secret = inside.session[SECRET_KEY]
    wrong = inside.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert "data-error-summary" in drawn(wrong.content.decode())
    inside.post(reverse("mfa_activate_totp"), {"code": code_for(secret)})
    codes = re.findall(r"<code>(\w{8})</code>", get(inside, "mfa_view_recovery_codes"))
    assert len(codes) == 10
    get(inside, "mfa_index")
    get(inside, "mfa_generate_recovery_codes")
    assert inside.get(reverse("mfa_download_recovery_codes")).content.decode().split() == codes

    inside.post(reverse("account_logout"))
    inside.post(reverse("account_login"), {"login": "worker@example.org", "password": PASSWORD})
    get(inside, "mfa_authenticate")
    inside.post(reverse("mfa_authenticate"), {"code": codes[0]})
    get(inside, "mfa_reauthenticate")
    inside.post(reverse("mfa_reauthenticate"), {"code": codes[1]})
    get(inside, "mfa_deactivate_totp")
    inside.post(reverse("mfa_deactivate_totp"))
    assert reverse("mfa_activate_totp") in get(inside, "mfa_index")


def code_for(secret: str) -> str:
    counter = next(iter(totp.yield_hotp_counters_from_time()))
    return str(totp.format_hotp_value(totp.hotp_value(secret, counter)))


def test_the_address_is_filled_in_where_it_is_asked_for(client: Client, cast: Cast) -> None:
    html = client.get(reverse("account_login"), {"email": "a@example.org"}).content.decode()
    assert 'value="a@example.org"' in html


def test_a_real_programme_shows_no_logins(client: Client, cast: Cast) -> None:
    html = get(client, "home")
    assert "Amal Haddad" not in html
    assert "community-link-work" not in html


def test_a_demonstration_offers_a_look_around(client: Client, cast: Cast) -> None:
    programme_id = actions.create_programme(
        name="Invented",
        model=Model.LINK_WORK,
        worker_word="link worker",
        person_word="person",
        people_word="people",
        demonstration=True,
        by=system(None),
        at=NOON,
    )
    by = system(programme_id)
    login_id = actions.create_login(email="ida@invented.example", password=PASSWORD, by=by, at=NOON)
    actions.add_worker(
        name="Ida Invented", roles=[Role.WORKER], since=NOON.date(), login_id=login_id, by=by, at=NOON
    )
    html = get(client, "home")
    assert "Ida Invented" in html
    assert f"{reverse('account_login')}?email=ida%40invented.example" in html
    assert "Amal Haddad" not in html


def test_somebody_without_a_programme_is_told_so(client: Client, cast: Cast) -> None:
    actions.create_login(email="lone@example.org", password=PASSWORD, by=system(None), at=NOON)
    client.post(reverse("account_login"), {"login": "lone@example.org", "password": PASSWORD})
    assert reverse("account_logout") in get(client, "home")
