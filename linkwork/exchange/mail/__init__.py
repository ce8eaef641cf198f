"""Mail: the letters that wait in connections, put into words and sent. No letter says anything about a person."""

from linkwork.exchange.mail.delivery import Delivered, deliver_waiting
from linkwork.exchange.mail.post import DjangoPost, FakePost, Post, PostFailed

__all__ = ["Delivered", "DjangoPost", "FakePost", "Post", "PostFailed", "deliver_waiting"]
