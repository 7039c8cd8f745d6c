"""The page that anybody checks certificates with: in a real browser, it answers as Python does."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

import pytest

import chromium
from documents import verifier_corpus as corpus
from documents.verifier_stories import CODES, stories
from documents.verifier_texts import texts as texts_to_check
from serkut_desk.documents import verification
from serkut_desk.documents.answering import answer_file, answer_text, document
from serkut_desk.documents.knowledge import Knowledge
from serkut_desk.documents.public_keys import public_pem_of_der, read_public_keys
from serkut_desk.documents.verifier_page import Embedded, verifier_page
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.stations.certificates.verifier import page_parts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from chromium import Chromium

_OURS = public_pem_of_der(corpus.seal("ours").certificate).decode()
# Stories after which papers are checked too; the others are about what may be learned.
_PAPERS = {"vouched", "stolen", "retired"}
_BUILD = """
const bases = %s;
const fromText = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
globalThis.built = ([name, cut, changes, tail]) => {
  const data = fromText(bases[name]);
  for (const [place, value] of changes) data[place] = value;
  const end = fromText(tail), kept = data.subarray(0, cut ?? data.length);
  const whole = new Uint8Array(kept.length + end.length);
  whole.set(kept); whole.set(end, kept.length);
  return whole;
};
globalThis.told = async (story, papers, texts) => {
  let knowledge = await verifier.knowledgeOf({keys: %s, vouches: [], list: null});
  const learned = [], answers = [];
  for (const file of story) {
    try { knowledge = await verifier.learn(fromText(file), knowledge); learned.push(""); }
    catch (problem) { learned.push(problem.code || String(problem)); }
  }
  for (const one of papers) answers.push(await verifier.answerFile(built(one), knowledge));
  for (const one of texts) answers.push(await verifier.answerText(one, knowledge));
  return [learned, answers];
};
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    embedded = Embedded(workshop="Digipaja </script><b>", made=corpus.UTC_NOW, keys=(_OURS,))
    path = tmp_path_factory.mktemp("page") / "tarkista todistus.html"
    path.write_bytes(verifier_page(page_parts(), embedded))
    return path


@pytest.fixture(scope="module")
def browser(page: Path) -> Iterator[Chromium]:
    if chromium.found() is None:
        pytest.skip("Chromium is not installed")
    with chromium.Chromium() as found:
        found.open(chromium.address_of(page))
        found.run("verifier.ready")
        yield found


def _learned(story: list[bytes]) -> tuple[Knowledge, list[str]]:
    knowledge, codes = Knowledge(tuple(read_public_keys(_OURS.encode()))), []
    for data in story:
        try:
            knowledge = knowledge.learn(data)
            codes.append("")
        except KnownFailure as refused:
            codes.append(refused.code)
    return knowledge, codes


def _asked(browser: Chromium, story: list[bytes], told: list[Any], texts: list[str]) -> Any:
    files = [base64.b64encode(one).decode() for one in story]
    return browser.run(f"told({json.dumps(files)}, {json.dumps(told)}, {json.dumps(texts)})")


def test_page_and_program_answer_alike(browser: Chromium) -> None:
    bases = {name: base64.b64encode(one).decode() for name, one in corpus.bases().items()}
    browser.run(_BUILD % (json.dumps(bases), json.dumps([_OURS])))
    whole = [corpus.Input(name) for name in corpus.bases()]
    texts = texts_to_check()
    outcomes: set[str] = set()
    for name, story in stories().items():
        inputs = corpus.inputs() if name == "list" else whole if name in _PAPERS else []
        said = texts if name in {"list", "vouched", "stolen"} else texts[:1]
        knowledge, codes = _learned(story)
        ours = [document(answer_file(one.made(), knowledge)) for one in inputs]
        ours += [document(answer_text(one, knowledge)) for one in said]
        learned, theirs = _asked(browser, story, [one.told() for one in inputs], said)
        assert learned == codes == CODES.get(name, [""] * len(story)), name
        for at, (mine, other) in enumerate(zip(ours, theirs, strict=True)):
            given = inputs[at] if at < len(inputs) else said[at - len(inputs)]
            assert other == mine, (name, str(given)[:300])
        outcomes |= {one["outcome"] for one in ours}
    assert outcomes == {
        *("valid", "superseded", "revoked", "doubtful"),
        *("altered", "other_key", "other_paper", "nothing"),
    }


def test_what_is_too_large_is_not_read(browser: Chromium) -> None:
    size = verification.LARGEST + 1
    found = browser.run(f"verifier.answerFile(new Uint8Array({size}), verifier.known())")
    assert (found["outcome"], found["why"]) == ("nothing", "too_large")
