"""The addresses of the house. Who may open each one stands in `linkwork.web.access_table`."""

from importlib.util import find_spec

from allauth.account import views as account
from django.urls import include, path, re_path

from linkwork.web.home import views as home
from linkwork.web.shared.signin import SignIn

handler400 = "linkwork.web.shared.problems.bad_request"
handler403 = "linkwork.web.shared.problems.forbidden"
handler404 = "linkwork.web.shared.problems.not_found"
handler500 = "linkwork.web.shared.problems.broken"

sign_in = [
    path("in/", SignIn.as_view(), name="account_login"),
    path("out/", account.logout, name="account_logout"),
    path("closed/", account.account_inactive, name="account_inactive"),
    path("again/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("password/forgotten/", account.password_reset, name="account_reset_password"),
    path("password/sent/", account.password_reset_done, name="account_reset_password_done"),
    re_path(  # the key has a hyphen of its own, so the first one divides
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/changed/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"
    ),
    path("second/", include("allauth.mfa.urls")),
]

urlpatterns = [
    path("", home.home, name="home"),
    path("language/", home.language, name="language"),
    path("programme/", home.choose_programme, name="choose_programme"),
    path("sign/", include(sign_in)),
]

AREAS = {  # area: where its pages begin
    "today": "today/",
    "people": "people/",
    "plan": "plan/",
    "measures": "measures/",
    "safety": "safety/",
    "mine": "mine/",
    "outreach": "outreach/",
    "feedback": "feedback/",
    "refer": "refer/",
    "connect": "connect/",
    "reply": "reply/",
    "calendar": "calendar/",
    "find": "find/",
    "partners": "partners/",
    "alongside": "alongside/",
    "outcomes": "outcomes/",
    "team": "team/",
    "visits": "visits/",
    "study": "study/",
    "files": "study/files/",
    "tables": "study/tables/",
    "codebook": "codebook/",
    "rounds": "rounds/",
    "sources": "sources/",
    "figures": "figures/",
    "logs": "figures/logs/",
    "errands": "under-way/",
    "displays": "portraits/displays/",
    "portraits": "portraits/",
    "advise": "advise/",
    "toolkit": "toolkit/",
    "settings": "settings/",
    "look": "look/",
}
urlpatterns += [
    path(prefix, include(f"linkwork.web.{area}.urls"))
    for area, prefix in AREAS.items()
    if find_spec(f"linkwork.web.{area}")
]
