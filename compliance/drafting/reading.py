"""A sentence of terms, read: how its pieces speak, and what each of them proposes."""

from collections.abc import Iterator
from typing import NamedTuple

from compliance.drafting import kinds
from compliance.drafting.clauses import Clauses
from compliance.drafting.figures import days, figures_of
from compliance.drafting.literals import email_of, line_of
from compliance.drafting.phrases import Match, unfold, words_of
from compliance.drafting.proposals import Proposal, Value
from compliance.drafting.sentences import Sentence
from compliance.drafting.speech import ASKING, Level, Piece, level_of_lead, pieces_of
from compliance.model.outcome import Obligation
from compliance.text.words import fold

_LOOSE = ("speech.", "words.", "units.", "edits.", "places.", "when.", "slots.", "skip.s", "skip.p")
"""Keys of words that may be part of a longer phrase and count all the same."""
_LONGEST = 400  # words of a sentence
_ANCHOR = 8  # words of a paragraph by which it is known
_GRANTED = ("non-commercial", "alternative-media", "journalism", "education", "public-sector")
_ASKED_FOR = ("commercial", "print", "newsletter", "broadcast", "app", "translation", "promotion", "paywall", "ai-training", "syndication")
_UNITS = {"words": "words", "characters": "characters", "paragraphs": "paragraphs", "percent": "percent"}


class Read(NamedTuple):
    """A sentence that was read. levels: how its pieces speak. republishes, ours: it speaks of republishing, of you and us.

    skipped: it is a question, a disclaimer, or about something else. early: it begins with republishing. licensed: it speaks of a licence.
    keys: of all that was found in it. size: how much that is.
    """

    sentence: Sentence
    levels: tuple[Level, ...]
    republishes: bool
    ours: bool
    skipped: bool
    early: bool
    licensed: bool
    keys: frozenset[str]
    size: int
    proposals: tuple[Proposal, ...]

    @property
    def asks(self) -> bool:
        """Whether it asks for something, or forbids it."""
        return any(level in ASKING or level in (Level.NOT, Level.OUT) for level in self.levels)

    @property
    def allows(self) -> bool:
        """Whether it allows something."""
        return Level.MAY in self.levels or Level.ONLY in self.levels


class Reader:
    """Reads sentences of one language. names: of the publisher, in canonical form. agencies: their names, as they are written."""

    def __init__(self, clauses: Clauses, names: tuple[str, ...], agencies: frozenset[str]) -> None:
        self.language = clauses.language
        self._clauses = clauses
        self._index = clauses.index(names)
        self._agencies = agencies
        self._names = names
        self._slots = {phrase: key.removeprefix("slots.") for key, phrase in ((key, fold(phrase)) for key, phrase in clauses.entries) if key.startswith("slots.")}
        self._leads: dict[str, Level] = {}

    def read(self, sentence: Sentence, literal: str = "") -> Read:
        """What a sentence says. literal: what the block after it holds, when it ends with a colon."""
        words = sentence.words
        if not words or len(words) > _LONGEST:
            return Read(sentence, (), False, False, True, False, False, frozenset(), 0, ())
        found = self._index.find(words)
        matches = [*(match for match in found if match.key.startswith(_LOOSE)), *unfold([match for match in found if not match.key.startswith(_LOOSE)])]
        keys = {match.key for match in found}
        republishing = [match for match in found if match.key == "words.republish"]
        skipped = sentence.asks or "skip.sentences" in keys
        joints = frozenset(match.first for match in found if match.key == "words.joints")
        base = self._base(sentence) if sentence.first or sentence.lead else Level.PLAIN
        base = base if sentence.first else Level.PLAIN
        pieces = pieces_of(words, matches, joints, base, republishes=bool(republishing))
        told = _Told(self, sentence, literal, matches, pieces)
        proposals = () if skipped else tuple(told.proposals())
        early = any(match.first < 2 for match in republishing)
        levels = tuple(piece.level for piece in pieces)
        return Read(sentence, levels, bool(republishing), "words.ours" in keys, skipped, early, "words.licensed" in keys, frozenset(keys), len(matches), proposals)

    def find(self, text: str) -> list[Match]:
        """Everything that stands in a text."""
        return self._index.find(words_of(text))

    def slots(self) -> dict[str, str]:
        """Words that stand in a place of a line, to the slot they mean."""
        return self._slots

    def numbers(self) -> dict[str, int]:
        """Numbers by their words."""
        return self._clauses.numbers

    def audience(self, phrase: str) -> str:
        """What a word for an audience means."""
        return self._clauses.audiences[phrase]

    def agencies_in(self, text: str) -> tuple[str, ...]:
        """The agencies that a text names, as it writes them."""
        return tuple(name for name in sorted(self._agencies) if name[:1].isupper() and len(name) > 1 and f" {name} " in f" {_spaced(text)} ")

    def is_byline(self, quoted: str) -> bool:
        """Whether a quotation is a byline: it begins with a word such as "by"."""
        return quoted.split()[0].lower() in [phrase for key, phrase in self._clauses.entries if key == "words.bylines"]

    def names_publisher(self, text: str) -> bool:
        """Whether a text names the publisher."""
        folded = fold(text)
        return any(name in folded for name in self._names)

    def _base(self, sentence: Sentence) -> Level:
        if sentence.lead not in self._leads:
            words = words_of(sentence.lead)
            found = self._index.find(words) if words and len(words) <= _LONGEST and not sentence.lead.endswith("?") else []
            self._leads[sentence.lead] = level_of_lead(unfold(found), words)
        return self._leads[sentence.lead]


def _spaced(text: str) -> str:
    return "".join(letter if letter.isalnum() or letter == "-" else " " for letter in text)


def _uses_in(matches: list[Match]) -> tuple[str, ...]:
    spoken = sorted((match for match in matches if match.key.startswith("uses.")), key=_places)
    return tuple(dict.fromkeys(match.key.removeprefix("uses.") for match in spoken))


def _places(match: Match) -> tuple[int, ...]:
    return match.places


class _Told:
    """One sentence, its matches and pieces, on the way to its proposals."""

    def __init__(self, reader: Reader, sentence: Sentence, literal: str, matches: list[Match], pieces: list[Piece]) -> None:
        self._reader = reader
        self._sentence = sentence
        self._literal = literal
        self._all = matches
        self._pieces = pieces
        self._gentle = any(piece.level is Level.SHOULD for piece in pieces) and not any(piece.level is Level.MUST for piece in pieces)
        self._here: list[Match] = []
        self._keys: frozenset[str] = frozenset()

    def proposals(self) -> Iterator[Proposal]:
        """What the pieces propose, in their order."""
        for piece in self._pieces:
            self._here = [match for match in self._all if piece.start <= match.last < piece.end]
            self._keys = frozenset(match.key for match in self._here)
            yield from self._piece(piece)

    def _piece(self, piece: Piece) -> Iterator[Proposal]:
        level = piece.level
        if level in (Level.FREE, Level.IF):
            return
        if level in ASKING:
            yield from self._asked(piece)
        elif level is Level.NOT:
            yield from self._barred()
        elif level is Level.OUT or (level is Level.EXCEPT and piece.before in (Level.MAY, Level.ONLY, Level.PLAIN)):
            yield from self._left_out()
        elif level is Level.EXCEPT:
            yield from self._excepted(piece)
        elif level is Level.MAY:
            yield from self._allowed()
        if level in (Level.MAY, Level.PLAIN):
            yield from (self._propose(kind, Obligation.MUST) for kind in kinds.KINDS if f"{kind}.says" in self._keys and kind in ("source-credit", "byline", "text-unchanged"))
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
        if "permission" in asked:
            asked, instead = self._of_permission(asked)
            yield from instead
        if "images-excluded" in asked and "image-credit" in asked:
            asked.remove("images-excluded")
        if "byline" in asked and "image-credit" in asked and not self._has("byline.asks"):
            asked.remove("byline")
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

    def _asks(self, kind: str) -> bool:
        if kind in ("images-excluded", "third-party-material", "grant-scope", "endorsement"):
            return f"{kind}.asks" in self._keys
        if self._has(f"{kind}.asks", f"{kind}.says"):
            return kind != "permission" or self._permits()
        if not self._has(f"{kind}.objects"):
            return False
        return (kind in kinds.CREDITED and self._has("words.crediting")) or (kind in kinds.KEPT and self._has("words.keeping")) or self._is_bare_link(kind)

    def _is_bare_link(self, kind: str) -> bool:
        """"Include a link", and no word of where to."""
        return kind == "original-link" and not self._has("publisher-link.asks", "license-link.asks", "links-kept.asks", "skip.nothing", "notification.asks")

    def _permits(self) -> bool:
        """Whether words to contact somebody are about permission: they name it, or a use that needs it."""
        return self._has("permission.asks") or any(f"uses.{use}" in {match.key for match in self._all} for use in _ASKED_FOR)

    def _links(self, asked: list[str]) -> dict[str, dict[str, Value]]:
        """Which link is asked for, of those whose words were found: the article's, the site's, either, or each."""
        if asked == ["original-link"] and not self._has("original-link.asks"):
            return {"original-link": {"target": "either"}}
        if len(asked) == 2:
            article = [match for match in self._here if match.key == "original-link.asks"]
            site = [match for match in self._here if match.key == "publisher-link.asks"]
            for one in article:
                for other in site:
                    if one.first == other.first:
                        between = range(*sorted((one.last, other.last)))
                        if any(match.key == "words.or" and match.first in between for match in self._all):
                            return {"original-link": {"target": "either"}}
                        if not any(match.key == "words.joints" and match.first in between for match in self._all):
                            return {"original-link": {}}
            if not article:
                return {"publisher-link": {}}
        return {kind: {} for kind in asked}

    def _of_permission(self, asked: list[str]) -> tuple[list[str], list[Proposal]]:
        """Permission that concerns images, or edits, is a demand of another kind."""
        if self._images() and not self._republishes_text():
            return [kind for kind in asked if kind not in ("permission", "image-credit")], [self._propose("images-excluded", Obligation.MUST)]
        if self._has("words.editing") and not self._republishes_text() and not self._uses():
            kind = "title-kept" if self._has("title-kept.objects") and not self._has("words.text") else "text-unchanged"
            return [each for each in asked if each != "permission"], [self._propose(kind, Obligation.MUST)]
        if self._has("words.editing") and "translation" in self._uses() and not self._republishes_text():
            return asked, [self._propose("text-unchanged", Obligation.MUST)]
        if "text-unchanged" in asked and not self._has("words.republish"):
            return [kind for kind in asked if kind != "permission"], []
        return asked, []

    def _republishes_text(self) -> bool:
        return self._has("words.republish") and (not self._images() or self._has("words.text"))

    def _literals(self) -> Iterator[str]:
        """What kinds the sentence's quotations are of."""
        for quoted in self._quoted():
            if self._reader.is_byline(quoted):
                yield "byline"
            elif self._has("words.boilerplate"):
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
        uses = tuple(use for use in self._uses() if use not in ("non-commercial",))
        if self._has("permission.bars"):
            yield from self._barred_without_leave(images=images, edits=edits)
            return
        if self._has("image-credit.asks") and self._has("words.crediting"):
            yield self._propose("image-credit", Obligation.MUST)
        elif self._images() and not edits:
            yield self._propose("images-excluded", Obligation.MUST)
        for kind in ("no-systematic-use", "noindex", "third-party-material", "endorsement", "logo"):
            if self._has(f"{kind}.bars") or (kind == "third-party-material" and (self._has(f"{kind}.objects") or self._agencies())):
                yield self._propose(kind, Obligation.MUST, {"forbidden": True} if kind == "logo" else self._options(kind))
        for kind in kinds.KEPT:
            if self._has(f"{kind}.objects") and (self._has("words.removing") or (edits and kind in ("title-kept", "links-kept", "byline"))):
                yield self._propose(kind, Obligation.MUST)
        if self._has("text-unchanged.bars") or (edits and not images and (self._has("words.text") or not self._has("title-kept.objects", "links-kept.objects"))):
            yield self._propose("text-unchanged", Obligation.MUST)
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
        title, edits = self._has("title-kept.objects"), self._has("words.editing")
        if self._has("title-kept.lets") or (title and edits):
            yield self._propose("title-kept", Obligation.MAY)
        allowed = tuple(edit for edit in self._edits() if edit != "headline")
        if (edits and allowed) or self._has("text-unchanged.lets") or (edits and self._has("words.text") and not title):
            yield self._propose("text-unchanged", Obligation.MAY, {"allowed": allowed} if allowed else {})
        elif "translation" in self._uses():
            yield self._propose("text-unchanged", Obligation.MAY, {"allowed": ("translation",)})

    def _granted(self, level: Level) -> Iterator[Proposal]:
        """The uses that a permission is given for, when it says so; a permission for any use is none for some."""
        uses = self._uses()
        allowed = tuple(use for use in uses if use in _GRANTED) if level is not Level.ONLY else tuple(use for use in uses if use not in ("commercial",))
        if allowed and "commercial" not in uses and (level is not Level.CONDITION or "non-commercial" in allowed) and not self._has("permission.asks"):
            yield self._propose("use-context", Obligation.MUST, {"allowed": allowed})

    def _audience(self, piece: Piece) -> Iterator[Proposal]:
        for match in self._here:
            if match.key.startswith("audience.") and match.first - piece.start <= 8:
                yield self._propose("eligibility", Obligation.MUST, {"audience": self._reader.audience(match.key.removeprefix("audience."))})
                return

    # Figures

    def _measured(self, level: Level) -> Iterator[Proposal]:
        keys = {match.key for match in self._all}
        figures = figures_of(self._sentence.text, self._sentence.words, self._all, self._reader.numbers())
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
                contact = email_of(self._sentence.text)
                return ({"uses": uses} if uses else {}) | ({"contact": contact} if contact else {})
            case "notification":
                contact = email_of(self._sentence.text)
                return {"how": contact} if contact else {}
            case "byline":
                told = any(self._reader.is_byline(quoted) and self._reader.names_publisher(quoted) for quoted in self._quoted())
                return {"form": "author-and-outlet"} if told else {}
            case "republication-line":
                lines = (line_of(quoted, self._reader.slots()) for quoted in self._quoted() if not self._reader.is_byline(quoted))
                return {"lines": tuple(line for line in lines if line)}
            case "boilerplate":
                anchors = tuple(" ".join(quoted.split()[:_ANCHOR]) for quoted in self._quoted())
                return {"anchors": anchors} if anchors else {}
            case "third-party-material":
                agencies = self._agencies()
                return {"agencies": agencies} if agencies else {}
            case "changes-indicated":
                anchors = tuple(quoted for quoted in self._quoted() if not self._reader.is_byline(quoted))
                return {"anchors": anchors} if anchors else {}
        return {}

    def _agencies(self) -> tuple[str, ...]:
        return self._reader.agencies_in(self._sentence.text)

    def _uses(self) -> tuple[str, ...]:
        """The uses that this piece speaks of, in their order."""
        return _uses_in(self._here)

    def _uses_of_permission(self) -> tuple[str, ...]:
        """The uses that need permission: of this piece, else of what says when ("if you print it")."""
        free = [piece for piece in self._pieces if piece.level is Level.FREE]
        return self._uses() or _uses_in([match for match in self._all if any(piece.start <= match.last < piece.end for piece in free)])

    def _edits(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(match.key.removeprefix("edits.") for match in self._here if match.key.startswith("edits.")))

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
