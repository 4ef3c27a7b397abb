"""A register of invented acts as a file, and its way in: no child in it exists."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from tawthiq.record.collect.intake import Arrival
from tawthiq.record.verify.brought import Report
from tawthiq.record.verify.register import Register, import_register
from tawthiq.safe.access import Actor

AT = datetime(2015, 8, 8, tzinfo=UTC)
HEAD = (
    "incident_id,violation,act_id,child_id,sex,age_min,age_max,roles,armed,party,occurred_from,occurred_to,situation,"
    "admin1,pay_amount,pay_currency,pay_per,status,verified_on,verified_by,policy,source_kinds"
)
ONE = (
    "I1,recruitment_use,A1,C1,m,14,15,fighter;guard,y,fsa,2014-03-01,2014-03-01,SY,Aleppo,400,USD,month,"
    "verified,2014-05-02,Invented task force,un_mrm@1,victim;ngo_report"
)


def csv_of(*rows: str, head: str = HEAD) -> bytes:
    """The file with these rows below its head."""
    return "\n".join((head, *rows)).encode()


def bring(actor: Actor, data: bytes, *names: str, register: str = "") -> Report:
    return import_register(actor, BytesIO(data), Arrival("acts.csv"), Register(register, AT, names))
