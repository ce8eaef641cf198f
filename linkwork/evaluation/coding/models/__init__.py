"""The tables of coding."""

from linkwork.evaluation.coding.models.codings import Coding, CodingCode

__all__ = ["Coding", "CodingCode"]
