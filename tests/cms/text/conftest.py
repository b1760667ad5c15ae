"""Property tests without a time limit for one example: a busy machine is not a defect."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
