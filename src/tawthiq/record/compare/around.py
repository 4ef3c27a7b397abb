"""Around: the sure copies of an item, and what they inherit: cautions when read, seals when written."""

from __future__ import annotations

from collections.abc import Iterable

from tawthiq.record.collect import models as collect
from tawthiq.record.collect.caution import Warned, standing, warned
from tawthiq.record.collect.models import harm
from tawthiq.record.collect.sealing import Seal, SealAct, SealState, SealStep
from tawthiq.record.compare import models
from tawthiq.record.compare.copy import Copy
from tawthiq.record.compare.decision import Decision
from tawthiq.record.compare.first_posted import posting_of
from tawthiq.record.compare.roots import Cluster, Roots, find_roots
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import Conflict, SecondSignature

MAX_AROUND = 2000
"""Items looked at around one; a cluster beyond it is shown as far as it goes."""


def roots_around(reader: Reader, item_id: str) -> tuple[list[Copy], list[Decision], Roots]:
    """Every link and decision that leads to an item, however far, and the clusters they make."""
    decisions = models.get_judgements(reader)
    copies, items = _reached(reader, item_id, decisions)
    arrivals = collect.get_receipts_of(reader, sorted(items))
    postings = {one: posting_of(receipt) for one, receipt in arrivals.items()}
    return copies, decisions, find_roots(postings, copies, decisions)


def cluster_of(roots: Roots, item_id: str) -> Cluster:
    """The items that go back to one root with this one, itself among them."""
    alone = Cluster(item_id, frozenset([item_id]), frozenset([item_id]))
    return next((one for one in roots.clusters if item_id in one.members), alone)


def same_root(reader: Reader, item_id: str) -> frozenset[str]:
    """The item and its sure copies."""
    *_, roots = roots_around(reader, item_id)
    return cluster_of(roots, item_id).members


def warned_of(reader: Reader, item_id: str, members: Iterable[str]) -> Warned:
    """What is shown before an item is opened: what was said of it, or of its copies (`members`)."""
    said = standing(harm.get_cautions(reader, [*members, item_id]))
    return warned(item_id, said)


def seal_with_copies(work: Work, item_id: str, act: SealAct) -> Seal:
    """Take a step for an item and its sure copies. Raises Conflict, SecondSignature for the item itself."""
    others = same_root(work, item_id) - {item_id}
    after = harm.put_seal_step(work, SealStep(item_id, act, work.actor.id, work.at))
    for other in sorted(others):
        try:
            harm.put_seal_step(work, SealStep(other, act, work.actor.id, work.at, item_id))
        except (Conflict, SecondSignature):
            continue  # it stands otherwise already, by steps of its own
    return after


def inherit_seal(work: Work, item_id: str) -> None:
    """Close a new item whose sure copy is closed, as far as that one is; nobody has to look at it again."""
    if harm.get_seal_steps(work, item_id):
        return
    for other in sorted(same_root(work, item_id) - {item_id}):
        state = harm.get_seal(work, other).state
        if state is SealState.OPEN:
            continue
        steps = {step.act: step.actor for step in harm.get_seal_steps(work, other)}
        acts = [SealAct.ASK_SEAL] if state is SealState.HELD else [SealAct.ASK_SEAL, SealAct.CONFIRM_SEAL]
        for act in acts:
            harm.put_seal_step(work, SealStep(item_id, act, steps[act], work.at, other))
        return


def _reached(reader: Reader, item_id: str, decisions: Iterable[Decision]) -> tuple[list[Copy], set[str]]:
    """Links found from item to item: those that lead to this one, not all that there are."""
    sides = [decision.left | decision.right for decision in decisions]
    found: dict[str, Copy] = {}
    queue, seen = [item_id], {item_id}
    while queue and len(seen) < MAX_AROUND:
        here = queue.pop()
        links = models.get_copies(reader, here)
        found |= {copy.id: copy for copy in links}
        named = {one for copy in links for one in copy.pair} | {one for side in sides if here in side for one in side}
        queue += sorted(named - seen)
        seen |= named
    return list(found.values()), seen
