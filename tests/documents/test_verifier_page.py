"""The page that anybody checks certificates with: in a real browser, it answers as Python does."""

from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

import chromium
from documents import papers
from documents import verifier_corpus as corpus
from documents.verifier_stories import CODES, list_file, stories
from documents.verifier_texts import texts as texts_to_check
from serkut_desk.documents import verification
from serkut_desk.documents.answering import answer_file, answer_text, document
from serkut_desk.documents.knowledge import Knowledge
from serkut_desk.documents.public_keys import public_pem_of_der, read_public_keys
from serkut_desk.documents.verifier_page import LANGUAGES, Embedded, verifier_page
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.shipped import json_resource
from serkut_desk.stations.certificates.verifier import page_parts
from serkut_desk.ui.theme import contrast
from ui.screens import FOLDER

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


def _answers(browser: Chromium) -> list[str]:
    found: list[str] = browser.run(
        "[...document.querySelectorAll('.answer')].map((one) => one.innerText)"
    )
    return found


def _give(browser: Chromium, *files: Path) -> list[str]:
    """Choose files as a person does, and return every answer when the page is done."""
    root = browser.ask("DOM.getDocument")["root"]["nodeId"]
    place = browser.ask("DOM.querySelector", nodeId=root, selector="#file")["nodeId"]
    before = len(_answers(browser))
    browser.ask("DOM.setFileInputFiles", nodeId=place, files=[str(one) for one in files])
    _wait(browser, before + len(files))
    return _answers(browser)


def _wait(browser: Chromium, count: int) -> None:
    browser.run(
        "new Promise((done) => { const look = () => document.querySelectorAll('.answer').length"
        f" >= {count} ? done() : setTimeout(look, 5); look(); }})"
    )


def test_a_person_drops_scans_and_switches_languages(
    browser: Chromium, page: Path, tmp_path: Path
) -> None:
    browser.open(chromium.address_of(page))
    browser.run("verifier.ready")
    assert browser.run("[document.documentElement.lang, document.activeElement.id]") == [
        "fi",
        "text",
    ]
    assert corpus.seal("ours").fingerprint in browser.run("document.body.innerText")
    _picture(browser, "verifier-empty-fi")
    for name in ("good", "revoked", "superseded", "stranger", "text"):
        (tmp_path / f"{name}.pdf").write_bytes(corpus.bases()[name])
    (tmp_path / "list.json").write_bytes(list_file(corpus.seal("ours")))
    (tmp_path / "old.json").write_bytes(list_file(corpus.seal("ours"), number=2))
    alone = _give(browser, tmp_path / "good.pdf")[0]
    assert alone.startswith("!\nAito, mutta voimassaolo ei ole tiedossa")
    assert "Kysy pajalta, onko todistus voimassa" in alone
    # A list that comes together with papers is known before they are looked at.
    said = _give(browser, *(tmp_path / f"{name}" for name in ("good.pdf", "list.json")))
    assert said[1].startswith("✓\nLuettelo on otettu käyttöön")
    assert said[0].startswith("✓\nAito")
    assert "ei ole peruttu eikä korvattu 18.12.2026" in said[0]
    assert "Ei kelpaa: vieras avain" in _give(browser, tmp_path / "stranger.pdf")[0]
    assert "Tämä ei ole pajan todistus" in _give(browser, tmp_path / "text.pdf")[0]
    assert "jo uudempi luettelo" in _give(browser, tmp_path / "old.json")[0]
    assert "Peruttu 18.11.2026" in _give(browser, tmp_path / "revoked.pdf")[0]
    assert papers.NUMBER in _give(browser, tmp_path / "superseded.pdf")[0]
    # A scanner types into the field, wherever its last answer stands, and ends with Enter.
    browser.ask("Input.insertText", text=texts_to_check()[0].lower())
    for kind in ("keyDown", "keyUp"):
        enter = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"}
        browser.ask("Input.dispatchKeyEvent", type=kind, **enter)
    browser.run("new Promise((done) => setTimeout(done, 0))")
    browser.run("verifier.ready")
    said = _answers(browser)
    assert "WD-WCC6Y5XH12" in said[0]
    assert "Perus (clear)" in said[0]
    assert browser.run("[document.activeElement.id, document.activeElement.value]") == ["text", ""]
    _picture(browser, "verifier-answers-fi", whole=True)
    # Two scans, the second before the first is answered: each has its own answer.
    two = json.dumps([texts_to_check()[0], texts_to_check()[4]])
    browser.run(
        f"{two}.forEach((one) => {{ const field = document.getElementById('text');"
        " field.value += one; field.dispatchEvent(new KeyboardEvent('keydown',"
        " {key: 'Enter', bubbles: true, cancelable: true})); })"
    )
    _wait(browser, len(said) + 2)
    assert not any("Ei kelpaa: muutettu" in one for one in _answers(browser)[:2])
    said = _answers(browser)
    for language, words in (("sv", "Återkallat"), ("en", "Revoked"), ("fi", "Peruttu")):
        browser.run(f"document.querySelector('#languages [lang={language}]').click()")
        assert browser.run("document.documentElement.lang") == language
        assert len(_answers(browser)) == len(said)
        assert any(words in one for one in _answers(browser))
    assert browser.run(_NAMELESS) == []
    browser.ask("Emulation.setEmulatedMedia", media="print")
    assert browser.run("getComputedStyle(document.getElementById('drop').closest('.card')).display")
    assert browser.run("document.getElementById('drop').offsetHeight") == 0
    browser.ask("Emulation.setEmulatedMedia", media="")


_NAMELESS = """
[...document.querySelectorAll('button, input:not([hidden]), textarea')]
  .filter((one) => !(one.innerText || (one.labels && one.labels[0] && one.labels[0].innerText)))
  .map((one) => one.outerHTML)
"""


def _picture(browser: Chromium, name: str, *, whole: bool = False) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    browser.run("scrollTo(0, 0)")
    shot = browser.ask("Page.captureScreenshot", captureBeyondViewport=whole)["data"]
    (FOLDER / f"{name}.png").write_bytes(base64.b64decode(shot))


_IMAGE = """
new Promise((done) => {
  const one = new Image();
  one.onload = () => done("went");
  one.onerror = () => done("refused");
  one.src = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
})
"""
_SCRIPT = """
(() => {
  const one = document.createElement("script");
  globalThis.ran = "refused";
  one.textContent = "globalThis.ran = 'went'";
  document.body.append(one);
  return globalThis.ran;
})()
"""
_ATTEMPTS = (
    "fetch('http://127.0.0.1:9/').then(() => 'went', () => 'refused')",
    "fetch('data:text/plain,x').then(() => 'went', () => 'refused')",
    _IMAGE,
    _SCRIPT,
)


def test_the_page_contacts_nobody_and_runs_nothing_else(browser: Chromium, page: Path) -> None:
    for attempt in _ATTEMPTS:
        assert browser.run(attempt) == "refused", attempt
    text = page.read_text("utf-8")
    assert not re.search(r"https?:|\bsrc=|\bhref=|@import|url\(|eval|innerHTML|Function\(", text)
    assert "default-src 'none'" in text
    assert "unsafe" not in text
    assert len(text) < 100_000


def test_the_page_says_the_same_in_every_language() -> None:
    parts = page_parts()
    first, *others = (parts.texts[language] for language in LANGUAGES)
    forbidden = [*json_resource("vocabularies", "forbidden_words.json")["words"], "romu"]
    for other in others:
        assert list(other) == list(first)
        for key, sentence in other.items():
            assert set(re.findall(r"\{\w+\}", sentence)) == set(re.findall(r"\{\w+\}", first[key]))
    wanted = set(re.findall(r"say\(\s*[\"`]([a-z_]+)[\"`]", "".join(parts.modules)))
    assert wanted <= set(first)
    said = " ".join(sentence for texts in parts.texts.values() for sentence in texts.values())
    assert [word for word in forbidden if word.lower() in said.lower()] == []


def test_colours_can_be_read_by_everybody() -> None:
    style = page_parts().style
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", style))
    pairs = [("ink", "ground"), ("muted", "ground"), ("muted", "panel"), ("accent", "panel")]
    for tone in ("good", "attention", "stop"):
        pairs += [(tone, f"{tone}-ground"), ("ink", f"{tone}-ground"), ("muted", f"{tone}-ground")]
    for text, ground in pairs:
        assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
