"""How long Hypothesis tries: as always, or for make fuzz."""

from hypothesis import settings

settings.register_profile("fuzz", max_examples=5_000)
