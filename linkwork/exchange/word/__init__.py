"""Papers as Word documents, from the same blocks as those as PDF: to be worked on further by whoever gets them."""

from linkwork.exchange.word.writing import DOCX, document

__all__ = ["DOCX", "document"]
