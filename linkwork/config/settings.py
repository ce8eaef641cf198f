"""Settings with safe defaults. Each variable is explained in docs/settings.md.

Nothing secret stands here: the key is made once and kept in LINKWORK_HOME, readable by its owner only.
"""

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from linkwork.config.environment import flag, home, secret_key
from linkwork.config.fonts import font_dirs

PACKAGE = Path(__file__).resolve().parent.parent
HOME = home()
DEBUG = False
SECRET_KEY = secret_key(HOME)
ALLOWED_HOSTS = os.environ.get("LINKWORK_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
SITE_ADDRESS = os.environ.get("LINKWORK_ADDRESS", "http://localhost:8000")
HTTPS = SITE_ADDRESS.startswith("https://")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "csp",
    "linkwork.trail",
    "linkwork.programmes",
    "linkwork.web.apps.WebConfig",
]
ROOMS = [
    "directory",
    "instruments",
    "casework",
    "connections",
    "outcomes",
    "partnerships",
    "workforce",
    "extracts",
    "errands",
]
WING = ["studies", "coding", "indicators", "portraits", "toolkit"]


def _has_tables(folder: Path) -> bool:
    return (folder / "models.py").exists() or (folder / "models" / "__init__.py").exists()


INSTALLED_APPS += [f"linkwork.{room}" for room in ROOMS if _has_tables(PACKAGE / room)]
INSTALLED_APPS += [
    f"linkwork.evaluation.{room}" for room in WING if _has_tables(PACKAGE / "evaluation" / room)
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "linkwork.web.shared.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "linkwork.web.shared.middleware.ViewerMiddleware",
    "linkwork.web.shared.middleware.AccessMiddleware",
]

ROOT_URLCONF = "linkwork.config.urls"
WSGI_APPLICATION = "linkwork.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / "web" / "templates"],
        "OPTIONS": {
            "environment": "linkwork.web.shared.jinja.environment",
            "context_processors": ["linkwork.web.shared.frame.around_others"],
        },
    },
    {  # allauth's own pages that we have not drawn, and Django's
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("LINKWORK_DATABASE_URL", f"sqlite:///{(HOME / 'linkwork.sqlite3').as_posix()}"),
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"][
        "OPTIONS"
    ] = {  # IMMEDIATE: a deferred transaction that turns into a write fails under load
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "programmes.Login"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
if flag("LINKWORK_FAST_HASH"):  # tests only: a slow hash on purpose costs minutes there
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "linkwork.web.shared.signin.Adapter"
ACCOUNT_LOGOUT_ON_GET = False
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Linkwork"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("fr", _("French"))]
# Pages without an account also speak these: people write to a programme in the language they speak at home.
PUBLIC_LANGUAGES = [("sv", _("Swedish")), ("ar", _("Arabic")), ("zh-hans", _("Chinese"))]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = os.environ.get("LINKWORK_TIME_ZONE", "Europe/London")
USE_TZ = True

STATIC_URL = "/static/"
FONTS = [folder for _prefix, folder in font_dirs()]  # for PDF files
STATICFILES_DIRS = [PACKAGE / "web" / "static", *font_dirs()]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = flag("LINKWORK_RELOAD")
WHITENOISE_MAX_AGE = 3600

EMAIL_BACKEND = os.environ.get("LINKWORK_EMAIL_BACKEND", "django.core.mail.backends.filebased.EmailBackend")
EMAIL_FILE_PATH = HOME / "mail"
DEFAULT_FROM_EMAIL = os.environ.get("LINKWORK_EMAIL_FROM", "linkwork@localhost")
EMAIL_HOST = os.environ.get("LINKWORK_EMAIL_HOST", "localhost")
EMAIL_TIMEOUT = 20  # seconds: a mail server that does not answer must not stop the rounds
SMS_ADDRESS = os.environ.get("LINKWORK_SMS_ADDRESS", "")
SMS_KEY = os.environ.get("LINKWORK_SMS_KEY", "")
SMS_SECRET = os.environ.get("LINKWORK_SMS_SECRET", "")

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 12 * 60 * 60
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("LINKWORK_BEHIND_PROXY") else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# An hour of talk is about 60 MB as MP3 of good quality.
LARGEST_RECORDING = int(os.environ.get("LINKWORK_LARGEST_RECORDING_MB", "300")) * 1024 * 1024
EXTRACTS = HOME / "extracts"
# What was counted of an extract never changes: kept for every process and beyond a restart, for loading the engine
# takes longer than counting does. In memory is what each process has looked up.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "figures": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": HOME / "figures",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
}
ENGINE = os.environ.get("LINKWORK_ENGINE", "duckdb://")
# Which strategies experts endorsed for which barrier: the whole table is its authors', a house may have it.
MATCHING_TABLE = os.environ.get("LINKWORK_MATCHING_TABLE", "")
# Two small files are read whole; anything larger goes to disk first.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_tokens": {"()": "linkwork.web.shared.logs.WithoutTokens"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["without_tokens"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
