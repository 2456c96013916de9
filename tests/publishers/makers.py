"""What makes a copy comply with a demand, per kind, and what breaks it."""

from collections.abc import Callable, Mapping
from typing import Any

from compliance.model.terms import Part, Requirement
from compliance.requirements import KINDS

from .copy import Copy

Options = Mapping[str, Any]


def options_of(kind: str, given: tuple[tuple[str, Any], ...]) -> dict[str, Any]:
    """All options of a kind, defaults filled in."""
    return {name: option.default for name, option in KINDS[kind].options.items()} | dict(given)


def comply(copy: Copy, requirement: Requirement | Part) -> None:
    """Make a copy comply with a demand; of several that will do, with the first."""
    if requirement.parts:
        any_ = isinstance(requirement, Requirement) and requirement.kind == "any-of"
        for part in requirement.parts[:1] if any_ else requirement.parts:
            comply(copy, part)
        return
    maker = COMPLY.get(requirement.kind)
    if maker:
        maker(copy, options_of(requirement.kind, requirement.options))


def break_(copy: Copy, requirement: Requirement) -> None:
    """Take away what meets a demand, or add what it forbids."""
    for part in requirement.parts or (requirement,):
        for each in part.parts or (part,):
            copy.take_away(frozenset({each.kind}))
            breaker = BREAK.get(each.kind)
            if breaker:
                breaker(copy, options_of(each.kind, each.options))


def _place(position: str) -> str:
    return "lead" if position in ("top", "first-paragraph") else "tail"


def _source_credit(copy: Copy, options: Options) -> None:
    if not copy.has("source-credit"):
        copy.put("tail", f"<p>{copy.text.source.format(copy.publisher)}</p>", "source-credit")


def _original_link(copy: Copy, options: Options) -> None:
    url = copy.home if options["target"] == "site" else copy.url
    copy.put(_place(options.get("position", "any")), f'<p><a href="{url}">{copy.text.read}</a></p>', "original-link")


def _original_url(copy: Copy, options: Options) -> None:
    copy.put("tail", f"<p>{copy.url}</p>", "original-url")


def _copyright_notice(copy: Copy, options: Options) -> None:
    copy.put("tail", f"<p>© 2026 {copy.publisher}</p>", "copyright-notice")


def _byline(copy: Copy, options: Options) -> None:
    copy.with_original = True  # it tells who wrote it
    copy.take_away(frozenset({"byline"}))
    outlet = f", {copy.publisher}" if options.get("form") == "author-and-outlet" else ""
    copy.put("byline", f"<p>{copy.text.by.format(copy.text.author)}{outlet}</p>", "byline")


def _use_context(copy: Copy, options: Options) -> None:
    copy.uses += [use for use in options["allowed"][:1] or ("web",) if use not in copy.uses]


def _undeclare(copy: Copy, options: Options) -> None:
    copy.uses = [*options["forbidden"][:1]]


def _permission(copy: Copy, options: Options) -> None:
    if options["uses"]:
        copy.uses += ["web"] if not copy.uses else []
    else:
        copy.permissions.append({"publisher": copy.terms.id, "granted_by": "R. Quill, rights desk", "letter": "letters/2026-05.eml"})


def _no_permission(copy: Copy, options: Options) -> None:
    copy.permissions = []
    copy.uses = [*options["uses"][:1]] or copy.uses


def _declare(kind: str, words: str) -> Callable[[Copy, Options], None]:
    def make(copy: Copy, options: Options) -> None:
        copy.declared[kind] = words

    return make


def _deny(kind: str) -> Callable[[Copy, Options], None]:
    def make(copy: Copy, options: Options) -> None:
        copy.declared.pop(kind, None)

    return make


def _third_publisher(copy: Copy, options: Options) -> None:
    copy.put("lead", "<p>First published by The Gravel Road Herald.</p>" if not options["exclude"] else f"<p>{options['exclude'][0]}</p>", "grant-scope")
    if not options["exclude"]:
        copy.settings.pop("original", None)
        copy.take_away(frozenset({"source-credit"}))


def _nothing(copy: Copy, options: Options) -> None:
    """What is not there breaks nothing."""


COMPLY: dict[str, Callable[[Copy, Options], None]] = {
    "source-credit": _source_credit,
    "original-link": _original_link,
    "original-url": _original_url,
    "copyright-notice": _copyright_notice,
    "byline": _byline,
    "use-context": _use_context,
    "permission": _permission,
    "eligibility": _declare("eligibility", "yes, since 2019"),
    "notification": _declare("notification", "a list goes to the desk every month"),
}
BREAK: dict[str, Callable[[Copy, Options], None]] = {
    "use-context": _undeclare,
    "permission": _no_permission,
    "eligibility": _deny("eligibility"),
    "notification": _deny("notification"),
    "grant-scope": _third_publisher,
}
