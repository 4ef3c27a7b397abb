"""What a model behind the gate reads, from answers that one gave once: beside the rules, beside a second person.

    python benchmarks/extract_model.py [--texts FOLDER] [--answers FOLDER] [--second FOLDER]

`evaluation/answers` holds, for each text, the JSON that a large language model answered to the task of
`openai_compatible`, once, at temperature and hardware that nobody knows: the figures say what such a model can be worth
here, not what yours is; `tawthiq eval extract --extractor openai_compatible` measures yours. Scores are by sentence
but for one column, over the texts with an answer. The answers belong to one wording of the task: where that has
changed since, it is said.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from tawthiq.record.extract.evaluation import harness
from tawthiq.record.extract.evaluation.gold import GoldText
from tawthiq.record.extract.extractors.openai_compatible import OpenAiCompatible
from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.extractors.task import task
from tawthiq.record.extract.extractors.transport import Endpoint
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.record.extract.statement import Statement
from tawthiq.terms.identity import Json

FIELDS = ("quantity", "source", "violation", "party", "place", "period", "hedge")
HEADER = (
    "F1  precision | "
    + "  ".join(FIELDS)
    + " | loosely: F1 precision | statement by statement: F1 | surer than the text"
)
TASK_FILE = "task.sha256"


def main() -> None:
    """Print a line for each reader, language and batch of texts."""
    given = _arguments()
    answers = {path.stem: path.read_text("utf-8") for path in sorted(given.answers.glob("*.json"))}
    texts = [text for text in harness.load_texts(given.texts) if text.name in answers]
    second = harness.load_texts(given.second)
    if (given.answers / TASK_FILE).read_text().strip() != hashlib.sha256(task().encode()).hexdigest():
        print("the task has other words now than when these answers were given")
    rules = Rules()
    rejected: Counter[str] = Counter()
    print(" " * 28, HEADER)
    for name, chosen in batches(texts):
        _show(f"{name}, rules", harness.score_set(chosen, harness.read_all(rules, chosen)))
        found = [read(rules, text, answers[text.name], rejected) for text in chosen]
        _show(f"{name}, model", harness.score_set(chosen, found))
        both = [text for text in chosen if text.name in {other.name for other in second}]
        if both:
            _show(f"{name}, person ({len(both)})", harness.agreement(both, second))
    print("turned away:", dict(rejected.most_common()) or "nothing")


def batches(texts: Sequence[GoldText]) -> Iterator[tuple[str, Sequence[GoldText]]]:
    """Each batch (the number that names end in) in each language and as a whole."""
    for batch in sorted({text.name.rpartition("_")[2] for text in texts}, key=int):
        own = [text for text in texts if text.name.endswith(f"_{batch}")]
        for language in dict.fromkeys(text.language for text in own):
            yield f"_{batch} {language}", [text for text in own if text.language == language]
        yield f"_{batch} all", own


def read(rules: Rules, text: GoldText, answer: str, rejected: Counter[str]) -> Sequence[Statement]:
    """What the gate lets in of one answer; what it turns away is counted."""
    model = OpenAiCompatible(Endpoint("http://127.0.0.1:9", "recorded"), rules=rules, transport=_recorded(answer))
    document = document_of_text(f"itm_{text.name}", text.text, text.published_on, text.language)
    gated = model.propose(document).gated
    rejected.update(reject.code for reject in gated.rejects)
    return gated.statements


def _recorded(answer: str) -> Callable[[Endpoint, Json], bytes]:
    """A transport that asks nobody."""
    message: Mapping[str, Json] = {"choices": [{"message": {"content": answer}}]}
    return lambda _endpoint, _body: json.dumps(message).encode()


def _show(name: str, score: harness.SetScore) -> None:
    strict, loose = score.by_sentence, score.loosely["all"].tally
    every = strict["all"].tally
    fields = "  ".join(f"{strict[field].tally.f1:.2f}".rjust(len(field)) for field in FIELDS)
    print(
        f"{name:28} {every.f1:.3f} {every.precision:.3f}     | {fields} | "
        f"{loose.f1:.3f} {loose.precision:.3f}            | {score.overall.tally.f1:.3f}            | "
        f"{score.false_certainty_rate:.1%}"
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, default=Path("evaluation/texts"))
    parser.add_argument("--answers", type=Path, default=Path("evaluation/answers"))
    parser.add_argument("--second", type=Path, default=Path("evaluation/second"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
