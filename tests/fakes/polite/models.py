"""Greetings."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Greeting(models.Model):
    """What one says."""

    words = models.CharField(_("Words"), max_length=100)

    def __str__(self) -> str:
        return self.words
