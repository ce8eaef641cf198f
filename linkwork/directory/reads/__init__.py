"""Asking the directory."""

from linkwork.directory.reads.cards import CheckCard, OrganisationCard, Provenance, ServiceCard
from linkwork.directory.reads.search import Match, Query, Results, search
from linkwork.directory.reads.services import (
    checks,
    organisation,
    organisations,
    service,
    services,
    services_of,
)

__all__ = [
    "CheckCard",
    "Match",
    "OrganisationCard",
    "Provenance",
    "Query",
    "Results",
    "ServiceCard",
    "checks",
    "organisation",
    "organisations",
    "search",
    "service",
    "services",
    "services_of",
]
