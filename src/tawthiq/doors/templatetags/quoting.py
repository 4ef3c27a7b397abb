"""Words of statements as pages quote them: withheld where the item they stand in is sealed."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.defaultfilters import truncatechars
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from tawthiq.doors.desk.page import actor_of
from tawthiq.record.collect.models import harm
from tawthiq.record.extract.statement import Statement
from tawthiq.safe.work import Reader

register = template.Library()
_KEPT = "tawthiq_closed_items"


@register.simple_tag(takes_context=True)
def words_of(context: dict[str, Any], statement: Statement, most: int = 10_000) -> str:
    """The statement's own words, at most so many characters; of a sealed item what stands instead of them."""
    if statement.item_id in _closed(context["request"]):
        return gettext("Sealed: nothing of it is shown")
    return truncatechars(statement.quote, most)


@register.simple_tag(takes_context=True)
def quoted(context: dict[str, Any], statement: Statement, most: int) -> SafeString:
    """The same between marks of quotation; what stands instead is no quotation."""
    if statement.item_id in _closed(context["request"]):
        return format_html('<span class="quiet">{}</span>', words_of(context, statement))
    return format_html("<bdi>“{}”</bdi>", words_of(context, statement, most))


def _closed(request: Any) -> frozenset[str]:
    """The sealed items, asked for once a page."""
    if not hasattr(request, _KEPT):
        setattr(request, _KEPT, harm.get_all_closed(Reader(actor_of(request))))
    closed: frozenset[str] = getattr(request, _KEPT)
    return closed
