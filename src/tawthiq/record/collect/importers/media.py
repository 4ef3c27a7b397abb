"""Video, sound: what the container says of itself; no frame is decoded here."""

from __future__ import annotations

import io
from importlib import import_module
from typing import Any, BinaryIO

from tawthiq.record.collect.importer import Account, Inspected
from tawthiq.record.collect.item import ItemKind, ItemState
from tawthiq.record.collect.moment import from_iso
from tawthiq.terms.errors import BadInput, UnreadableInput
from tawthiq.terms.identity import Json

_TIMES = {"creation_time": "created_at", "com.apple.quicktime.creationdate": "taken_at", "date": "dated"}
_PLACES = ("location", "gps", "iso6709", "xyz")


class MediaImporter:
    """Reads container, duration, streams, tags of video and sound files; needs the extra `media`."""

    name = "media"
    version = 1
    kinds = frozenset({ItemKind.VIDEO, ItemKind.AUDIO})

    def inspect(self, data: bytes) -> Inspected:
        """Open the container; tags are accounted for by name, a place is signalled."""
        return self.inspect_source(io.BytesIO(data))

    def inspect_source(self, source: BinaryIO) -> Inspected:
        """The same from a file."""
        try:
            av = import_module("av")
        except ImportError:
            return _unread("video and sound are not read here", "pip install 'tawthiq[media]'")
        try:
            with av.open(source, metadata_errors="replace") as container:
                return _judge(container)
        except (av.error.FFmpegError, OSError, ValueError) as reason:
            return _unread(f"the container does not open: {type(reason).__name__}", "the file is kept as it is")


# Any: PyAV is an optional extra, its types are not there when it is not installed.
def _judge(container: Any) -> Inspected:
    tags: dict[str, str] = dict(container.metadata)
    streams = [_stream(stream) for stream in container.streams]
    facts: dict[str, Json] = {"container": str(container.format.name), "streams": streams}
    if container.duration:
        facts["duration_s"] = round(container.duration / 1_000_000, 3)
    if not any(stream["type"] in ("video", "audio") for stream in streams):
        return _unread("the container holds neither picture nor sound", "the file is kept as it is")
    signalled: set[str] = set()
    for tag, name in _TIMES.items():
        try:
            facts |= {name: from_iso(tags[tag]).content()} if tag in tags else {}
        except BadInput:
            signalled.add(f"{tag} that is no time")
    places = {tag for tag in tags if any(word in tag.casefold() for word in _PLACES)}
    handled = {"container", "duration", "streams", *(tag for tag in tags if tag in _TIMES)}
    aside = {tag[:80] for tag in tags if tag not in _TIMES and tag not in places}
    account = Account(tuple(sorted(handled)), tuple(sorted(aside)), tuple(sorted(signalled | places)))
    return Inspected(ItemState.READABLE, account=account, facts=facts)


def _stream(stream: Any) -> dict[str, Json]:
    said: dict[str, Json] = {"type": str(stream.type)}
    context = stream.codec_context
    if context is None:
        return said
    said["codec"] = str(context.name)
    if stream.type == "video":
        said |= {"width": int(context.width), "height": int(context.height)}
        if stream.average_rate:
            said["frames_per_s"] = str(stream.average_rate)
    if stream.type == "audio":
        said |= {"rate_hz": int(context.sample_rate or 0), "n_channels": int(getattr(context, "channels", 0) or 0)}
    return said


def _unread(what: str, do: str) -> Inspected:
    return Inspected(ItemState.UNDECODABLE, findings=(UnreadableInput(what, do=do),))
