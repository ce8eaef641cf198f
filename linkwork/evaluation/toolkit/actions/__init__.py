"""Composing, reading twice, publishing, withdrawing: the only writes of this room."""

from linkwork.evaluation.toolkit.actions.composing import change, compose
from linkwork.evaluation.toolkit.actions.imprint import say_imprint
from linkwork.evaluation.toolkit.actions.steps import agree, ask, publish, want, withdraw
from linkwork.evaluation.toolkit.actions.versions import issue

__all__ = ["agree", "ask", "change", "compose", "issue", "publish", "say_imprint", "want", "withdraw"]
