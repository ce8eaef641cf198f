"""The web room opens: its translations are compiled if they are stale."""

from django.apps import AppConfig
from django.conf import settings


class WebConfig(AppConfig):
    """See the module's docstring."""

    name = "linkwork.web"

    def ready(self) -> None:
        """Called once by Django when all rooms are there."""
        from linkwork.web.shared.catalogue import compile_stale

        for folder in settings.LOCALE_PATHS:
            compile_stale(folder)
