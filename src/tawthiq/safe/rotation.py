"""Rotation: the key that signs the log hands over to a new one, as one act of the log."""

from __future__ import annotations

from functools import partial

from django.db import transaction

from tawthiq.safe import checkpoints
from tawthiq.safe.access import Action
from tawthiq.safe.handover import Handover, read_handover, signed_handover
from tawthiq.safe.home import current_home
from tawthiq.safe.log_keys import key_chain
from tawthiq.safe.work import Work, writes


@writes(Action.LEDGER_ROTATE)
def hand_over(work: Work) -> Handover:
    """Sign the head with the old key for the last time, make a new key, write the line that both sign.

    The old seed is deleted once all this is committed. Raises IntegrityBroken for a log that must not be signed.
    """
    home, chain = current_home(), key_chain()
    home.settle_log_key(chain.last)
    head, before = checkpoints.sign_head(), home.log_key()
    note = signed_handover(before, home.next_log_key(), home.log_name, head.size, head.root)
    seq = work.record(home.log_name, {"note": note}, detail={"note": note})
    made = read_handover(note, seq, home.log_name)
    transaction.on_commit(partial(home.settle_log_key, made.after))
    return made
