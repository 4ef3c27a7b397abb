"""Tables of the doors: used sign-in links, a person's own settings of the desk, forms begun."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class UsedLink(models.Model):
    """A one-time sign-in link that has been used, known by the SHA-256 of its token."""

    token_sha256 = models.CharField(max_length=64, primary_key=True)
    used_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "doors_used_link"


class Preference(models.Model):
    """How one person likes the desk. `keys`: command -> key, where it differs from the usual one.

    `views_at_break`: how much the person had opened when the desk last asked them to pause; nobody else reads it.
    """

    account = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True)
    keys_on = models.BooleanField(default=False)
    keys = models.JSONField(default=dict)
    guide_dismissed = models.BooleanField(default=False)
    views_at_break = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "doors_preference"


class Draft(models.Model):
    """A form that one person has begun. It is no part of the record: nobody else sees it, it goes when it is kept.

    `form`: the form's address; `title`: of its page; `fields`: field name -> what was typed.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    form = models.CharField(max_length=300)
    title = models.CharField(max_length=200)
    fields = models.JSONField(default=dict)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        db_table = "doors_draft"
        unique_together = (("account", "form"),)
