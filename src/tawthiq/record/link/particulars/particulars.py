"""Particulars: the values of the fields of one incident, violation or act that its noun has no attribute for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tawthiq.record.link.particulars.value import Value, from_json, to_json
from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json
from tawthiq.terms.unknown import Unknown, Why

NOT_ASKED = Unknown(Why.NOT_ASKED)


@dataclass(frozen=True, slots=True)
class Particulars:
    """`values`: (name, value) by name, each name once; a field that is not there was not asked."""

    values: tuple[tuple[str, Value], ...] = ()

    def __post_init__(self) -> None:
        names = [name for name, _ in self.values]
        if names != sorted(set(names)):
            raise BadInput("a field is given twice, or out of order", where="particulars", do="use particulars_from")

    def __bool__(self) -> bool:
        return bool(self.values)

    def get(self, name: str) -> Value:
        """The value of a field; Unknown (not asked) when it is not there."""
        return dict(self.values).get(name, NOT_ASKED)

    def known(self) -> dict[str, Value]:
        """Every value by name, unknowns too; what was not asked is not in it."""
        return dict(self.values)

    def updated(self, later: Particulars) -> Particulars:
        """These with what a later telling says; what it does not say stays."""
        return of({**self.known(), **later.known()})

    def content(self) -> dict[str, Json]:
        """JSON that `from_content` reads back to equal particulars."""
        return {name: to_json(value) for name, value in self.values}


NONE = Particulars()


def of(values: Mapping[str, Value | None]) -> Particulars:
    """Particulars of a mapping; None is left out."""
    return Particulars(tuple((name, value) for name, value in sorted(values.items()) if value is not None))


def from_content(raw: Mapping[str, Json]) -> Particulars:
    """Particulars of their JSON; raises BadInput for a value that is none."""
    return of({name: from_json(value) for name, value in raw.items()})
