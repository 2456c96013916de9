"""A page by its address. The only importer of httpx.

One address at a time: every hop is checked before it is followed, bodies are bounded while they come in, and what goes wrong
is a result with a stable reason, never a verdict on the article.
"""

import ipaddress
import socket
import time
import zlib
from collections.abc import Iterator

import httpcore
import httpx

from compliance.errors import LoadError
from compliance.load.files import MAX_BYTES
from compliance.model.resource import Resource, Unread
from compliance.text.urls import resolve
from compliance.version import VERSION

_MAX_HOPS = 10
_CONNECT_SECONDS = 5.0
_READ_SECONDS = 10.0
_TOTAL_SECONDS = 30.0
_HEADERS = {
    "User-Agent": f"compliance/{VERSION} (checks attribution of republished articles)",
    "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_CHALLENGED = frozenset({401, 403, 407, 451})
_REFUSED = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3", "::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64",
        "2001::/23", "2001:db8::/32", "2002::/16", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    )
)  # fmt: skip


def fetch(address: str, allow_hosts: frozenset[str] = frozenset()) -> Resource | Unread:
    """Fetch one page. allow_hosts: exact `host:port` pairs that may lie in private ranges (tests, intranets)."""
    try:
        return _fetch(address, allow_hosts)
    except LoadError as error:
        return Unread(address, error.reason, f"{address}: {error}")


def _fetch(address: str, allow_hosts: frozenset[str]) -> Resource:
    url = resolve(address)
    if url is None:
        raise LoadError("bad-address", "no web address: write it whole, as https://gazette.example/story")
    deadline = time.monotonic() + _TOTAL_SECONDS
    for _ in range(_MAX_HOPS + 1):
        answer = _hop(url, deadline, allow_hosts, address)
        if isinstance(answer, Resource):
            return answer
        url = answer
    raise LoadError("too-many-redirects", f"more than {_MAX_HOPS} redirects: open it in a browser, and give the address it ends at")


def _hop(url: str, deadline: float, allow_hosts: frozenset[str], location: str) -> Resource | str:
    """One request: the page, or the address it redirects to. The body of a redirect is not read."""
    request = httpx.Request("GET", url, headers=_HEADERS, extensions={"timeout": httpx.Timeout(_READ_SECONDS, connect=_CONNECT_SECONDS).as_dict()})
    try:
        # The transport alone: httpx's client looks into redirects that nobody follows, and fails on strange ones.
        with _transport(allow_hosts) as transport:
            response = transport.handle_request(request)
            try:
                return _answer(response, url, location, deadline)
            finally:
                response.close()
    except LoadError:
        raise
    except httpx.TimeoutException:
        raise LoadError("timeout", "the server did not answer in time: try again later") from None
    except httpx.ConnectError as error:
        raise LoadError("unreachable", f"cannot be reached ({error}): check the address, try again later") from None
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError, OSError, ExceptionGroup) as error:
        raise LoadError("protocol", f"the server's answer cannot be read ({type(error).__name__}: {error})") from None


def _answer(response: httpx.Response, url: str, location: str, deadline: float) -> Resource | str:
    if response.has_redirect_location:
        said = response.headers.get("location", "")
        target = resolve(said, url)
        if target is None or "@" in target.partition("//")[2].partition("/")[0]:
            raise LoadError("unsafe-redirect", f"redirects to “{said}”, which is no address to follow")
        return target
    if response.status_code != 200:
        raise LoadError(*_status(response.status_code))
    data = b"".join(_body(response, deadline))
    media_type, _, parameters = response.headers.get("content-type", "").partition(";")
    charset = next((part.strip()[8:].strip("\"' ") for part in parameters.split(";") if part.strip().lower().startswith("charset=")), None)
    return Resource(location, data, url=url, media_type=media_type.strip().lower() or None, charset=charset)


def _status(code: int) -> tuple[str, str]:
    if code in (404, 410):
        return "http-status", f"the server answers {code}: there is no such page; check the address"
    if code == 429:
        return "rate-limited", "the server answers 429: too many requests; try again later"
    if code in _CHALLENGED:
        return "blocked", f"the server answers {code}: it does not let this program in; save the page in a browser and check the file"
    return "http-status", f"the server answers {code}, not a page: try again later"


def _body(response: httpx.Response, deadline: float) -> Iterator[bytes]:
    """The body, decoded piece by piece under a bound; a body that was cut short is an error, not a short page."""
    coding = response.headers.get("content-encoding", "identity").strip().lower()
    if coding not in ("", "identity", "gzip", "x-gzip"):
        raise LoadError("protocol", f"the server sends an encoding that was not asked for ({coding})")
    inflate = zlib.decompressobj(31) if coding in ("gzip", "x-gzip") else None
    total = raw = 0
    for piece in response.iter_raw(65536):
        if time.monotonic() > deadline:
            raise LoadError("timeout", f"took more than {_TOTAL_SECONDS:.0f} seconds: try again later")
        raw += len(piece)
        try:
            decoded = inflate.decompress(piece, MAX_BYTES + 1 - total) if inflate else piece
        except zlib.error as error:
            raise LoadError("truncated", f"the compressed page is damaged ({error}): try again later") from None
        total += len(decoded)
        if total > MAX_BYTES or (inflate and inflate.unconsumed_tail):
            raise LoadError("too-large", f"more than {MAX_BYTES} bytes; at most that are read")
        yield decoded
    declared = response.headers.get("content-length", "")
    if (inflate and not inflate.eof and raw) or (declared.isdigit() and int(declared) != raw):
        raise LoadError("truncated", "the page was cut off on its way: try again later")


def _transport(allow_hosts: frozenset[str]) -> httpx.HTTPTransport:
    """A transport that connects only to addresses it has checked; a name that changes between check and use gains nothing."""
    transport = httpx.HTTPTransport(trust_env=False)
    pool = transport._pool
    pool._network_backend = _Guarded(allow_hosts)
    return transport


class _Guarded(httpcore.SyncBackend):
    """Resolves once, checks every answer, connects to a checked address."""

    def __init__(self, allow_hosts: frozenset[str]) -> None:
        self._allowed = allow_hosts

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None, socket_options: "object" = None
    ) -> httpcore.NetworkStream:
        """Connect to the host, unless it lies in a private range."""
        del socket_options
        try:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"no such host: {host} ({error})") from None
        addresses = [str(answer[4][0]) for answer in answers]
        if f"{host}:{port}" not in self._allowed:
            for each in addresses:
                ip = ipaddress.ip_address(each.partition("%")[0])
                if any(ip in network for network in _REFUSED if network.version == ip.version):
                    raise LoadError(
                        "blocked-address", f"{host} lies in a private network ({each}), which is not fetched from: save the page and check the file"
                    )
        return super().connect_tcp(addresses[0], port, timeout, local_address)
