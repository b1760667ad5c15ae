"""The test suite: fast hashes, own folders, mail kept in memory."""

import tempfile
from pathlib import Path

from config.settings.base import *  # noqa: F403 -- Django's way of layering settings

SECRET_KEY = "test-only-key-that-is-long-enough-for-every-check"
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="dilmac-test-media-"))
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
