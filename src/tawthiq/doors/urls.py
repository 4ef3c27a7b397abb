"""Addresses of the desk."""

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from tawthiq.doors.desk import cases, incidents, items, jobs, keys, ledger, my_work, sign_in, statements

urlpatterns: list[URLPattern | URLResolver] = [
    path("accounts/", include("allauth.urls")),
    path("language/", login_not_required(set_language), name="set_language"),
    *sign_in.urls,
    *my_work.urls,
    *keys.urls,
    *items.urls,
    *statements.urls,
    *cases.urls,
    *incidents.urls,
    *ledger.urls,
    *jobs.urls,
]
