"""Write the documents that come from code and rules: `python -m tests.docs`."""

from .documents import DOCUMENTS, written

for path in DOCUMENTS:
    text = written(path)
    before = path.read_text("utf-8") if path.exists() else None
    path.write_text(text, "utf-8")
    print(f"{'same   ' if text == before else 'written'}  {path.parent.name}/{path.name}")
