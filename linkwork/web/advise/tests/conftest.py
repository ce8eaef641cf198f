"""The world that portraits are tested in."""

from linkwork.evaluation.portraits.tests.conftest import world

__all__ = ["world"]
