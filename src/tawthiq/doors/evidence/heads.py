"""Heads: the signed heads of the log in a row, each proved to continue the one before."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

from tawthiq.safe import checkpoints, ledger, log_keys, merkle, stamps
from tawthiq.safe.access import Action
from tawthiq.safe.checkpoint import Checkpoint
from tawthiq.safe.handover import KeyChain
from tawthiq.safe.levels import Levels
from tawthiq.safe.work import Reader
from tawthiq.terms.identity import Json


def heads(reader: Reader) -> dict[str, Any]:
    """As `audit checkpoint list --json` prints them; raises NotPermitted."""
    reader.require(Action.LEDGER_READ)
    signed = checkpoints.get_checkpoints()
    levels = Levels(ledger.stored_leaves()) if len(signed) > 1 else Levels([])
    proofs = {after.size: _proof(before, after, levels) for before, after in pairwise(signed)}
    gaps = {one.size: one.to_json() for one in stamps.standings(datetime.now(UTC))}
    chain = log_keys.key_chain()
    rows = [{**one.to_json(), **gaps[one.size], **proofs.get(one.size, _FIRST)} for one in signed]
    return {"key": chain.last.text, "fingerprint": chain.last.fingerprint, "keys": keys(chain), "checkpoints": rows}


def keys(chain: KeyChain) -> list[dict[str, Json]]:
    """Every key of the log, oldest first, with the least number of lines that it signs."""
    return [{"from_size": size, "key": key.text, "fingerprint": key.fingerprint} for size, key in chain.keys]


_FIRST: dict[str, Any] = {"continues": None, "proof": []}


def _proof(before: Checkpoint, after: Checkpoint, levels: Levels) -> dict[str, Any]:
    """The consistency proof from one head to the next, and whether it holds."""
    if after.size > levels.size:
        return {"continues": False, "proof": []}
    proof = merkle.consistency_proof(before.size, after.size, levels.subtree)
    roots = bytes.fromhex(before.root), bytes.fromhex(after.root)
    held = merkle.consistent(before.size, after.size, *roots, proof)
    return {"continues": held, "proof": [node.hex() for node in proof]}
