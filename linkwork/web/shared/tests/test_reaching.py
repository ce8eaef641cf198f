"""What one taps to reach somebody."""

import pytest

from linkwork.web.shared.reaching import reach_url, text_url


@pytest.mark.rules
@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("0555 410-952", "tel:0555410952"),
        ("+44 (0)1632 960216; 01632 960217", "tel:+4401632960216"),
        ("reception@elm.example", "mailto:reception@elm.example"),
        ("ask at the desk", ""),
        ("Ms Reed @ the desk", ""),
        ("112", ""),
        ("", ""),
    ],
)
def test_a_number_is_called_and_an_address_written_to(typed: str, url: str) -> None:
    assert reach_url(typed) == url


@pytest.mark.rules
def test_a_text_is_filled_in_for_a_number_only() -> None:
    assert (
        text_url("0555 410-952", "Choir & tea\nTuesdays")
        == "sms:0555410952?&body=Choir%20%26%20tea%0ATuesdays"
    )
    assert text_url("reception@elm.example", "Choir") == ""
    assert text_url("", "Choir") == ""
