"""Documents as people write them, read to plain text: Word, OpenDocument, RTF, PDF, web pages, captions.

Pictures, layout, headers and footnotes stay behind. What cannot be read is refused with what to do, and nothing of it
is kept half.
"""
