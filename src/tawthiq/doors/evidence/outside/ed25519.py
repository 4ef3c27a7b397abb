"""Ed25519 after RFC 8032, verification only, in whole numbers; slow (milliseconds), and enough for a few signatures."""

from __future__ import annotations

import hashlib

FIELD = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
CURVE_D = -121665 * pow(121666, FIELD - 2, FIELD) % FIELD
ROOT_OF_MINUS_ONE = pow(2, (FIELD - 1) // 4, FIELD)

Point = tuple[int, int, int, int]
"""Extended coordinates: x = X/Z, y = Y/Z, x*y = T/Z."""


def signature_holds(public: bytes, message: bytes, signature: bytes) -> bool:
    """RFC 8032 5.1.7: whether this 32-byte key made this 64-byte signature; malformed ones do not."""
    if len(public) != 32 or len(signature) != 64:
        return False
    key, commitment_point = decoded_point(public), decoded_point(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if key is None or commitment_point is None or scalar >= ORDER:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ORDER
    return same_point(times(scalar, BASE), added(commitment_point, times(challenge, key)))


def added(one: Point, other: Point) -> Point:
    """The sum of two points (RFC 8032 5.1.4)."""
    a = (one[1] - one[0]) * (other[1] - other[0]) % FIELD
    b = (one[1] + one[0]) * (other[1] + other[0]) % FIELD
    c = 2 * one[3] * other[3] * CURVE_D % FIELD
    d = 2 * one[2] * other[2] % FIELD
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % FIELD, g * h % FIELD, f * g % FIELD, e * h % FIELD


def times(scalar: int, point: Point) -> Point:
    """A point added to itself so many times."""
    total = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            total = added(total, point)
        point = added(point, point)
        scalar >>= 1
    return total


def same_point(one: Point, other: Point) -> bool:
    """Equal as points, whatever their Z."""
    x_differ = (one[0] * other[2] - other[0] * one[2]) % FIELD
    y_differ = (one[1] * other[2] - other[1] * one[2]) % FIELD
    return not x_differ and not y_differ


def decoded_point(raw: bytes) -> Point | None:
    """RFC 8032 5.1.3; None for bytes that are no point."""
    number = int.from_bytes(raw, "little")
    y, sign = number & ((1 << 255) - 1), number >> 255
    x = None if y >= FIELD else x_of(y, sign)
    return None if x is None else (x, y, 1, x * y % FIELD)


def x_of(y: int, sign: int) -> int | None:
    """The x of that sign beside y on the curve, or None."""
    square = (y * y - 1) * pow(CURVE_D * y * y + 1, FIELD - 2, FIELD) % FIELD
    x = pow(square, (FIELD + 3) // 8, FIELD)
    if (x * x - square) % FIELD:
        x = x * ROOT_OF_MINUS_ONE % FIELD
    if (x * x - square) % FIELD or (x == 0 and sign):
        return None
    return FIELD - x if x & 1 != sign else x


_BASE_Y = 4 * pow(5, FIELD - 2, FIELD) % FIELD
_BASE_X = x_of(_BASE_Y, 0) or 0
BASE: Point = (_BASE_X, _BASE_Y, 1, _BASE_X * _BASE_Y % FIELD)
