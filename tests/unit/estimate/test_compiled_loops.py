"""Promises of compiled loops: once for all, found by who can only read them, never those of an older text."""

from __future__ import annotations

from pathlib import Path

from tawthiq import estimate
from tawthiq.report.estimate import poisson
from tawthiq.report.estimate.compiled import choose, compiled, mark_of
from tawthiq.report.estimate.compiling import compile_all, forget_older
from tawthiq.report.estimate.decomposable import averaging, chordal, shares
from tawthiq.report.estimate.decomposable import chain as graph_chain
from tawthiq.report.estimate.latent import binomial, density, gibbs, hamilton, labels, ladder
from tawthiq.report.estimate.latent.sampler import Plan
from tawthiq.report.estimate.methods.lcm import LatentClasses
from tawthiq.report.estimate.published import published

LOOPS = (averaging, binomial, chordal, density, gibbs, graph_chain, hamilton, labels, ladder, poisson, shares)


def n_compiled() -> int:
    """Compiled forms of all loops, one for each kind of arguments that they were given."""
    return sum(len(one.signatures) for room in LOOPS for one in vars(room).values() if hasattr(one, "signatures"))


def test_after_compiling_no_estimate_compiles_anything() -> None:
    compile_all()
    before = n_compiled()
    LatentClasses(Plan(n_chains=2, batch=20, max_batches=1, ladder_batches=1, n_ladders=1)).fit(
        published("my5"), estimate.Run(seed=2)
    )
    for name in ("dga", "loglinear", "loglinear-bic", "loglinear-average", "chao"):
        estimate.estimate_one(published("my3"), estimate.METHODS[name], estimate.Run(seed=2))
    assert n_compiled() == before > 0


def test_who_may_only_read_the_installation_takes_a_copy_of_its_loops(tmp_path: Path) -> None:
    shared, own = tmp_path / "shared", tmp_path / "own"
    (shared / "kernels-1").mkdir(parents=True)
    (shared / "kernels-1" / "loop.nbc").write_bytes(b"machine code")

    def makes_own(folder: Path) -> bool:
        if folder == own:
            folder.mkdir(exist_ok=True)
        return folder == own

    place = choose((shared, own), "kernels-1", makes_own)
    assert place == own / "kernels-1" and (place / "loop.nbc").read_bytes() == b"machine code"
    assert [path.name for path in own.iterdir()] == ["kernels-1"]
    nowhere = choose((shared,), "kernels-1", lambda _folder: False)
    assert nowhere and nowhere.parent not in {shared, own} and (nowhere / "loop.nbc").exists()
    assert choose((shared,), "kernels-2", lambda _folder: False) is None
    assert choose((tmp_path / "shared" / "kernels-1" / "loop.nbc",), "kernels-2") is None  # no folder can be made there


def test_a_loop_whose_callee_changed_is_not_taken_from_before(tmp_path: Path) -> None:
    caller, callee = tmp_path / "caller.py", tmp_path / "callee.py"
    caller.write_text("@compiled\ndef loop(): ...")
    callee.write_text("@compiled\ndef inner(): return 1")
    before = mark_of(tmp_path)
    callee.write_text("@compiled\ndef inner(): return 2")
    assert mark_of(tmp_path) != before
    (tmp_path / "words.py").write_text("no loop")
    assert mark_of(tmp_path) == mark_of(tmp_path) != before


def test_loops_of_older_versions_do_not_pile_up(tmp_path: Path) -> None:
    place = tmp_path / "kept"
    for name in ("kernels-old", "kernels-new", "other"):
        (place / name).mkdir(parents=True)
    forget_older(place / "kernels-new")
    assert sorted(path.name for path in place.iterdir()) == ["kernels-new", "other"]


def test_without_a_place_for_the_cache_loops_are_compiled_anew() -> None:
    def doubled(value: int) -> int:
        return 2 * value

    doubled.__code__ = doubled.__code__.replace(co_filename="<nowhere>")
    assert compiled(doubled)(21) == 42
