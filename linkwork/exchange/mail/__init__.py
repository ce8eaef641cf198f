"""Mail: the letters that wait in the programme's post, put into words by kind, and sent.

No subject line says who somebody is or what they need.
"""

from linkwork.exchange.mail.delivery import Delivered, deliver_waiting
from linkwork.exchange.mail.post import Attachment, DjangoPost, FakePost, Post, PostFailed

__all__ = ["Attachment", "Delivered", "DjangoPost", "FakePost", "Post", "PostFailed", "deliver_waiting"]
