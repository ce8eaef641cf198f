"""What every action has in common."""

import pytest
from django.utils import translation

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, sentence


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("said", "read"), [("Today", "Aujourd’hui"), ("", ""), ("Aujourd’hui", "Aujourd’hui")]
)
def test_a_rule_refuses_in_the_language_of_who_reads_it(said: str, read: str) -> None:
    @action
    def inner() -> None:
        raise IllegalStep(sentence(said))

    @action
    def outer() -> None:
        inner()

    with translation.override("fr"), pytest.raises(IllegalStep) as refused:
        outer()
    assert refused.value.reason == read
