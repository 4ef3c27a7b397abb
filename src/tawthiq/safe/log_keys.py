"""Log keys: the keys that this home's log had and has, as the log itself tells of them."""

from __future__ import annotations

from tawthiq.safe import ledger
from tawthiq.safe.access import Action
from tawthiq.safe.event import Event
from tawthiq.safe.handover import Handover, KeyChain, chained, read_handover
from tawthiq.safe.home import current_home
from tawthiq.safe.ledger import Fault
from tawthiq.terms.errors import IntegrityBroken


def key_chain() -> KeyChain:
    """Raises IntegrityBroken where the handovers do not lead, signed, to a key that this home holds."""
    home = current_home()
    handovers = [_handover(event) for event in handover_events()]
    last = handovers[-1].after if handovers else home.log_verifier()
    if home.log_seed(last) is None:
        raise IntegrityBroken(
            "the log was handed over to a key that this home does not hold",
            where=f"line {handovers[-1].seq}",
            do="bring back the folder of keys; run `tawthiq audit verify`",
        )
    return chained(handovers, last)


def handover_events(upto_size: int | None = None) -> list[Event]:
    """The lines (of the first so many) that tell of a handover, oldest first."""
    found = (event for event in ledger.events_of(current_home().log_name) if event.action == Action.LEDGER_ROTATE)
    return [event for event in found if upto_size is None or event.seq < upto_size]


def faults() -> list[Fault]:
    """Handovers that do not hold."""
    try:
        key_chain()
    except IntegrityBroken as reason:
        return [Fault(-1, f"{reason.what} ({reason.where})" if reason.where else reason.what)]
    return []


def _handover(event: Event) -> Handover:
    return read_handover(str(event.detail.get("note", "")), event.seq, current_home().log_name)
