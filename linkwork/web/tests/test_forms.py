"""Errors of forms say what to do, in the field's own words where it has some."""

import pytest
from django import forms

from linkwork.web.shared.forms import Form

pytestmark = pytest.mark.rules


class Sample(Form):
    """One field of each kind that matters here."""

    name = forms.CharField()
    day = forms.DateField(required=False)
    agreed = forms.BooleanField(error_messages={"required": "Ask them first."})
    kind = forms.ChoiceField(choices=[("a", "A")])


def test_errors_say_what_to_do() -> None:
    form = Sample({"day": "never"})
    assert not form.is_valid()
    assert form.errors["name"] == ["Fill this in."]
    assert form.errors["day"] == ["Enter a day, such as 2026-03-12."]
    assert form.errors["agreed"] == ["Ask them first."]
    assert form.errors["kind"] == ["Choose one."]


def test_an_actions_refusals_stand_at_their_fields() -> None:
    form = Sample({"name": "x", "agreed": "on", "kind": "a"})
    assert form.is_valid()
    form.refuse({"name": "This name is taken. Choose another.", "elsewhere": "Not today."})
    assert form.errors["name"] == ["This name is taken. Choose another."]
    assert form.non_field_errors() == ["Not today."]
