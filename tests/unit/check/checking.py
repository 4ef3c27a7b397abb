"""What the checks of one article share: how it is checked, the invented sheet of Mali."""

from __future__ import annotations

from tawthiq.report.check.article import ArticleCheck, check_article
from tawthiq.report.check.claim import Known
from tawthiq.report.check.scope import Dimension
from tawthiq.report.check.verdict import Finding
from tawthiq.terms.when import When, parse_when
from unit.check.said import Article, Cited, sheet

MISSION = "Lantern Monitoring Mission"
ON = parse_when("2021-08-01")


def check(article: Article, known: list[Known], on: When | None = ON) -> tuple[Finding, ...]:
    return checked(article, known, on).findings


def checked(article: Article, known: list[Known], on: When | None = ON) -> ArticleCheck:
    return check_article("itm_invented", article.statements, 0, on, known)


def only(article: Article, known: list[Known], on: When | None = ON) -> Finding:
    (finding,) = check(article, known, on)
    return finding


def differing(finding: Finding) -> list[Dimension]:
    return [one.dimension for one in finding.differs]


MALI = sheet(
    "ML 2020 - recruitment_use children = 284 child",
    "ML 2020 - recruitment_use boys = 249 child",
    "ML 2020 - recruitment_use girls = 35 child",
    "ML 2020 cma recruitment_use children = 164 child",
    "ML 2020 maa recruitment_use children = 51 child",
    "ML 2020 - recruitment_use armed_or_combat = 41 percent",
    "ML 2020 - recruitment_use pay <= 120 USD month",
    "ML 2020 - attack_school incidents = 63 incident",
    "ML 2020 - killing children = 78 child",
)
TOLD: Cited = {"source": MISSION, "places": ["ML"], "period": "2020"}
