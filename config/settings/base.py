"""Settings that are true everywhere. local.py, test.py and production.py hold the differences."""

from hashlib import sha256

from django.utils.translation import gettext_lazy as _

from cms.plugin_host.discovery import plugin_apps
from config.env import BASE_DIR as BASE_DIR
from config.env import read_environment
from config.plugins import CMS_PLUGINS as BUNDLED_PLUGINS
from config.plugins_file import plugins_in
from config.settings.databases import database
from config.settings.mail import SECONDS, post_office

env = read_environment()
CMS_PLUGINS = plugins_in(env.plugins_file) if env.plugins_file else BUNDLED_PLUGINS

SECRET_KEY = env.secret_key.get_secret_value()
# What receipts are signed with. Production has one of its own; elsewhere it follows from the other secret.
RECEIPT_KEY = env.receipt_key.get_secret_value() or sha256(f"receipts {SECRET_KEY}".encode()).hexdigest()
SECRET_KEY_FALLBACKS = list(env.secret_key_fallbacks)
ALLOWED_HOSTS = list(env.allowed_hosts)
CSRF_TRUSTED_ORIGINS = list(env.csrf_trusted_origins)
DEBUG = False

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "cms.User"

INSTALLED_APPS = [
    "cms",  # first: its templates and catalogues come before those of the libraries
    *plugin_apps(CMS_PLUGINS),
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "modelsearch",
    "taggit",
    "django_filters",
    "graphene_django",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cms.admin.middleware.PathLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cms.entry.failures.FailureMiddleware",  # last: the first to see what a view raises
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

DATABASES = {"default": database(env.database_url)}
CACHES = {
    "default": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": env.redis_url}
        if env.redis_url
        else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    )
}
TASKS = {
    "default": {
        "BACKEND": {
            "immediate": "django_tasks.backends.immediate.ImmediateBackend",
            "database": "django_tasks_db.DatabaseBackend",
        }[env.tasks]
    }
}

# Languages. Adding a third is an entry here and a locale in the admin.
USE_TZ = True
TIME_ZONE = "Europe/Istanbul"
LANGUAGE_CODE = "tr"
LANGUAGES = [("tr", _("Turkish")), ("en", _("English"))]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True
WAGTAILFRONTENDCACHE_LANGUAGES: list[str] = []

WAGTAIL_SITE_NAME = "Dilmaç"
WAGTAILADMIN_BASE_URL = str(env.cms_url or f"http://localhost:{env.port}").rstrip("/")
WAGTAILIMAGES_IMAGE_MODEL = "cms.ContentImage"
WAGTAILDOCS_DOCUMENT_MODEL = "cms.ContentDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"  # the only method that honours private collections
WAGTAILDOCS_EXTENSIONS = [
    "csv",
    "docx",
    "key",
    "odp",
    "ods",
    "odt",
    "pdf",
    "pptx",
    "rtf",
    "txt",
    "xlsx",
    "zip",
]
WAGTAILEMBEDS_RESPONSIVE_HTML = True
WAGTAIL_USAGE_COUNT_ENABLED = True
WAGTAIL_ENABLE_UPDATE_CHECK = False  # nothing is fetched from outside
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None

mail = post_office(env.email_url)
EMAIL_BACKEND = mail.backend
EMAIL_HOST, EMAIL_PORT = mail.host, mail.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = mail.user, mail.password
EMAIL_USE_TLS, EMAIL_USE_SSL = mail.starts_tls, mail.is_tls
EMAIL_TIMEOUT = SECONDS
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.mail_from or "Dilmaç <no-reply@localhost>"

VAR_DIR = env.var_dir
PORT = env.port
WSGI_MODULE = "config.wsgi:application"
STATIC_URL = "/static/"
STATIC_ROOT = env.var_dir / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = env.var_dir / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
FRONTEND_URL = str(env.frontend_url).rstrip("/") if env.frontend_url else ""
FRONTEND_CONTRACT_DIR = BASE_DIR / "frontend_contract"

GRAPHQL_READERS = env.graphql_readers
GRAPHQL_DOCUMENTS = env.graphql_documents
GRAPHQL_INTROSPECTION = env.graphql_introspection
GRAPHQL_ORIGINS = env.graphql_origins
GRAPHQL_LIMITS = env.graphql_limits
GRAPHQL_RATE = env.graphql_rate
SHARED_CACHE_SECONDS = env.shared_cache_seconds
PROXIES = env.proxies

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": env.log_level},
    # They report every page and every task, which drowns what an operator looks for.
    "loggers": {name: {"level": "WARNING"} for name in ("wagtail", "django_tasks", "willow")},
}
