"""Tables of verify."""

from __future__ import annotations

from django.db import models

from tawthiq.safe.versioned import Versioned


class AssessmentRow(Versioned):
    """An assessment of `thing` (an act, or a violation counted in incidents); `until`: the line of the next one.

    `incident_since`, `violation_since`, `act_since`: the facts that were judged (`act_since` -1 without an act).
    """

    assessment_id = models.CharField(max_length=30, unique=True)
    violation_id = models.CharField(max_length=30)
    incident_id = models.CharField(max_length=30)
    incident_since = models.BigIntegerField()
    violation_since = models.BigIntegerField()
    act_since = models.BigIntegerField()
    facts_digest = models.CharField(max_length=64)
    occurrence = models.CharField(max_length=16)
    attribution = models.CharField(max_length=16)
    age = models.CharField(max_length=16)
    policy = models.CharField(max_length=60)
    body = models.CharField(max_length=120)
    stage = models.CharField(max_length=10)
    by = models.CharField(max_length=30)
    entered_by = models.CharField(max_length=30)
    at = models.DateTimeField()
    decided_on = models.DateField()
    relied_on = models.JSONField(default=list)
    reliability = models.CharField(max_length=1)
    credibility = models.PositiveSmallIntegerField()
    reasons = models.TextField(blank=True)
    origin = models.CharField(max_length=10)
    trained = models.BooleanField(default=False)

    class Meta(Versioned.Meta):
        db_table = "verify_assessment"
        constraints = (
            *Versioned.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(origin="register", by__startswith="ext_")
                | (
                    ~models.Q(origin="register")
                    & ~models.Q(by__startswith="ext_")
                    & models.Q(by=models.F("entered_by"))
                ),
                name="verify_signed_or_transcribed",
            ),
        )


class BodyRow(Versioned):
    """A version of a body; `thing` is made of its name."""

    name = models.CharField(max_length=120)
    un = models.BooleanField(default=False)
    trained = models.JSONField(default=list)
    authorised = models.JSONField(default=list)

    class Meta(Versioned.Meta):
        db_table = "verify_body"
