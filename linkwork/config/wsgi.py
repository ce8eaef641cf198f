"""The WSGI application."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linkwork.config.settings")
application = get_wsgi_application()
len(get_resolver().url_patterns)  # every page is loaded now, so that nobody waits for it who comes first
