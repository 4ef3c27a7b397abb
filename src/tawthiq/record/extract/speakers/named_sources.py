"""Named sources: which words of a source phrase name who speaks, and what sort of speaker that is."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.chain import UNNAMED, Link, Role
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.phrases.cores import core_of, opens_plainly
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.speakers.body_before import body_before, whole_body
from tawthiq.record.extract.speakers.deed_claims import owns_deed_beside
from tawthiq.record.extract.speakers.he_or_she import is_body, means_another, person_before, person_since
from tawthiq.record.extract.speakers.partitives import those_before
from tawthiq.record.extract.speakers.spoken_parties import denies, party_of_own_voice, party_spoken_for
from tawthiq.record.extract.speakers.they import those_just_told_of
from tawthiq.record.extract.statement import Basis, PartyRef
from tawthiq.record.extract.words.token import WORD

_RELATIVE_TOKENS = 10
_NAME_TOKENS = 3


def named_link(page: Page, item: Attribution, memory: Memory) -> Link:
    """The link of an attribution's source: words of the text as they stand there; a pronoun is whom it stands for."""
    if item.source is None:
        return _unsaid(page, item, memory)
    first, last = core_of(page, *item.source)
    while last - first > 1 and page.is_one_of(last - 1, "dangling_preps"):
        last -= 1
    meant = _people_meant(page, item.source, (first, last)) or _meant(page, item, item.source, memory)
    if meant is not None:
        return meant
    if _is_pronoun(page, first, last):
        return Link(UNNAMED, Role.UNNAMED, mention=page.span(first, last))
    return _as_written(page, item, (first, last), memory)


def _people_meant(page: Page, source: tuple[int, int], core: tuple[int, int]) -> Link | None:
    """Witnesses or nobody, meant by a relative word, "others", "those who ..." alone."""
    if (told := _told_of(page, *core)) is not None:
        return Link(page.words(*told), Role.WITNESS, mention=page.span(*told))
    if all(page.is_one_of(at, "others_words") for at in range(*core)):
        return Link(UNNAMED, Role.UNNAMED, mention=page.span(*core))
    if (meant := those_before(page, *source)) is not None:
        return Link(page.words(*meant), Role.WITNESS, mention=page.span(*meant))
    if all(page.is_one_of(at, "nobody_pronouns") for at in range(*source)):
        return Link(UNNAMED, Role.UNNAMED, mention=page.span(*core))
    return None


def _meant(page: Page, item: Attribution, source: tuple[int, int], memory: Memory) -> Link | None:
    """Whom a pronoun, a party that denies, or "the report" stands for; None where the words name who speaks."""
    if page.is_one_of(source[0], "person_pronouns") and means_another(page, source[0], memory.source):
        return person_before(page, source[0])
    if (denying := _denying_party(page, item, memory)) is not None:
        return denying
    alone = _is_pronoun(page, *source)
    if alone and (newcomer := person_since(page, *source, memory.source)) is not None:
        return newcomer
    if _is_body_pronoun(page, item) and (body := body_before(page, source[0], memory.source)) is not None:
        return replace(body, mention=page.span(*source), carried=False)
    if alone and (they := those_just_told_of(page, *source, memory.source)) is not None:
        return they
    if alone and memory.source is not None:
        return replace(memory.source, mention=page.span(*source), carried=False)
    if (body := whole_body(page, source, memory.source, memory.organisation)) is not None:
        return replace(body, mention=page.span(*source))
    known = memory.organisation
    if known is not None and known.role is Role.REPORT and _is_known_report(page, *source):
        return replace(known, mention=page.span(*source), carried=False)
    return None


def _as_written(page: Page, item: Attribution, core: tuple[int, int], memory: Memory) -> Link:
    """The words of the source themselves: a party, a person, a body, or the body behind a report."""
    first, last = core
    span = page.span(first, last)
    led = item.code == "prep" or page.is_one_of(first - 1, "had_words")
    bare = _behind_joined(page, item, first, last) if led else ""
    if (code := _speaking_party(page, item, core, memory)) is not None:
        return Link(bare or page.words(first, last), Role.PARTY, code=code, mention=span)
    role = _role(page, first, last)
    if bare:
        return Link(bare, role, mention=span)
    if role is Role.REPORT and (joined := _joined_owner(page, first, last)):
        return Link(joined, role, mention=span)
    named = _organisation(page, first, last) if role is Role.REPORT else core
    return Link(page.words(*named), role, mention=span)


def _speaking_party(page: Page, item: Attribution, core: tuple[int, int], memory: Memory) -> str | None:
    """The code of the armed party that speaks, itself or through who speaks for it, empty where it is in no registry;
    None where none speaks: not the body of "the group also said"."""
    if (own := party_of_own_voice(page, item, memory)) is not None:
        return own.code
    party = party_spoken_for(page, item, *core)
    return None if party is None or (party.back and _means_body(page, item, memory)) else party.code


def _means_body(page: Page, item: Attribution, memory: Memory) -> bool:
    """ "Amal Watch said nine were taken. The group also said": the body that spoke, where no armed group was named, or
    where it goes on."""
    spoke = memory.source
    if spoke is None or spoke.role in (Role.PARTY, Role.UNNAMED) or denies(item):
        return False
    if not (spoke.role is Role.ORGANISATION or is_body(page, spoke)):
        return False
    near = range(item.source[1], item.cue.first) if item.source is not None else range(0)
    return memory.group is None or any(page.is_one_of(at, "also_words") for at in near)


def _is_body_pronoun(page: Page, item: Attribution) -> bool:
    """ "It", "elle": alone in front of the verb."""
    return item.source is not None and all(page.is_one_of(at, "body_pronouns") for at in range(*item.source))


def _behind_joined(page: Page, item: Attribution, first: int, last: int) -> str:
    """ "وفقا لمركز", "للجنة طوارئ": the source without the preposition that Arabic joins to it; empty without one."""
    words = page.words(first, last)
    if words.startswith("لل"):
        own = page.form(first)[1:] in page.lexicon.data.get("bodies_words", ())
        return ("" if own and last - first > 1 else "ال") + words[1 if own else 2 :]
    whole = item.source is not None and item.source[0] == first
    led = page.is_one_of(item.cue.last - 1, "joined_preps") or page.is_one_of(first - 1, "had_words")
    joined = whole and led
    return words[1:] if joined and words.startswith("ل") else ""


def _told_of(page: Page, first: int, last: int) -> tuple[int, int] | None:
    """ "18 former soldiers who described": of a relative word alone the people it stands for."""
    if last - first != 1 or not page.is_one_of(first, "loose_relatives"):
        return None
    before = page.hits_in(max(0, first - _RELATIVE_TOKENS), first, "witnesses", "officials", "units")
    people = [hit for hit in before if hit.entry.section != "units" or hit.entry.more.get("victim") != "thing"]
    return (people[0].first, people[0].last) if people else None


def _unsaid(page: Page, item: Attribution, memory: Memory) -> Link:
    """Spanish and Arabic leave "he" and "she" out: a verb of saying without a subject is that of who spoke last."""
    if denies(item) and memory.silent is not None and page.lexicon.data.get("drops_subjects"):
        return replace(memory.silent, carried=True)
    if page.lexicon.data.get("drops_subjects") and item.code == "say" and (named := _just_named(page, item)):
        return named
    if page.is_one_of(item.cue.first, "finding_verbs") and (body := body_before(page, item.cue.first, memory.source)):
        return body
    if page.lexicon.data.get("drops_subjects") and item.code == "say" and memory.source is not None:
        return replace(memory.source, carried=True)
    return Link(UNNAMED, Role.UNNAMED)


def _just_named(page: Page, item: Attribution) -> Link | None:
    """ "Yeison tenía 15 años. "...", cuenta": whoever the sentence before opens with, by his name and a verb."""
    number = bisect_right(page.sentences, item.cue.first, key=lambda one: one.first) - 1
    before = page.sentences[number - 1] if number > 0 else None
    if before is None or not page.lexicon.data.get("drops_subjects") or page.sentences[number].block - before.block > 1:
        return None
    end = before.first
    while end < before.last and page.is_capital(end) and end - before.first < _NAME_TOKENS:
        end += 1
    small = any(page.is_one_of(before.first, table) for table in ("determiners", "prepositions", "pronouns", "adverbs"))
    known = mentions_of(page, before.first, end) or page.places.between(before.first, end)
    if end == before.first or small or known or end >= before.last or not is_verb(page, end):
        return None
    if is_verb(page, before.first) or page.hits_in(before.first, end, "cues", "units", "dates", "violations", "vague"):
        return None
    return Link(page.words(before.first, end), Role.PERSON, mention=page.span(before.first, end), carried=True)


def _is_pronoun(page: Page, first: int, last: int) -> bool:
    words = [at for at in range(first, last) if page.tokens[at].sort == WORD]
    return all(page.is_one_of(at, "pronouns") for at in words)


def _denying_party(page: Page, item: Attribution, memory: Memory) -> Link | None:
    """ "The mayor blames the Falcons. They deny it": those who were blamed, not who blamed them."""
    meant = memory.party or memory.sort
    if item.source is None or meant is None or not denies(item):
        return None
    words = [at for at in range(*item.source) if page.tokens[at].sort == WORD]
    told_by_party = memory.source is not None and memory.source.role is Role.PARTY
    tables = ("partitive_pronouns", "latter_words", *(() if told_by_party else ("group_pronouns",)))
    if not all(any(page.is_one_of(at, table) for table in tables) for at in words):
        return None
    return Link(meant.name, Role.PARTY, code=meant.code, mention=page.span(*item.source))


def _is_known_report(page: Page, first: int, last: int) -> bool:
    """ "The report": that of the organisation that was told to have made one."""
    words = [at for at in range(first, last) if page.tokens[at].sort == WORD]
    nouns = [at for at in words if not (page.is_one_of(at, "determiners") or page.is_one_of(at, "same_words"))]
    bare = page.is_one_of(first, "definite") and len(nouns) == 1 and not page.is_capital(nouns[0])
    return bare and bool(page.hits_in(nouns[0], nouns[0] + 1, "reports"))


def as_spoken(page: Page, link: Link) -> PartyRef:
    """The party that denies: implied where a pronoun stands for it."""
    mention = link.mention
    spoken = page.text[mention.start : mention.end].casefold() if mention is not None else ""
    written = spoken not in page.lexicon.data.get("partitive_pronouns", ())
    return PartyRef(link.actor, Basis.STATED if written else Basis.IMPLIED, link.code, mention)


def admits(page: Page, item: Attribution) -> bool:
    """ "The movement admitted using boys": who speaks is who did it."""
    words = range(item.cue.first, item.cue.last)
    admits = not denies(item) and any(page.is_one_of(at, "admitting_words") for at in words)
    if not denies(item) and owns_deed_beside(page, item.cue):
        return True
    return admits and not _tells_of_others(page, item.cue.last)


def _tells_of_others(page: Page, at: int) -> bool:
    """ "Acknowledged that the rebels abducted": of others; not "that it", nor "que mató", which leaves itself out."""
    that = next((here for here in range(at, at + 2) if page.is_one_of(here, "that_words")), None)
    if that is None:
        return False
    itself = any(page.is_one_of(here, table) for here in range(that, that + 4) for table in ("pronouns", "possessives"))
    left_out = page.lexicon.data.get("drops_subjects") and is_verb(page, that + 1)
    return not itself and not left_out


def _role(page: Page, first: int, last: int) -> Role:
    if page.hits_in(first, last, "reports") and not page.is_capital(page.hits_in(first, last, "reports")[0].first):
        return Role.REPORT
    if page.hits_in(first, last, "witnesses"):
        return Role.WITNESS
    capitals = [at for at in range(first, last) if page.is_capital(at)]
    if capitals and page.hits_in(first, last, "officials"):
        return Role.PERSON
    body = page.is_one_of(first, "verifying_bodies")
    return Role.ORGANISATION if capitals or body or page.lexicon.language == "ar" else Role.PERSON


def _joined_owner(page: Page, first: int, last: int) -> str:
    """ "تقرير لمركز ضفاف", "بيان للأمم المتحدة": whose report it is, without the particle that Arabic joins to him."""
    reports = page.hits_in(first, first + 1, "reports") if page.lexicon.language == "ar" else []
    at = reports[0].last if reports else last
    form = page.form(at) if at < last else ""
    other = page.hits_in(at, at + 1, "units", "dates") or page.dates.between(at, at + 1)
    if other or not form.startswith("ل") or len(form) <= _NAME_TOKENS:
        return ""
    words = page.words(at, last)
    return "ال" + words[2:] if words.startswith("لل") else words[1:]


def _organisation(page: Page, first: int, last: int) -> tuple[int, int]:
    """Of "a report by the United Nations (UN)" the organisation; the report itself where none is named."""
    last = next((at for at in range(first + 1, last) if page.is_one_of(at, "seen_words")), last)
    for at in range(first, last - 1):
        behind = page.is_one_of(at, "by_words") or page.is_one_of(at, "of_words") or page.is_one_of(at, "from_words")
        behind = behind and not page.is_one_of(at - 1, "seen_words")
        people = behind and bool(page.hits_in(at + 1, at + 3, "officials")) and page.lexicon.language != "en"
        if (
            people
            or (behind and any(page.is_capital(here) for here in range(at + 1, last)))
            or (behind and page.lexicon.language == "ar")
        ):
            start = at + 1
            while start < last - 1 and (page.is_one_of(start, "determiners") or page.is_one_of(start, "from_words")):
                start += 1
            return start, last
    capitals = [at for at in range(first, last) if page.is_capital(at)]
    report = page.hits_in(first, last, "reports")
    named = len(capitals) > 1 or (capitals and not opens_plainly(page, capitals[0]))
    if named and report and capitals[0] < report[0].first:
        return capitals[0], report[0].first
    return first, last
