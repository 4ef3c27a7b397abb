"""Django's settings, made from the configuration of this home."""

from __future__ import annotations

from pathlib import Path

from csp.constants import NONE, SELF

from tawthiq.doors.configuration import Settings, database
from tawthiq.doors.logs import configure
from tawthiq.safe.home import Home

CONFIGURATION = Settings()
TAWTHIQ_HOME = Home(CONFIGURATION.home, CONFIGURATION.vault_url)
TAWTHIQ_HOME.make()

DOORS = Path(__file__).parent
SECRET_KEY = TAWTHIQ_HOME.web_key()
DEBUG = CONFIGURATION.debug
ALLOWED_HOSTS = CONFIGURATION.allowed_hosts
AUTH_USER_MODEL = "safe.Account"
ROOT_URLCONF = "tawthiq.doors.urls"
WSGI_APPLICATION = "tawthiq.doors.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STAGES = ("collect", "compare", "extract", "link", "verify"), ("count", "estimate", "publish")
INSTALLED_APPS = [
    "tawthiq.safe",
    "tawthiq.safe.sealed",
    *(f"tawthiq.record.{stage}" for stage in STAGES[0]),
    *(f"tawthiq.report.{stage}" for stage in STAGES[1]),
    "tawthiq.doors",
    "tawthiq.doors.jobs",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "rules",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "django_structlog",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [DOORS / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "csp.context_processors.nonce",
                "tawthiq.doors.desk.context.desk",
            ]
        },
    }
]

DATABASES = {
    "default": database(CONFIGURATION.database_url, CONFIGURATION.home / "record.db"),
    "identities": database(CONFIGURATION.identities_url, CONFIGURATION.home / "identities.db"),
}
DATABASE_ROUTERS = ["tawthiq.safe.sealed.router.IdentityRouter"]

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "rules.permissions.ObjectPermissionBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 14}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_ADAPTER = "tawthiq.doors.desk.accounts.ClosedAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 1
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CONFIGURATION.secure_cookies
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SECURE = CONFIGURATION.secure_cookies
SECURE_HSTS_SECONDS = 31_536_000 if CONFIGURATION.secure_cookies else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = CONFIGURATION.secure_cookies
SECURE_HSTS_PRELOAD = CONFIGURATION.secure_cookies
SECURE_SSL_REDIRECT = CONFIGURATION.secure_cookies
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if CONFIGURATION.secure_cookies else None
SECURE_REFERRER_POLICY = "same-origin"  # with no-referrer a form posts Origin: null, which CSRF protection must refuse
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "media-src": ["data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024**2

LANGUAGE_CODE = CONFIGURATION.language
LANGUAGES = [("en", "English"), ("ar", "العربية")]
LOCALE_PATHS = [DOORS / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
STATIC_ROOT = CONFIGURATION.home / "static"
STATICFILES_DIRS = [DOORS / "static"]

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
configure()
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "tawthiq.doors.logs.formatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"tawthiq": {"level": "INFO"}, "django_structlog": {"level": "WARNING"}, "axes": {"level": "ERROR"}},
}
