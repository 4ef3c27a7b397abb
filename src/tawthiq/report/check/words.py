"""Words: a finding as sentences that a reader understands without the codes, in English or Arabic; pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from tawthiq.report.check.claim import Claim, Known, Origin
from tawthiq.report.check.contradiction import Contradiction
from tawthiq.report.check.phrases import TABLE
from tawthiq.report.check.scope import Dimension
from tawthiq.report.check.spoken import known_words, number, scope_words, source_words, value_words
from tawthiq.report.check.verdict import Beside, Finding, Word
from tawthiq.terms.errors import UnknownCode


def explained(finding: Finding, language: str = "en") -> tuple[str, ...]:
    """The word in a sentence, then contradictions, notes, and what the record counts; raises UnknownCode."""
    if language not in TABLE:
        raise UnknownCode(f"{language!r} is no language of the check", do=f"use one of: {', '.join(TABLE)}")
    said = (sentence[:1].upper() + sentence[1:] for sentence in _sentences(finding, TABLE[language], language))
    return tuple(dict.fromkeys(said))


def _sentences(finding: Finding, phrases: Mapping[str, str], language: str) -> Iterator[str]:
    first = finding.beside[0] if finding.beside else None
    yield from (_clash(one, phrases, language) for one in finding.against)
    if finding.word is Word.CONTRADICTORY:
        if not finding.against:
            yield phrases[finding.word.value]
        if first is not None and first.agrees:
            word = Word.SCOPE_DIFFERS if first.differs else Word.SUPPORTED
            yield phrases[word.value].format_map(_parts(finding.claim, first, language))
    else:
        yield phrases[finding.word.value].format_map(_parts(finding.claim, first, language))
    for note in finding.notes:
        yield phrases[note.value].format_map(_parts(finding.claim, first, language, _other(finding)))
    yield from _counted(finding, phrases, language)


def _parts(claim: Claim, beside: Beside | None, language: str, other: Beside | None = None) -> dict[str, str]:
    """What a template may name."""
    named = frozenset(one.dimension for one in beside.differs) if beside else frozenset[Dimension]()
    known = beside.known if beside else None
    return {
        "value": value_words(claim.quantity, language),
        "quoted": scope_words(claim.scope, language, named),
        "who": source_words(known, language) if known else "",
        "known": known_words(known, language) if known else "",
        "scope": scope_words(known.scope, language, named) if known else "",
        "other": known_words(other.known, language) if other else "",
    }


def _other(finding: Finding) -> Beside | None:
    """The nearest figure in scope that says another number."""
    return next((one for one in finding.beside if not one.agrees and not one.differs), None)


def _counted(finding: Finding, phrases: Mapping[str, str], language: str) -> Iterator[str]:
    """What the record itself counts, where the finding rests on somebody else's figure."""
    beside = [one for one in finding.beside if one.known.origin is Origin.RECORD]
    for one in [one for one in beside if one is not finding.beside[0]][:1]:
        parts = _parts(finding.claim, one, language)
        yield phrases["beside_record"].format_map({**parts, "basis": one.known.basis})


def _clash(one: Contradiction, phrases: Mapping[str, str], language: str) -> str:
    parts = {
        "share": value_words(one.claims[0].quantity, language),
        "total": _total(one.total),
        "needs": _stretch(one.needs, language),
        "found": number(one.found),
        "denominator": _stretch(one.denominator, language) if one.denominator else "",
    }
    return phrases[one.clash.value].format_map(parts)


def _total(total: Claim | Known | None) -> str:
    return number(total.quantity.low or Fraction(0)) if total is not None else ""


def _stretch(ends: tuple[Fraction, Fraction], language: str) -> str:
    low, high = (number(Fraction(round(end))) for end in ends)
    return low if low == high else TABLE[language]["between"].format(low, high)
