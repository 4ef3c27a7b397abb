"""X (Twitter): tweets of an archive (`tweets.js`), or tweets as the API gave them, version 1.1 or 2."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, BinaryIO

from tawthiq.record.collect.item import ItemKind, PartRole
from tawthiq.record.collect.json_source import list_at, object_at, parse_json, read_text, text_at
from tawthiq.record.collect.moment import Finest, Moment, Zone, from_iso
from tawthiq.record.collect.opener import Asked, Found
from tawthiq.record.collect.part import Authors, Part, Problem, Tally, utf8
from tawthiq.terms.errors import BadInput, ImpossibleDate, MissingField, UnreadableInput
from tawthiq.terms.identity import Json

_ARCHIVE = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*window\.YTD\.(?:tweets?|community_tweet|note_tweet)\.part\d+\s*=\s*[\[{]"
)
_PREFIX = re.compile(r"\A\ufeff?\s*window\.YTD\.[a-z_]+\.part\d+\s*=\s*")
_TWEET = re.compile(
    rb'\A\s*[\[{].{0,8000}?"(?:id_str|edit_history_tweet_ids|conversation_id|author_id)"\s*:', re.DOTALL
)
_MADE = re.compile(rb'"created_at"\s*:')
_HANDLED = frozenset({"id", "id_str", "created_at", "full_text", "text", "entities", "extended_entities", "user",
                      "author_id", "in_reply_to_status_id_str", "in_reply_to_status_id", "quoted_status_id_str",
                      "retweeted_status", "referenced_tweets", "attachments", "tweet", "extended_tweet",
                      "edit_history_tweet_ids", "edit_info", "data", "includes", "truncated", "noteTweet",
                      "conversation_id", "note_tweet"})  # fmt: skip
_IGNORED = frozenset({"retweeted", "source", "display_text_range", "favorite_count", "retweet_count", "favorited",
                      "in_reply_to_user_id", "in_reply_to_user_id_str", "in_reply_to_screen_name", "lang",
                      "possibly_sensitive", "quote_count", "reply_count", "is_quote_status", "contributors",
                      "public_metrics", "reply_settings", "meta", "quoted_status_id", "quoted_status", "filter_level",
                      "timestamp_ms", "context_annotations", "quoted_status_permalink",
                      "edit_controls", "matching_rules", "errors"})  # fmt: skip
_SIGNALLED_PLACES = ("geo", "coordinates", "place")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_V1_TIME = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d\d):(\d\d):(\d\d) ([+-]\d\d)(\d\d) (\d{4})")


class Twitter:
    """Tweets: an X (Twitter) archive's `tweets.js`, or tweet JSON of the API, versions 1.1 and 2."""

    name = "twitter"
    version = 2
    kinds = frozenset({ItemKind.EXPORT})
    media_type = "application/vnd.twitter.tweets+json"

    def recognises(self, head: bytes, _name: str) -> bool:
        """By the archive's `window.YTD`, or by fields that only tweets have."""
        return bool(_ARCHIVE.match(head) or (_TWEET.match(head) and _MADE.search(head)))

    def parts(self, source: BinaryIO, _asked: Asked) -> Iterator[Found]:
        """Each tweet is a post; files of the archive's `tweets_media` are its attachments."""
        text = read_text(source)
        archive = _PREFIX.match(text) is not None
        tally = Tally(_HANDLED, _IGNORED)
        tweets, media = _tweets(parse_json(_PREFIX.sub("", text, count=1)), tally)
        authors = Authors()
        for number, tweet in enumerate(tweets, start=1):
            try:
                yield from _tweet(tweet, tally, authors, media, archive=archive)
            except BadInput as error:
                yield Problem(number, error.where or "tweet", error)
        yield tally.account()


def _tweets(found: Any, tally: Tally) -> tuple[list[Any], Mapping[str, Any]]:
    """The tweets with the media that version 2 lists beside them by key."""
    media: dict[str, Any] = {}
    if isinstance(found, dict) and "data" in found:
        tally.look(found)
        for one in list_at(object_at(found, "includes"), "media"):
            if isinstance(one, dict) and isinstance(one.get("media_key"), str):
                media[one["media_key"]] = one
        found = found["data"]
    tweets = found if isinstance(found, list) else [found]
    return [
        one["tweet"] if isinstance(one, dict) and isinstance(one.get("tweet"), dict) else one for one in tweets
    ], media


def _tweet(tweet: object, tally: Tally, authors: Authors, media: Mapping[str, Any], *, archive: bool) -> Iterator[Part]:
    if not isinstance(tweet, dict):
        raise UnreadableInput("the tweet is no object", where="tweet", do="look at the file")
    tally.look({name: value for name, value in tweet.items() if name not in _SIGNALLED_PLACES})
    for name in _SIGNALLED_PLACES:
        if tweet.get(name):
            tally.signal(f"{name}: a place can endanger people")
    number = text_at(tweet, "id_str") or text_at(tweet, "id")
    if not re.fullmatch(r"\d{1,20}", number):
        raise MissingField("the tweet has no id in letters", where="id_str", do="numbers of that size lose digits")
    owner = "owner" if archive else ""
    common: dict[str, Any] = {
        "posted_at": _when(text_at(tweet, "created_at")),
        "source_url": f"https://twitter.com/i/web/status/{number}",
        "author": authors.code(object_at(tweet, "user").get("id_str") or tweet.get("author_id") or owner),
        "context": _context(tweet, number, media),
    }
    words = _words(tweet)
    place = f"tweet-{number}"
    if words.strip():
        yield Part(place, PartRole.POST, utf8(words), name=f"{place}.txt", **common)
    if archive:
        for at, name in enumerate(_media_files(tweet, number), start=1):
            yield Part(f"{place}/media{at}", PartRole.ATTACHMENT, beside=name, **common)


def _words(tweet: Mapping[str, Any]) -> str:
    long = tweet.get("extended_tweet") or tweet.get("note_tweet") or {}
    whole = text_at(long, "full_text") or text_at(long, "text") if isinstance(long, dict) else ""
    words = whole or text_at(tweet, "full_text") or text_at(tweet, "text")
    if not words and not tweet.get("entities") and not tweet.get("attachments"):
        raise MissingField("the tweet has no text", where="full_text", do="look at the file")
    return words


def _when(told: str) -> Moment:
    """`Wed Oct 10 20:19:24 +0000 2018`, or ISO 8601 in version 2 and in newer archives."""
    found = _V1_TIME.fullmatch(told)
    if found is None:
        try:
            return from_iso(told)
        except ImpossibleDate as error:
            error.where = "created_at"
            raise
    month, day, hour, minute, second, zone_h, zone_m, year = found.groups()
    if month not in _MONTHS:
        raise ImpossibleDate("there is no such month", where="created_at", do="look at the file")
    text = f"{year}-{_MONTHS.index(month) + 1:02}-{day}T{hour}:{minute}:{second}{zone_h}:{zone_m}"
    try:
        datetime.fromisoformat(text)
    except ValueError as reason:
        raise ImpossibleDate("this day does not exist", where="created_at", do="look at the file") from reason
    return Moment(text, Zone.STATED, Finest.SECOND)


def _context(tweet: Mapping[str, Any], number: str, media: Mapping[str, Any]) -> dict[str, Json]:
    kept: dict[str, Json] = {"tweet_id": number}
    if reply := text_at(tweet, "in_reply_to_status_id_str"):
        kept["reply_to"] = reply
    if tweet.get("retweeted_status") or text_at(tweet, "full_text").startswith("RT @"):
        kept["retweet"] = True
    referenced = [one for one in list_at(tweet, "referenced_tweets") if isinstance(one, dict)]
    for one in referenced:
        kept[f"{text_at(one, 'type')[:20]}_id"] = text_at(one, "id")[:20]
    urls = list_at(object_at(tweet, "entities"), "urls")
    links = [text_at(one, "expanded_url")[:2000] for one in urls if isinstance(one, dict)]
    keys = [key for key in list_at(object_at(tweet, "attachments"), "media_keys") if isinstance(key, str)]
    shown = [text_at(media[key], "url")[:2000] for key in keys if key in media]
    shown += [text_at(one, "media_url_https")[:2000] for one in _media(tweet)]
    found: dict[str, Json] = {"links": links[:50], "media": [url for url in shown if url][:50]}
    return {**kept, **{name: value for name, value in found.items() if value}}


def _media(tweet: Mapping[str, Any]) -> list[dict[str, Any]]:
    for name in ("extended_entities", "entities"):
        found = tweet.get(name)
        if isinstance(found, dict) and isinstance(found.get("media"), list):
            return [one for one in found["media"] if isinstance(one, dict)]
    return []


def _media_files(tweet: Mapping[str, Any], number: str) -> Iterator[str]:
    """Where the archive keeps the file: `tweets_media/<tweet>-<name in the address>`."""
    for one in _media(tweet):
        videos = list_at(object_at(one, "video_info"), "variants")
        urls = [text_at(variant, "url") for variant in videos if isinstance(variant, dict)]
        for url in [*urls, text_at(one, "media_url_https")]:
            if file := url.partition("?")[0].rpartition("/")[2]:
                yield f"tweets_media/{number}-{file}"
