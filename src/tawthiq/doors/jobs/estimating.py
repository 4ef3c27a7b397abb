"""The job that asks methods about capture tables: of a kept estimate, of a kept table, of the register."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from tawthiq.record.collect.models import get_item
from tawthiq.report.count.spec import spec_from
from tawthiq.report.estimate.asking import Answered, Ask, answers, n_steps, narrowed
from tawthiq.report.estimate.capture import CaptureTable, pooled
from tawthiq.report.estimate.checks import checks_json
from tawthiq.report.estimate.combining import totals
from tawthiq.report.estimate.dossier import pictures
from tawthiq.report.estimate.kept import read_document
from tawthiq.report.estimate.method import Run
from tawthiq.report.estimate.models import get_estimate
from tawthiq.report.estimate.registered import Registered, registered
from tawthiq.report.estimate.step import put_outcomes, tables_of
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json

Progress = Generator[tuple[int, int | None], None, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where tables come from. `item_id`: empty for the register; `made_from`: what was asked of the register."""

    tables: tuple[CaptureTable, ...]
    item_id: str = ""
    made_from: Mapping[str, Json] | None = None


def origin_of(reader: Reader, options: Mapping[str, Any]) -> Origin:
    """The tables that `options` name: a kept `estimate`, or a kept table as `item`, by id; or a `question`, a spec."""
    if estimate_id := str(options.get("estimate", "")):
        kept = get_estimate(reader, estimate_id)
        return Origin((read_document(kept.document, kept.id).table,), kept.item_id, kept.document.get("made_from"))
    if item_id := str(options.get("item", "")):
        tables = tables_of(reader, get_item(reader, item_id))
        if not tables:
            raise BadInput("it is no table of capture histories", where=item_id, do="choose a CSV of 0/1 columns")
        return Origin(tables, item_id)
    if "question" not in options:
        raise BadInput("say which tables", where="estimate", do="name a kept estimate, a kept table, or a question")
    found = registered(reader, spec_from(options["question"]), by_kind=bool(options.get("by_kind")))
    return Origin(found.tables, "", made_from(found))


def made_from(found: Registered) -> dict[str, Json]:
    """What a kept estimate says of a table that the register gave."""
    return {
        "question": found.spec.content(),
        "by_kind": found.by_kind,
        "size": found.size,
        "n_in_groups": found.n_in_groups,
        "n_unlisted": found.n_unlisted,
        "n_copies": found.n_copies,
    }


def run_estimate(actor: Actor, options: Mapping[str, Any]) -> Progress:
    """Ask `methods` about the tables of `origin_of`, on chosen `lists` and `strata` (commas between), with a `seed`;
    `checks` runs every method on changed tables too.

    What they say is kept at the end, together, a stratum each and the total; stopped before, it keeps nothing.
    """
    reader = Reader(actor)
    reader.require(Action.ESTIMATE_MAKE)
    origin, ask = origin_of(reader, options), _ask(options)
    tables = narrowed(origin.tables, ask)
    found: list[Answered] = []
    n_all = n_steps(tables, ask)
    yield 0, n_all
    for n_done, answered in enumerate(answers(tables, ask), start=1):
        found += [answered] if answered else []
        yield n_done, n_all
    with Work(actor, Action.ESTIMATE_MAKE) as work:
        made = [_keep(work, origin, one, ask) for one in (*found, *_total(found, ask))]
    return {"estimate": made[-1], **({"parts": len(found)} if len(found) > 1 else {})}


def _keep(work: Work, origin: Origin, one: Answered, ask: Ask) -> str:
    more: dict[str, Json] = {}
    if origin.made_from:
        more["made_from"] = dict(origin.made_from)
    if one.checks:
        more["checks"] = {made.whole.method: checks_json(made) for made in one.checks}
    # JSON of our own, which mypy sees as mappings of specs
    more["charts"] = dict(pictures(one.outcomes, one.checks, observed=not origin.made_from))
    return put_outcomes(work, origin.item_id, one.table, Run(seed=ask.seed), one.outcomes, more)


def _total(found: list[Answered], ask: Ask) -> list[Answered]:
    """All strata together, summed draw by draw; nothing for one stratum."""
    if len(found) < len(("one", "another")):
        return []
    outcomes = totals([one.outcomes for one in found], Run(seed=ask.seed))
    whole = replace(pooled(one.table for one in found), stratum=" + ".join(one.table.stratum for one in found))
    return [Answered(whole, outcomes)]


def _ask(options: Mapping[str, Any]) -> Ask:
    return Ask(
        methods=_names(options, "methods") or ("all",),
        lists=_names(options, "lists"),
        strata=_names(options, "strata"),
        seed=_seed(options),
        checks=bool(options.get("checks")),
    )


def _names(options: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """A list of names; text is taken apart at its commas, as the command line gives it."""
    said = options.get(name, ())
    parts = said.split(",") if isinstance(said, str) else [str(one) for one in said]
    return tuple(part.strip() for part in parts if part.strip())


def _seed(options: Mapping[str, Any]) -> int:
    said = str(options.get("seed", 1))
    if not said.isdecimal():
        raise BadInput("a seed is a whole number, zero or more", where="seed")
    return int(said)
