"""The shapes of rule files: every table, its keys, and the types of their values. The reader and the schema for editors go by them."""

import datetime

from compliance.weighing.wording import SLOTS

Keys = dict[str, type | tuple[type, ...]]

STATUSES = ("reviewed", "second-hand", "draft")
MEDIA = ("web", "feed", "print", "newsletter")
ID = r"[a-z0-9][a-z0-9.-]*"
DOMAIN = r"[a-z0-9\u0080-\U0010ffff-]+(\.[a-z0-9\u0080-\U0010ffff-]+)+"
DIGEST = r"sha256:[0-9a-f]{64}"
REMEDY_SLOTS = (*SLOTS, "year")
"""What a remedy's text may leave open."""

TOP: Keys = {
    "id": str, "title": str, "status": str, "extends": (str, list), "publisher": dict, "terms": dict, "requirement": list, "unchecked": list,
    "version": list, "edition": list,
}  # fmt: skip
PUBLISHER: Keys = {"name": str, "also_known_as": list, "weak_names": list, "domains": list, "languages": list}
TERMS: Keys = {"url": str, "read_on": datetime.date, "locator": str, "summary": str, "contact": str, "digest": str, "per_article": bool}
VERSION: Keys = {"from": datetime.date, "until": datetime.date, "url": str, "requirement": list}
EDITION: Keys = {"id": str, "title": str, "languages": list, "addresses": list, "url": str, "requirement": list}
UNCHECKED: Keys = {"clause": str, "obligation": str}
WHEN: Keys = {"medium": list, "language": list, "edition": list, "edited": bool, "translated": bool, "from": datetime.date, "until": datetime.date}
DEMAND = ("kind", "obligation", "clause", "when", "remedy", "any_of", "all_of")
"""The keys of a demand beside its kind's options."""
