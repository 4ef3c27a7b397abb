"""Promises of the seal: only the right key, in the right place, opens it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.safe import seal
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.sealed import models as sealed
from tawthiq.safe.sealed.models import SealedField
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import IntegrityBroken, NotFound, NotPermitted
from tawthiq.terms.identity import Kind, mint_id

KEY = seal.new_key()


@given(st.binary(max_size=300))
def test_what_is_sealed_opens_again(plain: bytes) -> None:
    assert seal.unseal(KEY, seal.seal(KEY, plain, "p", "name", "1"), "p", "name", "1") == plain


@given(st.data())
def test_any_changed_byte_keeps_it_shut(data: st.DataObject) -> None:
    sealed_value = bytearray(seal.seal(KEY, b"invented name", "p", "name", "1"))
    place = data.draw(st.integers(0, len(sealed_value) - 1))
    sealed_value[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(IntegrityBroken):
        seal.unseal(KEY, bytes(sealed_value), "p", "name", "1")


@pytest.mark.parametrize("place", [("q", "name", "1"), ("p", "contact", "1"), ("p", "name", "2"), ("pname", "1")])
def test_a_value_moved_to_another_row_keeps_shut(place: tuple[str, ...]) -> None:
    with pytest.raises(IntegrityBroken):
        seal.unseal(KEY, seal.seal(KEY, b"x", "p", "name", "1"), *place)


def test_another_key_or_a_cut_value_keeps_it_shut() -> None:
    value = seal.seal(KEY, b"x" * 40, "p")
    for key, cut in ((seal.new_key(), value), (KEY, value[:-20]), (KEY, value[:5]), (KEY, b"")):
        with pytest.raises(IntegrityBroken):
            seal.unseal(key, cut, "p")


@pytest.mark.django_db(databases=["default", "identities"])
class TestSealedIdentities:
    """Identities in their own database."""

    referral = Actor(mint_id(Kind.ACTOR), frozenset({Role.REFERRAL}))

    def seal_one(self) -> str:
        person = mint_id(Kind.PERSON)
        with Work(self.referral, Action.IDENTITY_SEAL) as work:
            sealed.put_identity(work, person, {"name": "Invented Name", "contact": "nowhere"})
        return person

    def test_a_name_is_read_only_with_a_purpose_and_the_reading_is_recorded(self) -> None:
        person = self.seal_one()
        with pytest.raises(NotPermitted), Work(self.referral, Action.IDENTITY_REVEAL) as work:
            sealed.reveal_identity(work, person)
        with Work(self.referral, Action.IDENTITY_REVEAL, purpose="referral to a doctor") as work:
            assert sealed.reveal_identity(work, person)["name"] == "Invented Name"

    def test_a_verifier_never_opens_a_name(self, verifier: Actor) -> None:
        person = self.seal_one()
        with pytest.raises(NotPermitted), Work(verifier, Action.IDENTITY_REVEAL, purpose="curious") as work:
            sealed.reveal_identity(work, person)

    def test_nothing_of_the_name_stands_in_the_database(self) -> None:
        self.seal_one()
        assert all(b"Invented" not in bytes(row.cipher) for row in SealedField.objects.all())

    def test_a_shredded_identity_is_gone_for_good(self, collector: Actor) -> None:
        person = self.seal_one()
        with Work(self.referral, Action.IDENTITY_SHRED, purpose="consent withdrawn") as work:
            sealed.shred_identity(work, person)
        assert not sealed.has_identity(Reader(collector), person)
        with pytest.raises(NotFound), Work(self.referral, Action.IDENTITY_REVEAL, purpose="again") as work:
            sealed.reveal_identity(work, person)
