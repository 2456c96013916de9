"""What a sentence proposes: a kind, its obligation, its options; and how proposals of one kind become one demand."""

from typing import NamedTuple

from compliance.model.outcome import Obligation
from compliance.model.terms import Texts

Value = str | int | bool | tuple[str, ...] | Texts

_RANK = (Obligation.MUST, Obligation.SHOULD, Obligation.MAY)
_MOST = 8  # demands of one kind; a page with more lines to show lists examples
TEXTS = {"republication-line": "lines", "boilerplate": "anchors"}
"""Kinds that ask for a text of the publisher's, and the option that holds it."""


class Proposal(NamedTuple):
    """A demand that a sentence makes. options: by name. when: names of circumstances (`print`, `edited`, `translated`), empty for always.

    sentences: the sentences that it comes from. language: theirs.
    """

    kind: str
    obligation: Obligation
    options: tuple[tuple[str, Value], ...] = ()
    when: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    language: str = ""

    def option(self, name: str) -> Value | None:
        """An option's value, None when it is not given."""
        return dict(self.options).get(name)

    def replaced(self, name: str, value: Value) -> "Proposal":
        """The proposal with another value of an option."""
        return self._replace(options=tuple({**dict(self.options), name: value}.items()))


def merged(proposals: list[Proposal]) -> list[Proposal]:
    """One proposal per kind, in the order in which they were made.

    Two lines of one language are two demands; lines in several languages are one, met by the line in the copy's language.
    """
    spoken = {kind: {each.language for each in proposals if each.kind == kind} for kind in TEXTS}
    found: dict[tuple[str, str], Proposal] = {}
    for each in proposals:
        proposal, text = each, str(each.option("what") or "")
        if each.kind in TEXTS and len(spoken[each.kind]) > 1:
            proposal = each.replaced(TEXTS[each.kind], ((each.language, _texts(each)),))
        elif each.kind in TEXTS:
            text = str(_texts(each))
        key = each.kind, text
        found[key] = _both(found[key], proposal) if key in found else proposal
    counts: dict[str, int] = {}
    for kind, _ in found:
        counts[kind] = counts.get(kind, 0) + 1
    return [proposal for proposal in found.values() if counts[proposal.kind] <= _MOST]


def _texts(proposal: Proposal) -> tuple[str, ...]:
    value = proposal.option(TEXTS[proposal.kind])
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, tuple) else ()


def _both(one: Proposal, other: Proposal) -> Proposal:
    """Two proposals of a kind as one: the stronger obligation, and what either says."""
    first, second = (one, other) if _RANK.index(one.obligation) <= _RANK.index(other.obligation) else (other, one)
    options = dict(first.options)
    for name, value in second.options:
        options[name] = _joined(options.get(name), value)
    if not (one.option("uses") and other.option("uses")):
        options.pop("uses", None)  # permission for every use is wider than for some
    when = tuple(each for each in one.when if each in other.when)
    return Proposal(one.kind, first.obligation, tuple(options.items()), when, tuple(dict.fromkeys((*one.sentences, *other.sentences))), first.language)


def _joined(have: Value | None, value: Value) -> Value:
    if isinstance(have, tuple) and isinstance(value, tuple):
        pairs = [pair for pair in (*have, *value) if isinstance(pair, tuple)]
        if pairs:
            languages = dict.fromkeys(language for language, _ in pairs)
            return tuple((language, tuple(dict.fromkeys(text for each, texts in pairs if each == language for text in texts))) for language in languages)
        return tuple(dict.fromkeys(text for text in (*have, *value) if isinstance(text, str)))
    return have or value
