"""The world that portraits are tested in, and a browser for each of the cast."""

from linkwork.web.portraits.tests.conftest import sign_in, world

__all__ = ["sign_in", "world"]
