"""Text messages about visits made alone: put into words, handed to a carrier, and heard when one comes back.

No text names a person supported, a place or a reason: telephones lie open on tables.
"""

from linkwork.exchange.sms.carriers import (
    Carrier,
    CarrierFailed,
    FakeCarrier,
    FileCarrier,
    HttpCarrier,
    carrier,
)
from linkwork.exchange.sms.delivery import send_waiting
from linkwork.exchange.sms.hearing import Message, NotSigned, read_message, signature

__all__ = [
    "Carrier",
    "CarrierFailed",
    "FakeCarrier",
    "FileCarrier",
    "HttpCarrier",
    "Message",
    "NotSigned",
    "carrier",
    "read_message",
    "send_waiting",
    "signature",
]
