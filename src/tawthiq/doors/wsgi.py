"""The WSGI application that a server runs; its pages are read with it, so that no person waits for them."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from tawthiq.doors.warm import warm

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tawthiq.doors.settings")
application = get_wsgi_application()
_ = get_resolver().url_patterns
warm()
