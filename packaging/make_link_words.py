"""Make resources/link_words.json: how the wikis of all languages call files and categories.

    python packaging/make_link_words.py FOLDER

FOLDER holds MediaWiki's messages (``languages/messages``, GPL-2.0-or-later): each
``MessagesXx.php`` names its namespaces (``$namespaceNames``) and their other names
(``$namespaceAliases``).
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

OUTPUT = Path(__file__).resolve().parent.parent / "resources" / "link_words.json"
NAME = re.compile(
    r"\bNS_(FILE|CATEGORY)\s*=>\s*'([^'\n]+)'|'([^'\n]+)'\s*=>\s*NS_(FILE|CATEGORY)\b"
)
ENGLISH = {"class", "figure", "fix", "guru"}
"""Words that English wikis may have for namespaces of their own."""
SHORTEST = 3  # ASCII letters: shorter words are words of other languages, too
OFTEN = {
    "file": "file image plik 文件 档案 檔案 图像 圖像 datei bild fichier archivo imagen",
    "category": "category kategoria 分类 分類",
}
NOTE = (
    "How wikis call the namespaces of files and of categories, case folded. Drawn from the message"
    " files of MediaWiki (GPL-2.0-or-later) by packaging/make_link_words.py."
)


def main() -> None:
    """Write resources/link_words.json."""
    found = {kind: set(words.split()) for kind, words in OFTEN.items()}
    for path in sorted(Path(sys.argv[1]).glob("Messages*.php")):
        for match in NAME.finditer(path.read_text(encoding="utf-8")):
            kind, word = match[1] or match[4], match[2] or match[3]
            folded = word.replace("_", " ").casefold().strip()
            if folded not in ENGLISH and (len(folded) >= SHORTEST or not folded.isascii()):
                found[kind.lower()].add(folded)
    rows = [f' "{kind}": {json.dumps(sorted(words), ensure_ascii=False)}' for kind, words in
            found.items()]  # fmt: skip
    note = f' "note": {json.dumps(NOTE)}'
    OUTPUT.write_text("{\n" + ",\n".join([note, *rows]) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
