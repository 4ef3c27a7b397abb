"""Exports: verified rows as a job's file of any length, its memory; a release of ten pages with charts as PDF.

    python benchmarks/exports.py [N_ROWS ...]     (default 10000 100000)

A record is filled for each size, each form written in a process of its own as the job does, its progress heard.
Printed: CPU seconds (user + system), how far memory rose: private pages (RssAnon, which the process holds) apart from
pages of mapped files (RssFile, which the system takes back at will). Bars: less than 100 MB of private memory between
the first size and the last; a PDF of ten pages within 3 s, in a process that has just started and in one that made one.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

MEMORY_BAR_MB, PDF_BAR_S, N_PAGES = 100.0, 3.0, 10


class Watch:
    """The most that this process held, in MB, of private pages and of mapped files; looked at every 20 ms."""

    def __init__(self) -> None:
        self.peak = {"RssAnon": 0.0, "RssFile": 0.0}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> dict[str, float]:
        """The peaks."""
        self._over.set()
        self._thread.join()
        return self.peak

    def _look(self) -> None:
        while not self._over.wait(0.02):
            for name, mb in resident_mb().items():
                self.peak[name] = max(self.peak[name], mb)


def resident_mb() -> dict[str, float]:
    """Private and mapped pages of this process in memory now."""
    lines = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return {name: int(lines[name].split()[0]) / 1024 for name in ("RssAnon", "RssFile")}


def set_up(home: str) -> None:
    """Django on the record of this home."""
    os.environ["TAWTHIQ_HOME"] = home
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tawthiq.doors.settings")
    from tawthiq.doors.boot import boot

    boot()


def fill(home: str, n_rows: int) -> None:
    """A record with so many verified rows."""
    set_up(home)
    import invented_record

    invented_record.fill(min(n_rows, 5000), 0, invented_record.RECRUITMENT)
    invented_record.multiply(n_rows // min(n_rows, 5000) - 1)


def export(home: str, form: str) -> None:
    """Write the file as the job does; prints what it took."""
    set_up(home)
    import invented_record

    from tawthiq.doors.jobs.kinds import run_export

    before, began, watch = resident_mb(), time.process_time(), Watch()
    steps = run_export(invented_record.VERIFIER, {"situation": "SY", "format": form})
    told = []
    while True:
        try:
            told.append(next(steps))
        except StopIteration as done:
            made = done.value
            break
    cpu_s, peak = time.process_time() - began, watch.stop()
    print(made["rows"], f"{cpu_s:.2f}", len(told), *(f"{peak[name] - before[name]:.1f}" for name in before))


def print_release(home: str) -> None:
    """Compile the country section and the note of a month of the record, twice."""
    set_up(home)
    import invented_record
    from pypdf import PdfReader

    from tawthiq.report.count.step import acts_for, counted
    from tawthiq.report.publish.bundle import document_of
    from tawthiq.report.publish.exporters.portable_document import compile_pdf
    from tawthiq.report.publish.products import Product, standard_specs
    from tawthiq.report.publish.release import Freeze, Proposal, Release
    from tawthiq.safe.work import Reader

    specs = standard_specs("SY", "2014", (Product.COUNTRY, Product.NOTE))
    acts = acts_for(Reader(invented_record.VERIFIER), specs)
    figures = [counted(acts, spec) for spec in specs]
    freeze = Freeze(acts.size, "0" * 64, datetime(2015, 2, 1, tzinfo=UTC), "benchmark")
    n_tables = len(figures)
    n_more = 1
    while n_more >= 0:
        release = Release(Proposal(specs[:n_tables]), freeze, (), (), (), "usr_a", "usr_b")
        document = document_of(release, figures[:n_tables], "en")
        cpu, wall = time.process_time(), time.perf_counter()
        data = compile_pdf(document)
        cpu_s, wall_s = time.process_time() - cpu, time.perf_counter() - wall
        n_pages, n_charts = len(PdfReader(io.BytesIO(data)).pages), len(document.tables)
        print(f"{n_pages} {n_charts} {cpu_s:.2f} {wall_s:.2f}", flush=True)
        n_more -= n_pages <= N_PAGES
        n_tables = min(n_tables, max(1, n_tables * N_PAGES // n_pages))


def told(*words: str) -> list[list[str]]:
    """What this script printed in a process of its own."""
    done = subprocess.run([sys.executable, __file__, *words], check=True, capture_output=True, text=True)
    return [line.split() for line in done.stdout.splitlines() if line[:1].isdigit()]


def main() -> int:
    """Fill, write, print, compare."""
    modes = {"--fill": lambda: fill(sys.argv[2], int(sys.argv[3])), "--pdf": lambda: print_release(sys.argv[2])}
    modes["--export"] = lambda: export(sys.argv[2], sys.argv[3])
    if len(sys.argv) > 1 and sys.argv[1] in modes:
        modes[sys.argv[1]]()
        return 0
    sizes = [int(word) for word in sys.argv[1:]] or [10_000, 100_000]
    grown: dict[str, list[float]] = {}
    for n_rows in sizes:
        home = tempfile.mkdtemp(prefix="tawthiq-benchmark-")
        told("--fill", home, str(n_rows))
        for form in ("csv", "xlsx"):
            [[rows, cpu_s, n_told, anon, mapped]] = told("--export", home, form)
            grown.setdefault(form, []).append(float(anon))
            print(
                f"{form}: {rows} rows in {cpu_s} CPU s, progress {n_told} times, +{anon} MB private, +{mapped} mapped"
            )
    pages = told("--pdf", home)
    for n_pages, n_charts, cpu_s, wall_s in pages:
        print(f"PDF of {n_pages} pages, {n_charts} tables with their charts: {cpu_s} CPU s, {wall_s} s")
    growth = max(found[-1] - found[0] for found in grown.values())
    print(f"private memory grew {growth:.0f} MB (bar {MEMORY_BAR_MB}); PDF bar {PDF_BAR_S} s")
    return 0 if growth < MEMORY_BAR_MB and float(pages[-1][3]) < PDF_BAR_S else 1


if __name__ == "__main__":
    raise SystemExit(main())
