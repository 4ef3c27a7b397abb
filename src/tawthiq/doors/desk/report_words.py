"""Report words: how the desk spells the codes of figures and of the article check."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tawthiq.doors.desk.unit_words import UNIT_WORDS

REPORT_WORDS: Mapping[str, Mapping[str, Promise]] = MappingProxyType(
    {
        "unit": {"child": _("children"), "incident": _("incidents"), "act": _("violations")},
        "unit_long": {
            "child": _("children, each counted once"),
            "incident": _("incidents"),
            "act": _("violations: acts against children, and incidents"),
        },
        "dimension": {
            "party": _("Party"),
            "sex": _("Sex"),
            "age_band": _("Age"),
            "under_15": _("Under 15"),
            "armed_or_combat": _("Armed or used in combat"),
            "violation": _("Violation"),
            "heading": _("Heading of the report"),
            "admin1": _("First-level division"),
            "attribution": _("Attribution"),
            "recruited_or_used": _("Recruited or used"),
            "role": _("Role"),
            "armed": _("Armed"),
            "weapon": _("Weapon or method"),
            "attack_type": _("Type of attack"),
            "attack_on": _("Attack on"),
            "facility": _("Type of facility"),
            "form": _("Form"),
            "purpose": _("Purpose"),
            "ended": _("How it ended"),
            "denial_method": _("Method of denial"),
            "place_type": _("Type of place"),
            "situation": _("Situation"),
            "year": _("Year"),
            "quarter": _("Quarter"),
            "month": _("Month"),
            "policy": _("Policy"),
            "body": _("Body"),
        },
        "check_word": {
            "supported": _("supported"),
            "scope_differs": _("scope differs"),
            "record_says_otherwise": _("the record says otherwise"),
            "contradictory_in_itself": _("contradictory in itself"),
            "not_in_record": _("not in the record"),
        },
        "check_note": {
            "no_named_source": _("no named source"),
            "said_to_be_hard_to_estimate": _("said to be hard to estimate"),
            "converted_by_the_teller": _("converted by the teller"),
            "denominator_not_stated": _("a share of what is not said"),
            "rests_on_published_figures_alone": _("rests on published figures alone"),
            "not_the_source_cited": _("another source than the one cited"),
            "rounded": _("rounded"),
            "comparator_changed": _("more than, about or exactly was changed"),
            "unknown_left_out_of_the_share": _("the unknown was left out of the share"),
            "unknowns_would_allow_it": _("the unknown would allow it"),
            "goes_further_than_what_is_verified": _("goes further than what is verified"),
            "record_and_source_disagree": _("the record and the source disagree"),
            "place_not_told": _("place not told"),
            "period_not_told": _("period not told"),
            "sentence_contradicts_itself": _("the sentence contradicts itself"),
        },
        "check_dimension": {
            "party": _("Party"),
            "place": _("Place"),
            "period": _("Period"),
            "population": _("Who is counted"),
            "violation": _("Violation"),
        },
        "check_code": {"all_parties": _("all parties together"), "not_stated": _("not stated")},
        "told": {"stated": _("stated"), "implied": _("implied"), "not_stated": _("not stated")},
        "population": UNIT_WORDS,
        "measure": {
            "all": _("all"),
            "armed_or_combat": _("armed or used in combat"),
            "under_15": _("under 15"),
            "pay": _("pay"),
            "youngest": _("the youngest"),
            "age": _("age"),
            "boys": _("boys"),
            "girls": _("girls"),
        },
        "clash": {
            "share_and_count": _("A share and a count of the same thing"),
            "sum_of_sexes": _("Boys and girls do not add up to the total"),
            "sum_of_parties": _("The parties do not add up to the total"),
            "part_above_whole": _("A part is larger than its whole"),
            "shares_above_whole": _("Shares add up to more than the whole"),
            "two_values": _("Two values for one figure"),
        },
        "unchecked": {
            "vague": _("in vague words"),
            "one_mentioned": _("one is mentioned, none is counted"),
            "bounds_another": _("it bounds another number"),
            "no_violation": _("it is about no violation"),
            "no_number": _("it holds no number"),
        },
    }
)
"""Set of codes -> code -> words."""
