"""The user: Django's own, under our label, so that it can grow without a painful migration."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):  # type: ignore[django-manager-missing]  # Wagtail names them by pattern
    """Someone who may sign in to the admin. The interface language is Wagtail's profile setting."""
