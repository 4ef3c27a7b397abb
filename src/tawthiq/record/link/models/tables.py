"""Tables of link."""

from __future__ import annotations

from django.db import models

from tawthiq.safe.versioned import Versioned


class Judged(Versioned):
    """A version of what assessments judge. `facts_since`: ledger line at which a fact last changed (closing a file

    changes none); `created_by`: who first made the thing; `written_by`: who made this version.
    """

    facts_since = models.BigIntegerField()
    created_by = models.CharField(max_length=30)
    written_by = models.CharField(max_length=30)

    class Meta(Versioned.Meta):
        abstract = True


class IncidentRow(Judged):
    """A version of an incident. Nullable columns: fields told in particulars; see particular_columns."""

    situation = models.CharField(max_length=20)
    happened_on = models.CharField(max_length=40, blank=True)
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    admin1 = models.CharField(max_length=20, blank=True)
    place = models.CharField(max_length=20, blank=True)
    place_precision = models.CharField(max_length=12)
    public_account = models.TextField(blank=True)
    key = models.CharField(max_length=100, blank=True)
    state = models.CharField(max_length=8)
    duplicate_of = models.CharField(max_length=30, blank=True)
    place_type = models.CharField(max_length=60, null=True)
    particulars = models.JSONField(null=True)

    class Meta(Judged.Meta):
        db_table = "link_incident"
        indexes = (
            models.Index(fields=["situation", "first_day"], name="link_incident_when"),
            models.Index(fields=["key"], name="link_incident_key"),
            models.Index(fields=["-since"], name="link_incident_since"),
            models.Index(
                fields=["situation", "id"], condition=models.Q(until__isnull=True), name="link_incident_newest"
            ),
        )


class ViolationRow(Judged):
    """A version of a violation. `parties`: codes joined by a semicolon, sorted; `how`: the attribution.

    Nullable columns from `aid_types` on: fields told in particulars; see particular_columns.
    """

    incident_id = models.CharField(max_length=30, db_index=True)
    type = models.CharField(max_length=24)
    how = models.CharField(max_length=14)
    parties = models.CharField(max_length=300, blank=True)
    basis = models.CharField(max_length=40, blank=True)
    certainty = models.CharField(max_length=10)
    happened_on = models.CharField(max_length=40, blank=True)
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    n_claimed = models.PositiveIntegerField(null=True)
    key = models.CharField(max_length=200, blank=True)
    aid_types = models.CharField(max_length=600, null=True)
    attack_on = models.CharField(max_length=600, null=True)
    attack_type = models.CharField(max_length=60, null=True)
    closed_days = models.PositiveIntegerField(null=True)
    denial_methods = models.CharField(max_length=600, null=True)
    directly_targeted = models.CharField(max_length=1, null=True)
    facility = models.CharField(max_length=60, null=True)
    facility_id = models.CharField(max_length=60, null=True)
    harm_context = models.CharField(max_length=60, null=True)
    health_kind = models.CharField(max_length=60, null=True)
    n_facilities = models.PositiveIntegerField(null=True)
    operational_before = models.CharField(max_length=60, null=True)
    physical_impact = models.CharField(max_length=60, null=True)
    school_kind = models.CharField(max_length=60, null=True)
    use_purposes = models.CharField(max_length=600, null=True)
    vacated_on = models.CharField(max_length=60, null=True)
    weapons = models.CharField(max_length=600, null=True)
    particulars = models.JSONField(null=True)

    class Meta(Judged.Meta):
        db_table = "link_violation"
        indexes = (models.Index(fields=["key"], name="link_violation_key"),)


class ActRow(Judged):
    """A version of an act. `roles`: codes joined by a semicolon; `n_children`: one, or the group's best count.

    Nullable columns from `abduction_ended` on: fields told in particulars; see particular_columns.
    """

    violation_id = models.CharField(max_length=30, db_index=True)
    child_id = models.CharField(max_length=30, blank=True, db_index=True)
    group = models.JSONField(null=True)
    n_children = models.PositiveIntegerField()
    n_boys = models.PositiveIntegerField()
    n_girls = models.PositiveIntegerField()
    n_sex_unknown = models.PositiveIntegerField()
    sex = models.CharField(max_length=1)
    age_min = models.PositiveSmallIntegerField(null=True)
    age_max = models.PositiveSmallIntegerField(null=True)
    age_estimated = models.BooleanField(default=False)
    armed = models.CharField(max_length=1)
    roles = models.CharField(max_length=300, blank=True)
    recruited_or_used = models.CharField(max_length=10)
    happened_on = models.CharField(max_length=40, blank=True)
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    pay_amount = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    pay_currency = models.CharField(max_length=3, blank=True)
    pay_per = models.CharField(max_length=6, blank=True)
    released_on = models.DateField(null=True)
    key = models.CharField(max_length=100, blank=True)
    abduction_ended = models.CharField(max_length=60, null=True)
    cause = models.CharField(max_length=600, null=True)
    consequences = models.CharField(max_length=600, null=True)
    detained_for_association = models.CharField(max_length=1, null=True)
    detained_on = models.CharField(max_length=60, null=True)
    detention_facility = models.CharField(max_length=60, null=True)
    died_later = models.CharField(max_length=1, null=True)
    forms = models.CharField(max_length=600, null=True)
    freed_on = models.CharField(max_length=60, null=True)
    joined_on = models.CharField(max_length=60, null=True)
    left_on = models.CharField(max_length=60, null=True)
    pay_kind = models.CharField(max_length=60, null=True)
    purposes = models.CharField(max_length=600, null=True)
    recruited_age_max = models.PositiveIntegerField(null=True)
    recruited_age_min = models.PositiveIntegerField(null=True)
    recruitment_exit = models.CharField(max_length=60, null=True)
    recruitment_form = models.CharField(max_length=60, null=True)
    regained_freedom = models.CharField(max_length=1, null=True)
    still_missing = models.CharField(max_length=1, null=True)
    particulars = models.JSONField(null=True)

    class Meta(Judged.Meta):
        db_table = "link_act"
        indexes = (models.Index(fields=["key"], name="link_act_key"),)


class ChildRow(Versioned):
    """A version of a child's pseudonym."""

    sex = models.CharField(max_length=1)
    born_on = models.CharField(max_length=40, blank=True)
    key = models.CharField(max_length=100, blank=True, db_index=True)
    same_as = models.CharField(max_length=30, blank=True)

    class Meta(Versioned.Meta):
        db_table = "link_child"


class SourceRow(Versioned):
    """A version of a source. `derives_from`: ids."""

    kind = models.CharField(max_length=24)
    name = models.CharField(max_length=200, blank=True)
    person_id = models.CharField(max_length=30, blank=True)
    derives_from = models.JSONField(default=list)

    class Meta(Versioned.Meta):
        db_table = "link_source"


class SupportRow(models.Model):
    """That a statement of a source supports a violation or an act; append-only."""

    subject_id = models.CharField(max_length=30)  # found by the index of what is unique, which begins with it
    statement_id = models.CharField(max_length=30, db_index=True)
    source_id = models.CharField(max_length=30, db_index=True)
    since = models.BigIntegerField()

    class Meta:
        db_table = "link_support"
        unique_together = (("subject_id", "statement_id", "source_id"),)
