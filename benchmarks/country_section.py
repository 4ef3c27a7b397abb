"""Every figure of a country section and the fourteen indicators, against the same counts in hand-written SQL.

    python benchmarks/country_section.py [N_ACTS]     (default 1000000; TAWTHIQ_DATABASE_URL chooses PostgreSQL)

One database, one run. The SQL is what a patient person writes: the join once into a temporary table, then a statement
for each table of the report. Printed: CPU seconds of both, those of a PostgreSQL server on this machine among them, and
wall seconds, their ratios (bar 3), peak resident memory. Both answers must be equal in every row, or it says where they
differ and fails. A record that is filled already (TAWTHIQ_HOME, TAWTHIQ_DATABASE_URL) is counted as it stands.
"""

# ruff: noqa: E402  Django has to be set up before its models are imported; all names in the SQL are ours

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tawthiq.doors.settings")
os.environ.setdefault("TAWTHIQ_HOME", tempfile.mkdtemp(prefix="tawthiq-benchmark-"))

import django

django.setup()

import invented_record
from django.core.management import call_command
from django.db import connection

from tawthiq.record.link.models.tables import IncidentRow
from tawthiq.record.verify.models.acts import unverified_tally
from tawthiq.record.verify.reported import reported
from tawthiq.report.count.period import bounds
from tawthiq.report.count.spec import Counted, Dimension, Spec
from tawthiq.report.count.step import acts_for, counted
from tawthiq.report.publish.products import Product, standard_specs
from tawthiq.safe.work import Reader

T = TypeVar("T")
Rows = dict[tuple[str, ...], tuple[int, int]]
Answer = tuple[int, int, Rows]
BAR, FIRST = 3.0, 5_000
READER = Reader(invented_record.VERIFIER)
SPECS = standard_specs("SY", "2014", (Product.COUNTRY, Product.NOTE))

VERIFIED = """
SELECT a.thing AS act, {who} AS who, a.{n} AS n, '{sex}' AS sex, v.type, {parties} AS parties, i.admin1,
       {age}(s.age, a.age_min) AS low, {age}(s.age, a.age_max) AS high, a.armed, a.roles,
       CASE WHEN i.first_day < '2014-01-01' THEN 1 ELSE 0 END AS late
FROM link_act a JOIN link_violation v ON v.thing = a.violation_id AND v.until IS NULL
JOIN link_incident i ON i.thing = v.incident_id AND i.until IS NULL
JOIN verify_assessment s ON s.thing = a.thing AND s.until IS NULL AND s.stage = 'final' AND s.occurrence = 'verified'
  AND s.act_since = a.facts_since AND s.violation_since = v.facts_since AND s.incident_since = i.facts_since
WHERE a.until IS NULL AND a.{n} > 0 AND {where}
""".replace("{age}(s.age, a.age_min)", "CASE s.age WHEN 'verified' THEN a.age_min END").replace(
    "{age}(s.age, a.age_max)", "CASE s.age WHEN 'verified' THEN a.age_max END"
)
ALONE = """
SELECT v.thing, v.thing, 1, 'u', v.type, {parties}, i.admin1, NULL, NULL, '', '',
       CASE WHEN i.first_day < '2014-01-01' THEN 1 ELSE 0 END
FROM link_violation v JOIN link_incident i ON i.thing = v.incident_id AND i.until IS NULL
JOIN verify_assessment s ON s.thing = v.thing AND s.until IS NULL AND s.stage = 'final' AND s.occurrence = 'verified'
  AND s.violation_since = v.facts_since AND s.incident_since = i.facts_since
WHERE v.until IS NULL AND {where}
"""
SEX_OF = """
CREATE TEMPORARY TABLE sex_of AS
SELECT who, CASE WHEN MIN(known) = MAX(known) THEN MIN(known) ELSE 'u' END AS sex
FROM (SELECT DISTINCT who, CASE sex WHEN 'u' THEN NULL ELSE sex END AS known FROM told) x GROUP BY who
"""
HEADS = """
CREATE TEMPORARY TABLE heads AS
SELECT t.act, t.who, t.n, s.sex, t.type, t.parties, t.admin1, t.low, t.high, t.armed, t.roles, t.late
FROM told t JOIN sex_of s ON s.who = t.who
"""
WHERE = "i.situation = 'SY' AND s.decided_on BETWEEN '2014-01-01' AND '2014-12-31' AND i.first_day <= '2014-12-31'"
PARTIES = "CASE s.attribution WHEN 'verified' THEN v.parties ELSE '' END"
DIMENSIONS = {
    Dimension.SEX: "h.sex",
    Dimension.VIOLATION: "h.type",
    Dimension.HEADING: "CASE WHEN h.type IN ('killing', 'maiming') THEN 'killing_maiming' "
    "WHEN h.type IN ('attack_school', 'attack_hospital') THEN 'attack_school_hospital' ELSE h.type END",
    Dimension.ADMIN1: "CASE h.admin1 WHEN '' THEN 'u' ELSE h.admin1 END",
    Dimension.PARTY: "p.party",
    Dimension.AGE_BAND: "CASE WHEN h.high IS NULL THEN 'u' WHEN h.high <= 5 THEN '0_5' "
    "WHEN COALESCE(h.low, 0) >= 6 AND h.high <= 11 THEN '6_11' WHEN h.low >= 12 AND h.high <= 14 THEN '12_14' "
    "WHEN h.low >= 15 AND h.high <= 17 THEN '15_17' ELSE 'u' END",
    Dimension.UNDER_15: "CASE WHEN h.high < 15 THEN 'yes' WHEN h.low >= 15 THEN 'no' ELSE 'u' END",
    Dimension.ARMED_OR_COMBAT: "CASE WHEN h.armed = 'y' OR h.roles = 'fighter' THEN 'yes' "
    "WHEN h.armed = 'n' AND h.roles <> '' THEN 'no' ELSE 'u' END",
}
UNVERIFIED = """
SELECT v.type, COUNT(*), SUM(a.n_children) FROM link_act a
JOIN link_violation v ON v.thing = a.violation_id AND v.until IS NULL
JOIN link_incident i ON i.thing = v.incident_id AND i.until IS NULL
LEFT JOIN verify_assessment s ON s.thing = a.thing AND s.until IS NULL
WHERE a.until IS NULL AND i.situation = 'SY' AND s.thing IS NULL AND i.first_day BETWEEN '2014-01-01' AND '2014-12-31'
GROUP BY v.type
"""


def by_hand() -> list[Answer]:
    """Every figure by SQL."""
    with connection.cursor() as cursor:
        for table in ("heads", "told", "sex_of", "party_of"):
            cursor.execute(f"DROP TABLE IF EXISTS {table}")
        parts = [
            VERIFIED.format(
                who=f"CASE a.child_id WHEN '' THEN a.thing || '/{sex}' ELSE a.child_id END",
                n=n,
                sex=sex,
                parties=PARTIES,
                where=WHERE,
            )
            for sex, n in (("m", "n_boys"), ("f", "n_girls"), ("u", "n_sex_unknown"))
        ]
        alone = ALONE.format(parties=PARTIES, where=WHERE + " AND v.type IN ('attack_school', 'attack_hospital', "
                             "'denial_access', 'military_use')")  # fmt: skip
        cursor.execute("CREATE TEMPORARY TABLE told AS " + " UNION ALL ".join([*parts, alone]))
        cursor.execute(SEX_OF)
        cursor.execute(HEADS)
        cursor.execute("CREATE TEMPORARY TABLE party_of (parties varchar(300), party varchar(40))")
        cursor.execute("SELECT DISTINCT parties FROM heads")
        sets = [row[0] for row in cursor.fetchall()]
        pairs = [(one, party or "unidentified") for one in sets for party in one.split(";")]
        cursor.executemany("INSERT INTO party_of VALUES (%s, %s)", pairs)
        answers = [_figure(cursor, spec) for spec in SPECS]
        cursor.execute(UNVERIFIED)
        cursor.fetchall()
        return answers


def _figure(cursor: object, spec: Spec) -> Answer:
    types = ", ".join(f"'{code}'" for code in spec.violations)
    who = "h.act || h.sex" if spec.unit is Counted.ACT else "h.who"
    join = "JOIN party_of p ON p.parties = h.parties" if Dimension.PARTY in spec.by else ""
    dims = [f"{DIMENSIONS[name]} AS d{place}" for place, name in enumerate(spec.by)]
    names = [f"d{place}" for place in range(len(dims))]

    def rows(asked: list[str], by: list[str], joined: str) -> list[tuple[object, ...]]:
        inner = ", ".join([f"{who} AS who", "h.n", "h.late", *asked])
        outer = ", ".join([*by, "SUM(CASE late WHEN 0 THEN n ELSE 0 END)", "SUM(CASE late WHEN 1 THEN n ELSE 0 END)"])
        group = f"GROUP BY {', '.join(by)}" if by else ""
        sql = f"SELECT {outer} FROM (SELECT DISTINCT {inner} FROM heads h {joined} WHERE h.type IN ({types})) x {group}"
        cursor.execute(sql)  # type: ignore[attr-defined]  # a cursor
        return list(cursor.fetchall())  # type: ignore[attr-defined]  # as above

    [(now, late)] = rows([], [], "")
    told = rows(dims, names, join) if dims else []
    return int(now or 0), int(late or 0), {tuple(map(str, row[:-2])): (int(row[-2]), int(row[-1])) for row in told}  # type: ignore[call-overload]  # numbers


def ours() -> list[Answer]:
    """Every figure with all its ids, as a release counts them, and the two indicators of what is not verified."""
    acts = acts_for(READER, SPECS)
    figures = [counted(acts, spec) for spec in SPECS]
    reported(unverified_tally(READER, situation="SY"), *bounds(SPECS[0].period))
    return [(one.value, one.late, {row.cell: (row.value, row.late) for row in one.rows if not row.of_which}) for one in figures]  # fmt: skip  # noqa: E501


def _fill(n_acts: int) -> None:
    """Some thousands as people would enter them, the rest as copies of these."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET synchronous_commit = off")
    n_first = min(n_acts, FIRST)
    invented_record.fill(n_first, n_first // 20, invented_record.EVERY_KIND)
    invented_record.multiply(n_acts // n_first - 1)


def timed(work: Callable[[], T]) -> tuple[T, float, float]:
    """The answer, CPU seconds of this process and of the database's, wall seconds."""
    cpu, wall = time.process_time() + server_cpu_s(), time.perf_counter()
    found = work()
    return found, time.process_time() + server_cpu_s() - cpu, time.perf_counter() - wall


def server_cpu_s() -> float:
    """Processor seconds of a PostgreSQL server on this machine so far, with all it ever started; 0 for SQLite."""
    if connection.vendor != "postgresql":
        return 0.0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        head = _stat(cursor.fetchone()[0])[1]
    below = [_stat(int(path.name)) for path in Path("/proc").glob("[0-9]*") if path.is_dir()]
    ended = sum(map(int, Path(f"/proc/{head}/stat").read_text().rpartition(")")[2].split()[13:15]))
    ticks = ended + sum(spent for pid, parent, spent in below if head in (pid, parent))
    return ticks / os.sysconf("SC_CLK_TCK")


def _stat(pid: int) -> tuple[int, int, int]:
    """Process, parent, ticks spent; nothing of one that ended while we looked."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return pid, 0, 0
    return pid, int(fields[1]), int(fields[11]) + int(fields[12])


def peak_mb() -> float:
    """Peak resident memory of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Fill, count both ways, compare, print."""
    n_acts = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    for database in ("default", "identities"):
        call_command("migrate", database=database, verbosity=0)
    _, cpu_s, _ = timed(lambda: None if IncidentRow.objects.exists() else _fill(n_acts))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    before_mb = peak_mb()
    print(
        f"{connection.vendor}: {n_acts} invented violations in {cpu_s:.0f} CPU s, peak {before_mb:.0f} MB", flush=True
    )
    by_sql, sql_cpu_s, sql_s = timed(by_hand)
    by_us, our_cpu_s, our_s = timed(ours)
    wrong = [spec for spec, one, other in zip(SPECS, by_us, by_sql, strict=True) if one != other]
    for spec in wrong:
        print("the counts differ:", spec.content())
    cpu, wall = our_cpu_s / sql_cpu_s, our_s / sql_s
    print(
        f"{len(SPECS)} figures and two tallies: ours {our_cpu_s:.1f} CPU s, {our_s:.1f} s; "
        f"SQL {sql_cpu_s:.1f} CPU s, {sql_s:.1f} s"
    )
    print(f"ratio {cpu:.2f} of CPU, {wall:.2f} of wall (bar {BAR}); peak {peak_mb():.0f} MB")
    return 1 if wrong or max(cpu, wall) > BAR else 0


if __name__ == "__main__":
    raise SystemExit(main())
