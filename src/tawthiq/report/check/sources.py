"""Sources: whether the words for two sources name one and the same; pure."""

from __future__ import annotations

from tawthiq.terms.folding import fold_name

_SPELLINGS: tuple[tuple[str, ...], ...] = (
    ("un", "united nations", "u n", "onu", "l onu", "lonu", "nations unies", "naciones unidas", "الأمم المتحدة"),
    ("sg", "secretary general", "secretary generals", "secretaire general", "secretario general", "الأمين العام"),
    ("unicef", "united nations children's fund", "un children's fund", "اليونيسف", "اليونيسيف"),
    ("hrw", "human rights watch", "هيومن رايتس ووتش"),
    ("sohr", "syrian observatory for human rights", "المرصد السوري لحقوق الإنسان"),
    ("icrc", "international committee of the red cross", "cicr", "اللجنة الدولية للصليب الأحمر"),
    ("amnesty", "amnesty international", "منظمة العفو الدولية", "العفو الدولية"),
)
"""Ways to write some organisations that report; the first of a row stands for all of it."""

_SMALL_WORDS = (
    "the a an of on in for and s same this that said its le les la l une du de des d et sur meme el los las y del "
    "sobre mismo misma هذا نفس نفسه ذاته"
)
_GENERIC_WORDS = (
    "report reports study document statement source officials official group organisation organization agency press "
    "release rapport etude communique informe estudio documento comunicado تقرير التقرير بيان مصدر"
)
_SMALL, _GENERIC = (frozenset(fold_name(words).split()) for words in (_SMALL_WORDS, _GENERIC_WORDS))


def same_source(quoted: str, known: str) -> bool:
    """True when one name holds the other: "United Nations (UN)" cites "UN Secretary-General", UNICEF does not.

    Words such as "the same report" name nobody, and so may be anybody. An empty name is no source.
    """
    if not quoted or not known:
        return False
    mine, theirs = _words(quoted), _words(known)
    return not mine or not theirs or mine <= theirs or theirs <= mine


def names_somebody(quoted: str) -> bool:
    """True when the words name a source, and not just "the report"."""
    return bool(_words(quoted))


def _words(name: str) -> frozenset[str]:
    text = f" {fold_name(name)} "
    for spelling, short in _SHORT:
        text = text.replace(f" {spelling} ", f" {short} ")
    return frozenset(text.split()) - _SMALL - _GENERIC


def _by_length() -> tuple[tuple[str, str], ...]:
    """(spelling, what stands for it), the longest first, so that a fund of the UN is not read as the UN."""
    pairs = [(fold_name(spelling), row[0]) for row in _SPELLINGS for spelling in row[1:]]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


_SHORT = _by_length()
