"""Incidents as documents: with violations, acts, what each rests on, what is still to be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tawthiq.record.link.act import Act
    from tawthiq.record.link.incident import Incident
    from tawthiq.record.link.particulars.spec import FieldSpec
    from tawthiq.record.link.tally import Mismatch
    from tawthiq.record.link.violation import Violation
    from tawthiq.safe.work import Reader


def shown(reader: Reader, incident_id: str) -> dict[str, Any]:
    """An incident with all it holds; raises NotFound."""
    from tawthiq.record.link.models import read
    from tawthiq.record.link.tally import mismatches

    held = [(one, read.get_acts(reader, one.id)) for one in read.get_violations(reader, incident_id)]
    rests = _rests(reader, [name for one, acts in held for name in (one.id, *(act.id for act in acts))])
    return {
        **incident_document(read.get_incident(reader, incident_id)),
        "violations": [
            {
                "violation": one.id,
                **_without(_told(one), "id", "incident"),
                "statements": rests.get(one.id, []),
                "acts": [_shown_act(act, rests.get(act.id, [])) for act in acts],
            }
            for one, acts in held
        ],
        "gaps": _gaps(held),
        "mismatches": [mismatch(one) for violation, acts in held for one in mismatches(violation, acts)],
    }


def _shown_act(act: Act, rests: list[dict[str, str]]) -> dict[str, Any]:
    from tawthiq.record.link.act import time_with_party

    lasted = time_with_party(act)
    days = {"days_min": lasted.days_min, "days_max": lasted.days_max} if lasted else None
    told = _without(_told(act), "id", "violation")
    return {"act": act.id, **told, "converted": _converted(act), "with_party": days, "statements": rests}


def _converted(act: Act) -> dict[str, str] | None:
    from tawthiq.record.link.paid import conversion_of

    made = conversion_of(act)
    if made is None:
        return None
    value = {"amount": f"{made.value.amount:f}", "currency": made.into, "per": made.value.per.value}
    return {**value, "rate": f"{made.rate:f}", "on": made.on.isoformat(), "source": made.origin}


def _told(noun: Act | Violation) -> dict[str, Any]:
    content = noun.content()
    return {**content, "particulars": noun.particulars.content()}


def mismatch(one: Mismatch) -> dict[str, Any]:
    """A tally that the acts contradict."""
    bounds = [one.counted_min, one.counted_max]
    return {
        "violation": one.violation_id,
        "field": one.field,
        "claimed": one.claimed,
        "counted": one.counted,
        "bounds": bounds,
    }


def _gaps(held: list[tuple[Violation, list[Act]]]) -> list[dict[str, str]]:
    from tawthiq.record.link.particulars.check import gaps
    from tawthiq.record.link.particulars.spec import Level

    found = [gap for one, _ in held for gap in gaps(one.id, one.type, Level.VIOLATION, one.particulars)]
    found += [gap for one, acts in held for act in acts for gap in gaps(act.id, one.type, Level.ACT, act.particulars)]
    return [{"thing": gap.thing, "level": gap.level.value, "field": gap.name} for gap in found]


def _rests(reader: Reader, subject_ids: list[str]) -> dict[str, list[dict[str, str]]]:
    from tawthiq.record.link.models import read

    supports = read.get_support(reader, subject_ids)
    kinds = {one: source.kind for one, source in read.get_sources(reader, {s.source_id for s in supports}).items()}
    found: dict[str, list[dict[str, str]]] = {}
    for one in supports:
        rest = {"statement": one.statement_id, "source": one.source_id, "source_kind": kinds[one.source_id]}
        found.setdefault(one.subject_id, []).append(rest)
    return found


def incident_document(incident: Incident) -> dict[str, Any]:
    """An incident without what it holds."""
    content = {**incident.content(), "particulars": incident.particulars.content()}
    return {"incident": incident.id, **_without(content, "id")}


def _without(content: Any, *names: str) -> dict[str, Any]:
    return {name: value for name, value in content.items() if name not in names}


def field_document(spec: FieldSpec, language: str) -> dict[str, Any]:
    """A field of a form, labelled in a language."""
    return {
        "name": spec.name,
        "level": spec.level.value,
        "kind": spec.kind.value,
        "label": spec.label(language),
        "vocabulary": spec.vocabulary,
        "choices": list(spec.choices()),
        "unit": spec.unit,
        "need": spec.need.value,
        "claim": spec.claim,
        "guarded": spec.guarded,
        "requirement": spec.requirement,
    }
