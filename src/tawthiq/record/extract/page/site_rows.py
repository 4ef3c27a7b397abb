"""Site rows: schools and hospitals told one after the other, and what stands between dashes, beside a deed."""

from __future__ import annotations

from tawthiq.record.extract.page.deed_row import DeedRow
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS

_LISTED_TOKENS = 3
_SITES = ("school", "hospital")
_ASIDE_TOKENS = 20
_DASH = "-"


def closes_aside(row: DeedRow, deed: Hit, target: Hit) -> bool:
    """ "A restaurant — popular with aid workers — was destroyed": what stands between dashes is not what it was done
    to."""
    closes = next((at for at in range(target.last, deed.first) if _is_dash(row, at)), None)
    if closes is None or not row.is_one_of(closes + 1, "passive_words"):
        return False
    opens = (at for at in range(target.first - 1, max(0, target.first - _ASIDE_TOKENS), -1))
    return any(_is_dash(row, at) for at in opens)


def _is_dash(row: DeedRow, at: int) -> bool:
    """A dash with a space in front, no hyphen."""
    return row.form(at) == _DASH and at > 0 and row.tokens[at - 1].end < row.tokens[at].start


def listed_before(row: DeedRow, target: Hit) -> Hit | None:
    """ "Damaged 23 clinics and hospitals, 17 schools": the site that stands in front in the same list."""
    if target.code not in _SITES:
        return None
    at = target.first - 1
    while row.is_number(at):
        at -= 1
    if row.form(at) not in COMMAS and not row.is_one_of(at, "list_joiners"):
        return None
    before = [one for one in row.between(at - _LISTED_TOKENS, at, "targets") if one.last == at and one.code in _SITES]
    return before[0] if before else None
