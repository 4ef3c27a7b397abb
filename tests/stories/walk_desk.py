"""Walks the desk of a home as each of its users, with every log line on; run as `python walk_desk.py HOME`."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from tawthiq.doors.boot import boot

LISTS = ("my_work", "items", "statements", "incidents", "verification", "figures", "releases", "ledger", "jobs")


def main() -> None:
    """Each page of each list once, an answer that is refused, a search for words, a page that is not there."""
    boot(Path(sys.argv[1]))
    for name in ("", "django_structlog", "django", "axes", "tawthiq"):
        logging.getLogger(name).setLevel(logging.INFO)
    from django.test import Client
    from django.urls import reverse

    from tawthiq.doors.demo.people import PEOPLE
    from tawthiq.safe.models import Account

    seen = 0
    for username in PEOPLE:
        client = Client(raise_request_exception=False, headers={"host": "localhost"})
        client.force_login(Account.objects.get(username=username), "django.contrib.auth.backends.ModelBackend")
        for page in LISTS:
            seen += client.get(reverse(page)).status_code == 200
        client.get(reverse("items") + "?q=Harbour+Courier")
        client.get("/no-page/")
        client.post(reverse("item_add"), {"note": "Harbour Courier"})
        client.post(reverse("account_login"), {"login": username, "password": "lions of tomorrow"})
    sys.stdout.write(f"{seen}\n")


main()
