"""Stamps: time stamps on signed heads: what was asked, what waits, what was accepted, how long the gap is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import models

from tawthiq.safe.checkpoint import Checkpoint
from tawthiq.safe.checkpoints import get_checkpoints
from tawthiq.safe.ledger import Fault
from tawthiq.safe.models import StampRequestRow, StampRow
from tawthiq.safe.stamp import Checked, Request, ask_for, check_reply
from tawthiq.terms.errors import IntegrityBroken, NotFound, TawthiqError
from tawthiq.terms.identity import Json


@dataclass(frozen=True, slots=True)
class Stamp:
    """An accepted time stamp on the head of `size` lines; `request`, `reply`: DER; `roots`: PEM."""

    size: int
    request: bytes
    reply: bytes
    roots: str
    stamped_at: datetime
    checked_by: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the stamping of one head stands. `gap_s`: seconds from its signing to its stamp, or to now if it waits."""

    size: int
    made_at: datetime
    asked: bool
    stamped_at: datetime | None
    gap_s: int

    def to_json(self) -> dict[str, Json]:
        """As printed."""
        return {
            "size": self.size,
            "made_at": self.made_at.isoformat(),
            "asked": self.asked,
            "stamped_at": self.stamped_at.isoformat() if self.stamped_at else None,
            "gap_s": self.gap_s,
        }


def request_stamp(checkpoint: Checkpoint) -> Request:
    """The request that waits for this head, else a new one that waits from now on; inside the caller's Work."""
    waiting = _waiting().filter(size=checkpoint.size).first()
    if waiting is not None:
        return Request(bytes(waiting.request), int(waiting.nonce))
    made = ask_for(checkpoint.note.encode())
    now = datetime.now(UTC)
    StampRequestRow.objects.create(size=checkpoint.size, request=made.der, nonce=str(made.nonce), requested_at=now)
    return made


def waiting_requests() -> list[tuple[int, Request]]:
    """(size, request) of every request without an accepted reply, oldest first."""
    return [(row.size, Request(bytes(row.request), int(row.nonce))) for row in _waiting().order_by("pk")]


def accept_reply(reply: bytes, roots_pem: bytes) -> Stamp:
    """Keep a reply that answers a waiting request, inside the caller's Work.

    Raises NotFound when nothing waits, IntegrityBroken or UnreadableInput when it answers none of what waits.
    """
    notes = {one.size: one.note for one in get_checkpoints()}
    refused: TawthiqError = NotFound("no request waits for a reply", do="make one: tawthiq audit timestamp request")
    for row in _waiting().order_by("-pk"):
        asked = Request(bytes(row.request), int(row.nonce))
        try:
            checked = check_reply(reply, asked, notes[row.size].encode(), roots_pem)
        except IntegrityBroken as reason:
            refused = reason
            continue
        return _keep(row, reply, roots_pem, checked)
    raise refused


def get_stamps(upto_size: int | None = None) -> list[Stamp]:
    """Every accepted time stamp (on heads up to a size), oldest head first."""
    rows = StampRow.objects.order_by("size", "pk")
    if upto_size is not None:
        rows = rows.filter(size__lte=upto_size)
    asked = dict(StampRequestRow.objects.values_list("pk", "request"))
    return [_stamp(row, bytes(asked[row.request_id])) for row in rows]


def standings(now: datetime) -> list[Standing]:
    """Every signed head with its gap, oldest first."""
    asked = set(StampRequestRow.objects.values_list("size", flat=True))
    stamped: dict[int, datetime] = {}
    for size, at in StampRow.objects.order_by("-stamped_at").values_list("size", "stamped_at"):
        stamped[size] = at
    return [
        Standing(
            one.size,
            one.made_at,
            one.size in asked,
            stamped.get(one.size),
            int((stamped.get(one.size, now) - one.made_at).total_seconds()),
        )
        for one in get_checkpoints()
    ]


def faults() -> list[Fault]:
    """Kept stamps that do not hold any more, each checked again against the roots kept with it."""
    notes = {one.size: one.note for one in get_checkpoints()}
    asked = {row.pk: Request(bytes(row.request), int(row.nonce)) for row in StampRequestRow.objects.all()}
    found: list[Fault] = []
    for row in StampRow.objects.order_by("pk"):
        try:
            check_reply(bytes(row.reply), asked[row.request_id], notes[row.size].encode(), row.roots.encode())
        except (KeyError, TawthiqError):
            found.append(Fault(-1, f"the time stamp on the head of {row.size} lines does not hold"))
    return found


def _waiting() -> models.QuerySet[StampRequestRow]:
    return StampRequestRow.objects.exclude(pk__in=StampRow.objects.values("request_id"))


def _keep(row: StampRequestRow, reply: bytes, roots_pem: bytes, checked: Checked) -> Stamp:
    kept = StampRow.objects.create(
        size=row.size,
        request_id=row.pk,
        reply=reply,
        roots=roots_pem.decode(),
        stamped_at=checked.stamped_at,
        accepted_at=datetime.now(UTC),
        checked_by=checked.by,
    )
    return _stamp(kept, bytes(row.request))


def _stamp(row: StampRow, request: bytes) -> Stamp:
    return Stamp(row.size, request, bytes(row.reply), row.roots, row.stamped_at, row.checked_by)
