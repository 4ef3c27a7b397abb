"""A prior that is neutral about the children on no list.

List probabilities uniform on (0, 1), as Manrique-Vallier 2016 has them, are not neutral together. The chance r of being
on any of J lists has a density near zero like r^(J-1): the more lists were asked, the surer the prior is that few
children were missed, whatever the lists say. With the prior 1/N the posterior of one kind of child falls off like
N^-(m + J + 1), where m counts how often a child was seen again. The m recaptures alone, a Poisson number with a mean
proportional to 1/N, give N^-(m + 3/2) under Jeffreys' prior, whose intervals cover as often as they say. What lies
between, N^(J - 1/2), is what uniform probabilities claim to know; it is taken back by the prior of N.
"""

from __future__ import annotations


def neutral_power(n_lists: int) -> float:
    """Power of N by which the prior exceeds 1/N: about N^(J - 3/2) in all."""
    return n_lists - 0.5
