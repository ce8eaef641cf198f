"""Calendars: invitations that go with letters, and the feed of a worker's own days (iCalendar, RFC 5545 and 5546).

A calendar is often shared: it says initials at most, never a name, a need or what an organisation is for, except to
the person themself.
"""

from linkwork.exchange.ical.meetings import meeting_entry
from linkwork.exchange.ical.writing import Audience, feed, invitation

__all__ = ["Audience", "feed", "invitation", "meeting_entry"]
