"""Cuts in Arabic: what stands behind a comma, or a word such as "but", and makes a claim of its own."""

from __future__ import annotations

from tawthiq.record.extract.clauses.counted_on import is_other_deed
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.phrases.verbs import has_verb, is_verb
from tawthiq.record.extract.words.token import NUMBER

_FEWEST_TURNED = 4
_THAT_TOKENS = 4
_FATE_TOKENS = 5


def opens_behind_comma(page: Page, first: int, at: int, last: int) -> bool:
    """True where the words behind a comma begin a claim of their own."""
    return any(opens(page, first, at, last) for opens in _OPENINGS)


def _joined_verb(page: Page, first: int, at: int, last: int) -> bool:
    """ "، وأُطلق سراح": Arabic joins "and" to the verb that begins the next claim."""
    form = page.form(at)
    if not form.startswith("و") or len(form) < 4 or not has_verb(page, first, at - 1):
        return False
    if not (_tells_deed(page, first, at - 1) or _counts_other_deed(page, first, at, last)):
        return False
    if page.is_one_of(at, "result_words") or page.is_one_of(at, "joined_nouns") or _describes_site(page, at, last):
        return False
    bare = form[1:]
    known = bare in page.lexicon.data.get("claim_verbs", ()) or bool(
        page.hits_in(at, at + 1, "violations", "relief", "cues")
    )
    counted = any(item.rule != "age" for item in page.quantities.between(at, last))
    told = counted or page.hits_in(at, last, "violations", "cues", "limits")
    return known and not bare.startswith("ال") and bool(told) and last - at > 3


def _describes_site(page: Page, at: int, last: int) -> bool:
    """ "، وكانت تؤوي أسرا نازحة، فقتل": what the place told in front was used for, up to the next comma."""
    comma = next((here for here in range(at, last) if page.form(here) in ("،", ",")), last)
    persons = tuple(page.lexicon.data.get("jussive_persons", ())) or ("\0",)
    goes_on = page.is_one_of(at, "had_words") and page.form(at + 1).startswith(persons) and is_verb(page, at + 1)
    told = page.quantities.between(at, comma) or page.hits_in(at, comma, "violations", "cues", "limits")
    return goes_on and comma < last and page.form(comma + 1).startswith("ف") and not told


def _follows_subordinate(page: Page, first: int, at: int, last: int) -> bool:
    """ "ورغم أن الأرقام أعلى، تحققت الأمم المتحدة": behind "although ..." the main clause opens with its verb."""
    told = page.quantities.between(at, last) or page.hits_in(at, last, "violations")
    opens = is_verb(page, at) or page.hits_in(at, at + 1, "cues")
    return page.is_one_of(first, "subordinators") and bool(opens) and bool(told) and last - at > 3


def _says_on(page: Page, first: int, at: int, last: int) -> bool:
    """ "، مضيفا أن", "، وأن خمسا منها", "، ويعتقد أن": what somebody goes on to say, or what is said of it."""
    if page.is_one_of(at, "accusing_participles"):
        return has_verb(page, first, at - 1) and bool(mentions_of(page, at + 1, last))
    opens = at if page.is_one_of(at, "that_words") and page.form(at)[0] == "و" else _that_behind(page, at)
    if not opens or last - opens < _FEWEST_TURNED or not has_verb(page, first, at - 1):
        return False
    if _counts_among(page, opens + 1) or (page.hits_in(first, at, "limits") and page.hits_in(opens, last, "limits")):
        return False
    return has_verb(page, opens, last) or bool(page.hits_in(opens, last, "violations", "limits"))


def _counts_among(page: Page, at: int) -> bool:
    """ "غير أن بينهم طفلين", "وأن 15 في المائة منهم": a part of those just told goes on with them."""
    shared = page.hits_in(at, at + 2, "percent", "shares", "majorities")
    return any(page.is_one_of(here, "those_words") for here in range(at, at + (4 if shared else 2)))


def _that_behind(page: Page, at: int) -> int:
    """Where "that" stands close behind a participle that goes on, or words that somebody unnamed says; 0 without."""
    cue = page.hit_at(at, "cues")
    endings = tuple(page.lexicon.data.get("going_on_endings", ()))
    joined = cue is not None and cue.code == "unnamed" and page.form(at)[0] == "و"
    if cue is None or not (joined or (cue.code == "say" and page.form(at).endswith(endings))):
        return 0
    return next((here for here in range(at, at + _THAT_TOKENS) if page.is_one_of(here, "that_words")), 0)


def _opens_contrast(page: Page, first: int, at: int, last: int) -> bool:
    """ "، فيما لا يزال", "، في حين يتخذ": behind a comma too a word that begins a clause, of one token or two."""
    two = page.is_one_of(at, "while_words") and page.is_one_of(at + 1, "while_tails")
    starts = two or page.is_one_of(at, "contrast_starts")
    if not starts or not has_verb(page, first, at - 1) or _counts_among(page, at + 1):
        return False
    if any(page.is_one_of(here, "rest_people") for here in range(at, min(at + _FATE_TOKENS, last))):
        return False
    return opens_with_verb(page, at + 1 + int(two), last)


def _keeps_silent(page: Page, first: int, at: int, last: int) -> bool:
    """ "، ولم تعلن أي جهة مسؤوليتها": nobody's word on it is a claim of its own."""
    return bool(page.hits_in(at, at + 1, "silences")) and has_verb(page, first, at - 1) and last - at > 2


def _counts_other_deed(page: Page, first: int, at: int, last: int) -> bool:
    """ "وقع 28 هجوما على المدارس، واستخدمت 35 مدرسة": two deeds, each with its number."""
    counted = page.quantities.between(first, at) and page.quantities.between(at, last)
    return bool(counted) and is_other_deed(page, first, at, last)


def _bare_and(page: Page, first: int, at: int, last: int) -> bool:
    """ "، و14 مدرسة أخرى تعرضت": the "and" stands alone in front of digits; another deed with its number."""
    counted = page.form(at) == "و" and at + 1 < last and page.tokens[at + 1].sort == NUMBER
    return counted and _counts_other_deed(page, first, at, last) and has_verb(page, at, last)


def _tells_fate(page: Page, first: int, at: int, last: int) -> bool:
    """ "، ولا يزال مصير اثنين منهم مجهولا": what became of those taken is told for itself."""
    near = range(at, min(at + _FATE_TOKENS, last))
    joined = page.form(at).startswith("و") and has_verb(page, first, at - 1)
    return joined and any(page.is_one_of(here, "fate_words") for here in near)


def _tells_deed(page: Page, first: int, last: int) -> bool:
    """A verb that makes a claim of its own; "it happened at noon" goes on with what is told behind."""
    return any(page.is_one_of(at, "claim_verbs") or page.form(at).endswith("وا") for at in range(first, last))


def opens_with_verb(page: Page, at: int, last: int) -> bool:
    """ "كما أحرقوا مدرسة", "غير أن الحركة نفت": a verb, or "that", right behind; a limit goes on with its claim."""
    if page.hits_in(at, at + 2, "limits"):
        return False
    verb = at + int(page.is_one_of(at, "negations"))
    opens = is_verb(page, verb) or page.is_one_of(at, "that_words") or page.hits_in(at, at + 1, "violations", "cues")
    told = page.quantities.between(at, last) or page.hits_in(at, last, "violations", "cues", "limits")
    return bool(opens) and bool(told) and last - at > 2


_OPENINGS = (_joined_verb, _bare_and, _tells_fate, _follows_subordinate, _says_on, _opens_contrast, _keeps_silent)
