"""Composing, reading twice, publishing, withdrawing: the only writes of this room."""

from linkwork.evaluation.toolkit.actions.composing import change, compose
from linkwork.evaluation.toolkit.actions.imprint import say_imprint
from linkwork.evaluation.toolkit.actions.steps import agree, ask, publish, want, withdraw

__all__ = ["agree", "ask", "change", "compose", "publish", "say_imprint", "want", "withdraw"]
