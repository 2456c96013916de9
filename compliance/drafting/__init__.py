"""Pages of terms into drafts of rule files. `draft` and `rule_file` are the doors."""

from compliance.drafting.clauses import check_clauses, load_clauses
from compliance.drafting.draft import Draft, draft
from compliance.drafting.rule_file import rule_file

__all__ = ["Draft", "check_clauses", "draft", "load_clauses", "rule_file"]
