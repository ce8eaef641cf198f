"""Is a FHIR file one that others can read? Three checks that do not know each other."""

from linkwork.exchange.fhir.checking.faults import Fault, check

__all__ = ["Fault", "check"]
