"""Is each page drawn in a language it speaks, as the reader asked?"""

from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.test import Client, RequestFactory
from django.urls import reverse

from linkwork.web.shared.languages import EVERY, WHOLE, language_of, offered, spoken

INSIDE = "/today/"


def asked(path: str, accept: str = "", chosen: str = ""):
    request = RequestFactory().get(path, HTTP_ACCEPT_LANGUAGE=accept)
    if chosen:
        request.COOKIES[settings.LANGUAGE_COOKIE_NAME] = chosen
    return request


@pytest.fixture
def public_path() -> str:
    return reverse("mine:open", args=["x"])


def test_pages_anybody_may_open_speak_more(public_path):
    assert offered(asked(public_path)) == EVERY
    assert offered(asked(INSIDE)) == WHOLE
    assert offered(asked("/nowhere/at/all/")) == WHOLE


@pytest.mark.parametrize(
    ("accept", "language"),
    [("ar-SY,en;q=0.5", "ar"), ("zh-CN", "zh-hans"), ("so,sv;q=0.8", "sv"), ("", "en")],
)
def test_the_browsers_language_is_followed_where_we_speak_it(public_path, accept, language):
    assert language_of(asked(public_path, accept)) == language


def test_pages_inside_keep_to_whole_catalogues():
    assert language_of(asked(INSIDE, "ar")) == "en"
    assert language_of(asked(INSIDE, "fr")) == "fr"


def test_what_was_chosen_on_this_device_comes_first(public_path):
    assert language_of(asked(public_path, "fr", chosen="sv")) == "sv"
    assert language_of(asked(public_path, "fr", chosen="tlh")) == "fr"


@pytest.mark.parametrize(("code", "ours"), [("zh", "zh-hans"), ("fr-CA", "fr"), ("ti", ""), ("", "")])
def test_a_language_is_known_by_its_first_part(code, ours):
    assert spoken(code) == ours


@pytest.mark.django_db
def test_the_choice_is_kept_on_the_device():
    client = Client()
    client.post(reverse("language"), urlencode({"language": "ar"}), "application/x-www-form-urlencoded")
    assert client.cookies[settings.LANGUAGE_COOKIE_NAME].value == "ar"
