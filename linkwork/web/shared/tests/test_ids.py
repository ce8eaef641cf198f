"""Ids that come with an address."""

from linkwork.core.ids import new_id
from linkwork.web.shared.ids import id_in, ids_in


def test_what_is_no_id_is_left_out():
    one, other = new_id(), new_id()
    assert id_in(str(one)) == one
    assert (id_in(""), id_in("everybody")) == (None, None)
    assert ids_in([str(one), "", "x", str(other)]) == [one, other]
