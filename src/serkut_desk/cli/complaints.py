"""What argparse says of a mistake, in the language of the command line.

argparse writes its complaints in English and takes no other words; so each is known by its form
and said anew. A form that is not known stays as it came.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.texts import Texts

# Forms of Python 3.11 to 3.14, and the sentence of each.
_FORMS = tuple(
    (re.compile(form, re.DOTALL), key)
    for form, key in (
        (r"the following arguments are required: (?P<names>.+)", "usage.required"),
        (r"one of the arguments (?P<names>.+) is required", "usage.one_required"),
        (r"unrecognized arguments: (?P<words>.+)", "usage.unrecognized"),
        (r"ambiguous option: (?P<words>\S+) could match (?P<names>.+)", "usage.ambiguous"),
        (r"argument (?P<name>.+?): expected one argument", "usage.one_value"),
        (r"argument (?P<name>.+?): expected at most one argument", "usage.one_value"),
        (r"argument (?P<name>.+?): expected at least one argument", "usage.some_values"),
        (r"argument (?P<name>.+?): expected (?P<count>\d+) arguments?", "usage.count_values"),
        (
            r"argument (?P<name>.+?): invalid choice: (?P<value>.+) \(.*?from (?P<choices>.*)\)",
            "usage.choice",
        ),
        (r"argument (?P<name>.+?): invalid \S+ value: (?P<value>.+)", "usage.value"),
        (r"argument (?P<name>.+?): ignored explicit argument (?P<value>.+)", "usage.no_value"),
        (r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)", "usage.not_with"),
    )
)


def said(complaint: str, texts: Texts) -> str:
    """Return a complaint of argparse as a sentence of ours."""
    for form, key in _FORMS:
        match = form.fullmatch(complaint)
        if match is not None:
            return texts.say(key, **match.groupdict())
    return complaint
