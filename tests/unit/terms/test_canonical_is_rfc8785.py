"""The quick way of canonical JSON gives the bytes of RFC 8785, or steps aside."""

from __future__ import annotations

import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.terms.identity import Json, canonical

atoms = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(allow_nan=False) | st.text()
values = st.recursive(
    atoms,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


@given(values)
def test_canonical_json_is_rfc_8785(value: Json) -> None:
    try:
        expected = rfc8785.dumps(value)
    except rfc8785.CanonicalizationError:
        return
    assert canonical(value) == expected


def test_control_characters_and_arabic_are_spelled_as_the_standard_does() -> None:
    value: Json = {"ب": '\x00\x1f\x7f\u2028"\\/', "a": ["توثيق", "\b\t\n\f\r"]}
    assert canonical(value) == rfc8785.dumps(value)
