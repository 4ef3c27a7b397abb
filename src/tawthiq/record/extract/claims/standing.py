"""Standing of one claim: what kind of statement it makes, how certain its chain leaves it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.record.extract.chain import UNNAMED, Link, Mode, Role
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.factuality import Factuality, weakest
from tawthiq.record.extract.harms.unreal import is_only_unreal
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.speakers.no_voices import is_of_some
from tawthiq.record.extract.statement import PartyRef, StatedQuantity, Statement, StatementKind, ViolationRef
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS
from tawthiq.terms.quantity import QuantityKind

_SUBJECT_TOKENS = 4
_DENIED_TOKENS = 6
_SPEAKER_TOKENS = 6
_WHOSE_TOKENS = 5
_CUT_TOKENS = 3
_APART_TOKENS = 8
_TAIL_TOKENS = 3
_CONCEDED_TOKENS = 7
_SUSPECT_TOKENS = 4


def kind_of(
    page: Page,
    clause: Clause,
    harms: Sequence[ViolationRef],
    parties: Sequence[PartyRef],
    quantities: Sequence[StatedQuantity],
) -> StatementKind:
    """Violation, limitation, provenance of a medium, figure or context; context where nothing else fits."""
    limits = [hit for hit in page.hits_in(clause.first, clause.last, "limits") if not _in_brackets(page, clause, hit)]
    limits = [hit for hit in limits if not _is_of_speaker(page, hit)]
    silences = page.hits_in(clause.first, clause.last, "silences")
    limits = [hit for hit in limits if not any(one.first < hit.last <= one.last for one in silences)]
    here = page.span(clause.first, clause.last)
    own_words = any(harm.cue is not None and here.holds(harm.cue) for harm in harms)
    limits = [hit for hit in limits if not (_labels(page, clause, hit) or _is_inserted(page, clause, hit))]
    limits = [hit for hit in limits if not (own_words and _is_conceded(page, clause, hit))]
    told = own_words and all(hit.code == "unverifiable" and not _asks_whether(page, hit) for hit in limits)
    told = told and (bool(quantities) or all(_hangs_behind(page, hit, harms) for hit in limits))
    told = told or (bool(harms) and all(_is_of_doer(page, clause, hit) for hit in limits))
    told = told or _is_kept_from_aid(page, clause, harms, [hit.code for hit in limits])
    about_media = page.hits_in(clause.first, min(clause.last, clause.first + _SUBJECT_TOKENS), "media")
    anywhere = page.hits_in(clause.first, clause.last, "media")
    placed = page.hits_in(clause.first, clause.last, "provenance")
    own = page.hits_in(clause.first, clause.last, "violations")
    stamped = not quantities and any(hit.code == "stamp" for hit in placed)
    shown = about_media or ((anywhere or stamped) and not harms)
    unsure = any(not about_media or hit.first <= placed[0].first for hit in limits if placed)
    if placed and not own and shown and not unsure:
        return StatementKind.MEDIA_PROVENANCE
    if limits and not told:
        return StatementKind.LIMITATION
    doubtful = any(hit.code == "uncorroborated" for hit in page.hits_in(clause.first, clause.last, "hedges"))
    if doubtful and not harms and not quantities:
        return StatementKind.LIMITATION
    if harms:
        vague = all(harm.code == "unspecified" for harm in harms) and not parties
        return StatementKind.CONTEXT_CLAIM if vague else StatementKind.VIOLATION_CLAIM
    if page.hits_in(clause.first, clause.last, "relief") or is_only_unreal(page, clause):
        return StatementKind.CONTEXT
    units = {item.quantity.unit for item in quantities}
    paid = any(item.quantity.kind is QuantityKind.MONEY for item in quantities)
    counted = bool(units & {"child", "case", "violation", "incident"}) or ("percent" in units and not paid)
    return StatementKind.FIGURE if counted else StatementKind.CONTEXT


def _is_of_speaker(page: Page, hit: Hit) -> bool:
    """ "A teacher who asked not to be named for fear of reprisals": why no name, no limit of what is known."""
    near = range(max(0, hit.first - _SPEAKER_TOKENS), hit.last)
    return any(page.is_one_of(at, "unnamed_words") for at in near)


def _labels(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Not confirmed yet: soldiers killed two boys": in front of a colon it says how sure that is, no more; not
    "not confirmed: how many died"."""
    leads = hit.first == clause.first and page.form(hit.last) == ":" and hit.last < clause.last - 1
    return leads and not any(
        page.is_one_of(at, table)
        for at in (hit.last + 1, hit.last + 2)
        for table in ("how_many_words", "whether_words")
    )


def _is_inserted(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "The images, which could not be verified, show boys carrying rifles": between commas, the claim goes on."""
    opens = next((at for at in range(hit.first, clause.first, -1) if page.form(at) in COMMAS), None)
    closes = next((at for at in range(hit.last, clause.last) if page.form(at) in COMMAS), None)
    if opens is None or closes is None or closes - hit.last > _TAIL_TOKENS or clause.last - closes <= _TAIL_TOKENS:
        return False
    return page.is_one_of(opens + 1, "relatives")


def _is_conceded(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Pese a las limitaciones de acceso, la misión verificó 40 casos": it hindered, and kept nobody from it."""
    for at in range(hit.first, max(clause.first - 1, hit.first - _CONCEDED_TOKENS), -1):
        if page.is_one_of(at, "conceding_words"):
            return True
        if at < hit.first and (page.form(at) in COMMAS or page.is_one_of(at, "finite")):
            return False
    return False


def _asks_whether(page: Page, hit: Hit) -> bool:
    """ "It is not clear whether nine were taken": nobody tells that they were."""
    return any(page.is_one_of(at, "whether_words") for at in range(hit.first, hit.last + 1))


def _hangs_behind(page: Page, hit: Hit, harms: Sequence[ViolationRef]) -> bool:
    """ "The army shelled a school, a report we could not verify": behind the deed and a comma."""
    at = next((at for at in range(hit.first, max(0, hit.first - _APART_TOKENS), -1) if page.form(at) in COMMAS), None)
    return at is not None and any(harm.cue is not None and harm.cue.end <= page.tokens[at].start for harm in harms)


def _is_of_doer(page: Page, clause: Clause, limit: Hit) -> bool:
    """ "Sixteen were killed in a raid by aircraft whose owner is not known": what was done is told."""
    if any(
        one.first <= limit.first and limit.last <= one.last for one in page.hits_in(clause.first, limit.first, "groups")
    ):
        return True
    if _tells_whose(page, limit):
        return True
    return limit.first > clause.first + _SUBJECT_TOKENS and any(
        page.is_one_of(at, "doer_unknown") for at in range(limit.first, limit.last + 2)
    )


def _tells_whose(page: Page, limit: Hit) -> bool:
    """ "By armed men whose affiliation could not be determined": who they are is open, not what they did."""
    for at in range(limit.first, max(0, limit.first - _WHOSE_TOKENS), -1):
        if page.is_one_of(at, "whose_words"):
            return any(one.last == at for one in page.hits_in(max(0, at - _WHOSE_TOKENS), at, "groups"))
    return False


def _is_kept_from_aid(page: Page, clause: Clause, harms: Sequence[ViolationRef], limits: Sequence[str]) -> bool:
    """ "Vaccination teams were not allowed to enter": aid that is kept out, not a limit of what is known."""
    own = page.span(clause.first, clause.last)
    denied = any(harm.code == "denial_access" and harm.cue is not None and own.holds(harm.cue) for harm in harms)
    aid = any(hit.code in ("aid", "aidworker", "medic") for hit in page.hits_in(clause.first, clause.last, "targets"))
    return denied and aid and all(code == "access" for code in limits)


def _in_brackets(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "351 children (240 boys, 104 girls, 7 of sex not known)": told by the way."""
    forms = [page.form(at) for at in range(clause.first, hit.first)]
    return forms.count("(") > forms.count(")")


def hedges_over(page: Page, clause: Clause) -> list[Hit]:
    """Hedges of a clause; also one whose first word was cut off its head, "SIN confirmar: ...", "إن صح ما يقوله", and
    one that opens the sentence, "if confirmed, it would be"."""
    first = page.sentences[clause.sentence].first
    led = page.hits_in(max(first, clause.first - _CUT_TOKENS), clause.first, "hedges")
    over = [hit for hit in led if hit.last > clause.first or _opens_all(page, hit, first, clause.first)]
    last = page.sentences[clause.sentence].last
    own = page.hits_in(clause.first, clause.last, "hedges")
    return over + [hit for hit in own if not is_of_some(page, hit, last)]


def told_hedges(page: Page, chain: Sequence[Link], harms: Sequence[ViolationRef], hedges: Sequence[Hit]) -> list[Hit]:
    """Without "appears to" where a party's own video "appears to show" something, no surer and no less; without what
    those held are suspected of: "detained children allegedly associated with the Front"."""
    own = any(link.mode is Mode.DEPICTS and link.role is Role.PARTY for link in chain)
    codes = {harm.code for harm in harms}
    held = "deprivation_liberty" in codes and "recruitment_use" not in codes
    told = [hit for hit in hedges if not (own and page.is_one_of(hit.last, "displaying_words"))]
    return [hit for hit in told if not (held and page.is_one_of(hit.last, "belonging_words"))]


def hedge_code(page: Page, hit: Hit) -> str:
    """How sure the hedge leaves it; "suspected extremists" are alleged to have done it."""
    behind = range(hit.last, hit.last + _SUSPECT_TOKENS)
    suspects = page.is_one_of(hit.first, "suspected_words") and hit.last - hit.first == 1
    suspects = suspects and not page.is_one_of(hit.last, "that_words")
    named = suspects and any(page.is_one_of(at, "men_words") or page.is_one_of(at, "group_nouns") for at in behind)
    return "alleged" if named else hit.code


def _opens_all(page: Page, hit: Hit, first: int, at: int) -> bool:
    """ "If confirmed, the killing would be": nothing but a comma between the hedge and the clause behind it."""
    return hit.first == first and hit.last in (at - 1, at) and page.form(hit.last) in COMMAS


def with_unnamed(chain: tuple[Link, ...], page: Page, hedges: Sequence[Hit], kind: StatementKind) -> tuple[Link, ...]:
    """A hedge without a source ("may have") means that somebody unnamed is behind it."""
    if kind is StatementKind.LIMITATION and chain[-1].role is Role.UNNAMED:
        return chain[:1]
    hedged = [hit for hit in hedges if hit.code in ("believed", "reported", "uncorroborated")]
    hedged = [hit for hit in hedged if not (hit.code == "believed" and page.is_one_of(hit.first, "me_words"))]
    if len(chain) > 1 or not hedged or kind is StatementKind.LIMITATION:
        return chain
    level = Factuality(hedged[0].code)
    cue = page.span(hedged[0].first, hedged[0].last)
    return (*chain, Link(UNNAMED, Role.UNNAMED, cue=cue, factuality=level))


def factuality_of(page: Page, statement: Statement, hedges: Sequence[str], clause: Clause) -> Factuality:
    """The weakest level of chain, hedges; verified only where a named source says it verified."""
    if statement.kind is StatementKind.LIMITATION:
        return Factuality.UNKNOWN
    levels = [link.factuality for link in statement.chain] + [Factuality(code) for code in hedges]
    levels += [Factuality.UNCORROBORATED] if _is_unchecked(page, clause) else []
    lowest = weakest(levels)
    verified = page.hits_in(clause.first, clause.last, "verified")
    if verified and all(_is_not_so(page, clause, hit) for hit in verified):
        return weakest([lowest, Factuality.UNCORROBORATED])
    named = statement.chain[-1].role in (Role.ORGANISATION, Role.REPORT, Role.PUBLISHER)
    if verified and named and lowest.rank <= Factuality.ATTRIBUTED.rank:
        return Factuality.VERIFIED_BY_SOURCE
    if any(level is Factuality.VERIFIED_BY_SOURCE for level in levels) and lowest.rank <= Factuality.ATTRIBUTED.rank:
        return Factuality.VERIFIED_BY_SOURCE
    return lowest


def _is_unchecked(page: Page, clause: Clause) -> bool:
    """ "Has not been able to verify reports that nine were taken": nobody could check what is told, whoever did it."""
    limits = [hit for hit in page.hits_in(clause.first, clause.last, "limits") if not _in_brackets(page, clause, hit)]
    limits = [hit for hit in limits if not _is_conceded(page, clause, hit)]
    return any(
        page.is_one_of(hit.last, "whether_words") or (_verifies(page, hit) and not _is_of_doer(page, clause, hit))
        for hit in limits
    )


def _is_not_so(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Had not been verified", "n'avaient pas pu être vérifiées": a word of denial close in front, no new thought."""
    for at in range(hit.first - 1, max(clause.first - 1, hit.first - _DENIED_TOKENS), -1):
        if page.form(at) in (",", "،", ";") or page.is_one_of(at, "list_joiners"):
            return False
        if page.denies(at):
            return True
    return False


def doubts_what_stands_before(page: Page, clause: Clause, made: Statement) -> bool:
    """ "Ten were killed, which we could not verify", "but has no confirmation": an end that takes back how sure the
    head was; not "while responsibility for the rest could not be established"."""
    limits = page.hits_in(clause.first, clause.last, "limits")
    bare = made.kind is StatementKind.LIMITATION and all(item.quantity.low is None for item in made.quantities)
    doubted = any(hit.code == "unverifiable" or _verifies(page, hit) for hit in limits)
    return bare and doubted and not _is_of_rest(page, clause, limits)


def _verifies(page: Page, hit: Hit) -> bool:
    return any(page.is_one_of(at, "verifying_words") for at in range(hit.first, hit.last))


def _is_of_rest(page: Page, clause: Clause, limits: Sequence[Hit]) -> bool:
    """ "Responsibility for the remaining ones could not be established": who did it, or of others, is what is open."""
    if any(_verifies(page, hit) for hit in limits):
        return False
    head = range(clause.first, max((hit.last + 1 for hit in limits), default=clause.first))
    return any(page.is_one_of(at, table) for at in head for table in ("rest_words", "open_matters"))


def doubts_the_last(page: Page, clause: Clause, made: Statement) -> bool:
    """ "..., but there is no proof of it": of what was told last in the sentence alone."""
    bare = made.kind is StatementKind.LIMITATION and not made.quantities
    return bare and any(hit.code == "uncorroborated" for hit in hedges_over(page, clause))


def hangs_on(page: Page, clause: Clause) -> bool:
    """ ", which the authorities have not confirmed", ", casos que seguían pendientes de verificación": told of the
    claim in front of it alone, not a limit for itself."""
    opens = range(clause.first, min(clause.first + 2, clause.last))
    return page.form(clause.first - 1) in COMMAS and any(page.is_one_of(at, "relatives") for at in opens)


def uncorroborated(statement: Statement) -> Statement:
    """The statement, no surer than uncorroborated where it claims something."""
    if statement.kind not in (StatementKind.VIOLATION_CLAIM, StatementKind.FIGURE, StatementKind.CONTEXT_CLAIM):
        return statement
    return replace(statement, factuality=weakest([statement.factuality, Factuality.UNCORROBORATED]))
