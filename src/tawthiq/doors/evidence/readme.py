"""Readme: the page of a package that people read, in English and Arabic."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from tawthiq.doors.evidence.gather import Flavour, Gathered

PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}"><meta charset="utf-8"><title>{title}</title>
<body style="max-width:44rem;margin:2rem auto;font:1.05rem/1.6 sans-serif">
<h1>{title}</h1><p><code dir="ltr">{package_id}</code>, {made_at}</p>
<p>{flavour}</p>
<h2>{inside}</h2><ul>{rows}</ul>
<h2>{check}</h2><p>{how}</p><pre dir="ltr">python3 verify.py .</pre><p>{key}</p>
<p><code dir="ltr">{fingerprint}</code></p>
<h2>{limits_title}</h2><p>{limits}</p>
</body></html>
"""

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "direction": "ltr",
        "title": "Evidence package",
        "full": "Full: bytes, statements, decisions and figures are open. Keep it like originals: it can hurt people.",
        "redacted": "Redacted: figures and hashes are open; everything else is withheld and proved to be there.",
        "public": "Public: it proves that released figures stood in the log; it shows nothing of any case.",
        "inside": "What is inside",
        "figures": "figures",
        "items": "items",
        "records": "records",
        "check": "How to check it",
        "how": "On any computer with Python 3.11, without network, in this folder (the one with bagit.txt):",
        "key": "Ask the sender, by another way than the one this package took, for the fingerprint of the log's key, "
        "and give it with --key. Here it is said to be:",
        "limits_title": "What it proves, and what it does not",
        "limits": "It proves that bytes, words and decisions are those that were recorded, and, where a time stamp is "
        "included, that they were recorded before it. It does not prove that what was recorded is true, nor that "
        "nothing was left out. Names of children, families and sources are in no package.",
    },
    "ar": {
        "direction": "rtl",
        "title": "حزمة أدلة",
        "full": "كاملة: البايتات والأقوال والقرارات والأرقام مفتوحة. احفظها كما تُحفظ الأصول، فقد تؤذي أشخاصًا.",
        "redacted": "منقّحة: الأرقام والبصمات مفتوحة، وكل ما عداها محجوب مع إثبات وجوده.",
        "public": "عامة: تثبت أن الأرقام المنشورة كانت في السجل، ولا تُظهر شيئًا من أي حالة.",
        "inside": "ما في الحزمة",
        "figures": "أرقام",
        "items": "مواد",
        "records": "قيود",
        "check": "كيف تتحقق منها",
        "how": "على أي حاسوب فيه Python 3.11، من غير شبكة، في هذا المجلد (الذي فيه bagit.txt):",
        "key": "اسأل المرسل، بطريق غير الذي سلكته هذه الحزمة، عن بصمة مفتاح السجل، وأعطها مع ‎--key. المذكور هنا:",
        "limits_title": "ما تثبته وما لا تثبته",
        "limits": "تثبت أن البايتات والكلمات والقرارات هي التي سُجّلت، وأنها سُجّلت قبل ختم الوقت إن وُجد. ولا تثبت أن ما "
        "سُجّل صحيح، ولا أن شيئًا لم يُترك. أسماء الأطفال والأسر والمصادر ليست في أي حزمة.",
    },
}


def readme(gathered: Gathered, package_id: str, made_at: str, fingerprint: str, language: str) -> bytes:
    """The page in one language."""
    words = WORDS[language]
    counts = {"figures": len(gathered.figures), "records": len(gathered.records)}
    if gathered.flavour is not Flavour.PUBLIC:
        counts["items"] = len(gathered.items)
    rows = "".join(f"<li>{words[name]}: {n}</li>" for name, n in counts.items())
    filled = {name: text for name, text in words.items() if name not in (*Flavour, "figures", "items", "records")}
    return PAGE.format(
        language=language,
        package_id=escape(package_id),
        made_at=escape(made_at),
        flavour=words[gathered.flavour.value],
        rows=rows,
        fingerprint=fingerprint,
        **filled,
    ).encode()
