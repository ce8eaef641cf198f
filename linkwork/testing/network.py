"""Keeps the tests on this machine: a connection to anywhere else raises."""

import ipaddress
import socket
from typing import Any

import pytest


class OutsideNetwork(AssertionError):
    """A test tried to reach another machine."""


def refuse_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on, sockets connect to this machine only."""
    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))


def _guarded(connect: Any) -> Any:
    def connect_at_home(self: socket.socket, address: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not is_loopback(address[0]):
            raise OutsideNetwork(f"Tests stay on this machine; this one tried to reach {address[0]}.")
        return connect(self, address)

    return connect_at_home


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this machine."""
    if host in ("localhost", ""):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
