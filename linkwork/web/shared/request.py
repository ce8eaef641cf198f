"""The request as our views see it: with the viewer and the moment."""

import datetime as dt

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from linkwork.core.viewer import Viewer
from linkwork.programmes.reads import Standing


class Request(HttpRequest):
    """What the middleware adds. `standing` and `at` are read once, so that all that one click does has one of each."""

    viewer: Viewer
    standing: Standing
    at: dt.datetime
    htmx: HtmxDetails
