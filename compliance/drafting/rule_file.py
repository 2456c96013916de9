"""A draft as a rule file: TOML that loads, with the sentence that each demand came from above it."""

import textwrap

from compliance.drafting.draft import Draft
from compliance.drafting.kinds import UNCHECKED
from compliance.drafting.proposals import Proposal, Value
from compliance.drafting.wording import clause_of
from compliance.model.terms import Texts
from compliance.text.patterns import lazy
from compliance.text.words import readable

UNKNOWN_ID = "draft"
UNKNOWN_NAME = "The publisher"
UNKNOWN_DOMAIN = "publisher.invalid"
SUMMARY = "Drafted by `compliance rules new`: say here in a sentence what the terms allow, and to whom."
_WIDTH = 140
_MOST_UNPLACED = 200
_MOST_SENTENCES = 8  # above one demand
_LONGEST = 400  # characters of a sentence that is shown; with the limits above, no draft is longer than a rule file may be
_CONTROL = lazy(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufff9-\uffff]+")
_WHEN = {"print": 'medium = ["print"]', "edited": "edited = true", "translated": "translated = true"}
_ORDER = (
    "non-commercial commercial print web newsletter broadcast app alternative-media journalism education public-sector promotion resale paywall advertising "
    "ads-against-article ai-training framing seo-site syndication translation political time place style typography cuts headline corrections"
).split()
_SORTED = ("allowed", "forbidden")


def rule_file(draft: Draft, read_on: str) -> str:
    """The whole file. read_on: ISO date."""
    identity = draft.identity
    name = identity.name or UNKNOWN_NAME
    lines = [
        "# A draft: read each demand against the sentence above it, finish what is marked, then set status to reviewed.",
        f"id = {text(identity.id or UNKNOWN_ID)}",
        f"title = {text(f'{name}: republishing')}",
        'status = "draft"',
    ]
    if draft.licenses:
        lines.append(f"extends = {text(draft.licenses[0])}")
    lines += [f"# to finish: the terms name the licence {each}; when it is theirs, and on the shelf, extend it." for each in map(_plain, draft.unknown)]
    lines += ["", "[publisher]", *_guessed(not identity.name, "name"), f"name = {text(name)}"]
    lines += [*_guessed(not identity.domain, "domains"), f"domains = {text((identity.domain or UNKNOWN_DOMAIN,))}", f"languages = {text(draft.languages)}"]
    lines += ["", "[terms]"]
    if identity.url:
        lines.append(f"url = {text(identity.url)}")
    lines.append(f"read_on = {read_on}")
    if draft.locator:
        lines.append(f"locator = {text(draft.locator)}")
    lines += ["# to finish: the summary.", f"summary = {text(SUMMARY)}"]
    if draft.contact:
        lines.append(f"contact = {text(draft.contact)}")
    for proposal in draft.proposals:
        lines += ["", *_demand(proposal)]
    if draft.unplaced:
        lines.append("")
    for each in draft.unplaced[:_MOST_UNPLACED]:
        lines += _comment(f"not placed: {each}")
    if len(draft.unplaced) > _MOST_UNPLACED:
        lines.append(f"# not placed: {len(draft.unplaced) - _MOST_UNPLACED} further sentences")
    return "\n".join(lines) + "\n"


def text(value: Value) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return _list(value)
    escaped = _line(value).replace("\\", "\\\\").replace('"', '\\"').replace("##", "#\\u0023")
    return f'"{escaped}"'


def _list(value: tuple[str, ...] | Texts) -> str:
    """A list, or a table of lists by language."""
    pairs = [each for each in value if isinstance(each, tuple)]
    if pairs:
        return f"{{ {', '.join(f'{language} = {text(texts)}' for language, texts in pairs)} }}"
    return f"[{', '.join(text(each) for each in value if isinstance(each, str))}]"


def _demand(proposal: Proposal) -> list[str]:
    said = [line for sentence in proposal.sentences[:_MOST_SENTENCES] for line in _comment(f"“{sentence}”")]
    if len(proposal.sentences) > _MOST_SENTENCES:
        said.append(f"# and {len(proposal.sentences) - _MOST_SENTENCES} further sentences")
    if proposal.kind in UNCHECKED:
        return [*said, "[[unchecked]]", f"obligation = {text(str(proposal.obligation))}", f"clause = {text(UNCHECKED[proposal.kind])}"]
    lines = [*said, *_advice(proposal), "[[requirement]]", f"kind = {text(proposal.kind)}", f"obligation = {text(str(proposal.obligation))}"]
    for name, value in proposal.options:
        lines.append(f"{name} = {text(_sorted(name, value))}")
    if proposal.when:
        lines.append(f"when = {{ {', '.join(_WHEN[each] for each in proposal.when)} }}")
    return [*lines, f"clause = {text(clause_of(proposal))}"]


def _advice(proposal: Proposal) -> list[str]:
    """What a person should weigh, said above the demand."""
    allowed = proposal.option("allowed")
    if proposal.kind == "use-context" and isinstance(allowed, tuple) and "alternative-media" in allowed and "non-commercial" not in allowed:
        return ['# to weigh: whoever declares "non-commercial" only is asked; add it to allowed when the terms mean every site that is not commercial.']
    if proposal.kind == "original-link" and proposal.option("target") == "either":
        return ["# to weigh: a link to the publisher's site counts too; take target out when only one to the article will do."]
    if proposal.kind == "tracking-pixel" and not proposal.option("addresses"):
        return ["# to finish: addresses, where the counter lies."]
    return []


def _sorted(name: str, value: Value) -> Value:
    """The words of a list in the order in which the manuals list them."""
    if name not in _SORTED or not isinstance(value, tuple):
        return value
    return tuple(sorted((each for each in value if isinstance(each, str)), key=_ORDER.index))


def _guessed(unknown: bool, what: str) -> list[str]:
    return [f"# to finish: {what}; nothing on the page tells."] if unknown else []


def _comment(said: str) -> list[str]:
    shown = _plain(said)
    shown = shown if len(shown) <= _LONGEST else shown[:_LONGEST] + "…"
    return [f"# {line}" for line in textwrap.wrap(shown, _WIDTH, break_long_words=False, break_on_hyphens=False)]


def _plain(said: str) -> str:
    """One line, without what a CI host takes for a command."""
    return _line(said).replace("##", "# #")


def _line(said: str) -> str:
    """One line without control characters."""
    return " ".join(_CONTROL.sub(" ", readable(said)).split())
