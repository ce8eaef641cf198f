"""A private address opens one row, while it lives, and nothing else."""

import pytest
from django.core.signing import Signer

from linkwork.core.errors import Refused
from linkwork.core.ids import new_id
from linkwork.programmes.private_links import signed, unsigned


def test_a_token_says_what_was_signed() -> None:
    programme, about = new_id(), new_id()
    assert unsigned("one", signed("one", programme, about, "a key")) == (programme, about, "a key")


def test_a_token_of_one_kind_opens_no_other() -> None:
    token = signed("one", new_id(), new_id(), "a key")
    for wrong in (token + "x", token[1:], "nonsense", "", Signer(salt="one", sep="~").sign("no ids")):
        with pytest.raises(Refused):
            unsigned("one", wrong)
    with pytest.raises(Refused):
        unsigned("another", token)
