"""What one sentence proposes, piece by piece: what is asked for, forbidden, left out, allowed, and measured."""

from collections.abc import Iterator

from compliance.drafting import kinds
from compliance.drafting.figures import days, figures_of
from compliance.drafting.literals import email_of, line_of
from compliance.drafting.phrases import Match
from compliance.drafting.proposals import Proposal, Value
from compliance.drafting.sentences import Sentence
from compliance.drafting.speech import ASKING, Level, Piece
from compliance.drafting.vocabulary import Vocabulary
from compliance.model.outcome import Obligation

_LINE = 25  # words of the longest line that a copy should show; what is longer is a paragraph
_ANCHOR = 8  # words of a paragraph by which it is known
_GRANTED = ("non-commercial", "alternative-media", "journalism", "education", "public-sector")
_ASKED_FOR = frozenset(("commercial", "print", "newsletter", "broadcast", "app", "translation", "promotion", "paywall", "ai-training"))
_LIMITED = frozenset(("web", "print", "newsletter", "broadcast", "app"))
_UNITS = {"words": "words", "characters": "characters", "paragraphs": "paragraphs", "percent": "percent"}


def _told_apart(matches: list[Match]) -> list[Match]:
    """The matches without the links that are sent to the publisher, lead to a licence, or stand in the article."""
    taken = {place for match in matches if match.key in ("notification.asks", "license-link.asks", "links-kept.asks") for place in match.places}
    return [match for match in matches if match.key.partition(".")[0] not in kinds.LINKS or match.first not in taken]


def _uses_in(matches: list[Match]) -> tuple[str, ...]:
    spoken = sorted((match for match in matches if match.key.startswith("uses.")), key=_places)
    return tuple(dict.fromkeys(match.key.removeprefix("uses.") for match in spoken))


def _given(**options: Value) -> dict[str, Value]:
    """The options that say something."""
    return {name: value for name, value in options.items() if value}


def _places(match: Match) -> tuple[int, ...]:
    return match.places


class Telling:
    """One sentence, its matches and pieces, on the way to its proposals."""

    def __init__(self, vocabulary: Vocabulary, sentence: Sentence, literal: str, matches: list[Match], pieces: list[Piece], base: Level) -> None:
        self._vocabulary = vocabulary
        self._sentence = sentence
        self._literal = literal
        self._all = matches
        self._pieces = pieces
        levels = {base, *(piece.level for piece in pieces)}
        self._gentle = Level.SHOULD in levels and Level.MUST not in levels
        self._here: list[Match] = []
        self._keys: frozenset[str] = frozenset()

    def proposals(self) -> Iterator[Proposal]:
        """What the pieces propose, in their order."""
        for piece in self._pieces:
            self._here = _told_apart([match for match in self._all if piece.start <= match.last < piece.end])
            self._keys = frozenset(match.key for match in self._here)
            yield from self._piece(piece)

    def _piece(self, piece: Piece) -> Iterator[Proposal]:
        level = piece.level
        if level in (Level.FREE, Level.IF):
            return
        if level in ASKING:
            yield from self._asked(piece)
        elif level is Level.CONTACT:
            yield from self._to_be_asked()
        elif level is Level.NOT:
            yield from self._barred()
        elif level is Level.OUT or (level is Level.EXCEPT and piece.before in (Level.MAY, Level.ONLY, Level.PLAIN)):
            yield from self._left_out()
        elif level is Level.EXCEPT:
            yield from self._excepted(piece)
        elif level is Level.MAY:
            yield from self._allowed()
        if level in (Level.MAY, Level.PLAIN):
            yield from (
                self._propose(kind, Obligation.MUST)
                for kind in kinds.KINDS
                if f"{kind}.says" in self._keys and kind in ("source-credit", "byline", "text-unchanged")
            )
        if level is not Level.PLAIN:
            yield from self._measured(level)

    # What is asked for

    def _asked(self, piece: Piece) -> Iterator[Proposal]:
        obligation = Obligation.SHOULD if piece.level is Level.SHOULD or (piece.level is Level.WITH and self._gentle) else Obligation.MUST
        asked = [kind for kind in kinds.KINDS if self._asks(kind)]
        asked += [kind for kind in self._literals() if kind not in asked]
        if piece.level is Level.WITH:
            asked = [kind for kind in asked if kind in kinds.GIVEN_WITH or kind == "permission"]
        links = self._links([kind for kind in asked if kind in kinds.LINKS])
        asked = [kind for kind in asked if kind not in kinds.LINKS] + list(links)
        if links.get("original-link") and "original-url" in asked:
            asked.remove("original-url")
        if "permission" in asked:
            asked, instead = self._of_permission(asked)
            yield from instead
        if "images-excluded" in asked and "image-credit" in asked:
            asked.remove("images-excluded")
        if "byline" in asked and "image-credit" in asked and not self._has("byline.asks"):
            asked.remove("byline")
        asked = self._of_images(asked)
        placed = self._place()
        for kind in sorted(asked, key=kinds.KINDS.index):
            options = dict(links.get(kind, {})) | self._options(kind)
            if placed and kind in kinds.WITH_POSITION:
                options["position"], placed = placed, ""
            yield self._propose(kind, Obligation.MUST if kind in ("permission", "use-context") else obligation, options, when=self._when(kind))
        what = next((kinds.PLACED[kind] for kind in asked if kind in kinds.PLACED), "")
        if placed and what:
            yield self._propose("placement", obligation, {"what": what, "position": placed}, when=self._when("placement"))
        yield from self._granted(Level.CONDITION if piece.level is not Level.ONLY else Level.ONLY)
        if piece.level is Level.ONLY and "permission" not in asked:
            yield from self._audience(piece)

    def _to_be_asked(self) -> Iterator[Proposal]:
        """An address to write to, for a use that needs permission, or for permission itself."""
        if self._has("notification.asks"):
            yield self._propose("notification", Obligation.SHOULD if self._gentle else Obligation.MUST, self._options("notification"))
        elif self._images() and not self._republishes_text():
            yield self._propose("images-excluded", Obligation.MUST)
        elif self._has("words.permission") and {match.key for match in self._all} >= {"words.editing"} and not self._republishes_text():
            yield self._propose("text-unchanged", Obligation.MUST)
        elif self._has("permission.asks", "words.permission") or _ASKED_FOR & set(self._uses_of_permission()):
            yield self._propose("permission", Obligation.MUST, self._options("permission"))

    def _asks(self, kind: str) -> bool:
        if kind == "republication-line":
            return False  # asked for by what it says
        if kind in ("images-excluded", "third-party-material", "grant-scope", "endorsement"):
            return f"{kind}.asks" in self._keys
        if self._has(f"{kind}.asks") or (kind != "permission" and self._has(f"{kind}.says")):
            return True
        if not self._has(f"{kind}.objects"):
            return False
        return (kind in kinds.CREDITED and self._has("words.crediting")) or (kind in kinds.KEPT and self._has("words.keeping")) or self._is_bare_link(kind)

    def _is_bare_link(self, kind: str) -> bool:
        """A link is asked for, with no word of where it leads."""
        return kind == "original-link" and not self._has("publisher-link.asks", "license-link.asks", "links-kept.asks", "skip.nothing", "notification.asks")

    def _links(self, asked: list[str]) -> dict[str, dict[str, Value]]:
        """Which link is asked for, of those whose words were found: the article's, the site's, either, or each."""
        article = [match for match in self._here if match.key == "original-link.asks"]
        site = [match for match in self._here if match.key == "publisher-link.asks"]
        if asked == ["original-link"] and not article:
            return {"original-link": {"target": "either"}}
        if len(asked) < 2:
            return {kind: {} for kind in asked}
        if not article:
            return {"publisher-link": {}}
        for one in article:
            for other in site:
                between = range(min(one.first, other.first), max(one.last, other.last))
                if any(match.key == "words.or" and match.first in between for match in self._all):
                    return {"original-link": {"target": "either"}}
                if one.first == other.first and not any(match.key == "words.joints" and match.first in between for match in self._all):
                    return {"original-link": {}}
        return {kind: {} for kind in asked}

    def _of_permission(self, asked: list[str]) -> tuple[list[str], list[Proposal]]:
        """Permission that concerns images, or edits, is a demand of another kind."""
        if self._images() and not self._republishes_text():
            return [kind for kind in asked if kind not in ("permission", "image-credit")], [self._propose("images-excluded", Obligation.MUST)]
        if "logo" in asked and not self._republishes_text():
            return [kind for kind in asked if kind not in ("permission", "logo")], [self._propose("logo", Obligation.MUST, {"forbidden": True})]
        if self._edited() and not self._republishes_text() and not self._uses():
            kind = "title-kept" if self._has("title-kept.objects") and not self._has("words.text") else "text-unchanged"
            return [each for each in asked if each != "permission"], [self._propose(kind, Obligation.MUST)]
        if self._has("words.editing") and "translation" in self._uses() and not self._republishes_text():
            return asked, [self._propose("text-unchanged", Obligation.MUST)]
        if "text-unchanged" in asked and not self._has("words.republish"):
            return [kind for kind in asked if kind != "permission"], []
        return asked, []

    def _edited(self) -> bool:
        """Whether this piece speaks of editing, or what says when it holds ("if you edit it")."""
        free = [piece for piece in self._pieces if piece.level is Level.FREE]
        return self._has("words.editing") or any(
            match.key == "words.editing" and piece.start <= match.last < piece.end for match in self._all for piece in free
        )

    def _of_images(self, asked: list[str]) -> list[str]:
        """Credit that is asked for where only images are spoken of is theirs."""
        keys = {match.key for match in self._all}
        if "images-excluded.objects" not in keys or "words.text" in keys or not {"source-credit", "byline", "copyright-notice"} & set(asked):
            return asked
        return [kind for kind in asked if kind not in ("source-credit", "byline", "copyright-notice", "image-credit")] + ["image-credit"]

    def _republishes_text(self) -> bool:
        return self._has("words.republish") and (not self._images() or self._has("words.text"))

    def _literals(self) -> Iterator[str]:
        """What kinds the sentence's quotations are of."""
        edited = any(match.key == "when.edited" for match in self._all)
        for quoted in self._quoted():
            if self._vocabulary.is_byline(quoted):
                yield "byline"
            elif edited:
                yield "changes-indicated"
            elif self._has("words.boilerplate") or len(quoted.split()) > _LINE:
                yield "boilerplate"
            elif self._has("words.lines", "words.crediting"):
                yield "republication-line"

    def _quoted(self) -> list[str]:
        """The quotations in this piece, or what the next block holds."""
        found = [quoted for place, quoted in self._sentence.quotes if self._piece_at(place)]
        return found or ([self._literal] if self._literal and self._has("republication-line.asks", "words.boilerplate", "boilerplate.asks") else [])

    def _piece_at(self, place: int) -> bool:
        piece = next((piece for piece in self._pieces if piece.start <= min(place, len(self._sentence.words) - 1) < piece.end), None)
        return piece is not None and piece.level in ASKING

    # What is forbidden, left out, excepted, allowed

    def _barred(self) -> Iterator[Proposal]:
        images = (self._images() or self._has("logo.bars")) and not self._has("words.text", "title-kept.objects")
        edits = self._has("words.editing")
        obligation = Obligation.SHOULD if self._gentle else Obligation.MUST
        uses = tuple(use for use in self._uses() if use != "non-commercial")
        if self._has("permission.bars"):
            yield from self._barred_without_leave(images=images, edits=edits)
            return
        if self._has("image-credit.asks") and self._has("words.crediting"):
            yield self._propose("image-credit", obligation)
        elif self._images() and not edits:
            yield self._propose("images-excluded", obligation)
        for kind in kinds.KINDS:
            third = kind == "third-party-material" and (self._has(f"{kind}.objects") or self._agencies())
            if third or (self._has(f"{kind}.bars") and kind not in ("permission", "text-unchanged")):
                yield self._propose(kind, obligation, {"forbidden": True} if kind == "logo" else self._options(kind))
        if self._has("words.followed"):
            yield self._propose("original-link", obligation, {"follow": True})
        for kind in kinds.KEPT:
            if self._has(f"{kind}.objects") and (self._has("words.removing") or (edits and kind in ("title-kept", "links-kept", "byline"))):
                yield self._propose(kind, obligation)
        if self._has("text-unchanged.bars") or (
            edits and not images and (self._has("words.text") or not self._has("title-kept.objects", "links-kept.objects"))
        ):
            yield self._propose("text-unchanged", obligation)
        if uses:
            yield self._propose("use-context", Obligation.MUST, {"forbidden": uses})

    def _barred_without_leave(self, *, images: bool, edits: bool) -> Iterator[Proposal]:
        if images:
            yield self._propose("logo" if self._has("logo.bars") else "images-excluded", Obligation.MUST, {"forbidden": True} if self._has("logo.bars") else {})
        elif edits and not self._has("words.republish"):
            yield self._propose("text-unchanged", Obligation.MUST)
        elif self._has("words.republish") or self._uses():
            yield self._propose("permission", Obligation.MUST, self._options("permission"))

    def _left_out(self) -> Iterator[Proposal]:
        if self._images():
            yield self._propose("images-excluded", Obligation.MUST)
        elif self._has("third-party-material.objects") or self._agencies():
            yield self._propose("third-party-material", Obligation.MUST, self._options("third-party-material"))
        if self._has("grant-scope.objects") and self._sentence.quotes:
            yield self._propose("grant-scope", Obligation.MUST, {"exclude": tuple(quoted for _, quoted in self._sentence.quotes)})

    def _excepted(self, piece: Piece) -> Iterator[Proposal]:
        """What is excepted from something forbidden."""
        if self._has("permission.asks", "words.permission") and piece.before is Level.NOT:
            keys = {match.key for match in self._all}
            if "words.republish" in keys and "images-excluded.objects" not in keys:
                yield self._propose("permission", Obligation.MUST, self._options("permission"))
            return
        if allowed := self._edits():
            yield self._propose("text-unchanged", Obligation.MAY, {"allowed": allowed})

    def _allowed(self) -> Iterator[Proposal]:
        yield from self._granted(Level.MAY)
        lets = (kind for kind in kinds.KINDS if self._has(f"{kind}.lets") and kind not in ("title-kept", "text-unchanged"))
        yield from (self._propose(kind, Obligation.MAY) for kind in lets)
        title, edits = self._has("title-kept.objects"), self._has("words.editing")
        if self._has("title-kept.lets") or (title and edits):
            yield self._propose("title-kept", Obligation.MAY)
        allowed = tuple(edit for edit in self._edits(Level.MAY, Level.WITH) if edit != "headline")
        if (edits and allowed) or self._has("text-unchanged.lets") or (edits and self._has("words.text") and not title):
            yield self._propose("text-unchanged", Obligation.MAY, {"allowed": allowed} if allowed else {})
        elif "translation" in self._uses():
            yield self._propose("text-unchanged", Obligation.MAY, {"allowed": ("translation",)})

    def _granted(self, level: Level) -> Iterator[Proposal]:
        """The uses that a permission is given for, when it says so; a permission for any use is none for some."""
        uses = self._uses()
        allowed = tuple(use for use in uses if use in _GRANTED or (level is Level.ONLY and use in _LIMITED))
        if allowed and "commercial" not in uses and (level is not Level.CONDITION or "non-commercial" in allowed) and not self._has("permission.asks"):
            yield self._propose("use-context", Obligation.MUST, {"allowed": allowed})

    def _audience(self, piece: Piece) -> Iterator[Proposal]:
        for match in self._here:
            if match.key.startswith("audience.") and match.first - piece.start <= 8:
                yield self._propose("eligibility", Obligation.MUST, {"audience": self._vocabulary.audiences[match.key.removeprefix("audience.")]})
                return

    # Figures

    def _measured(self, level: Level) -> Iterator[Proposal]:
        keys = {match.key for match in self._all}
        figures = figures_of(self._sentence.text, self._sentence.words, self._all, self._vocabulary.numbers)
        for figure in figures:
            if not any(piece.level is level and piece.start <= figure.place < piece.end for piece in self._pieces):
                continue
            span = days(figure)
            if figure.unit in _UNITS and figure.limits and "words.excerpt" in keys:
                yield self._propose("excerpt-limit", Obligation.MUST, {_UNITS[figure.unit]: figure.value})
            elif figure.unit == "articles" and keys & {"units.a-month", "units.a-day"}:
                name = "per_month" if "units.a-month" in keys else "per_day"
                yield self._propose("no-systematic-use", Obligation.MUST, {name: figure.value})
            elif span and "words.takedown" in keys and level is not Level.MAY and "notification.asks" not in keys:
                removes = {"remove_after": True} if self._removes() else {}
                yield self._propose("duration-limit", Obligation.MUST, {"days": span, **removes})

    def _removes(self) -> bool:
        return any(match.key in ("words.removing", "words.takedown") for match in self._all)

    # Options

    def _options(self, kind: str) -> dict[str, Value]:
        match kind:
            case "permission":
                uses = tuple(use for use in self._uses_of_permission() if use in _ASKED_FOR)
                return _given(uses=uses, contact=email_of(self._sentence.text))
            case "notification":
                return _given(how=email_of(self._sentence.text))
            case "original-link":
                return {"follow": True} if any(match.key == "words.followed" for match in self._all) else {}
            case "byline":
                told = any(self._vocabulary.is_byline(quoted) and self._vocabulary.names_publisher(quoted) for quoted in self._quoted())
                return _given(form="author-and-outlet" if told else "")
            case "republication-line":
                said = (quoted for quoted in self._quoted() if not self._vocabulary.is_byline(quoted) and len(quoted.split()) <= _LINE)
                lines = (line_of(quoted, self._vocabulary.slots) for quoted in said)
                return {"lines": tuple(line for line in lines if line)}
            case "boilerplate":
                anchors = tuple(" ".join(quoted.split()[:_ANCHOR]) for quoted in self._quoted())
                return _given(anchors=anchors)
            case "third-party-material":
                return _given(agencies=self._agencies())
            case "changes-indicated":
                anchors = tuple(quoted for quoted in self._quoted() if not self._vocabulary.is_byline(quoted))
                return _given(anchors=anchors)
        return {}

    def _agencies(self) -> tuple[str, ...]:
        return self._vocabulary.agencies_in(self._sentence.text)

    def _uses(self) -> tuple[str, ...]:
        """The uses that this piece speaks of, in their order."""
        return _uses_in(self._here)

    def _uses_of_permission(self) -> tuple[str, ...]:
        """The uses that need permission: of this piece, else of what says when ("if you print it")."""
        free = [piece for piece in self._pieces if piece.level is Level.FREE]
        return self._uses() or _uses_in([match for match in self._all if any(piece.start <= match.last < piece.end for piece in free)])

    def _edits(self, *levels: Level) -> tuple[str, ...]:
        """The edits that this piece speaks of, or all pieces of some levels."""
        spans = [range(piece.start, piece.end) for piece in self._pieces if piece.level in levels]
        here = [match for match in self._all if any(match.last in span for span in spans)] if levels else self._here
        return tuple(dict.fromkeys(match.key.removeprefix("edits.") for match in here if match.key.startswith("edits.")))

    def _place(self) -> str:
        return next((match.key.removeprefix("places.") for match in self._here if match.key.startswith("places.")), "")

    def _when(self, kind: str) -> tuple[str, ...]:
        keys = {match.key for match in self._all}
        found = []
        if "when.print" in keys and "when.online" not in keys and kind not in kinds.ONLINE:
            found.append("print")
        if kind not in ("changes-indicated", "translator-credit", "text-unchanged", "title-kept", "permission", "use-context"):
            found += [name for name in ("edited", "translated") if f"when.{name}" in keys]
        return tuple(found)

    def _images(self) -> bool:
        return self._has("images-excluded.objects", "images-excluded.asks")

    def _has(self, *keys: str) -> bool:
        return not self._keys.isdisjoint(keys)

    def _propose(self, kind: str, obligation: Obligation, options: dict[str, Value] | None = None, when: tuple[str, ...] = ()) -> Proposal:
        return Proposal(kind, obligation, tuple((options or {}).items()), when, (self._sentence.text,))
