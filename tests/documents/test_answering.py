"""Whatever somebody hands to a checker is answered or refused, and never genuine by accident."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents import papers
from documents import verifier_corpus as corpus
from documents.verifier_stories import list_file, revocation_list, vouches
from documents.verifier_texts import texts
from serkut_desk.documents.answering import Outcome, answer_file, answer_text
from serkut_desk.documents.knowledge import Knowledge
from serkut_desk.documents.revocations import EndedPaper, Ending, read_file
from serkut_desk.domain.errors import KnownFailure

OURS = Knowledge((corpus.seal("ours").private_key.public_key(),))
_TEXT = texts()[0]
_FILES = (list_file(corpus.seal("ours")), vouches(("ours", "next")))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(_TEXT) - 1), st.characters(min_codepoint=32, max_codepoint=126))
def test_no_changed_text_is_genuine(place: int, other: str) -> None:
    changed = _TEXT[:place] + other + _TEXT[place + 1 :]
    answer = answer_text(changed, OURS)
    assert answer.genuine is (changed.upper().replace(" ", "") == _TEXT)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_answered(text: str) -> None:
    assert not answer_text(text, OURS).genuine
    assert not answer_text("SERKUT1" + text, OURS).genuine


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(_FILES), st.integers(0, 900), st.integers(0, 255))
def test_no_changed_file_teaches_anything(data: bytes, place: int, value: int) -> None:
    changed = bytearray(data)
    changed[place % len(changed)] = value
    try:
        learned = OURS.learn(bytes(changed))
    except KnownFailure:
        return
    # Only what means the same as before is taken, such as another space between two words.
    assert json.loads(changed) == json.loads(data)
    assert learned == OURS.learn(data)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["list", "vouches", "vouch", "key", "signature"]), inner),
).map(lambda one: json.dumps(one).encode())))  # fmt: skip
def test_any_file_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(KnownFailure):
        OURS.learn(data)


def test_a_list_speaks_up_to_its_day_and_names_the_successor() -> None:
    knows = OURS.learn(_FILES[0])
    late = answer_file(corpus.bases()["late"], knows)
    assert late.outcome is Outcome.VALID
    assert late.known is not None
    assert late.at is not None
    assert late.at > late.known.at, "a reader is told that the list is older"
    old = answer_file(corpus.bases()["superseded"], knows)
    assert old.ended is not None
    assert (old.outcome, old.ended.successor) == (Outcome.SUPERSEDED, papers.NUMBER)


def test_what_ended_stays_so() -> None:
    older = read_file(_FILES[0]).what
    more = EndedPaper(papers.NUMBER, Ending.REVOKED, corpus.NOW)
    assert not replace(older, ended=(*older.ended, more)).lacks(older)
    assert replace(older, ended=older.ended[1:]).lacks(older)
    moved = replace(older.ended[0], at=older.ended[0].at + timedelta(seconds=1))
    assert replace(older, ended=(moved, *older.ended[1:])).lacks(older)
    assert revocation_list(corpus.seal("ours")) == older
