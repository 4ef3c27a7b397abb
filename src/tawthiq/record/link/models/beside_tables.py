"""Tables of link beside the case: consents, responses, listings of parties, overlaps of groups."""

from __future__ import annotations

from django.db import models

from tawthiq.safe.versioned import Versioned


class ConsentRow(Versioned):
    """A version of an answer. `subject_id`: a child or a source."""

    subject_id = models.CharField(max_length=30, db_index=True)
    purpose = models.CharField(max_length=12)
    by = models.CharField(max_length=12)
    answer = models.CharField(max_length=12)
    said_on = models.DateField(null=True)

    class Meta(Versioned.Meta):
        db_table = "link_consent"


class ResponseRow(Versioned):
    """A version of a response. `subject_id`: a violation or an act."""

    subject_id = models.CharField(max_length=30, db_index=True)
    kind = models.CharField(max_length=24)
    to = models.CharField(max_length=24, blank=True)
    status = models.CharField(max_length=16)
    due_on = models.DateField(null=True)
    done_on = models.DateField(null=True)

    class Meta(Versioned.Meta):
        db_table = "link_response"


class ListingRow(Versioned):
    """A version of a listing. `violations`: parent codes joined by a semicolon."""

    party = models.CharField(max_length=60, db_index=True)
    situation = models.CharField(max_length=20)
    annex = models.CharField(max_length=2)
    section = models.CharField(max_length=1)
    violations = models.CharField(max_length=200)
    report_year = models.PositiveSmallIntegerField()
    listed_on = models.DateField()
    delisted_on = models.DateField(null=True)

    class Meta(Versioned.Meta):
        db_table = "link_listing"


class OverlapRow(Versioned):
    """A version of what is said of a pair of acts."""

    group_act = models.CharField(max_length=30, db_index=True)
    other_act = models.CharField(max_length=30, db_index=True)
    kind = models.CharField(max_length=12)

    class Meta(Versioned.Meta):
        db_table = "link_overlap"
