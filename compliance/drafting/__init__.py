"""Pages of terms into drafts of rule files. `draft` and `rule_file` are the doors."""

from compliance.drafting.draft import Draft, draft
from compliance.drafting.rule_file import rule_file

__all__ = ["Draft", "draft", "rule_file"]
