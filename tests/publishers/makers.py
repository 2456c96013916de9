"""What makes a copy comply with a demand, per kind, and what breaks it."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from compliance.model.terms import Part, Requirement, When
from compliance.requirements import KINDS
from compliance.text.licenses import deed_of, is_creative_commons, license_of, short_name

from .copy import NUMBER, REPUBLISHER, SITE, Copy

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


def meet(copy: Copy, when: When) -> None:
    """Put a copy into the circumstances in which something is asked."""
    if when.medium and "web" not in when.medium:
        copy.uses.append(when.medium[0])
    for word, told in (("edited", when.edited), ("translated", when.translated)):
        if told is not None:
            copy.with_original = False
            copy.declared[word] = told
    if when.since or when.until:
        copy.published = when.since or f"{int(when.until[:4]) - 1}{when.until[4:]}"
    for edition in copy.terms.editions:
        if edition.id in when.edition and edition.addresses:
            copy.url = f"https://{edition.addresses[0]}/2026/05/clockmaker-tide-{NUMBER}"


def outside(when: When) -> When:
    """Circumstances in which a version or an edition does not apply."""
    if when.until:
        return When(since=when.until)
    return When(since=f"{int(when.since[:4]) - 1}{when.since[4:]}") if when.since else When()


def break_(copy: Copy, requirement: Requirement, *, thoroughly: bool) -> None:
    """Take away what meets a demand, or add what it forbids. thoroughly: with all that may meet it by the way."""
    if thoroughly:
        copy.take_away(SHOWS)
    if thoroughly and copy.has("byline"):
        copy.take_away(frozenset({"byline"}))
        _byline(copy, {})
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
    notice = f"<p>© 2026 {copy.publisher}</p>"
    copy.put("tail", notice, "copyright-notice")
    if options["when_supplied"]:
        copy.with_original = True
        copy.notices["copyright"] = notice


def _byline(copy: Copy, options: Options) -> None:
    copy.with_original = True  # it tells who wrote it
    copy.take_away(frozenset({"byline"}))
    outlet = f", {copy.publisher}" if options.get("form") == "author-and-outlet" else ""
    copy.put("byline", f"<p>{copy.text.by.format(copy.text.author)}{outlet}</p>", "byline")


def _say_commerce(copy: Copy, uses: Collection[str]) -> None:
    """Declare that the site is not commercial, where the terms speak of those that are."""
    if "commercial" in uses and not {"commercial", "non-commercial"} & set(copy.uses):
        copy.uses.append("non-commercial")


def _use_context(copy: Copy, options: Options) -> None:
    copy.uses += [use for use in options["allowed"][:1] or (() if copy.uses else ("web",)) if use not in copy.uses]
    _say_commerce(copy, {*options["forbidden"], *(("commercial",) if "non-commercial" in options["allowed"] else ())})


def _undeclare(copy: Copy, options: Options) -> None:
    copy.uses = [*options["forbidden"][:1]]


def _permission(copy: Copy, options: Options) -> None:
    if options["uses"]:
        copy.uses += ["web"] if not copy.uses else []
        _say_commerce(copy, options["uses"])
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


def _license(copy: Copy, options: Options) -> str:
    """The licence to state: the terms' own, with a version where they leave it open, else the one they extend."""
    named = options["license"] or next((each.upper() for each in copy.terms.extends if each.startswith("cc-")), "CC-BY-4.0")
    return named if not is_creative_commons(named) or license_of(named).version else f"{named}-4.0"


def _license_statement(copy: Copy, options: Options) -> None:
    literal = options["lines"] and not is_creative_commons(options["license"])
    words = _words(copy, options["lines"]) if literal else short_name(_license(copy, options))
    copy.put("tail", f"<p>{words}</p>", "license-statement")
    if options["per_article"]:
        _state_on_original(copy, options)


def _license_link(copy: Copy, options: Options) -> None:
    url = f"https://{options['addresses'][0]}" if options["addresses"] else deed_of(_license(copy, options))
    copy.put("tail", f'<p><a href="{url}">{url}</a></p>', "license-link")
    if options["per_article"]:
        _state_on_original(copy, options)


def _state_on_original(copy: Copy, options: Options) -> None:
    copy.with_original = True
    copy.notices["license"] = f'<p>This article is licensed under <a href="{deed_of(_license(copy, options))}">{short_name(_license(copy, options))}</a>.</p>'


def _words(copy: Copy, texts: Any) -> str:
    """The first text in the copy's language, else in English, else in any."""
    by_language = dict(texts)
    return str((by_language.get(copy.language) or by_language.get("") or by_language.get("en") or next(iter(by_language.values())))[0])


def _filled(copy: Copy, line: str) -> str:
    slots = {
        "author": copy.text.author, "title": copy.title, "date": copy.text.day, "publisher": copy.publisher, "republisher": REPUBLISHER,
        "url": copy.url, "license": "CC BY-ND 4.0", "any": "the",
    }  # fmt: skip
    return line.format_map(slots)


def _republication_line(copy: Copy, options: Options) -> None:
    copy.put(_place(options["position"]), f"<p>{_filled(copy, _words(copy, options['lines']))}.</p>", "republication-line")


def _boilerplate(copy: Copy, options: Options) -> None:
    copy.put(
        _place(options["position"]), f"<p>{_filled(copy, _words(copy, options['anchors']))}, and has been so since the tide was first told.</p>", "boilerplate"
    )


def _placement(copy: Copy, options: Options) -> None:
    kind = _PLACED[options["what"]]
    copy.moved[kind] = _place(options["position"])
    if not any(requirement.kind == kind for requirement in copy.terms.requirements):
        COMPLY[kind](copy, options_of(kind, ()))


def _misplace(copy: Copy, options: Options) -> None:
    copy.moved[_PLACED[options["what"]]] = "tail" if options["position"] != "end" else "lead"


_PLACED = {"credit": "source-credit", "link": "original-link", "byline": "byline", "notice": "copyright-notice", "line": "republication-line"}


def _publisher_link(copy: Copy, options: Options) -> None:
    url = f"https://{options['addresses'][0]}" if options["addresses"] else copy.home
    copy.put(_place(options["position"]), f'<p><a href="{url}">{copy.publisher}</a></p>', "publisher-link")


def _first_published_date(copy: Copy, options: Options) -> None:
    copy.put("tail", f"<p>{copy.text.source.format(copy.publisher)}, {copy.text.day}</p>", "first-published-date")


def _author_institution(copy: Copy, options: Options) -> None:
    copy.with_original = True
    copy.institution = ", University of Northbay"
    copy.put("byline", f"<p>{copy.text.author}{copy.institution}</p>", "author-institution")


def _nobody(copy: Copy, options: Options) -> None:
    """The line that names the institution names the author too."""
    if copy.has("author-institution"):
        copy.take_away(frozenset({"author-institution"}))
        copy.put("byline", f"<p>{copy.institution.strip(', ')}</p>", "author-institution")


def _translate(copy: Copy, options: Options) -> None:
    copy.with_original = False
    copy.declared["translated"] = True


def _adapt(copy: Copy, options: Options) -> None:
    copy.with_original = False
    copy.declared["edited"] = True
    copy.take_away(frozenset({"license-statement", "license-link"}))


def _give_original(copy: Copy, options: Options) -> None:
    copy.with_original = True


def _edit(copy: Copy, options: Options) -> None:
    copy.paragraphs[1] = copy.paragraphs[0]


def _retitle(copy: Copy, options: Options) -> None:
    copy.title = REPUBLISHER


def _title_kept(copy: Copy, options: Options) -> None:
    copy.with_original = True
    if options["in_credit"]:
        copy.put("tail", f"<p>{copy.text.source.format(copy.publisher)}, “{copy.title}”</p>", "title-kept")


def _untitle(copy: Copy, options: Options) -> None:
    if not options["in_credit"]:
        _retitle(copy, options)


def _links_kept(copy: Copy, options: Options) -> None:
    copy.with_original = True
    words = copy.text.paragraphs[0]
    copy.put("text", f'<p>{words[:-1]} (<a href="{copy.home}2025/11/pilots-of-the-bar">2025</a>){words[-1]}</p>', "links-kept")


_LONG = 5  # times the text: longer than any excerpt may be


def _excerpt(copy: Copy, options: Options) -> None:
    copy.with_original = True
    words = copy.text.paragraphs[0]
    copy.paragraphs = [words[: len(words) // 2]]
    copy.text = copy.text._replace(paragraphs=tuple(f"{each} ({number})" for number in range(_LONG) for each in copy.text.paragraphs))


def _whole(copy: Copy, options: Options) -> None:
    copy.paragraphs = list(copy.text.paragraphs)


def _late(copy: Copy, options: Options) -> None:
    copy.published = "2027-05-10"


def _canonical(copy: Copy, options: Options) -> None:
    copy.put("head", f'<link rel="canonical" href="{copy.url}">', "canonical-link")


def _noindex(copy: Copy, options: Options) -> None:
    copy.put("head", '<meta name="robots" content="noindex">', "noindex")


def _pixel(copy: Copy, options: Options) -> None:
    address = (options["addresses"] or ("{site}/?republication-pixel=true&post={id}",))[0]
    filled = address.replace("{site}", copy.host).replace("{id}", NUMBER).replace("{any}", "x").replace("&", "&amp;")
    piece = (
        f'<script src="https://{filled}" async></script>'
        if address.split("?")[0].endswith(".js")
        else f'<img src="https://{filled}" width="1" height="1" alt="">'
    )
    copy.put("tail", piece, "tracking-pixel")


def _publishers_image(copy: Copy, options: Options) -> None:
    copy.put("figure", f'<figure><img src="https://{copy.host}/images/2026/brass-wheel.jpg" alt="A brass wheel on a bench"></figure>', "images-excluded")


def _credited_image(copy: Copy, options: Options) -> None:
    name = (options["contains"] or (copy.publisher,))[0]
    image = f'<img src="https://{copy.host}/images/2026/brass-wheel.jpg" alt="A brass wheel on a bench">'
    copy.put("figure", f"<figure>{image}<figcaption>Photo: Ada Finn / {name}</figcaption></figure>", "image-credit")


def _logo(copy: Copy, options: Options) -> None:
    if not options["forbidden"]:
        _show_logo(copy)


def _show_logo(copy: Copy) -> None:
    copy.put("tail", f'<p><a href="{copy.home}"><img src="https://{copy.host}/logo.png" alt="{copy.publisher} logo"></a></p>', "logo")


def _forbidden_logo(copy: Copy, options: Options) -> None:
    if options["forbidden"]:
        _show_logo(copy)


def _agency_image(copy: Copy, options: Options) -> None:
    image = f'<img src="https://{SITE}/images/pilots.jpg" alt="Pilots at a window">'
    copy.put("figure", f"<figure>{image}<figcaption>Photo: {(options['agencies'] or ('Reuters',))[0]}</figcaption></figure>", "third-party-material")


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
    "license-statement": _license_statement,
    "license-link": _license_link,
    "republication-line": _republication_line,
    "boilerplate": _boilerplate,
    "placement": _placement,
    "publisher-link": _publisher_link,
    "first-published-date": _first_published_date,
    "author-institution": _author_institution,
    "title-kept": _title_kept,
    "text-unchanged": _give_original,
    "changes-indicated": _give_original,
    "excerpt-limit": _excerpt,
    "duration-limit": _give_original,
    "links-kept": _links_kept,
    "canonical-link": _canonical,
    "noindex": _noindex,
    "tracking-pixel": _pixel,
    "image-credit": _credited_image,
    "logo": _logo,
}
BREAK: dict[str, Callable[[Copy, Options], None]] = {
    "byline": _nobody,
    "use-context": _undeclare,
    "permission": _no_permission,
    "eligibility": _deny("eligibility"),
    "notification": _deny("notification"),
    "grant-scope": _third_publisher,
    "placement": _misplace,
    "translator-credit": _translate,
    "share-alike": _adapt,
    "text-unchanged": _edit,
    "changes-indicated": _edit,
    "title-kept": _untitle,
    "duration-limit": _late,
    "excerpt-limit": _whole,
    "images-excluded": _publishers_image,
    "image-credit": _publishers_image,
    "logo": _forbidden_logo,
    "third-party-material": _agency_image,
}
SHOWS = frozenset(
    "source-credit republication-line boilerplate publisher-link original-link original-url copyright-notice first-published-date license-statement "
    "license-link title-kept logo image-credit".split()
)
"""Kinds whose pieces may meet one another's demands: a line that the terms give names the source too."""
