"""Fixtures every room's tests may ask for."""

from typing import Any

import pytest

from linkwork.programmes import reads
from linkwork.testing.cast import Cast, build_cast


@pytest.fixture(scope="session")
def _cast_made_once(django_db_setup: None, django_db_blocker: Any) -> Cast:
    """The cast is made once and each test's changes are rolled back: it costs a second to make."""
    with django_db_blocker.unblock():
        return build_cast()


@pytest.fixture
def cast(db: None, _cast_made_once: Cast) -> Cast:
    """The named cast. Made anew after a journey has emptied the database."""
    names = {card.id for card in reads.all_programmes()}
    return _cast_made_once if _cast_made_once.programme_id in names else build_cast()
