"""Promises of the journal: every plain file of a folder is seen once, in order of its path, and nothing besides."""

from __future__ import annotations

from pathlib import Path

from tawthiq.record.collect.journal import at_rest, seen_in


def test_every_plain_file_is_seen_in_order_of_its_path_and_no_link_is_followed(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "a.txt", "صورة.txt", "a b/x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "link.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    seen = [one.path for one in seen_in(tmp_path)]
    wanted = sorted(path for path in tmp_path.rglob("*") if path.is_file() and not path.is_symlink())
    assert seen == [path.relative_to(tmp_path).as_posix() for path in wanted if "up" not in path.parts]
    assert all(one.n_bytes == len(one.path.encode()) for one in seen_in(tmp_path))


def test_a_file_that_is_still_written_to_waits(tmp_path: Path) -> None:
    for name in ("done.txt", "growing.txt"):
        (tmp_path / name).write_text("invented")
    before = list(seen_in(tmp_path))
    (tmp_path / "growing.txt").write_text("invented and more")
    assert [one.path for one in at_rest(before, seen_in(tmp_path))] == ["done.txt"]
