"""Signed-in sessions for the accounts of a home, printed as JSON: user name -> session key.

Run in a process of its own with TAWTHIQ_HOME set, so that the browser tests hold no database of their own.
"""

from __future__ import annotations

import json
import sys

import django
from django.test import Client


def main() -> None:
    """Signs every active account in, without its password."""
    django.setup()
    from django.conf import settings
    from django.contrib.auth import get_user_model

    keys = {}
    for account in get_user_model().objects.filter(is_active=True):
        client = Client()
        client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
        roles = sorted(getattr(account, "roles", []))
        keys[account.get_username()] = {"key": client.cookies[settings.SESSION_COOKIE_NAME].value, "roles": roles}
    sys.stdout.write(json.dumps({"cookie": settings.SESSION_COOKIE_NAME, "accounts": keys}))


if __name__ == "__main__":
    main()
