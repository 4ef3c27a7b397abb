"""Addresses of the desk."""

from allauth.account import urls as account_urls
from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from tawthiq.doors.api.routes import addresses
from tawthiq.doors.desk import (
    cases,
    check,
    copies,
    drafts,
    estimate_new,
    estimates,
    evidence,
    explained,
    figures,
    incident_list,
    incidents,
    items,
    jobs,
    keys,
    ledger,
    masks,
    missed,
    my_work,
    opening,
    pasted,
    people,
    registers,
    releases,
    sign_in,
    similar,
    statements,
    subject,
    unverified,
    verification,
)

CLOSED = ("account_reset_password", "account_email", "account_confirm_email")
"""Names of allauth's pages that would send or read mail: this desk sends none."""

signing_in = [one for one in account_urls.urlpatterns if not str(one.name).startswith(CLOSED)]

urlpatterns: list[URLPattern | URLResolver] = [
    path("accounts/", include(signing_in)),
    path("accounts/2fa/", include("allauth.mfa.urls")),
    path("language/", login_not_required(set_language), name="set_language"),
    *sign_in.urls,
    *my_work.urls,
    *keys.urls,
    *pasted.urls,
    *items.urls,
    *opening.urls,
    *copies.urls,
    *masks.urls,
    *statements.urls,
    *missed.urls,
    *cases.urls,
    *drafts.urls,
    *registers.urls,
    *people.urls,
    *similar.urls,
    *incident_list.urls,
    *incidents.urls,
    *evidence.urls,
    *verification.urls,
    *subject.urls,
    *unverified.urls,
    *figures.urls,
    *estimate_new.urls,
    *estimates.urls,
    *releases.urls,
    *explained.urls,
    *check.urls,
    *ledger.urls,
    *jobs.urls,
    *addresses(),
]
