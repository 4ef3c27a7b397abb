"""Every act that the ledger can hold has its words at the desk."""

from __future__ import annotations

import ast

from house.source import SRC, modules, tree
from tawthiq.doors.desk.error_words import SENTENCES
from tawthiq.doors.desk.words import WORDS
from tawthiq.safe.access import Action


def actions_written() -> set[str]:
    """The actions that the code names in `action="..."`, and those under which a Work can be open."""
    named = {
        keyword.value.value
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg == "action" and isinstance(keyword.value, ast.Constant) and keyword.value.value
    }
    return {str(one) for one in named} | {one.value for one in Action if not one.value.endswith(".read")}


def test_every_act_in_the_ledger_has_its_words() -> None:
    assert SRC.is_dir() and "copy.found" in actions_written()
    assert actions_written() - set(WORDS["event"]) == set()


def sentences_raised() -> set[str]:
    """What the rooms of the desk say when they refuse, where it is written out."""
    raised = (
        node.exc
        for path in modules()
        if path.is_relative_to(SRC / "doors" / "desk")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)
    )
    said = (
        part for call in raised for part in [*call.args[:1], *(one.value for one in call.keywords if one.arg == "do")]
    )
    return {str(part.value) for part in said if isinstance(part, ast.Constant)}


def test_what_the_desk_says_when_it_refuses_is_translated() -> None:
    assert "choose a file" in sentences_raised()
    assert sentences_raised() - {str(one) for one in SENTENCES} == set()
