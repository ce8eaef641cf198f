"""How people sign in: with an address and a password, and a second factor where they have set one. Nobody signs up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.views import LoginView
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Logins are made by an administrator or the command line, never by a visitor."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Closed."""
        return False


class SignIn(LoginView):  # type: ignore[misc]
    """The sign-in page; `?email=` fills in the address, so that a demonstration is one tap away."""

    def get_initial(self) -> dict[str, Any]:
        """The address asked for, where there is one."""
        return {**super().get_initial(), "login": self.request.GET.get("email", "")}
