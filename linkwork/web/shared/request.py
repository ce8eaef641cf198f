"""The request as our views see it: with the viewer and the moment."""

import datetime as dt

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from linkwork.core.viewer import Viewer


class Request(HttpRequest):
    """What the middleware adds. `at` is read once, so that everything one click does has one time."""

    viewer: Viewer
    at: dt.datetime
    htmx: HtmxDetails
