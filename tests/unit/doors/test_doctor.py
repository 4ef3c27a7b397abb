"""Doctor says what is broken, where, what to do, and breaks nothing by looking."""

from __future__ import annotations

import pytest

from stories.told import flip_byte
from tawthiq.doors.doctor import examine
from tawthiq.record.compare import filed
from tawthiq.safe.access import Actor
from tawthiq.safe.home import Home
from tawthiq.safe.work import Reader
from unit.compare.drawn import saved, shapes
from unit.compare.kept import compare, keep

pytestmark = pytest.mark.django_db(databases=["default", "identities"])


@pytest.mark.parametrize(("folder", "name"), [("pdq", "index of hashes"), ("points", "index of points")])
def test_a_changed_byte_of_an_index_is_found_and_the_doctor_leaves_it(
    collector: Actor, home: Home, folder: str, name: str
) -> None:
    keep(collector, saved(shapes(1), "PNG"))
    compare(collector)
    filed.file_waiting(Reader(collector), "", enough=1)
    assert {check.name: check.ok for check in examine()}[name]
    array = next((home.root / "cache" / folder).glob("*.npy"))
    flip_byte(array, -1)
    (found,) = (check for check in examine() if check.name == name)
    assert (found.ok, str(home.root / "cache" / folder) in found.do) == (False, True)
    assert array.exists()
