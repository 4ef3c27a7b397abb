"""Figure build over invented acts against the same count in hand-written SQL on the same database, in the same run.

    python benchmarks/figure_build.py [N_ACTS]        (default 100000; TAWTHIQ_DATABASE_URL chooses PostgreSQL)

Prints seconds and their ratio; the bar is 3. Both answers must be equal, or it says so and fails.
"""

# ruff: noqa: E402  Django has to be set up before its models are imported

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tawthiq.doors.settings")
os.environ.setdefault("TAWTHIQ_HOME", tempfile.mkdtemp(prefix="tawthiq-benchmark-"))

import django

django.setup()

import invented_record
from django.core.management import call_command
from django.db import connection

from tawthiq.report.count.spec import parse_spec
from tawthiq.report.count.step import count_now
from tawthiq.safe.work import Reader

VERIFIER = invented_record.VERIFIER

ROWS = """
SELECT p.party, a.sex,
       COUNT(DISTINCT CASE WHEN t.first_day >= '2014-01-01' THEN a.child_id END),
       COUNT(DISTINCT CASE WHEN t.first_day < '2014-01-01' THEN a.child_id END)
FROM link_act a
JOIN link_violation v ON v.thing = a.violation_id AND v.until IS NULL
JOIN link_incident t ON t.thing = v.incident_id AND t.until IS NULL
JOIN verify_assessment s ON s.thing = a.thing AND s.until IS NULL AND s.stage = 'final' AND s.occurrence = 'verified'
  AND s.act_since = a.facts_since AND s.violation_since = v.facts_since AND s.incident_since = t.facts_since
JOIN party_of p ON p.parties = CASE s.attribution WHEN 'verified' THEN v.parties ELSE '' END
WHERE a.until IS NULL AND v.type = 'recruitment_use' AND t.situation = 'SY'
  AND s.decided_on BETWEEN '2014-01-01' AND '2014-12-31' AND t.first_day <= '2014-12-31'
GROUP BY p.party, a.sex
"""
TOTAL = (
    ROWS.replace("p.party, a.sex,\n      ", "", 1)
    .replace("GROUP BY p.party, a.sex", "")
    .replace("JOIN party_of p ON p.parties = CASE s.attribution WHEN 'verified' THEN v.parties ELSE '' END\n", "")
)


def by_hand() -> tuple[int, int, dict[tuple[str, ...], tuple[int, int]]]:
    """The same count by two statements; the sets of parties are taken apart in a temporary table first."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE IF NOT EXISTS party_of (parties varchar(300), party varchar(40))")
        cursor.execute("DELETE FROM party_of")
        cursor.execute("SELECT DISTINCT parties FROM link_violation")
        sets = [row[0] for row in cursor.fetchall()]
        pairs = [(one, party or "unidentified") for one in sets for party in one.split(";")]
        cursor.executemany("INSERT INTO party_of VALUES (%s, %s)", pairs)
        cursor.execute(ROWS)
        rows: dict[tuple[str, ...], tuple[int, int]] = {
            (party, sex): (now, late) for party, sex, now, late in cursor.fetchall()
        }
        cursor.execute(TOTAL)
        total, late = cursor.fetchone()
    return int(total), int(late), rows


def ours() -> tuple[int, int, dict[tuple[str, ...], tuple[int, int]]]:
    """The figure, with all its ids."""
    spec = parse_spec(situation="SY", period="2014", violation="recruitment_use", by="party,sex")
    figure = count_now(Reader(VERIFIER), spec)
    return figure.value, figure.late, {row.cell: (row.value, row.late) for row in figure.rows if not row.of_which}


def best_of(n_times: int, work: Callable[[], object]) -> float:
    """Least seconds of some runs."""

    def runs() -> Iterator[float]:
        for _ in range(n_times):
            began = time.perf_counter()
            work()
            yield time.perf_counter() - began

    return min(runs())


def main() -> int:
    """Fill, compare, print."""
    n_acts = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    for database in ("default", "identities"):
        call_command("migrate", database=database, verbosity=0)
    began = time.perf_counter()
    invented_record.fill(n_acts)
    print(f"{connection.vendor}: {n_acts} invented acts written and verified in {time.perf_counter() - began:.1f} s")
    if ours() != by_hand():
        print("the two counts differ")
        return 1
    figure_s, sql_s = best_of(3, ours), best_of(3, by_hand)
    print(f"figure build {figure_s:.2f} s, hand-written SQL {sql_s:.2f} s, ratio {figure_s / sql_s:.2f} (bar 3)")
    return 0 if figure_s <= 3 * sql_s else 1


if __name__ == "__main__":
    raise SystemExit(main())
