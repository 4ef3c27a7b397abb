"""Pasted: a text that a person pastes becomes an item with its receipt, as a file does, and is read for statements."""

from __future__ import annotations

import io
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tawthiq.doors.desk.desk_form import DeskForm
from tawthiq.doors.desk.items import read_now, tell_of
from tawthiq.doors.desk.page import form_page, page
from tawthiq.doors.desk.words import word
from tawthiq.record.collect.caution import HARMFUL, Caution, Sensitivity, Tag
from tawthiq.record.collect.intake import Added, Arrival, add_item
from tawthiq.record.collect.item import Channel
from tawthiq.record.collect.models import harm
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import TawthiqError
from tawthiq.terms.when import parse_when

MOST_CHARS = 500_000
TOLD_IN_WORDS = (Tag.RECOGNISABLE, Tag.DEAD_OR_INJURED, Tag.TORTURE, Tag.SEXUAL)
"""What a text can tell; the other tags are of what is seen or heard."""


class PasteText(DeskForm):
    """A text with what the person says of it."""

    text = forms.CharField(
        label=_("Text"),
        strip=False,
        max_length=MOST_CHARS,
        widget=forms.Textarea(attrs={"rows": 14, "dir": "auto"}),
        help_text=_("The bytes kept are these words in UTF-8, each line end as one LF. Longer texts go in as files."),
    )
    name = forms.CharField(
        label=_("Title"), max_length=150, help_text=_("Under which others find it. Name no child, no family.")
    )
    publisher = forms.CharField(label=_("Publisher"), required=False, max_length=200)
    source_url = forms.CharField(
        label=_("Address it came from"), required=False, max_length=2000, help_text=_("Kept as text, never opened.")
    )
    published_on = forms.CharField(
        label=_("Published on"),
        required=False,
        max_length=40,
        help_text=_("As the source says: 2015-08-08, 2015-08 or 2015. Empty: nobody knows, and no date is guessed."),
    )
    sensitivity = forms.ChoiceField(label=_("How it is to be treated"), required=False, widget=forms.RadioSelect)
    tags = forms.MultipleChoiceField(label=_("What it tells of"), required=False, widget=forms.CheckboxSelectMultiple)
    method = forms.CharField(label=_("How it was captured"), required=False, max_length=200)
    limits = forms.CharField(label=_("What that capture cannot show"), required=False, max_length=500)
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        levels = [("", word("unknown", "sensitivity"))]
        levels += [(one.value, word(one.value, "sensitivity")) for one in (Sensitivity.SENSITIVE, Sensitivity.MILD)]
        self.fields["sensitivity"].choices = levels  # type: ignore[attr-defined]  # a field with choices
        self.fields["tags"].choices = [(one.value, word(one.value, "caution_tag")) for one in TOLD_IN_WORDS]  # type: ignore[attr-defined]  # the same
        self.fields["method"].initial = gettext("Copied and pasted by a person")
        self.fields["limits"].initial = gettext("Layout, pictures, links, and what stood around it are not in it")

    def clean_text(self) -> str:
        """The words with the line ends that they had before a browser sent them."""
        text: str = self.cleaned_data["text"].replace("\r\n", "\n")
        if not text.strip():
            raise forms.ValidationError(gettext("There are no words in it."))
        return text

    def clean(self) -> dict[str, Any]:
        """What bears a harmful tag is sensitive, also where nobody said so."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        harmful = {Tag(tag) for tag in said.get("tags", ())} & HARMFUL
        if harmful and said.get("sensitivity") == Sensitivity.MILD:
            self.add_error("sensitivity", gettext("What tells of this is sensitive."))
        if said.get("tags") and not said.get("sensitivity"):
            said["sensitivity"] = Sensitivity.SENSITIVE.value
        return said


@page(Action.ITEM_ADD, methods=("GET", "POST"))
def paste(reader: Reader, request: HttpRequest) -> HttpResponse:
    """Keep what was pasted, with its warning, then read it."""
    if request.method == "GET":
        return render(request, "desk/item_paste.html", {"form": PasteText()})
    form = PasteText(request.POST)
    if not form.is_valid():
        return render(request, "desk/item_paste.html", {"form": form}, status=400)
    try:
        added = _keep(reader, form.cleaned_data)
        _warn(reader, added.item.id, form.cleaned_data)
    except TawthiqError as error:
        return form_page(request, "desk/item_paste.html", {"form": form}, error)
    tell_of(request, added)
    return read_now(reader, request, added.item)


def _keep(reader: Reader, said: dict[str, Any]) -> Added:
    published = parse_when(said["published_on"], where="published_on") if said["published_on"] else None
    words = {name: said[name] for name in ("name", "publisher", "source_url", "method", "limits", "note")}
    arrival = Arrival(channel=Channel.PASTE, published_on=published, **words)
    with Work(reader.actor, Action.ITEM_ADD) as work:
        return add_item(work, io.BytesIO(said["text"].encode()), arrival, settings.CONFIGURATION.max_item_bytes)


def _warn(reader: Reader, item_id: str, said: dict[str, Any]) -> None:
    """The warning stands before anybody, or any machine, reads it."""
    if not said["sensitivity"]:
        return
    with Work(reader.actor, Action.ITEM_CAUTION, thing=item_id) as work:
        tags = frozenset(Tag(tag) for tag in said["tags"])
        harm.put_caution(work, Caution(item_id, Sensitivity(said["sensitivity"]), tags, work.actor.id, work.at))


urls: list[URLPattern] = [path("items/paste/", paste, name="item_paste")]
