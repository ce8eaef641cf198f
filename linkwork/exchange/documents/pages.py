"""The words of a web page, paragraph by paragraph."""

from html.parser import HTMLParser

SILENT = {"script", "style", "head", "template", "noscript", "svg", "iframe"}
BLOCKS = {
    "p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "ul", "ol", "li", "dl", "dt", "dd",
    "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "figure", "figcaption", "form", "hr",
}  # fmt: skip
CELLS = {"td", "th"}


def page_to_text(html: str) -> str:
    """Plain text: a line for each block, a tab between cells; what is never shown is left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = "".join(reader.found).split("\n")
    return "\n".join(
        " ".join(cell.split()) if "\t" not in cell else _row(cell) for cell in lines if cell.strip()
    )


def _row(line: str) -> str:
    return "\t".join(" ".join(cell.split()) for cell in line.split("\t")).strip("\t")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.silent += tag in SILENT
        if tag in BLOCKS or tag == "br":
            self.found.append("\n")
        elif tag in CELLS:
            self.found.append("\t")

    def handle_endtag(self, tag: str) -> None:
        self.silent = max(0, self.silent - (tag in SILENT))
        if tag in BLOCKS:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.found.append(data.replace("\n", " ").replace("\t", " "))
