"""Who calls the API: a person signed in at the desk, or the bearer of a token that `tawthiq account token` made."""

from __future__ import annotations

from django.core import signing
from django.http import HttpRequest
from ninja.security import HttpBearer, SessionAuth

from tawthiq.safe.models import Account
from tawthiq.safe.work import Reader

SALT = "tawthiq.api"
MAX_AGE_S = 90 * 24 * 3600


def make_token(account: Account) -> str:
    """A token that opens what the account opens, for 90 days; it dies with the account or its next password."""
    return signing.dumps({"actor": account.actor_id, "hash": account.get_session_auth_hash()}, salt=SALT)


class BearerToken(HttpBearer):
    """`Authorization: Bearer TOKEN`."""

    def authenticate(self, request: HttpRequest, token: str) -> Account | None:  # noqa: ARG002  # ninja's signature
        """The account of a living token."""
        try:
            claim = signing.loads(token, salt=SALT, max_age=MAX_AGE_S)
        except signing.BadSignature:
            return None
        account = Account.objects.filter(actor_id=claim["actor"], is_active=True).first()
        return account if account and account.get_session_auth_hash() == claim["hash"] else None


class Session(SessionAuth):
    """The cookie of the desk."""

    def authenticate(self, request: HttpRequest, key: str | None) -> Account | None:  # noqa: ARG002  # ninja's signature
        """The account that is signed in."""
        return request.user if isinstance(request.user, Account) and request.user.is_active else None


def reader_of(request: HttpRequest) -> Reader:
    """What the caller may see."""
    account: Account = request.auth  # type: ignore[attr-defined]  # set by ninja after authentication
    return Reader(account.as_actor())
