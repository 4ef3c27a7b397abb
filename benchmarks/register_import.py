"""Import of an invented register: CPU seconds for each 100,000 rows, and whether memory stays flat.

    python benchmarks/register_import.py [N_ROWS ...]     (default 10000 100000; TAWTHIQ_DATABASE_URL: PostgreSQL)

Each size runs in a process and a home of its own; printed: CPU seconds (user + system), rows, how far memory rose above
that after start-up: private pages, which the process holds, apart from pages of mapped files (the database), which the
system takes back at will. The bars: 30 CPU s for 100,000 rows, less than 100 MB of private memory between the first
size and the last.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from resident import Watch, resident_mb

SEED = 20140101
HEAD = (
    "incident_id,violation,act_id,child_id,sex,age_min,age_max,roles,armed,party,occurred_from,occurred_to,situation,"
    "admin1,pay_amount,pay_currency,pay_per,status,verified_on,verified_by,policy,source_kinds\n"
)
PARTIES = ("isil", "fsa", "nusra", "ypg", "sy_government", "isil;fsa", "")
ROLES = ("fighter", "fighter;guard", "cook", "porter;messenger", "")
CPU_BAR_S, MEMORY_BAR_MB = 30.0, 100.0


def lines(n_rows: int, seed: int = SEED) -> Iterator[str]:
    """An invented register: no child in it exists; three rows an incident, two in a hundred children met before."""
    chance = random.Random(seed)
    yield HEAD
    for number in range(n_rows):
        began = date(2014, 1, 1) + timedelta(days=chance.randrange(300))
        child = chance.randrange(number + 1) if chance.random() < 0.02 else number
        decided = began + timedelta(days=chance.randrange(1, 60))
        verified = f"verified,{decided},Invented task force,un_mrm@1" if chance.random() < 0.8 else "pending,,,"
        low = chance.randrange(9, 17)
        pay = f"{chance.randrange(50, 400)},USD,month" if chance.random() < 0.2 else ",,"
        yield (
            f"I{number // 3},recruitment_use,A{number},C{child},{chance.choice('mmmfu')},{low},"
            f"{low + chance.randrange(2)},{chance.choice(ROLES)},{chance.choice('ynu')},{chance.choice(PARTIES)},"
            f"{began},{began},SY,SY{chance.randrange(1, 15):02},{pay},{verified},victim;ngo_report\n"
        )


def one_size(n_rows: int) -> None:
    """Import one register in this process, and print the figures."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tawthiq.doors.settings")
    os.environ["TAWTHIQ_HOME"] = home = tempfile.mkdtemp(prefix="tawthiq-benchmark-")
    import django

    django.setup()
    from django.core.management import call_command

    from tawthiq.record.collect.intake import Arrival
    from tawthiq.record.verify.register import Register, import_register
    from tawthiq.safe.access import Actor, Role
    from tawthiq.terms.identity import Kind, make_id

    for database in ("default", "identities"):
        call_command("migrate", database=database, verbosity=0)
    path = Path(home) / "register.csv"
    with path.open("w", encoding="utf-8") as target:
        target.writelines(lines(n_rows))
    actor = Actor(make_id(Kind.ACTOR, "collector"), frozenset({Role.COLLECTOR}))
    register = Register("invented", datetime(2015, 8, 8, tzinfo=UTC), ())
    before, began, watch = resident_mb(), time.process_time(), Watch()
    with path.open("rb") as source:
        report = import_register(actor, source, Arrival(path.name), register)
    cpu_s, peak = time.process_time() - began, watch.stop()
    print(report.n_in, f"{cpu_s:.2f}", *(f"{peak[name] - before[name]:.1f}" for name in before))


def main() -> int:
    """Run each size in a process of its own and compare."""
    if len(sys.argv) == 3 and sys.argv[1] == "--one":
        one_size(int(sys.argv[2]))
        return 0
    sizes = [int(word) for word in sys.argv[1:]] or [10_000, 100_000]
    grown: list[float] = []
    slowest = 0.0
    for n_rows in sizes:
        told = subprocess.run(
            [sys.executable, __file__, "--one", str(n_rows)], check=True, capture_output=True, text=True
        )
        n_in, cpu_s, mb, mapped_mb = map(float, told.stdout.split())
        per = cpu_s / n_in * 100_000
        slowest = max(slowest, per)
        grown.append(mb)
        print(
            f"{n_rows} rows: {cpu_s:.1f} CPU s ({per:.1f} for 100,000), +{mb:.0f} MB private, +{mapped_mb:.0f} mapped"
        )
    growth = grown[-1] - grown[0]
    print(f"slowest {slowest:.1f} CPU s for 100,000 rows (bar {CPU_BAR_S}), memory grew {growth:.0f} MB (bar 100)")
    return 0 if slowest <= CPU_BAR_S and growth <= MEMORY_BAR_MB else 1


if __name__ == "__main__":
    raise SystemExit(main())
