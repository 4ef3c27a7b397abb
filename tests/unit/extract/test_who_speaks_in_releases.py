"""Who speaks in the releases of organisations: behind a title, a participle, a film checked, a welcome; invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read

BEFORE = {
    "en": "Report on the war",
    "fr": "Rapport sur la guerre",
    "es": "Informe sobre la guerra",
    "ar": "تقرير عن الحرب",
}


@pytest.mark.parametrize(
    ("language", "actor", "text"),
    [
        (
            "en",
            "Orchid Foundation",
            'A new report by the Orchid Foundation, "No Safe Desk", documents 63 attacks on schools.',
        ),
        ("en", "health workers", "Twelve of the 15 health workers interviewed said fighters had looted their clinics."),
        ("en", "Save the Young", "Save the Young welcomes the release of 86 children by the Kesh Front."),
        ("en", "Lantern Rights", "Lantern Rights condemns the killing of six children by the Kesh Front."),
        (
            "en",
            "Rights Bridge",
            "Rights Bridge has verified video footage showing Kesh Front fighters shooting ten children.",
        ),
        ("en", "Rights Bridge", "Rights Bridge reviewed footage that shows Kesh Front fighters shooting ten children."),
        ("fr", "mère", "« Mon fils a été enlevé par le Front », raconte une mère rencontrée par nos équipes."),
        ("es", "Red Vida", "La Red Vida celebra la liberación de 17 adolescentes por el Frente."),
        ("es", "organizaciones firmantes", "Las organizaciones firmantes repudiamos el asesinato de seis niños."),
        ("ar", "المنظمات الموقعة", "تدين المنظمات الموقعة أدناه قتل ستة أطفال."),
        ("ar", "شبكة الرافد", "ترحب شبكة الرافد بالإفراج عن 24 طفلا."),
        (
            "ar",
            "الدكتور ياسر الحمداني",
            'وقال الدكتور ياسر الحمداني، المدير التنفيذي لمركز سواعد: "ما زال 13 طفلا محتجزين".',
        ),
    ],
)
def test_who_speaks_is_found_where_a_release_names_it(language: str, actor: str, text: str) -> None:
    (claim,) = read(f"{BEFORE[language]}\n\n{text}", language)
    assert claim.chain[-1].actor == actor


def test_words_that_somebody_said_beside_a_report_are_no_title() -> None:
    (claim,) = read('Hours after the report, "we saw ten children killed", said Ana Ruiz.')
    assert claim.chain[-1].actor == "Ana Ruiz"
