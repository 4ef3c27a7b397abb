"""A text that the rules read, and lies that a model might tell of it."""

import random
from datetime import date

from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.terms.identity import Json
from tawthiq.terms.party import Registry
from tawthiq.terms.when import on_day
from tawthiq.terms.where import Gazetteer

TEXT = (
    "The Kesh Front reportedly recruited more than 1,100 boys in Lusa in 2020, according to Horizon Watch.\n\n"
    "The office said that 17 girls were abducted by unidentified armed men. It is hard to estimate the number of "
    "children still held. The army is believed to have killed 12 children on 3 March."
)
RULES = Rules(Registry({}), Gazetteer("none", {}))
DOCUMENT = document_of_text("itm_x", TEXT, on_day(date(2021, 3, 9)), "en")
PAGE = RULES.page(DOCUMENT)
BY_RULES = RULES.from_page(PAGE)
TRUE_QUOTE = "The Kesh Front reportedly recruited more than 1,100 boys in Lusa in 2020"


def fabricated(number: int) -> dict[str, Json]:
    """A lie: a word changed, a number changed in the quote, or a number beside the quote that is not in it."""
    draw = random.Random(number)
    quote = draw.choice(
        [TRUE_QUOTE, "17 girls were abducted by unidentified armed men", "killed 12 children on 3 March"]
    )
    match number % 4:
        case 0:
            words = quote.split()
            words[draw.randrange(len(words))] = draw.choice(["villages", "Tomorrow", "2,200", "never"])
            return {"quote": " ".join(words)}
        case 1:
            return {"quote": quote, "quantities": [{"kind": "count", "value": draw.randint(20, 90)}]}
        case 2:
            return {"quote": quote[1:] if draw.random() < 0.5 else quote[:-1]}
        case _:
            return {"quote": quote + draw.choice([" yesterday", " in Lusa town", "."]) + " and more"}
