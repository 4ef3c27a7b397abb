"""One of two: words of one deed that two lexicon entries read: a death and the blow, a taking, a charge."""

from __future__ import annotations

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import ViolationRef

_ROLE_TOKENS = 8
_LED_TOKENS = 4


def keep_one(page: Page, clause: Clause, made: dict[str, ViolationRef]) -> None:
    """Takes out of `made` what the same words tell a second time."""
    _keep_death(page, made)
    _keep_blow(page, clause, made)
    _keep_what_befell_captives(page, clause, made)
    _keep_hostages(page, clause, made)
    _keep_one_taking(page, clause, made)
    _keep_site(page, clause, made)
    _taken_as_fighters(page, clause, made)
    _suspects_are_detained(page, clause, made)
    _held_for_belonging(page, clause, made)
    _led_off_by_police(page, clause, made)
    _held_for_ties(page, clause, made)


def _keep_what_befell_captives(page: Page, clause: Clause, made: dict[str, ViolationRef]) -> None:
    """ "Raped in captivity": where it was; that they had been taken is told before."""
    taken = made.get("abduction")
    told = [code for code in made if code in ("killing", "maiming", "sexual_violence")]
    if (
        told
        and taken
        and taken.cue
        and any(page.is_one_of(at, "captivity_words") for at in _at(page, clause, taken.cue))
    ):
        made.pop("abduction")


def _at(page: Page, clause: Clause, cue: Span) -> list[int]:
    """The tokens of a cue in the clause."""
    return [at for at in range(clause.first, clause.last) if cue.start <= page.tokens[at].start < cue.end]


def _keep_hostages(page: Page, clause: Clause, made: dict[str, ViolationRef]) -> None:
    """ "Is holding 14 children hostage": no authority detains hostages."""
    taken = made.get("abduction")
    if taken and taken.cue and any(page.is_one_of(at, "hostage_words") for at in _at(page, clause, taken.cue)):
        made.pop("deprivation_liberty", None)


def _taken_as_fighters(page: Page, clause: Clause, made: dict[str, ViolationRef]) -> None:
    """ "Took nine boys as fighters", "took boys from the camps to fight": one deed, what they were taken for."""
    taken, used = made.get("abduction"), made.get("recruitment_use")
    if not (taken and used and taken.cue and used.cue):
        return
    first, second = _at(page, clause, taken.cue), _at(page, clause, used.cue)
    if not first or not second or not page.is_one_of(first[0], "plain_takings"):
        return
    led = page.is_one_of(second[0], "role_leads") and 0 <= second[0] - first[-1] <= _ROLE_TOKENS
    if led or first[0] == second[0]:
        made.pop("abduction")


def _keep_one_taking(page: Page, clause: Clause, made: dict[str, ViolationRef]) -> None:
    """ "Taken into custody", "rounded up": the same words tell no abduction beside a detention; nor a detention beside
    an abduction, where a party is named that is no state."""
    taken, held = made.get("abduction"), made.get("deprivation_liberty")
    if taken and held and taken.cue and held.cue and taken.cue.overlap_chars(held.cue):
        groups = page.hits_in(clause.first, clause.last, "groups")
        if page.lexicon.language == "en" or any(hit.code == "state_force" for hit in groups):
            made.pop("abduction")
        elif mentions_of(page, clause.first, clause.last):
            made.pop("deprivation_liberty")


def _keep_site(page: Page, clause: Clause, made: dict[str, ViolationRef]) -> None:
    """ "Took over the girls' school": the school of the girls was taken, no girl."""
    taken, used = made.get("abduction"), made.get("military_use")
    if not (taken and used and taken.cue and used.cue and taken.cue.overlap_chars(used.cue)):
        return
    if page.form(_at(page, clause, taken.cue)[-1] + 1) in ("'", "’"):
        made.pop("abduction")


def _keep_death(page: Page, made: dict[str, ViolationRef]) -> None:
    """ "Shot dead", "beaten to death": of one blow the death is told, no wound beside it."""
    dead, hurt = made.get("killing"), made.get("maiming")
    if not (dead and hurt and dead.cue and hurt.cue) or dead.cue.start > hurt.cue.end + 1:
        return
    told = page.text[dead.cue.start : dead.cue.end].casefold().split()
    if dead.cue.end > hurt.cue.start and page.lexicon.data.get("death_words", frozenset()).intersection(told):
        made.pop("maiming")


def _keep_blow(page: Page, clause: Clause, made: dict[str, ViolationRef]) -> None:
    """ "Beat him with a rifle": what he was struck with, no arm that he bears; not "a boy with a rifle was killed"."""
    used = made.get("recruitment_use")
    if used is None or used.cue is None:
        return
    led = any(page.is_one_of(at, "with_words") for at in _at(page, clause, used.cue)[:1])
    blows = [made[code] for code in ("maiming", "killing") if code in made]
    if led and any(ref.cue is not None and ref.cue.end < used.cue.start for ref in blows):
        made.pop("recruitment_use")


def _suspects_are_detained(page: Page, clause: Clause, made: dict[str, ViolationRef]) -> None:
    """ "Retiene a 14 niños por su presunta colaboración con": who is held as a suspect was not abducted."""
    taken, used = made.get("abduction"), made.get("recruitment_use")
    if taken and taken.cue and "deprivation_liberty" not in made and _is_authority(page, clause, taken.cue):
        made["deprivation_liberty"] = ViolationRef("deprivation_liberty", "", made.pop("abduction").cue)
    if not (taken and used and taken.cue and used.cue) or "deprivation_liberty" in made:
        return
    belongs = any(page.is_one_of(at, "belonging_words") for at in _at(page, clause, used.cue))
    if belongs and taken.cue.end < used.cue.start:
        made["deprivation_liberty"] = ViolationRef("deprivation_liberty", "", made.pop("abduction").cue)


def _held_for_belonging(page: Page, clause: Clause, made: dict[str, ViolationRef]) -> None:
    """ "Détenus pour association présumée avec des groupes armés": the charge that they are held on, no recruitment."""
    held, used = made.get("deprivation_liberty"), made.get("recruitment_use")
    if not (held and used and held.cue and used.cue) or held.cue.start > used.cue.start:
        return
    words = _at(page, clause, used.cue)
    charge = bool(words) and page.is_one_of(words[0], "charge_of_belonging")
    if charge and any(page.is_one_of(at, "held_over_words") for at in range(words[0] - _LED_TOKENS, words[0])):
        made.pop("recruitment_use")


def _led_off_by_police(page: Page, clause: Clause, made: dict[str, ViolationRef]) -> None:
    """ "اقتادت الشرطة ثلاثة فتيان", "led them off to the police station": whom an authority takes it detains; not
    those whom somebody abducts."""
    taken = made.get("abduction")
    if not taken or not taken.cue or not any(page.is_one_of(at, "led_off") for at in _at(page, clause, taken.cue)[:1]):
        return
    police = ("police_words", "lockups")
    if any(page.is_one_of(at, table) for at in range(clause.first, clause.last) for table in police):
        held = ViolationRef("deprivation_liberty", "", made.pop("abduction").cue)
        made.setdefault("deprivation_liberty", held)


def _held_for_ties(page: Page, clause: Clause, made: dict[str, ViolationRef]) -> None:
    """ "Detained for their association with armed groups": why they are held, told of as known; what is alleged of
    them as well stays with those who allege it."""
    used = made.get("recruitment_use")
    if "deprivation_liberty" not in made or used is None or used.cue is None:
        return
    words = _at(page, clause, used.cue)
    theirs = bool(words) and page.is_one_of(words[0], "belonging_words") and page.is_one_of(words[0] - 1, "possessives")
    charged = any(hit.code == "alleged" for hit in page.hits_in(clause.first, clause.last, "hedges"))
    if theirs and not charged:
        made.pop("recruitment_use")


def _is_authority(page: Page, clause: Clause, cue: Span) -> bool:
    """Who keeps them does so on a charge, or is a state's: "soldiers held the boys for 12 days"."""
    words = _at(page, clause, cue)
    groups = page.hits_in(clause.first, words[0], "groups") if words and page.is_one_of(words[0], "kept_words") else []
    if any(page.is_one_of(at, "hostage_words") for at in words):
        return False
    return _is_suspected(page, clause, cue) or any(hit.code == "state_force" for hit in groups)


def _is_suspected(page: Page, clause: Clause, cue: Span) -> bool:
    """ "Boys suspected of spying are being held": kept on a charge; not "the suspected rebels hold six boys"."""
    kept = any(page.is_one_of(at, "kept_words") for at in _at(page, clause, cue))
    charges = [hit for hit in page.hits_in(clause.first, clause.last, "hedges") if hit.code == "alleged"]
    return kept and any(hit.last - hit.first > 1 for hit in charges)
