"""Verbs: which words of a text are finite verbs, as far as word lists and endings can tell."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.token import WORD

_FEWEST_LETTERS = 4
_TWO = ("ان", "ين", "تا", "هما")
_TWO_TOKENS = 2


def has_verb(page: Page, first: int, last: int) -> bool:
    """True when a finite verb stands on those tokens, as far as word lists can tell."""
    return any(is_verb(page, at) for at in range(first, last))


def says_although(page: Page, first: int, at: int) -> bool:
    """ "La Secretaría contabiliza once, aunque reconoce": a verb of saying that no list of verbs knows."""
    turns = page.is_one_of(at, "contrast_words")
    return turns and any(hit.code == "say" for hit in page.hits_in(first + 1, at, "cues"))


def is_verb(page: Page, at: int) -> bool:
    """Auxiliaries, listed verbs, and words with a verb's ending that stand neither before nor behind an article."""
    if page.grammar is not None and at in page.grammar.read:
        return at in page.grammar.verbs
    if _is_hyphened(page, at) or page.is_in_handle(at) or page.is_one_of(at - 1, "infinitives_of_having"):
        return False
    if is_finite(page, at):
        if page.form(at).removeprefix("و").startswith("ال"):
            return False
        lettered = page.tokens[at].end - page.tokens[at].start == 1 and page.form(at + 1) == "."
        named = lettered or page.form(at) in page.lexicon.data.get("months", {})
        return not (page.is_capital(at) and named)
    if page.is_one_of(at, "bare_perfects") and _opens_sentence(page, at):
        return True
    token = page.tokens[at]
    if _is_accented(page, at) or _is_jussive(page, at):
        return True
    if token.sort != WORD or len(token.form) < 5 or page.is_capital(at):
        return False
    endings = tuple(page.lexicon.data.get("verb_endings", ()))
    if not endings or not token.form.endswith(endings) or page.is_one_of(at, "not_verbs"):
        return False
    if _lacks_accent(page, at):
        return False
    if page.is_one_of(at + 1, "by_words") and not page.is_one_of(at - 1, "finite"):
        return False
    return not page.is_one_of(at - 1, "determiners") and not page.is_one_of(at - 1, "by_words")


def _opens_sentence(page: Page, at: int) -> bool:
    """ "نهب مسلحون": Arabic opens a sentence with its verb, also one that elsewhere would be read as a noun."""
    if page.form(at).removeprefix("و").startswith("ال") or is_finite(page, at + 1):
        return False
    return page.form(at - 1) in ("", ".", "؟", "!") or page.is_one_of(at - 1, "verb_leads")


def _is_jussive(page: Page, at: int) -> bool:
    """ "لم تصدر", "لن يهدأ": behind these words of denial Arabic has nothing but an imperfect."""
    persons = tuple(page.lexicon.data.get("jussive_persons", ()))
    return bool(persons) and page.is_one_of(at - 1, "jussive_leads") and page.form(at).startswith(persons)


def is_finite(page: Page, at: int) -> bool:
    """A listed verb; of "esta" and "está" only the accented one."""
    accented = page.lexicon.data.get("accented_finite", {}).get(page.form(at))
    if not page.is_one_of(at, "finite") or is_name_like_two(page, at):
        return False
    return accented is None or page.words(at, at + 1).casefold() == accented


def is_name_like_two(page: Page, at: int) -> bool:
    """ "أوردا", "شهدا": spelled as what two did, where nobody stands in front who are two: "الطفلان شهدا"."""
    form = page.form(at)
    if not ("\u0621" <= form[:1] <= "\u064a") or not form.endswith("ا") or form.endswith(("وا", "نا", "ها", "تا")):
        return False
    if form[:-1].removeprefix("و") not in page.lexicon.data.get("finite", ()):
        return False
    near = [page.form(here) for here in range(max(0, at - _TWO_TOKENS), at)]
    return not any(len(one) > _FEWEST_LETTERS and one.endswith(_TWO) for one in near)


def _is_hyphened(page: Page, at: int) -> bool:
    """ "SDF-linked", "security-related": the end of a compound is no verb; "dit-il" turns the verb in front."""
    return at > 1 and page.form(at - 1) == "-" and page.tokens[at - 1].end == page.tokens[at].start


def _is_accented(page: Page, at: int) -> bool:
    """ "Mató", "aseguró", "estará": Spanish writes the accent on the end of these verbs, and of few other words."""
    word = page.words(at, at + 1)
    return len(word) >= _FEWEST_LETTERS and word.islower() and word.endswith(page.lexicon.endings("accented_endings"))


def _lacks_accent(page: Page, at: int) -> bool:
    """ "Humanitaria", "primaria": an ending of verbs only where its accent is written."""
    bare = page.form(at).endswith(page.lexicon.endings("unaccented_endings"))
    return bare and not any(mark in page.words(at, at + 1) for mark in page.lexicon.endings("written_accents"))
