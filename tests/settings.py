"""Settings of the test run: a home of its own, made afresh; TAWTHIQ_DATABASE_URL chooses PostgreSQL."""

import os
import tempfile

os.environ["TAWTHIQ_HOME"] = tempfile.mkdtemp(prefix="tawthiq-test-")

from tawthiq.doors.settings import *  # noqa: F403  # after the home is chosen
