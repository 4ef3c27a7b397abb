"""Attributions of one sentence, outermost first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.cue_words import introduces
from tawthiq.record.extract.speakers.could_speak import could_speak
from tawthiq.record.extract.speakers.cue_reach import clause_of
from tawthiq.record.extract.speakers.cues import READERS, level_of
from tawthiq.record.extract.speakers.second_verbs import by_second_verb
from tawthiq.record.extract.speakers.set_apart import note_end, noted_behind, set_apart
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS

_ALIAS_TOKENS = 7
"""Room behind a speaker for what else he is called, in front of "who"."""


def attributions_of(page: Page, clauses: Sequence[Clause], *, attitudes: bool = False) -> list[Attribution]:
    """Every attribution of one sentence, given all its clauses; outermost first.

    `attitudes`: also what somebody wants, supports, refuses: of use for measuring, not for documenting.
    """
    if not clauses:
        return []
    found: list[Attribution] = []
    nobodys: list[Attribution] = []
    first, last = _bounds(page, clauses)
    noted = note_end(page, page.sentences[clauses[0].sentence].first, last)
    for hit in page.hits_in(max(first, noted), last, "cues", *(("attitudes",) if attitudes else ())):
        if _is_in_share(page, hit):
            continue
        made = (
            _going_on(page, clauses, hit, found)
            or _piled(page, clauses, hit, found)
            or _relative_on(page, clauses, hit, found)
            or _calling_on(page, clauses, hit, found)
            or _by_somebody(page, READERS[_code(page, hit)](page, clauses, hit, first, last), nobodys)
            or _resumed(clauses, hit, found)
        )
        if (made is None or made.source is None) and not page.lexicon.data.get("verb_first"):
            made = by_second_verb(page, clauses, hit, found) or made
        if made is not None and made.source is None and page.is_one_of(hit.first - 1, "list_joiners"):
            made = _resumed(clauses, hit, found) or made
        if made is not None:
            found.append(_within_stops(page, clauses, made))
    found = found or set_apart(page, clauses, first, last) or noted_behind(page, clauses) or nobodys[:1]
    return sorted(
        _without_weak(page, first, _without_swallowed(page, _without_doubles(found))),
        key=lambda item: (_nearness(page, item), -_relays(page, item), -len(item.clauses), _is_inside(clauses, item)),
    )


def _by_somebody(page: Page, item: Attribution | None, nobodys: list[Attribution]) -> Attribution | None:
    """The same, where its source could speak at all: a name, people, a body, a pronoun. Else it is added to `nobodys`,
    without the source: where no other voice is found, somebody says it who is not told."""
    if item is None or item.source is None:
        return item
    if any(page.is_one_of(item.source[1] - 1, table) for table in ("pronouns", "loose_relatives")):
        return item
    where = item.source[1] <= item.cue.first and page.is_one_of(item.source[0] - 1, "place_preps")
    if could_speak(page, *item.source) and not where:
        return item
    nobodys.append(replace(item, source=None))
    return None


def _is_in_share(page: Page, hit: Hit) -> bool:
    """The "per" of "forty per cent" attributes nothing."""
    return any(share.first <= hit.first < share.last for share in page.hits_in(hit.first - 1, hit.first + 1, "percent"))


def _code(page: Page, hit: Hit) -> str:
    """ "Imputé au Front" is a participle, "le maire impute au Front" says it: told apart by an accent alone, which is
    folded away where words match."""
    if not hit.entry.more.get("accented"):
        return hit.code
    written = page.words(hit.first, hit.first + 1).casefold()
    return hit.code if written.endswith(page.lexicon.endings("said_participles")) else "say"


def _nearness(page: Page, item: Attribution) -> int:
    """Whoever quotes stands nearer to the document than whom he quotes: "X as quoted by Y", "Y, citing X"."""
    if item.code != "prep":
        return 0
    relays = any(page.is_one_of(at, "relaying_words") for at in range(item.cue.first, item.cue.last))
    return int(any(page.is_one_of(at, "citing_words") for at in range(item.cue.first, item.cue.last))) - relays


def _relays(page: Page, item: Attribution) -> int:
    """ "..., the mayor said, Reuters reported": who stands last behind another voice tells what that one said."""
    if item.source is None or item.source[1] > item.cue.first or page.form(item.source[0] - 1) != ",":
        return 0
    comma = item.source[0] - 1
    told = page.hits_in(comma - 3, comma, "cues")
    said = [hit for hit in told if hit.code == "say" and not page.hits_in(hit.first, hit.last, "reports")]
    return int(any(hit.last in (comma, item.source[0]) for hit in said))


def _within_stops(page: Page, clauses: Sequence[Clause], item: Attribution) -> Attribution:
    """A semicolon ends what a voice covers, but for words between marks and for what leads in the whole sentence."""
    if item.code not in ("say", "prep") or not clauses or item.cue.first <= clauses[0].first + 2:
        return item
    cut = next((at for at in range(item.cue.first, clauses[0].first, -1) if page.form(at) in (";", "؛")), -1)
    kept = tuple(at for at in item.clauses if clauses[at].quotation is not None or clauses[at].last > cut)
    return replace(item, clauses=kept) if kept else item


def _is_inside(clauses: Sequence[Clause], item: Attribution) -> bool:
    return any(clause.quotation is not None and clause.first <= item.cue.first < clause.last for clause in clauses)


def _resumed(clauses: Sequence[Clause], hit: Hit, found: Sequence[Attribution]) -> Attribution | None:
    """ "X denied this and accused the army": a cue at a clause's head speaks for the speaker before it."""
    own = clause_of(clauses, hit.first)
    if hit.code != "say" or own is None or clauses[own].first != hit.first or not found or not own:
        return None
    return Attribution(hit, "say", _level_after(hit, found[-1]), found[-1].source, (own,)) if found[-1].source else None


def _calling_on(page: Page, clauses: Sequence[Clause], hit: Hit, found: Sequence[Attribution]) -> Attribution | None:
    """ "..., ودعت المجتمع الدولي": whom Arabic calls upon stands right behind the verb; who calls spoke before."""
    called = page.lexicon.data.get("verb_first") and page.is_one_of(hit.first, "calling_words")
    joined = page.form(hit.first).startswith("و") and page.form(hit.first - 1) in COMMAS
    return _resumed(clauses, hit, found) if called and joined else None


def _level_after(hit: Hit, earlier: Attribution) -> Factuality:
    """Who denies one thing and says another speaks for himself in both."""
    if earlier.cue.entry.more.get("denial") == "yes":
        return Factuality.CLAIMED_BY_PARTY
    return level_of(hit, Factuality.ATTRIBUTED)


def _going_on(page: Page, clauses: Sequence[Clause], hit: Hit, found: Sequence[Attribution]) -> Attribution | None:
    """ "..., he said, adding that": a participle goes on with the voice before it."""
    endings = tuple(page.lexicon.data.get("going_on_endings", ()))
    own = clause_of(clauses, hit.first)
    if hit.code != "say" or own is None or not found or not endings or not page.form(hit.first).endswith(endings):
        return None
    earlier = found[-1]
    unnamed = earlier.source is None and page.lexicon.language != "ar"
    if unnamed or earlier.cue.first > hit.first or earlier.code not in ("say", "prep"):
        return None
    after = tuple(at for at in range(own, len(clauses)) if at == own or clauses[at].first > hit.first)
    return Attribution(hit, "say", _level_after(hit, earlier), earlier.source, after)


def _piled(page: Page, clauses: Sequence[Clause], hit: Hit, found: Sequence[Attribution]) -> Attribution | None:
    """ "Headteacher confirms, says they gave her an hour": a second verb behind the first and a comma."""
    own = clause_of(clauses, hit.first)
    if hit.code != "say" or own is None or not found or page.form(hit.first - 1) != ",":
        return None
    earlier = found[-1]
    before = earlier.code == "say" and earlier.source is not None and earlier.source[1] <= earlier.cue.first
    if not before or earlier.cue.last != hit.first - 1:
        return None
    after = tuple(at for at in range(own, len(clauses)) if at == own or clauses[at].first > hit.first)
    return Attribution(hit, "say", _level_after(hit, earlier), earlier.source, after)


def _relative_on(page: Page, clauses: Sequence[Clause], hit: Hit, found: Sequence[Attribution]) -> Attribution | None:
    """ "..., replied the spokesman, who held that": whoever spoke before goes on in a relative clause."""
    own = clause_of(clauses, hit.first)
    if hit.code != "say" or own is None or not found or not page.is_one_of(hit.first - 1, "loose_relatives"):
        return None
    source = found[-1].source
    behind = source is not None and found[-1].cue.last <= source[0] and 0 < hit.first - source[1] <= _ALIAS_TOKENS
    if not behind or found[-1].code != "say" or page.form(hit.first - 2) != ",":
        return None
    after = tuple(at for at in range(own, len(clauses)) if at == own or clauses[at].first > hit.first)
    return Attribution(hit, "say", _level_after(hit, found[-1]), source, after)


def _bounds(page: Page, clauses: Sequence[Clause]) -> tuple[int, int]:
    sentence = page.sentences[clauses[0].sentence]
    return min(clauses[0].first, sentence.last), sentence.last


def _without_weak(page: Page, first: int, found: Sequence[Attribution]) -> list[Attribution]:
    """ "According to X, the area recorded ten cases": X speaks; the area says nothing of its own."""
    leads = [item for item in found if item.code == "prep" and item.cue.first <= first + 3 and not _cites(page, item)]
    if not leads:
        return list(found)
    return [
        item
        for item in found
        if item.code != "say"
        or item.cue.first < leads[0].cue.first
        or introduces(page, item.cue)
        or item.cue.entry.more.get("denial") == "yes"
        or _is_official(page, item)
    ]


def _cites(page: Page, item: Attribution) -> bool:
    """ "The paper, citing residents, said": it goes on speaking."""
    return page.lexicon.language == "en" and page.is_one_of(item.cue.last - 1, "citing_words")


def _is_official(page: Page, item: Attribution) -> bool:
    """ "According to X, the ministry confirmed ten cases": an office vouches for it, X only passes it on."""
    told = (
        page.lexicon.language == "en" and item.source is not None and page.is_one_of(item.cue.first, "vouching_words")
    )
    return told and bool(page.hits_in(*item.source, "state_voices", "officials", "back_sources") if item.source else [])


def _without_swallowed(page: Page, found: Sequence[Attribution]) -> list[Attribution]:
    """The "report" of "according to a United Nations report" is part of who speaks, no verb of its own, as is the "saw"
    of "said a man who saw the raid"; "three dead according to a driver" is nobody who speaks."""
    led = [item for item in found if item.code == "prep" and item.source is not None]
    said = [item for item in found if item.code == "say" and item.source is not None]
    return [
        item
        for item in found
        if item.code != "say"
        or not (any(_swallows(prep, item) for prep in led) or any(_tells_who_says(page, say, item) for say in said))
    ]


def _tells_who_says(page: Page, say: Attribution, item: Attribution) -> bool:
    """A verb behind "who" within the words that name who speaks."""
    if say.source is None or not page.is_one_of(item.cue.first - 1, "telling_relatives"):
        return False
    return say.source[0] < item.cue.first and item.cue.last <= say.source[1]


def _swallows(prep: Attribution, item: Attribution) -> bool:
    if prep.source is None or item.source is None:
        return False
    inside = prep.source[0] <= item.cue.first and item.cue.last <= prep.source[1]
    return inside or (item.source[0] < prep.cue.first and prep.source[1] <= item.source[1])


def _without_doubles(found: Sequence[Attribution]) -> list[Attribution]:
    """One pair of words is one cue: the entry read first stays."""
    kept: list[Attribution] = []
    for item in found:
        if not any(item.cue.first < other.cue.last and other.cue.first < item.cue.last for other in kept):
            kept.append(item)
    return kept
