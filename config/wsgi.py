"""The WSGI application that a server runs. It refuses to start with plugins that cannot be composed."""

import gc
import os

from django.apps import apps
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

django = get_wsgi_application()
apps.get_app_config("cms").compose()  # type: ignore[attr-defined]  # CmsConfig

from cms.graphql.http.application import DeliveryApplication  # noqa: E402 -- the apps come first

application = DeliveryApplication(django)

# What is there now stays: looking through it for garbage, again and again, would hold up some requests.
gc.collect()
gc.freeze()
