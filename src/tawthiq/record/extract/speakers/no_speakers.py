"""No speakers: noun phrases beside a cue that say nothing."""

from __future__ import annotations

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.called import past_called
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.phrases.cue_words import introduces
from tawthiq.record.extract.phrases.told_behind import is_accusation, is_definite
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS

_LIMIT_TOKENS = 12
_NOBODY_TOKENS = 3
_LETTERS = 2
_LED_TOKENS = 9
_ROW_TOKENS = 12
_QUOTES = frozenset('"“«')


def is_reduced(page: Page, hit: Hit, source: tuple[int, int]) -> bool:
    """ "The groups listed in the report", "facilities recorded since": a participle behind what tells nothing."""
    told = is_teller(page, *source) or introduces(page, hit)
    return _is_set_behind(page, hit) or (_is_participle(page, hit) and not told)


def _is_participle(page: Page, hit: Hit) -> bool:
    bare = page.form(hit.first - 1) in COMMAS and page.is_one_of(hit.last - 1, "bare_participles")
    if not page.form(hit.last - 1).endswith("ed") and not bare:
        return False
    ends = page.form(hit.last) == "." and page.form(hit.first - 1) != ","
    ends = ends or (bare and bool(page.dates.between(hit.last, hit.last + 2)))
    return ends or page.is_one_of(hit.last, "prepositions") or page.is_one_of(hit.last, "finite")


def _is_set_behind(page: Page, hit: Hit) -> bool:
    """ "713 children (550 boys, 163 girls), attributed to": a participle behind a comma, whatever stands in front."""
    comma = page.form(hit.first - 1) in COMMAS and page.form(hit.last - 1).endswith("ed")
    return comma and page.lexicon.language == "en" and page.is_one_of(hit.last, "prepositions")


def is_told_of(page: Page, hit: Hit) -> bool:
    """ "Violations attributed to the army", "cases reported in May": a participle behind what was done."""
    deed = page.hits_in(hit.first - 1, hit.first, "units")
    counted = any(unit.last == hit.first and unit.code in ("case", "incident", "violation") for unit in deed)
    ends = page.form(hit.last) in ("(", ",", ".", ";", "")
    return counted and page.form(hit.first).endswith("ed") and (ends or page.is_one_of(hit.last, "prepositions"))


def is_no_voice(page: Page, first: int, last: int) -> bool:
    """ "Asimismo, advierte", "condenó «firmemente» el ataque": words that tie sentences, a raid, a thought; nobody
    speaks."""
    adverbs = all(page.is_one_of(at, "adverbs") for at in range(first, last))
    head = next((at for at in range(first, last) if not page.is_one_of(at, "determiners")), first)
    return page.lexicon.language == "es" and (
        adverbs or page.is_one_of(head, "strike_nouns") or page.is_one_of(head, "idea_nouns")
    )


def is_superlative(page: Page, first: int, last: int) -> bool:
    """ "The deadliest recorded month": a month, no speaker."""
    return all(page.is_one_of(at, "best_words") or page.is_one_of(at, "determiners") for at in range(first, last))


def is_letter(page: Page, first: int, last: int) -> bool:
    """The "t" of "can't say"; "doesn't deny", nobody in front of it."""
    if last - first == 3 and page.form(first + 1) == "'" and page.form(last - 1) == "t":
        return True
    return last - first == 1 and len(page.form(first)) == 1 and not page.is_capital(first)


def is_listed(page: Page, hit: Hit, source: tuple[int, int]) -> bool:
    """ "In the largest incident documented, ...": a participle that closes a phrase behind a preposition."""
    at = source[0] - 1
    while page.is_one_of(at, "determiners"):
        at -= 1
    led = page.is_one_of(at, "prepositions")
    return led and page.form(hit.last - 1).endswith("ed") and page.form(hit.last) == ","


def is_of_noun(page: Page, source: tuple[int, int]) -> bool:
    """ "Took everyone they found there": a relative clause without its word; it tells of the noun in front; not "a
    doctor who examined them said", nor "In a message on its channel it said"."""
    opens = page.is_one_of(source[0] - 1, "prepositions") and page.form(source[0] - 2) in ("", ".")
    if opens or any(page.is_one_of(at, "telling_relatives") for at in range(*source)):
        return False
    named = page.hits_in(source[0], source[1] - 1, "units", "witnesses") or page.is_one_of(
        source[1] - 2, "nobody_words"
    )
    last = page.is_one_of(source[1] - 1, "pronouns") and source[1] - source[0] > 1
    last = last and not page.is_one_of(source[1] - 2, "of_words")
    return last and bool(named)


def is_told_already(page: Page, first: int, source: tuple[int, int]) -> bool:
    """ "Selon la Ligue qui dénombre 300 enfants": "qui" is the League that "selon" names; "d'une horreur" is of what
    was done."""
    alone = source[1] - source[0] == 1 and page.is_one_of(source[0], "relatives")
    if alone and page.lexicon.language == "fr":
        led = page.hits_in(max(first, source[0] - _LED_TOKENS), source[0], "cues")
        return any(cue.code == "prep" for cue in led)
    noun = source[0] + page.is_one_of(source[0], "indefinite")
    of_it = page.is_one_of(noun - 1, "indefinite") and page.is_one_of(noun - 2, "of_words")
    return of_it and page.lexicon.language == "fr" and not is_teller(page, *source)


def is_of_speaker(page: Page, hit: Hit) -> bool:
    """ "أكد محامون تابعوا القضية أن", "ذكر مسعف رفض ذكر اسمه أن": a verb right behind an indefinite noun that another
    verb of saying has in front tells who that is."""
    noun = hit.first - 1
    if page.lexicon.language != "ar" or page.form(hit.first).startswith(("و", "ف")) or is_definite(page, noun):
        return False
    start = noun if page.hits_in(noun, noun + 1, "officials", "witnesses") else noun - 1
    people = page.hits_in(start, start + 1, "officials", "witnesses") and not is_definite(page, start)
    return bool(people) and any(cue.last == start for cue in page.hits_in(start - 2, start, "cues"))


def is_own_medium(page: Page, source: tuple[int, int]) -> bool:
    """ "Este diario vio": the document speaks of itself."""
    pointed = page.is_one_of(source[0], "pointing_words") or page.is_one_of(source[0] - 1, "pointing_words")
    return pointed and page.is_one_of(source[1] - 1, "own_media")


def only_calls(page: Page, hit: Hit) -> bool:
    """ "La milice dite Dan Sira", "le groupe dit « Nuage noir »": a name it goes by stands behind, nobody says it;
    "يدعى سامي" gives a name, "يدعي أن" claims."""
    if page.is_one_of(hit.first, "alias_words") and page.words(hit.first, hit.first + 1).endswith("ى"):
        return not introduces(page, hit)
    if not page.is_one_of(hit.first, "by_name_words"):
        return False
    at = past_called(page, hit.first)
    if page.form(at - 1) in _QUOTES and page.is_capital(at) and any(page.form(at + n) in '»”"' for n in (1, 2, 3)):
        return True
    return any(name.first == at for name in page.parties.between(at, at + 1))


def is_only_wanted(page: Page, source: tuple[int, int]) -> bool:
    """ "N'ont pu être vérifiées de source indépendante": a source that there was not."""
    limited = page.hits_in(max(0, source[0] - _LIMIT_TOKENS), source[0], "limits", "hedges")
    wanted = any(page.is_one_of(at, "independent_words") for at in range(*source))
    return wanted and any(hit.entry.section == "limits" or hit.code == "uncorroborated" for hit in limited)


def is_doubt(page: Page, first: int, last: int) -> bool:
    """ "تقارير غير مؤكدة تفيد": the adjective of what is reported, no speaker."""
    return last - first == 1 and bool(page.hits_in(first, last, "verified"))


def is_only_doubt(page: Page, hit: Hit) -> bool:
    """ "Planted allegedly by the Front": behind an adverb of doubt "by" names who did it, nobody who says it."""
    return hit.last == hit.first + 1 and bool(page.hits_in(hit.first, hit.last, "hedges"))


def is_hearsay(page: Page, first: int, last: int) -> bool:
    """ "According to information that could not be verified": nobody's own; not "gathered by the mission", nor "según
    esta fuente", which was told of before."""
    if page.is_one_of(first, "known_leads"):
        return False
    doubts = {at for hit in page.hits_in(first, last, "hedges") for at in range(hit.first, hit.last)}
    if all(page.is_one_of(at, "heard_as") or page.is_one_of(at, "passive_words") for at in range(first, last)):
        return True
    heard = [at for at in range(first, last) if page.is_one_of(at, "hearsay_nouns")]
    small = ("determiners", "first_of_words", "vaguely_words", "heard_as")
    plain = {at for at in range(first, last) if any(page.is_one_of(at, table) for table in small)}
    nouns = [at for at in range(first, last) if at in heard or not (at in plain or at in doubts)]
    owned = any(page.is_one_of(last, table) for table in ("of_words", "by_words", "from_words", "bare_participles"))
    return len(heard) == len(nouns) == 1 and not owned


def is_aside(page: Page, at: int) -> bool:
    """ "A strike, for which the army admitted responsibility": told by the way, not what the sentence rests on."""
    at = at if page.is_one_of(at, "relatives") else at - 1
    return page.is_one_of(at, "relatives") and page.is_one_of(at - 1, "aside_leads")


def is_writer(page: Page, clause: Clause, source: tuple[int, int]) -> bool:
    """ "Nous avons documenté", outside of quotation marks: the document speaks of itself."""
    behind = range(source[0] + 1, source[1])
    alone = all(page.form(at) == "'" or page.is_one_of(at, "have_words") for at in behind)
    return alone and clause.quotation is None and page.is_one_of(source[0], "writer_words")


def is_nobody(page: Page, first: int, last: int) -> bool:
    """ "Nobody will say": no voice at all."""
    empty = page.lexicon.data.get("empty_subjects", ())
    found = [at for at in range(first - 1, min(first + 2, last)) if page.form(at) in empty]
    found += [at for at in range(first + 2, last) if page.form(at) in empty and page.is_one_of(at + 1, "group_nouns")]
    if page.lexicon.language == "ar":
        found = [
            at for at in found if any(page.is_one_of(here, "negations") for here in range(at - _NOBODY_TOKENS, at))
        ]
    return bool(found)


def is_teller(page: Page, first: int, last: int) -> bool:
    """People, bodies, documents that tell; a name with a capital inside its sentence or in capitals; a pronoun."""
    if page.hits_in(first, last, "officials", "witnesses", "back_sources", "voices", "reports"):
        return True
    tables = ("bodies_words", "pronouns", "plural_bodies")
    if any(page.is_one_of(at, table) for at in range(first, last) for table in tables):
        return True
    if any(page.words(at, at + 1).isupper() and len(page.form(at)) >= _LETTERS for at in range(first, last)):
        return True
    return any(page.is_capital(at) and page.form(at - 1) not in (".", "") for at in range(first, last))


def is_accused(page: Page, hit: Hit, first: int, last: int) -> bool:
    """ "اتهمت الجبهة الحمراء وجيش كولو بقتل 12 طفلا", "حملت الجبهة مسؤولية قتلهم": between the verb and the charge
    stand only parties: they were."""
    if page.is_one_of(hit.last - 1, "duty_words") and (first, last) == (hit.first + 1, hit.last - 1):
        return any((one.first, one.last) == (first, last) for one in mentions_of(page, first, last))
    if not page.is_one_of(hit.first, "accusing_verbs") or hit.last != first:
        return False
    ends = {one.first: one.last for one in mentions_of(page, first, min(last + _ROW_TOKENS, len(page.tokens)))}
    at = first
    while at in ends or any(page.is_one_of(at, table) for table in ("men_words", "of_words", "following_words")):
        if at in ends and at > first and at >= last and not page.form(at).startswith("و"):
            return False
        at = ends.get(at, at + 1)
    return at >= last and at > first and at < len(page.tokens) and is_accusation(page, at)
