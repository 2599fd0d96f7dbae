"""One setting for all property tests: no clock decides whether a test passes."""

from hypothesis import settings

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
