"""Arabic names: where the name of an armed body ends in a language without capitals."""

from __future__ import annotations

from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.name_numbers import past_number
from tawthiq.record.extract.phrases.apposed import is_office
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import NUMBER, WORD, spellings

_ARABIC_NAME_TOKENS = 3
_NAMED_TOKENS = 2
_OWNED = ("هم", "هن")
_FEWEST_LETTERS = 4
_RANKED_TOKENS = 4
_RED_LETTERS = 7
"""Of "الحمراء", as of all such words for colours, with the article."""
_NO_QUALITIES = ("units", "targets", "place_heads", "dates", "violations", "vague", "cues", "group_heads")


def arabic_name(page: Page, hit: Hit, last: int) -> list[Mention]:
    """ "جبهة تحرير فارش": an indefinite head with the words behind it, up to a preposition, verb or number."""
    if page.form(hit.first).endswith(_OWNED) or _is_officer(page, hit):
        return []
    if has_article(page, hit):
        end = max(
            _past_rank(page, hit.last, last),
            _belongs_to_name(page, hit.last, last),
            _past_side(page, hit, last),
            _past_quality(page, hit, last),
        )
        return [Mention(hit.first, end)] if end > hit.last else []
    peaceful = page.is_one_of(hit.last, "not_group_tails") and not page.is_one_of(hit.first, "armed_heads")
    peaceful = peaceful or page.is_one_of(hit.last, "never_armed_tails")
    if peaceful or _is_of_body(page, hit.first - 1):
        return []
    if page.is_one_of(hit.first, "dated_heads") and (day := _past_day(page, hit.last, last)) > hit.last:
        return [Mention(hit.first, day)]
    end = _past_aim(page, _past_words(page, hit.last, last), last)
    end = max(end, _past_rank(page, hit.last, last))
    if any(page.is_one_of(at, "civil_councils") for at in range(hit.last, end)) and _is_peaceful_head(page, hit):
        return []
    police = page.is_one_of(hit.first, "police_words")
    if _is_of_land(page, hit, end) or (police and end > hit.last):
        return [Mention(hit.first, end, group=police)]
    sorts = page.hits_in(hit.first, hit.first + 1, "groups")
    if any(sort.last > hit.last and not page.form(sort.last).startswith("ال") for sort in sorts):
        return []
    longer = any(sort.last > hit.last for sort in sorts) or (sorts and not page.form(hit.last).startswith("ال"))
    named = end - hit.last >= _NAMED_TOKENS
    return [Mention(hit.first, end)] if end > hit.last and (named or not longer) else []


def _is_of_body(page: Page, at: int) -> bool:
    """ "منظمة أنصار السلام": a body's name; behind "المنظمة", which has its article, another name begins."""
    return page.is_one_of(at, "bodies_words") and not page.form(at).removeprefix("و").startswith(("ال", "لل"))


def _past_day(page: Page, at: int, last: int) -> int:
    """ "حركة 7 مايو": the day that a movement is called by, right behind its head."""
    return next((item.last for item in page.dates.between(at, at + 3) if item.first == at and item.last <= last), at)


def _is_peaceful_head(page: Page, hit: Hit) -> bool:
    """ "مجلس الوادي المحلي": a council, a union; "قوات الدفاع المحلي" bear arms."""
    return page.is_one_of(hit.first, "bodies_words") and not page.is_one_of(hit.first, "armed_heads")


def _past_rank(page: Page, at: int, last: int) -> int:
    """ "اللواء 33", "لواء 33 مشاة", "اللواء الخامس مشاة": which of the brigades, and of what arm; "قتل
    الجيش 14" tells how many."""
    end = past_number(page, at, last) if page.is_one_of(at - 1, "numbered_heads") else at
    if end == at and at < last and _is_rank(page, at):
        end += 1 + int(page.is_one_of(at + 1, "arm_words"))
    return end


def _past_words(page: Page, first: int, last: int) -> int:
    end = first
    while end < last and end - first < _ARABIC_NAME_TOKENS and _is_arabic_part(page, end):
        if end > first and _closes_name(page, end, first):
            break
        end += 1
    return end


def _past_aim(page: Page, at: int, last: int) -> int:
    """ "حركة النهضة من أجل كولو", "حركة العدل والكرامة": what it stands for, one more of it joined by "and"; "سرايا
    الدفاع عن كولو": what it defends."""
    aims = page.lexicon.data.get("name_aims", ())
    if at < last and page.form(at).startswith("و") and page.form(at)[1:] in aims and page.form(at - 1) in aims:
        at += 1
    if page.is_one_of(at - 1, "guarding_nouns") and page.is_one_of(at, "guarding_preps") and at + 1 < last:
        return at + 2 if _is_arabic_part(page, at + 1) else at
    aimed = page.is_one_of(at, "of_words") and page.is_one_of(at + 1, "aim_words") and at + 2 < last
    return at + 3 if aimed and _is_arabic_part(page, at + 2) else at


def _is_of_land(page: Page, hit: Hit, end: int) -> bool:
    """ "جيش كولو", "شرطة دارفور": of whose land; "جيش نظامي", "شرطة مسلحة" tells of what sort."""
    plain = page.is_one_of(hit.first, "land_forces") and end == hit.last + 1 and _is_bare_word(page, hit.last)
    quality = page.form(hit.last).endswith(("ي", "يه")) or page.is_one_of(hit.last, "force_qualities")
    return plain and not quality


def _is_bare_word(page: Page, at: int) -> bool:
    """A word without article, that no list knows as a deed, a cue, a sort of people."""
    known = page.hits_in(at, at + 1, "violations", "cues", "groups", "participles", "hedges", "reports", "officials")
    return not page.form(at).startswith("ال") and not known and not is_verb(page, at)


def _is_officer(page: Page, hit: Hit) -> bool:
    """ "قائد الشرطة اللواء هاني البكر": a rank between an office and a name, no brigade."""
    ranked = page.is_one_of(hit.first, "rank_titles") and not page.form(hit.last).startswith("ال")
    numbered = hit.last < len(page.tokens) and page.tokens[hit.last].sort == NUMBER
    return ranked and not numbered and is_office(page, hit.first - _RANKED_TOKENS, hit.first)


def has_article(page: Page, hit: Hit) -> bool:
    """ "اللواء", "للحركة"; not "ألوية", which only looks so once its hamza is folded, nor "للواء الحدود"."""
    bare = page.form(hit.first).removeprefix("و")
    tied = bare.startswith("لل") and page.form(hit.last).startswith("ال")
    forms = {bare, bare[1:]} if tied else {bare}
    own = any(forms & slot.words for row in hit.entry.rows for slot in row[:1])
    return bare.startswith(("ال", "لل", "بال")) and not own


def _belongs_to_name(page: Page, at: int, last: int) -> int:
    """ "الجبهة المتحدة لسهران": a definite adjective, then "of" joined to a name, or to what it fights for, "الحركة
    الوطنية للتحرير"; `at` where there is none."""
    end = at
    while end < last and end - at < _NAMED_TOKENS and page.form(end).startswith("ال"):
        if page.is_one_of(end, "allied_words"):
            return at
        end += 1
    if end > at and (aim := _past_joined_aim(page, end, last)) > end:
        return aim
    name = page.form(end) if end < last else ""
    owned = name.startswith("ل") and not name.startswith("لل") and len(name) > _FEWEST_LETTERS
    told = page.is_one_of(end, "told_media")
    told = told or bool(page.hits_in(end, end + 1, "units", "violations", "dates", "cues", "targets", "groups"))
    return end + 1 if end > at and owned and not told else at


def _past_joined_aim(page: Page, at: int, last: int) -> int:
    """ "للعدالة والمساواة", "لتحرير السهل": what a body of men stands for, with "and" or its object behind."""
    aims = page.lexicon.data.get("name_aims", ())
    form = page.form(at) if at < last else ""
    whole = form.startswith("لل") and f"ال{form[2:]}" in aims
    if not whole and not (form.startswith("ل") and f"ال{form[1:]}" in aims):
        return at
    behind = page.form(at + 1) if at + 1 < last else ""
    joined = whole and behind.startswith("وال") and behind[1:] in aims
    return at + 1 + int(joined or (not whole and at + 1 < last and _is_arabic_part(page, at + 1)))


def _past_side(page: Page, hit: Hit, last: int) -> int:
    """ "الحشد الشرقي", "الحرس الجمهوري": a force and the adjective that names it."""
    feminine = _is_feminine(page.form(hit.first))
    named = hit.last < last and page.is_one_of(hit.first, "sided_heads") and page.form(hit.last).startswith("ال")
    sided = (
        named and page.form(hit.last).endswith("يه" if feminine else "ي") and not _is_no_quality(page, hit, hit.last)
    )
    others = ("units", "targets", "dates") if sided and not feminine else ("units", "place_heads", "targets", "dates")
    return hit.last + int(sided and not page.hits_in(hit.last, hit.last + 1, *others))


def _past_quality(page: Page, hit: Hit, last: int) -> int:
    """ "الجبهة الحمراء", "الجيش الحر": the adjective that names a body; another definite word that agrees is one
    where it can be neither object nor subject: "على يد الجبهة الجديدة", "الكتيبة الثقيلة خطفت"."""
    at = hit.last
    if at >= last or not _agrees(page, hit, at) or not page.is_one_of(hit.first, "quality_heads"):
        return at
    known = any(sort.last > at for sort in page.hits_in(hit.first, at + 1, "groups", "party_back"))
    if known or _is_no_quality(page, hit, at):
        return at
    if page.is_one_of(at, "name_qualities"):
        return at + 1
    return at + int(not page.hits_in(at, at + 1, *_NO_QUALITIES) and _can_only_describe(page, hit.first, at))


def _is_no_quality(page: Page, hit: Hit, at: int) -> bool:
    """ "الجبهة الأمامية", "على الجبهة الشمالية": where they fight; "هاجم اللواء الحي": what it attacked."""
    line = page.is_one_of(hit.first, "fighting_lines") and page.is_one_of(hit.first - 1, "site_preps")
    return page.is_one_of(at, "not_name_qualities") or (line and page.is_one_of(at, "place_adjectives"))


def _agrees(page: Page, hit: Hit, at: int) -> bool:
    """Both definite, and of one gender as far as their endings tell."""
    form = page.form(at)
    return form.startswith("ال") and _is_feminine(page.form(hit.first)) == _is_of_women(form)


def _is_of_women(form: str) -> bool:
    """ "الجديدة", "الحمراء"; "اللواء" only ends like that."""
    return form.endswith("ه") or (form.endswith("اء") and len(form) == _RED_LETTERS)


def _is_feminine(head: str) -> bool:
    """A body of that gender, or a plural of such bodies."""
    return head.endswith(("ه", "ايب", "ايا", "يا", "يات"))


def _can_only_describe(page: Page, head: int, at: int) -> bool:
    """Who did it stands behind "by" or in front of the verb, or between the verb and whom it was done to."""
    blamed = page.is_one_of(head - 1, "by_words") or _has_its_object(page, head - 1)
    acts = any(hit.last == head for hit in page.hits_in(max(0, head - 4), head, "violations"))
    victims = page.quantities.between(at + 1, at + 2) or page.hits_in(at + 1, at + 2, "units", "singles", "vague")
    verb = at + 1 < len(page.tokens) and is_verb(page, at + 1) and not page.form(at + 1).startswith("و")
    return blamed or verb or (acts and bool(victims))


def _has_its_object(page: Page, at: int) -> bool:
    """ "شنته", "ارتكبها": whoever did it stands right behind, and nothing that it was done to."""
    joined = page.form(at).endswith(("ه", "ها"))
    return joined and any(hit.last == at + 1 for hit in page.hits_in(at, at + 1, "by_party"))


def _is_rank(page: Page, at: int) -> bool:
    """ "الثالث", "الثالثة": which of the brigades."""
    ranks: dict[str, int] = page.lexicon.data.get("ordinals", {})
    return any(form in ranks or f"{form}ه" in ranks for form in spellings(page.form(at)))


def _closes_name(page: Page, at: int, first: int) -> bool:
    """Behind a definite word only another one goes on with the name, and behind the second of two others; "المتمركزون"
    tells where they are; "الشهيد" has the name of its bearer behind it."""
    if page.is_one_of(at, "never_in_names"):
        return True
    men = page.form(at).startswith("الم") and page.form(at).endswith(("ون", "ين"))
    if men and page.form(at - 1).startswith("ال"):
        return True
    titled = at - first == 1 and page.is_one_of(first, "name_titles")
    bare = not page.form(at).startswith("ال") and not titled
    return bare and (page.form(at - 1).startswith("ال") or at - first > 1)


def _is_arabic_part(page: Page, at: int) -> bool:
    form = page.form(at)
    if page.tokens[at].sort != WORD or (form[0] in "وفبل" and form[1:3] == "ال"):
        return False
    if _is_host(page, at) or _is_titled(page, at):
        return True
    if form.endswith(("هم", "هن")) and not form.startswith("ال"):
        return False
    if form.startswith("و") and len(form) > 3:
        return False
    owned = form.startswith("ال") and bool(page.hits_in(at - 1, at, "group_heads"))
    tables = ("phrase_breaks", "relatives", "small_words", "weekdays", "any_words", "allied_words")
    stops = any(page.is_one_of(at, table) for table in tables) or form in page.lexicon.number_words
    stops = stops or (not owned and (page.is_one_of(at, "verbal_objects") or _is_site(page, at)))
    stops = stops or page.is_one_of(at, "what_words")
    stops = stops or (page.is_one_of(at, "finite") and not form.startswith("ال"))
    stops = stops or (page.is_one_of(at, "rank_titles") and not page.form(at + 1).startswith("ال"))
    units = [hit for hit in page.hits_in(at, at + 1, "units") if not (_names_place(page, hit) or _opens_name(page, at))]
    told = ("dates", "vague") if owned else ("dates", "violations", "vague", "cues")
    return not stops and not units and not page.hits_in(at, at + 1, *told)


def _is_host(page: Page, at: int) -> bool:
    """ "تنظيم جند الساحل": the host of a name, which elsewhere is a verb."""
    heads = page.is_one_of(at, "host_words") and page.hits_in(at - 1, at, "group_heads")
    return bool(heads) and page.form(at + 1).startswith("ال")


def _is_titled(page: Page, at: int) -> bool:
    """ "كتائب الشهيد عمر": whose name the body bears; "الشهيد" is nobody killed there."""
    return page.is_one_of(at, "name_titles") and bool(page.hits_in(at - 1, at, "group_heads"))


def _is_site(page: Page, at: int) -> bool:
    """ "دخل جيش كولو البلدة": what it entered."""
    return page.form(at).startswith("ال") and bool(page.hits_in(at, at + 1, "place_heads"))


def _opens_name(page: Page, at: int) -> bool:
    """ "جبهة أبناء التلال": the sons of a name, right behind the sort of force."""
    heads = page.hits_in(at - 1, at, "group_heads") and page.hits_in(at, at + 1, "group_heads")
    return bool(heads) and page.form(at + 1).startswith("ال")


def _names_place(page: Page, hit: Hit) -> bool:
    """ "لواء الجزيرة": a noun for a place, with its article right behind the sort of force, is that force's name."""
    heads = page.hits_in(hit.first - 1, hit.first, "group_heads")
    return hit.code == "place" and bool(heads) and page.form(hit.first).startswith("ال")
