"""The page of a release, as the public opens it from a folder: readable by everyone, in both directions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.watch import WIDE, look_over
from golden.test_golden import document
from tawthiq.report.publish.beside import Beside, grids
from tawthiq.report.publish.exporters.web_page import WebPage
from tawthiq.report.publish.kinds import Bars
from tawthiq.report.publish.release import Restatement
from tawthiq.report.publish.trend import Point, steps
from unit.count.registers import syria_2014

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_release_can_be_read_by_everyone(chromium: Browser, tmp_path: Path, language: str) -> None:
    before = Point("recruitment_use", "child", "2013", 250, 255)
    trend = steps([before, Point("recruitment_use", "child", "2014", 278, None)], 10)
    restated = Restatement("", "rel_x", "recruitment_use-by-sex: total", 270, 278, "counted again")
    beside = grids(Beside((trend,), (restated,)), language)
    whole = replace(document(syria_2014(), "SY", "2014", language, Bars()), grids=beside)
    for name, data in WebPage().files(whole).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    page = chromium.new_page(viewport=WIDE)
    page.goto((tmp_path / f"index.{language}.html").as_uri())
    look_over(page, language)
    assert page.locator("img").count() >= 4
    assert page.evaluate("[...document.images].every(one => one.naturalWidth > 0 && one.alt)")
    page.close()
