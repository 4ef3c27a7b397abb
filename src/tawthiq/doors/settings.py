"""Django's settings, built from the configuration of this home."""

SECRET_KEY = "building"  # noqa: S105
INSTALLED_APPS: list[str] = []
USE_TZ = True
