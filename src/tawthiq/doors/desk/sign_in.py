"""Sign-in links: a signed token for one account, good once and for half a day."""

from __future__ import annotations

import hashlib
import secrets

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tawthiq.doors.desk.page import error_page
from tawthiq.doors.models import UsedLink
from tawthiq.safe.models import Account
from tawthiq.terms.errors import NotPermitted

SALT = "tawthiq.sign-in-link"
GOOD_FOR_S = 12 * 3600
BACKEND = "django.contrib.auth.backends.ModelBackend"


def make_sign_in_link(account: Account) -> str:
    """A path that signs this account in, once, within 12 hours; useless where a second factor is set up."""
    token = signing.dumps({"account": account.actor_id, "nonce": secrets.token_urlsafe(12)}, salt=SALT)
    return reverse("enter", args=[token])


def account_of(token: str) -> Account:
    """The account of a token that is good and not used yet; raises NotPermitted."""
    try:
        said = signing.loads(token, salt=SALT, max_age=GOOD_FOR_S)
    except signing.BadSignature as reason:
        raise _refused() from reason
    if UsedLink.objects.filter(token_sha256=_mark(token)).exists():
        raise _refused()
    account = Account.objects.filter(actor_id=said["account"], is_active=True).first()
    if account is None or is_mfa_enabled(account):
        raise _refused()
    return account


def use(token: str) -> Account:
    """The account of a token, which is used up by this; two at once: one wins. Raises NotPermitted."""
    account = account_of(token)
    try:
        with transaction.atomic():
            UsedLink.objects.create(token_sha256=_mark(token))
    except IntegrityError as reason:
        raise _refused() from reason
    return account


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks, so that a program that looks at links uses none up; POST signs in."""
    try:
        if request.method == "GET":
            return render(request, "desk/enter.html", {"account": account_of(token)})
        login(request, use(token), backend=BACKEND)
    except NotPermitted as error:
        return error_page(request, error)
    return redirect("my_work")


def _mark(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _refused() -> NotPermitted:
    return NotPermitted(
        "this sign-in link does not work: it was used already, is older than 12 hours, or was cut short",
        do="ask for a new link, or sign in with your password",
    )


urls: list[URLPattern] = [path("enter/<str:token>/", enter, name="enter")]
