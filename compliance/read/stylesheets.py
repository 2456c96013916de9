"""What the style sheets inside a page hide: their rules laid over the elements they fit, for three screens.

Most pages hide nothing by a sheet of their own, or only what they do not hold. So the sheets are looked through for
declarations that hide, then the page for elements that those rules fit; the whole cascade is worked out for these elements
and for what is inside them. Sheets outside the page are not fetched, and nothing is known of them.

A page is read by people whose browser runs scripts: what a script is there to undo (a fade-in, a hidden page that waits for
its fonts) is a question, not a hiding. Source: https://www.w3.org/TR/css-cascade-5/, https://www.w3.org/TR/css-syntax-3/.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from compliance.read.conditions import SCREENS, Holds, media, supports
from compliance.read.selectors import Matcher, Selector, TooDearError, UnreadableError, split
from compliance.read.visibility import alike, paint, unescape
from compliance.read.walk import Sheets

_HIDING = re.compile(
    r"(?<![a-z])(?=[dvofctlrbmhws])(?:"
    r"(display)\s*:\s*(?:none|var)|(visibility)\s*:\s*(?:hidden|collapse|var)|(opacity)\s*[:(]\s*(?:0?\.0\d*|0|[0-4]%|var)(?![.\d])"
    r"|(font)(?:-size)?\s*:[^;:}]*?(?<![\d.])(?:0?\.[01]\d*r?em|[0-3](?:\.\d+)?(?:px|pt)|0|1?\d%)\s*(?:[;!}/]|$)|(clip-path)\s*:\s*(?:inset|circle|polygon)"
    r"|(clip)\s*:\s*rect|(text-indent)\s*:\s*-\d{2}|(left|top|right|bottom)\s*:\s*-(?:\d{3}|\d+v)|(margin)[a-z-]*\s*:[^;}]*-\d{3}"
    r"|(content-visibility)\s*:\s*hidden|(height|width)\s*:\s*[01](?:px)?\s*(?:[;!}]|$)|(scale)[xy3d]*(?:\s*:|\()\s*0"
    r"|(translate)[xy3d]*(?:\s*:|\()[^;}]*-(?:[2-9]\d\d|\d{4})|(text-fill-color)\s*:\s*transparent)"
    r"|(?<=[\w\s{;:-])(\\)(?:[0-9a-f]{2}|[g-z])",
    re.IGNORECASE,
)
_COLOR = re.compile(r"(?<![\w-])color\s*:", re.IGNORECASE)
_ONE_COLOR = re.compile(
    r"(?<![\w-])color\s*:\s*(?:transparent|([^;}!]+?)\s*[;!][^}]*background(?:-color)?\s*:\s*\1\s*(?:[;!}]|$))|background(?:-color)?\s*:\s*([^;}!]+?)\s*[;!][^}]*(?<![\w-])color\s*:\s*\2\s*(?:[;!}]|$)",
    re.IGNORECASE,
)
"""Letters in no colour, or in that of the ground that the same rule gives them."""
_TOGETHER = tuple(
    frozenset(names.split())
    for names in (
        "display", "visibility", "opacity filter", "font font-size", "position left top right bottom clip", "text-indent", "margin margin-left margin-top",
        "clip-path", "transform scale translate", "content-visibility", "overflow overflow-x overflow-y height max-height width max-width",
        "color background background-color -webkit-text-fill-color text-fill-color",
    )
)  # fmt: skip
_MOVING = frozenset({"transition", "animation", "-webkit-transition", "-webkit-animation"})
_INHERITED = frozenset({"visibility", "font", "text-fill-color", "color", "\\"})
_WAITING = frozenset({"opacity", "visibility", "transform", "translate", "scale", "height", "max-height", "clip-path", "filter"})
"""What a transition or an animation changes: hidden for now."""
_CURTAINS = _WAITING | {"display", "content-visibility", "left", "top", "max-width", "width"}
_PAINTS = frozenset({"color", "background", "background-color", "-webkit-text-fill-color"})
_TOKEN = re.compile(r"/\*.*?(?:\*/|\Z)|\"(?:[^\"\\\n]|\\.)*\"?|'(?:[^'\\\n]|\\.)*'?|url\([^\"')]*\)|[{}]|\\.", re.DOTALL)
_TEXT_COLOR = re.compile(r"(?<![\w-])(?:color|-webkit-text-fill-color)\s*:\s*([^;!]+)", re.IGNORECASE)
_BACKGROUND = re.compile(r"(?<![\w-])background(?:-color)?\s*:\s*([^;!]+)", re.IGNORECASE)
_SEEN_THROUGH = ("transparent", "var", "rgba", "hsla")
_NAME = re.compile(r"[.#]((?:[\w-]|[^\x00-\x7f])+)")
_VAR = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
_SCRIPTLESS = re.compile(r"no-?js|no-?script|cloak", re.IGNORECASE)
_MAX_SHEETS = 2_000_000  # characters; the largest page seen had a tenth of this
_MAX_HEAD = 2000  # characters of a selector
_UNLAYERED = 1 << 20


class _Rule(NamedTuple):
    """A style rule. holds: on which screens; layer: its place in the cascade."""

    selector: str
    declarations: str
    holds: Holds
    layer: int
    order: int


class _Block(NamedTuple):
    """An open block of a sheet. selector: of the style rule that it is or lies in. dead: nothing in it concerns elements."""

    selector: str | None
    holds: Holds
    layer: str | None
    dead: bool


NOTHING = Sheets({}, False)


def read_sheets(root: Any) -> Sheets:
    """Work out what the style elements below root hide."""
    texts = []
    outside = False
    for element in root.iter("style", "link"):
        if element.tag == "link":
            outside = outside or "stylesheet" in (element.get("rel") or "").lower()
        elif element.text and (element.get("type") or "text/css").strip().lower() == "text/css":
            holds = media(element.get("media") or "")
            if any(holds) and not any(above.tag in ("noscript", "template", "svg") for above in element.iterancestors()):
                texts.append((element.text, holds))
    outside = outside or any("@import" in text for text, _ in texts)
    colors = _ONE_COLOR if outside else _COLOR
    if not any(_HIDING.search(text) or colors.search(text) for text, _ in texts):
        return NOTHING
    if sum(len(text) for text, _ in texts) > _MAX_SHEETS:
        return Sheets({}, True)
    try:
        return Sheets(_Cascade(root, list(_rules(texts)), whole=not outside).styles(), False)
    except TooDearError:
        return Sheets({}, True)


def _rules(texts: list[tuple[str, Holds]]) -> Iterator[_Rule]:
    """The rules of all sheets in order, as a browser cuts them: comments, strings and brackets first."""
    layers: dict[str, int] = {}
    order = 0
    for text, holds in texts:
        stack = [_Block(None, holds, None, False)]
        pieces: list[str] = []
        at = 0
        for sign, start, end in (*((token.group(), *token.span()) for token in _TOKEN.finditer(text)), ("}", len(text), len(text))):
            if sign[0] != "/" and sign not in "{}":
                continue
            pieces.append(text[at:start])
            at = end
            if sign[0] == "/":
                continue
            said, pieces = "".join(pieces), []
            block = stack[-1]
            declarations, _, head = said.rpartition(";") if sign == "{" else (said, "", "")
            if block.selector is None:
                for statement in declarations.split(";"):
                    if statement.strip().startswith("@layer"):
                        for name in statement.strip()[6:].split(","):
                            layers.setdefault(name.strip(), len(layers))
            elif not block.dead and not declarations.isspace() and declarations:
                order += 1
                yield _Rule(block.selector, declarations, block.holds, _UNLAYERED if block.layer is None else layers[block.layer], order)
            if sign == "{":
                stack.append(_opened(head.replace("<!--", "").strip(), block, layers))
            elif len(stack) > 1:
                stack.pop()


def _opened(head: str, block: _Block, layers: dict[str, int]) -> _Block:
    if block.dead or len(head) > _MAX_HEAD:
        return block._replace(dead=True)
    if not head.startswith("@"):
        if block.selector is None:
            return block._replace(selector=head)
        outer = f":is({block.selector})"
        parts = [part.replace("&", outer) if "&" in part else f"{outer} {part.strip()}" for part in split(head, ",")]
        selector = ",".join(parts)
        return block._replace(selector=selector, dead=len(selector) > _MAX_HEAD)
    name, _, condition = head[1:].replace("(", " (", 1).partition(" ")
    holds = block.holds
    if name.lower() == "media":
        holds = _both(holds, media(condition))
    elif name.lower() == "supports":
        holds = _both(holds, supports(condition))
    elif name.lower() == "layer":
        layer = f"{block.layer}.{condition.strip()}" if block.layer else condition.strip() or f"\0{len(layers)}"
        layers.setdefault(layer, len(layers))
        return block._replace(layer=layer)
    elif name.lower() == "container":
        holds = _both(holds, tuple(screen.wish for screen in SCREENS))
    elif name.lower() != "scope":
        return block._replace(dead=True)
    return block._replace(holds=holds, dead=not any(holds))


def _both(one: Holds, other: Holds) -> Holds:
    return tuple(left and right for left, right in zip(one, other, strict=True))


class _Cascade:
    """The rules of a page laid over those of its elements that one of them may hide."""

    def __init__(self, root: Any, rules: list[_Rule], *, whole: bool) -> None:
        self._root = root
        names = {word for words in root.xpath("//@class | //@id", smart_strings=False) for word in words.split()}
        self._rules = [_doubted(rule) for rule in rules if _may_fit(rule.selector, names)]
        self._paragraphs = len(list(root.iter("p")))
        self._whole = whole
        self._matcher = Matcher()
        self._read: dict[str, list[Selector]] = {}
        self._by_key: dict[str, list[Any]] = {}
        self._variables: dict[str, str] = {}
        self._wanted: frozenset[str] = frozenset()

    def styles(self) -> dict[Any, tuple[str, ...]]:
        """For each element that a rule may hide, and what is inside it, its style on every screen. Raises TooDearError."""
        for rule in self._rules:
            if "--" in rule.declarations:
                for name, value in re.findall(r"(--[\w-]+)\s*:\s*([^;]*)", rule.declarations):
                    if name not in self._variables or ":root" in rule.selector:
                        self._variables[name] = value
        grounds = {paint(value) for rule in self._rules for value in _BACKGROUND.findall(rule.declarations)} | {"#ffffff"}
        suspects = [rule for rule in self._rules if self._may_hide(rule, grounds)]
        if not suspects:
            return {}
        self._index()
        found: dict[Any, None] = {}
        names: set[str] = set()
        for rule in suspects:
            hits = [element for element, _ in self._hits(rule, None)]
            if not hits:
                continue
            found.update((element, None) for element in hits)
            hiding = self._hiding(rule)
            names |= hiding
            if not _INHERITED.isdisjoint(hiding):
                found.update((inner, None) for element in hits for inner in element.iterdescendants() if inner.tag.__class__ is str)
            if self._whole and "color" in hiding:
                found.update((above, None) for element in hits for above in element.iterancestors())
        laid: dict[Any, list[tuple[_Rule, tuple[int, int, int]]]] = {element: [] for element in found}
        self._wanted = _MOVING.union(*(group for group in _TOGETHER if not group.isdisjoint(names) or "\\" in names))
        wanted = re.compile(rf"(?<![\w-])(?:{'|'.join(self._wanted)})\s*:|\\", re.IGNORECASE)
        for rule in self._rules if found else ():
            if wanted.search(rule.declarations):
                for element, weight in self._hits(rule, found):
                    laid[element].append((rule, weight))
        return {element: styles for element, rules in laid.items() if rules and (styles := self._merged(element, rules))}

    def _may_hide(self, rule: _Rule, grounds: set[str]) -> bool:
        if _HIDING.search(rule.declarations) or _ONE_COLOR.search(rule.declarations):
            return True
        colors = _TEXT_COLOR.findall(rule.declarations) if self._whole else ()
        return any(color.startswith(_SEEN_THROUGH) or any(alike(paint(color), ground) for ground in grounds) for color in colors)

    def _hiding(self, rule: _Rule) -> set[str]:
        """The properties by which a rule hides."""
        found = {next(filter(None, groups)).lower() for groups in _HIDING.findall(rule.declarations)}
        if (self._whole and _COLOR.search(rule.declarations)) or _ONE_COLOR.search(rule.declarations):
            found.add("color")
        return found

    def _index(self) -> None:
        by_key = self._by_key
        every = by_key["*"] = []
        for element in self._root.iter():
            tag = element.tag
            if tag.__class__ is not str:
                continue
            every.append(element)
            by_key.setdefault(tag, []).append(element)
            for name, value in element.items():
                by_key.setdefault("[" + name, []).append(element)
                if name == "class":
                    for word in value.split():
                        by_key.setdefault("." + word, []).append(element)
                elif name == "id":
                    by_key.setdefault("#" + value, []).append(element)

    def _hits(self, rule: _Rule, among: dict[Any, None] | None) -> Iterator[tuple[Any, tuple[int, int, int]]]:
        """The elements that a rule fits, each with the weight of the selector that fits."""
        selectors = self._read.get(rule.selector)
        if selectors is None:
            try:
                selectors = [each for each in self._matcher.read(rule.selector) if all(key in self._by_key for key in each.needs())]
            except UnreadableError:
                selectors = []
            self._read[rule.selector] = selectors
        for selector in selectors:
            compound, combinator = selector.steps[0]
            keys = compound.marks()
            if keys:
                fitting: Iterable[Any] = self._by_key[keys[0]]
            elif combinator == ">" and (keys := selector.steps[1][0].marks()):
                fitting = (child for above in self._by_key[keys[0]] for child in above if child.tag.__class__ is str)
            else:
                fitting = self._by_key["*"] if among is None else among
            for element in fitting:
                if (among is None or element in among) and self._matcher.matches(element, selector):
                    yield element, selector.weight

    def _merged(self, element: Any, rules: list[tuple[_Rule, tuple[int, int, int]]]) -> tuple[str, ...] | None:
        """One style for each screen: the declarations in the order of the cascade, the last one wins."""
        own = [("", *each) for each in _declarations(element.get("style") or "")]
        sheet = []
        for rule, weight in rules:
            painted = self._whole or _ONE_COLOR.search(rule.declarations) is not None
            for name, value, important in _declarations(rule.declarations):
                if name not in self._wanted or (name in _PAINTS and not painted):
                    continue
                rank = (important, -rule.layer if important else rule.layer, weight, rule.order)
                sheet.append((rank, rule.holds, name, _VAR.sub(self._variable, value) if "var(" in value else value))
        sheet.sort(key=lambda each: each[0])
        last = {name: value for _, _, name, value in sheet}
        moving = any("none" not in value for name, value in last.items() if name in _MOVING)
        whole = element.tag in ("html", "body")
        curtain = not whole and self._holds_article(element)
        styles = []
        for index in range(len(SCREENS)):
            kept = []
            for rank, holds, name, value in sheet:
                lifted = name in _CURTAINS if whole else index == 0 and name in (_CURTAINS if curtain else _WAITING if moving else ())
                if holds[index] and not lifted:
                    kept.append((rank[0], name, value))
            parts = [f"{name}:{value}" for important, name, value in kept if not important]
            parts += [f"{name}:{value}" for _, name, value, important in own if not important]
            parts += [f"{name}:{value}" for important, name, value in kept if important]
            parts += [f"{name}:{value}" for _, name, value, important in own if important]
            styles.append(";".join(parts))
        return tuple(styles) if any(styles) else None

    def _variable(self, match: re.Match[str]) -> str:
        return self._variables.get(match.group(1), match.group(2) or "").strip()

    def _holds_article(self, element: Any) -> bool:
        """Whether hiding an element seems to hide the article itself: a script may lift that curtain, and a person must look."""
        return len(list(element.iter("p"))) * 2 > self._paragraphs and next(element.iter("h1"), None) is not None


def _doubted(rule: _Rule) -> _Rule:
    """A rule for pages without scripts, or until scripts have run: perhaps it holds, and perhaps it does not."""
    return rule._replace(holds=(False, *rule.holds[1:])) if _SCRIPTLESS.search(rule.selector) else rule


def _may_fit(selector: str, names: set[str]) -> bool:
    """Whether the page holds every class and id that one of the selectors names."""
    if "(" in selector or "\\" in selector or "[" in selector:
        return True
    return any(all(name in names for name in _NAME.findall(part)) for part in selector.split(","))


def _declarations(text: str) -> Iterator[tuple[str, str, bool]]:
    for declaration in unescape(text).split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            value = value.strip().lower()
            important = value.endswith("important") and "!" in value
            yield name.strip().lower(), value.rpartition("!")[0].strip() if important else value, important
