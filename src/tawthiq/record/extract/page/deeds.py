"""Deeds: what was done to a school, a hospital, aid, told by any verb beside any noun of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tawthiq.record.extract.page.deed_row import DeedRow, speaks_behind, told_by
from tawthiq.record.extract.page.site_rows import closes_aside, listed_before
from tawthiq.record.extract.words.lexicon import Entry, Hit, Lexicon
from tawthiq.record.extract.words.token import COMMAS, NUMBER, Token

_REACH_TOKENS = 9
_SUBJECT_TOKENS = 11
_COUNT_TOKENS = 5
_ARMED_TOKENS = 18
_GIVEN_TOKENS = 6
_SHELTERED_TOKENS = 4
_OPENING_QUOTES = frozenset('"“«')
"""Behind a school they open what somebody says of it: the school "was used as a barracks"."""
_PEOPLE = ("medic", "teacher", "aidworker")
_SUFFERED = ("strike", "harm", "steal")
CODES = {
    ("take", "child"): "abduction",
    ("hold", "child"): "deprivation_liberty",
    ("arm", "child"): "recruitment_use",
    ("strike", "school"): "attack_school",
    ("strike", "hospital"): "attack_hospital",
    ("occupy", "school"): "military_use",
    ("occupy", "hospital"): "military_use",
    ("use", "school"): "military_use",
    ("use", "hospital"): "military_use",
    ("block", "aid"): "denial_access",
    ("strike", "aid"): "denial_access",
    ("reach", "aid"): "denial_access",
    ("block", "hospital"): "denial_access",
    ("block", "medic"): "denial_access",
    ("block", "aidworker"): "denial_access",
    ("harm", "teacher"): "attack_school",
    ("harm", "medic"): "attack_hospital",
    ("harm", "aidworker"): "denial_access",
    ("strike", "medic"): "attack_hospital",
    ("strike", "aidworker"): "denial_access",
    ("store", "school"): "military_use",
    ("store", "hospital"): "military_use",
    ("steal", "hospital"): "attack_hospital",
    ("steal", "school"): "attack_school",
    ("steal", "aid"): "denial_access",
    ("give", "child"): "recruitment_use",
    ("reach", "goods"): "denial_access",
    ("steal", "goods"): "denial_access",
    ("take", "teacher"): "attack_school",
    ("take", "medic"): "attack_hospital",
    ("take", "aidworker"): "denial_access",
}
"""(deed, target) -> the violation that both tell together."""


def deeds_of(tokens: Sequence[Token], lexicon: Lexicon, hits: Mapping[int, Sequence[Hit]]) -> list[Hit]:
    """Violations that neither word names alone: a deed with its object behind it, or with its object as subject."""
    row = DeedRow(tokens, lexicon, hits)
    targets = [found for near in hits.values() for hit in near if (found := _target(hit)) is not None]
    targets = [target for target in targets if not _is_of_body(row, target)]
    return [made for target in targets for made in _around(row, target)]


def _target(hit: Hit) -> Hit | None:
    """Schools, hospitals, aid as they are; a child as one whom something is done to."""
    if hit.entry.section == "targets":
        return hit
    if hit.entry.section == "units" and hit.entry.more.get("victim") == "child":
        return Hit(Entry("targets", "child", (), {}, "", ""), hit.first, hit.last)
    return None


def _is_of_body(row: DeedRow, target: Hit) -> bool:
    """ "شبكة أطباء السودان", "حسب مسعف": the doctors in the name of a network, the medic who tells, are no target."""
    before = target.first - 1
    told = row.is_one_of(before, "bodies_words") or (
        target.code in _PEOPLE and row.is_one_of(before, "according_words")
    )
    return row.lexicon.language == "ar" and told


def _around(row: DeedRow, target: Hit) -> Iterator[Hit]:
    for deed in row.between(target.first - _REACH_TOKENS - 3, target.last + _SUBJECT_TOKENS + 1, "deeds"):
        code = CODES.get((deed.code, target.code))
        if code is None or not any(of(row, deed, target) for of in (_holds, _has_object, _is_subject)):
            continue
        if deed.code == "block" and target.code in ("hospital", "medic") and _is_violent(row, deed):
            continue
        if deed.code in ("store", "use", "occupy") and (_is_shelter(row, deed) or _is_counted(row, deed)):
            continue
        if deed.code == "harm" and any(other.code == "block" for other in _longer(row, deed)):
            continue
        if deed.code == "give" and not _is_to_fighters(row, target):
            continue
        if deed.code == "hold" and row.is_one_of(deed.first - 1, "room_words"):
            continue
        if deed.code == "take" and not _is_by_force(row, deed, target):
            continue
        if (deed.code == "use" and not _is_armed(row, deed)) or (deed.code == "reach" and not _is_denied(row, deed)):
            continue
        if deed.code == "hold" and target.code == "child" and _by_rebels(row, deed):
            code = "abduction"
        told = {"denied": "yes"} if deed.code == "reach" else {}
        yield Hit(Entry("violations", code, (), told, "", ""), deed.first, deed.last)


def _by_rebels(row: DeedRow, deed: Hit) -> bool:
    """ "The rebels hold six children": only an authority detains."""
    if row.lexicon.language != "en":
        return False
    near = row.between(deed.first - _REACH_TOKENS, deed.last + _ARMED_TOKENS, "groups")
    return bool(near) and all(hit.code == "non_state_group" for hit in near)


def _is_to_fighters(row: DeedRow, target: Hit) -> bool:
    """ "Supplied a boy to the Guard": those who fight, police aside, stand right behind."""
    near = row.between(target.last + 1, target.last + _GIVEN_TOKENS, "groups", "group_heads", "party_back")
    return bool(near) and not any(row.is_one_of(at, "police_words") for at in range(near[0].first, near[0].last))


def _is_violent(row: DeedRow, deed: Hit) -> bool:
    """ "Looted a clinic" is an attack, no denial of access."""
    return any(hit.code in ("strike", "steal", "harm") for hit in row.between(deed.first, deed.last, "deeds"))


def _is_shelter(row: DeedRow, deed: Hit) -> bool:
    """ "Las 48 familias que hoy duermen en la escuela": who sleeps there are no soldiers."""
    people = row.between(deed.first - _SHELTERED_TOKENS, deed.first, "units")
    return any(hit.code == "family" or hit.entry.more.get("victim") == "child" for hit in people) and not row.between(
        deed.first - _SHELTERED_TOKENS, deed.first, "groups"
    )


def _is_counted(row: DeedRow, deed: Hit) -> bool:
    """ "دمر 92 مقرا و20 مدرسة": so many seats of others, nothing that a school was made into."""
    counted = deed.first > 0 and row.tokens[deed.first - 1].sort == NUMBER
    return row.lexicon.language == "ar" and counted and deed.last == deed.first + 1


def _is_perfect(row: DeedRow, deed: Hit) -> bool:
    """ "Ha tiroteado un autobús escolar": behind "have" the participle has an object."""
    return deed.last - deed.first == 1 and row.is_one_of(deed.first - 1, "have_words")


def _is_of_next(row: DeedRow, deed: Hit, target: Hit) -> bool:
    """ "Attacks on two clinics and the occupation of a school": behind its own object stands another deed with this."""
    others = [hit for hit in row.between(deed.last, target.first, "deeds") if hit.code in ("occupy", "use", "store")]
    return any(row.between(deed.last, other.first, "targets") for other in others)


def _longer(row: DeedRow, deed: Hit) -> list[Hit]:
    """ "Obligada a devolverse" of "obligada": other deeds that the same words tell, and more words with them."""
    return [hit for hit in row.between(deed.first, deed.first + 1, "deeds") if hit.last > deed.last]


def _holds(_row: DeedRow, deed: Hit, target: Hit) -> bool:
    """ "تعرضت مدرستان لهجمات": the building stands between the words for what was done."""
    return deed.entry.more.get("subject") == "yes" and deed.first < target.first and target.last < deed.last


def _has_object(row: DeedRow, deed: Hit, target: Hit) -> bool:
    """ "Torched two village schools": nothing but describing words between, no place to which or from which."""
    before = listed_before(row, target) if deed.code == "strike" else None
    if before is not None:
        return _has_object(row, deed, before)
    if not 0 <= target.first - deed.last <= _REACH_TOKENS or row.stops(deed.last, target.first):
        return False
    if deed.entry.more.get("subject") == "yes" and not _is_perfect(row, deed):
        return False
    if deed.code == "occupy" and any(row.is_one_of(at, "surrounding_words") for at in range(deed.last, target.first)):
        return False
    if target.code in _PEOPLE and speaks_behind(row, deed, target):
        return False
    if _is_of_next(row, deed, target) or told_by(row, deed, target):
        return False
    breaks = ("finite", "relatives", "that_words", *(() if deed.code == "steal" else ("away_preps",)))
    breaks = (*breaks, "whither_preps") if deed.code == "strike" else breaks
    return not any(row.is_one_of(at, table) for at in range(deed.last, target.first) for table in breaks)


def _is_subject(row: DeedRow, deed: Hit, target: Hit) -> bool:
    """ "Two schools in the town were torched", "schools torched", "trucks have been stuck"."""
    quoted = row.form(target.last) in _OPENING_QUOTES
    if not 0 <= deed.first - target.last <= _SUBJECT_TOKENS or row.stops(target.last + int(quoted), deed.first):
        return False
    if row.lexicon.language == "ar" and any(row.is_one_of(at, "that_words") for at in range(target.last, deed.first)):
        return False
    if _has_other_subject(row, deed, target) or closes_aside(row, deed, target):
        return False
    if deed.entry.more.get("subject") == "yes" or deed.code == "reach" or _is_told_of(row, deed, target):
        return True
    if row.tokens[deed.first].form.startswith("ل") and deed.code in _SUFFERED:
        return True
    passive = any(row.is_one_of(at, "passive_words") for at in range(target.last, deed.first))
    passive = passive or _is_taken_up(row, deed, target)
    between = range(target.last, deed.first)
    glued = all(row.is_one_of(at, "adverbs") for at in between) and deed.entry.more.get("participle") == "yes"
    parted = any(
        row.is_one_of(at, "relatives") and not (_is_of_target(row, at, target) or _is_of_person(row, at, deed, target))
        for at in range(target.last, deed.first)
    )
    return (passive or glued) and not parted


def _is_told_of(row: DeedRow, deed: Hit, target: Hit) -> bool:
    """ "بأن روضة أطفال نهبت", "إن ثلاث مدارس في البلدة أحرقت": where verbs come first, what stands right behind "that"
    is who the verb is of, and a building or a convoy does nothing."""
    if not row.lexicon.data.get("verb_first") or target.code not in ("school", "hospital", "aid"):
        return False
    opens = range(target.first - _COUNT_TOKENS, target.first)
    that = next((at for at in reversed(opens) if row.is_one_of(at, "that_words")), None)
    if that is None or not row.is_one_of(deed.first, "finite"):
        return False
    return not any(row.is_one_of(at, "finite") for at in (*range(that, target.first), *range(target.last, deed.first)))


def _is_of_target(row: DeedRow, at: int, target: Hit) -> bool:
    """ "30 schools, 14 of which are occupied", "schools which were torched": it takes up the building."""
    if target.code not in ("school", "hospital") or not row.is_one_of(at, "thing_relatives"):
        return False
    between = range(target.last, at)
    return row.is_one_of(at - 1, "of_words") or all(row.tokens[here].form in COMMAS for here in between)


def _is_of_person(row: DeedRow, at: int, deed: Hit, target: Hit) -> bool:
    """ "A nurse who tried to stop them was beaten": nobody else stands between who it is and what was done to her."""
    if target.code not in _PEOPLE or at != target.last or not row.is_one_of(deed.first - 1, "passive_words"):
        return False
    between = range(at, deed.first)
    return not row.between(at, deed.first, "units", "targets") and all(
        row.tokens[here].form not in COMMAS for here in between
    )


def _is_taken_up(row: DeedRow, deed: Hit, target: Hit) -> bool:
    """ "Cette école, la Garde l'a occupée": an object in front, taken up by the pronoun of the verb."""
    at = deed.first - 1
    while at > target.last and (row.is_one_of(at, "have_words") or row.tokens[at].form == "'"):
        at -= 1
    fronted = target.last < len(row.tokens) and row.tokens[target.last].form in COMMAS
    return fronted and at < deed.first - 1 and at > target.last and row.is_one_of(at, "objects_before")


def _has_other_subject(row: DeedRow, deed: Hit, target: Hit) -> bool:
    """ "Doctors said 14 children were killed", "citing doctors, 14 children were killed": others were killed."""
    if target.code not in _PEOPLE:
        return False
    said = row.between(target.last, deed.first, "cues")
    if any(not row.is_one_of(hit.first, "adverbs") for hit in said):
        return not _say_it_of_themselves(row, deed, said)
    others = [hit for hit in row.between(target.last, deed.first, "units") if hit.entry.more.get("victim") == "child"]
    return any(row.tokens[at].form in COMMAS for hit in others for at in range(target.last, hit.first)) and not any(
        row.is_one_of(at, "list_joiners") for hit in others for at in range(target.last, hit.first)
    )


def _say_it_of_themselves(row: DeedRow, deed: Hit, said: Sequence[Hit]) -> bool:
    """ "Nurses say they have been beaten": those who say it are those it was done to."""
    at = deed.first - 1
    while any(row.is_one_of(at, table) for table in ("passive_words", "have_words", "adverbs")):
        at -= 1
    return at < deed.first - 1 and at == said[-1].last and row.is_one_of(at, "own_subjects")


def _is_armed(row: DeedRow, deed: Hit) -> bool:
    """Only who bears arms makes a use a military one."""
    near = row.between(
        deed.first - _ARMED_TOKENS, deed.last + _ARMED_TOKENS, "groups", "group_heads", "party_back", "deeds"
    )
    return any(hit.entry.section != "deeds" or hit.code == "occupy" for hit in near)


def _is_by_force(row: DeedRow, deed: Hit, target: Hit) -> bool:
    """ "They took nine children", "des hommes ont pris deux filles"; not "they took two nurses to a clinic", nor
    "children pick up mines"."""
    near = row.between(target.last, target.last + 6, "targets")
    if target.code != "child" and any(hit.code in ("hospital", "school") for hit in near):
        return False
    unnamed = any(row.is_one_of(at, "pronouns") for at in range(deed.first - 3, deed.first))
    return unnamed or any(
        "weapon" not in hit.entry.more
        for hit in row.between(
            deed.first - _REACH_TOKENS, deed.last + _ARMED_TOKENS, "groups", "group_heads", "party_back"
        )
    )


def _is_denied(row: DeedRow, deed: Hit) -> bool:
    return any(row.is_one_of(at, "never_words") for at in range(deed.first - _REACH_TOKENS, deed.first))
