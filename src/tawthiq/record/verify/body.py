"""Body: an organisation in whose name cases are verified, with the people who may act for it."""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.terms.identity import Json


@dataclass(frozen=True, slots=True)
class Body:
    """`un`: whether it is a body of the United Nations; only then may "UN" stand before the word verified.

    `trained`: actor ids whose credibility judgement counts; `authorised`: actor ids who may take the final step.
    """

    name: str
    un: bool = False
    trained: tuple[str, ...] = ()
    authorised: tuple[str, ...] = ()

    def content(self) -> Json:
        """What the ledger signs."""
        return {
            "name": self.name,
            "un": self.un,
            "trained": sorted(self.trained),
            "authorised": sorted(self.authorised),
        }


def verified_words(body: str, policy: str, un_bodies: frozenset[str]) -> str:
    """The words under which a verified thing is printed: "verified by BODY under POLICY".

    "UN-verified" stands only for a body that was configured as one of the United Nations.
    """
    word = "UN-verified" if body in un_bodies else "verified"
    return f"{word} by {body} under {policy}"
