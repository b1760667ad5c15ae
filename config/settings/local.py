"""One developer's machine: everything visible, nothing sent anywhere."""

from config.settings.base import *  # noqa: F403 -- Django's way of layering settings

DEBUG = True
WHITENOISE_USE_FINDERS = True
