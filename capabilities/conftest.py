"""The epics walk through the pages as every test of a page does: few questions each."""

from linkwork.web.conftest import few_questions

__all__ = ["few_questions"]
