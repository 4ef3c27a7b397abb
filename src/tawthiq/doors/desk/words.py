"""Words: how the desk spells the codes of the record, in the language of the reader."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tawthiq.doors.desk.event_words import EVENT_WORDS
from tawthiq.doors.desk.harm_words import HARM_WORDS
from tawthiq.doors.desk.job_words import JOB_WORDS
from tawthiq.doors.desk.reading_words import READING_WORDS
from tawthiq.doors.desk.report_words import REPORT_WORDS
from tawthiq.doors.desk.unit_words import UNIT_WORDS

WORDS: Mapping[str, Mapping[str, Promise]] = MappingProxyType(
    {
        "item_kind": {
            "text": _("Text"),
            "html": _("Web page"),
            "pdf": _("PDF"),
            "image": _("Picture"),
            "table": _("Table"),
            "video": _("Video"),
            "audio": _("Sound"),
            "export": _("Export of posts"),
            "archive": _("Archive of files"),
            "other": _("Other"),
        },
        "item_state": {
            "readable": _("Readable"),
            "no_text": _("No text in it"),
            "undecodable": _("Cannot be decoded"),
        },
        "channel": {
            "upload": _("Upload"),
            "paste": _("Pasted at the desk"),
            "folder": _("Folder"),
            "export": _("Export"),
            "form": _("Form"),
            "register": _("Register"),
            "demo": _("Invented demo"),
        },
        "statement_kind": {
            "violation_claim": _("Claim of a violation"),
            "figure": _("Figure"),
            "limitation": _("Stated limitation"),
            "media_provenance": _("Origin of a picture or video"),
            "context_claim": _("Claim of context"),
            "context": _("Context"),
        },
        "factuality": {
            "verified_by_source": _("the source says it verified this"),
            "asserted": _("asserted"),
            "attributed": _("attributed"),
            "reported": _("reported"),
            "believed": _("believed"),
            "alleged": _("alleged"),
            "claimed_by_party": _("claimed by a party"),
            "uncorroborated": _("not corroborated"),
            "unknown": _("how sure is not known"),
        },
        "status": {
            "candidate": _("Not decided"),
            "confirmed": _("Confirmed"),
            "rejected": _("Rejected"),
            "edited": _("Edited"),
        },
        "basis": {"stated": _("stated"), "implied": _("implied"), "inferred": _("inferred")},
        "mode": {
            "direct": _("in its own words"),
            "paraphrase": _("in other words"),
            "depicts": _("by a picture"),
        },
        "chain_role": {
            "publisher": _("publisher"),
            "organisation": _("organisation"),
            "party": _("party to the conflict"),
            "witness": _("witness"),
            "person": _("person"),
            "report": _("report"),
            "medium": _("picture, video or outlet"),
            "unnamed": _("source not named"),
        },
        "comparator": {
            "=": _("exactly"),
            ">": _("more than"),
            ">=": _("at least"),
            "<": _("less than"),
            "<=": _("at most"),
            "~": _("about"),
            "~<": _("almost"),
            "range": _("between"),
            "vague": _("in vague words"),
            "unknown": _("hard to say"),
        },
        "field": {
            "act_period": _("When it happened"),
            "act_basis": _("Basis"),
            "violations": _("Violation"),
            "violation": _("Violation"),
            "party": _("Party"),
            "admin1": _("First-level division"),
            "happened_on": _("When it happened"),
            "pay_amount": _("Pay"),
            "file": _("File"),
            "period": _("Period"),
        },
        "quantity_kind": {
            "count": _("Count"),
            "percent": _("Percentage"),
            "fraction": _("Fraction"),
            "age": _("Age"),
            "money": _("Money"),
            "multiple": _("Multiple"),
            "duration": _("Duration"),
            "vague": _("Vague number"),
            "unknown": _("Number not known"),
        },
        "quantity_unit": UNIT_WORDS,
        "quantity_per": {
            "day": _("day"),
            "week": _("week"),
            "month": _("month"),
            "year": _("year"),
            "child": _("child"),
            "vehicle": _("vehicle"),
        },
        "doubt": {
            "party_implied": _("the party is implied"),
            "denominator_not_stated": _("what this is a share of is not said"),
            "conversion_by_the_document": _("converted by the document"),
            "denial": _("it is a denial"),
            "limitation_stated": _("the text itself says it is uncertain"),
            "number_not_read": _("a number could not be read"),
            "relative_date_unresolved": _("a relative date stays unresolved"),
            "share_does_not_follow": _("the share does not follow from the counts"),
            "source_unnamed": _("the source is not named"),
            "sum_of_sexes": _("boys and girls do not add up"),
            "sum_of_parties": _("the parties do not add up"),
            "violation_implied": _("the violation is told in the sentences before"),
            "counted_thing_not_told": _("what is counted is not said beside the number"),
            "teenage_includes_adults": _("“teenage” includes adults of 18 and 19"),
            "date_not_read": _("a date could not be read"),
            "proposed_by_model": _("a model proposed it"),
            "rules_read_no_claim_here": _("the rules read no claim in these words"),
            "rules_read_otherwise": _("the rules read it otherwise:"),
            "violation_from_model": _("the violation is the model’s word alone:"),
            "number_from_model": _("what a number counts is the model’s word alone"),
            "unknown_violation_dropped": _("the model named a violation that the vocabulary lacks"),
            "fields_ignored": _("so much of the model’s answer could not be used:"),
            "source_not_in_text": _("the model named a source that is not in the text"),
        },
        "reject": {
            "not_an_object": _("not in the asked form"),
            "quote_unusable": _("no usable quotation"),
            "quote_not_in_text": _("words that do not stand in the text"),
            "quote_ambiguous": _("words that stand in the text more than once"),
            "quote_cuts_a_word": _("a quotation that cuts a word"),
            "quote_crosses_blocks": _("a quotation across blocks"),
            "quantities_unusable": _("numbers in no usable form"),
            "number_not_in_quote": _("a number that is not in the quotation"),
            "repeated": _("proposed twice"),
            "too_many": _("more proposals than so few words can hold"),
            "answer_not_json": _("an answer that could not be read"),
        },
        "why": {
            "not_stated": _("not stated"),
            "not_asked": _("not asked"),
            "not_yet_known": _("not known yet"),
            "withheld": _("withheld"),
            "illegible": _("illegible"),
            "ambiguous": _("ambiguous"),
            "hard_to_estimate": _("hard to estimate"),
            "not_applicable": _("not applicable"),
        },
        "sex": {"m": _("Boy"), "f": _("Girl"), "u": _("Sex not known")},
        "armed": {"y": _("Armed"), "n": _("Not armed"), "u": _("Not known whether armed")},
        "recruited_or_used": {
            "recruited": _("Recruited"),
            "used": _("Used"),
            "both": _("Recruited and used"),
            "u": _("Not known"),
        },
        "attributed": {
            "sole": _("One party"),
            "joint": _("Several parties together"),
            "alternative": _("One of several parties"),
            "crossfire": _("Crossfire"),
            "unidentified": _("Not identified"),
        },
        "certainty": {
            "low": pgettext_lazy("certainty", "low"),
            "moderate": pgettext_lazy("certainty", "moderate"),
            "high": pgettext_lazy("certainty", "high"),
            "u": pgettext_lazy("certainty", "not assessed"),
        },
        "file_state": {"open": pgettext_lazy("file", "Open"), "closed": pgettext_lazy("file", "Closed")},
        "block": {
            "headline": _("Headline"),
            "standfirst": _("Standfirst"),
            "paragraph": _("Paragraph"),
            "caption": _("Caption"),
            "credit": _("Credit"),
            "list_item": _("List item"),
            "table_cell": _("Table cell"),
            "post": _("Post"),
            "byline": _("Byline"),
            "furniture": _("Page furniture"),
            "hidden": _("Hidden on the page, not read"),
        },
        "copy_kind": {
            "exact": _("Same bytes"),
            "near_text": _("Nearly the same text"),
            "same_picture": _("Same picture"),
            "same_scene": _("Same scene"),
            "possible": _("Possible copy"),
        },
        "move": {
            "entered": _("Came in"),
            "left": _("Went out"),
            "moved": _("Went to another bucket"),
            "changed": _("Stands in other rows"),
            "recounted": _("Counted otherwise"),
        },
        "deed": {
            "recorded": _("recorded"),
            "corrected": _("corrected"),
            "assessed": _("assessed"),
            "merged": _("found to be another record"),
        },
        "thing": {
            "incident": _("Incidents"),
            "violation": _("Violations"),
            "act": _("Acts"),
            "decision": _("Decisions"),
            "child": _("Children"),
            "source": _("Sources"),
            "statement": _("Statements"),
        },
        "likeness": {
            "same_day": _("the same day"),
            "same_place": _("the same division"),
            "near_time": _("a time that fits"),
            "same_violation": _("the same violation"),
            "same_party": _("the same party"),
        },
        "error": {
            "BadInput": _("This cannot be used as it stands"),
            "EmptyInput": _("There is nothing in it"),
            "UnreadableInput": _("It is not what it claims to be"),
            "UnknownCode": _("A code that is not known"),
            "MissingField": _("Something is missing"),
            "ImpossibleDate": _("A date that cannot be"),
            "IntegrityBroken": _("Stored bytes or the ledger differ from what was recorded"),
            "NotPermitted": _("Your roles do not open this"),
            "SecondSignature": _("A second person has to sign"),
            "NotFound": _("There is no such thing here"),
            "Conflict": _("The record has moved on"),
            "StorageFailed": _("The disk or database refused; nothing was half-written"),
            "UnknownDenominator": _("A share without a denominator"),
            "TawthiqError": _("Something failed"),
        },
        "role": {
            "collector": _("Collector"),
            "verifier": _("Verifier"),
            "referral": _("Referral"),
            "analyst": _("Analyst"),
            "publisher": _("Publisher"),
            "auditor": _("Auditor"),
            "administrator": _("Administrator"),
        },
        "tick": {
            "party_implied": _("The words do not name the party; I have read the text around them and it is this one"),
            "denominator_missing": _("The text does not say what this is a share of; I accept it without"),
        },
        **READING_WORDS,
        **REPORT_WORDS,
        **HARM_WORDS,
        **JOB_WORDS,
        "event": EVENT_WORDS,
    }
)
"""Set of codes -> code -> words."""


def word(code: str, of: str) -> str:
    """The words for a code; the code itself where the desk has none, so that nothing vanishes."""
    return str(WORDS.get(of, {}).get(code, code))


def choices(of: str) -> list[tuple[str, Promise]]:
    """The codes of a set, for a form."""
    return list(WORDS[of].items())
