"""The WSGI application that a server runs. It refuses to start with plugins that cannot be composed."""

import os

from django.apps import apps
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

application = get_wsgi_application()
apps.get_app_config("cms").compose()  # type: ignore[attr-defined]  # CmsConfig
