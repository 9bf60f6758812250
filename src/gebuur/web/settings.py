"""Settings, read from the environment. A clone starts without any; see docs/operations.md.

Everything that must stay secret is made on the first start and kept in GEBUUR_HOME/secrets with
mode 600, outside the repository.
"""

import base64
import os
import sys
from importlib.util import find_spec
from pathlib import Path

import environ
from django.utils.translation import gettext_lazy as _

from gebuur.web.keeping import home, secret

# Our matrices are small: on a busy machine threads of the linear algebra wait far longer than they reckon.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

env = environ.Env()
TESTING = "pytest" in sys.modules


def _note_keys(value: str) -> dict[str, bytes]:
    """Read `id:key,id:key`, newest first; a bare key has the id `k1`."""
    keys = {}
    for part in value.split(","):
        key_id, _colon, key = part.rpartition(":")
        keys[key_id or "k1"] = base64.urlsafe_b64decode(key)
    return keys


BASE_DIR = Path(__file__).resolve().parents[3]
HOME = home()
DEBUG = env.bool("GEBUUR_DEBUG", default=False)
DEMO = env.bool("GEBUUR_DEMO", default=False)
SECRET_KEY = secret("secret_key", size=48)
NOTE_KEYS = _note_keys(secret("note_keys"))
SITE_ADDRESS = env.str("GEBUUR_ADDRESS", default="http://localhost:8000").rstrip("/")
SECURE = SITE_ADDRESS.startswith("https://")
ALLOWED_HOSTS = env.list(
    "GEBUUR_HOSTS",
    default=["localhost", "127.0.0.1", "[::1]", SITE_ADDRESS.split("//")[1].split(":")[0]],
)
CSRF_TRUSTED_ORIGINS = [SITE_ADDRESS]

INSTALLED_APPS = [
    "gebuur.web",
    "gebuur.apps.mirror",
    "gebuur.apps.workshops",
    "gebuur.apps.care",
    "gebuur.apps.budget",
    "gebuur.apps.reflection",
    "gebuur.apps.volunteers",
    "gebuur.apps.initiatives",
    "gebuur.apps.boundaries",
    "gebuur.apps.chronicle",
    "gebuur.apps.outbox",
    "gebuur.apps.privacy",
    "gebuur.apps.framing",
    "gebuur.apps.neighbourhood",
    "gebuur.apps.accounts",
    "gebuur.core",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "lucide",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "gebuur.web.middleware.NotTooMuchAtOnce",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "gebuur.web.middleware.BackToTheSamePage",
    "gebuur.web.middleware.SameAnswerForForeignAndMissing",
]

ROOT_URLCONF = "gebuur.web.urls"
ASGI_APPLICATION = "gebuur.web.asgi.application"
FORM_RENDERER = "gebuur.core.rendering.FormRenderer"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "gebuur.web.context.place",
            ],
        },
    }
]


def _database() -> dict[str, object]:
    """SQLite in GEBUUR_HOME, or DATABASE_URL. Never ATOMIC_REQUESTS; never a kept connection."""
    url = env.str("DATABASE_URL", default="")
    if url:
        config: dict[str, object] = {**env.db_url_config(url), "CONN_MAX_AGE": 0}
        if env.bool("GEBUUR_POOL", default=not TESTING):
            config["OPTIONS"] = {
                "pool": {"min_size": 1, "max_size": env.int("GEBUUR_POOL_SIZE", default=8)}
            }
        return config
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(HOME / "gebuur.sqlite3"),
        "CONN_MAX_AGE": 0,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY;",
        },
        "TEST": {"NAME": env.str("GEBUUR_TEST_DATABASE", default="") or None},
    }


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People and access
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "gebuur.web.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_FORMS = {
    "request_login_code": "gebuur.web.forms.LoginCodeForm",
    "confirm_login_code": "gebuur.web.forms.CodeForm",
}
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("GEBUUR_PROXIES", default=0)
MFA_ADAPTER = "gebuur.web.adapter.LockAdapter"
MFA_FORMS = {
    "activate_totp": "gebuur.web.forms.AppForm",
    "authenticate": "gebuur.web.forms.SecondCodeForm",
    "reauthenticate": "gebuur.web.forms.SameCodeForm",
    "add_webauthn": "gebuur.web.forms.KeyForm",
    "login_webauthn": "gebuur.web.forms.KeyLoginForm",
    "authenticate_webauthn": "gebuur.web.forms.KeySecondForm",
    "reauthenticate_webauthn": "gebuur.web.forms.KeyAgainForm",
    "edit_webauthn": "gebuur.web.forms.KeyNameForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Gebuur"
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURITY_CONTACT = env.str("GEBUUR_SECURITY_CONTACT", default="")
CSRF_FAILURE_VIEW = "gebuur.web.views.errors.csrf_failure"

# What the browser may do
SECURE_SSL_REDIRECT = SECURE and env.bool("GEBUUR_REDIRECT_TO_HTTPS", default=True)
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if ALLAUTH_TRUSTED_PROXY_COUNT else None
)
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

# Words and time
LANGUAGE_CODE = "nl"
LANGUAGES = [
    ("nl", _("Dutch")),
    ("en", _("English")),
    ("fr", _("French")),
    ("tr", _("Turkish")),
    ("ar", _("Arabic")),
]
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = SECURE
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
TIME_ZONE = "Europe/Brussels"
USE_TZ = True

# Files
STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
# The map's script and style lie in a package that is installed for them; the package itself is never imported.
_LEAFLET = find_spec("leaflet")
STATICFILES_DIRS = [
    ("leaflet", Path(place) / "static" / "leaflet")
    for place in (_LEAFLET.submodule_search_locations or [] if _LEAFLET else [])
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG or TESTING
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}
WHITENOISE_USE_FINDERS = DEBUG or TESTING
WHITENOISE_AUTOREFRESH = DEBUG or TESTING
MEDIA_ROOT = HOME / "files"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600

# Messages to people
MAIL_FOLDER = HOME / "outbox"
EMAIL_URL = env.str("GEBUUR_MAIL_URL", default="")
if EMAIL_URL:
    globals().update(env.email_url_config(EMAIL_URL))
elif not TESTING:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = MAIL_FOLDER
DEFAULT_FROM_EMAIL = env.str("GEBUUR_MAIL_FROM", default="Gebuur <gebuur@localhost.localdomain>")
SMS_GATEWAY = env.str("GEBUUR_SMS_GATEWAY", default="console")
SMS_URL = env.str("GEBUUR_SMS_URL", default="")
SMS_TOKEN = env.str("GEBUUR_SMS_TOKEN", default="")
SMS_FOLDER = HOME / "sms"
RUN_JOBS_IN_PROCESS = env.bool("GEBUUR_JOBS", default=not TESTING)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
if TESTING:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
