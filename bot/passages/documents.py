"""Names of the documents that a sentence tells of."""

from __future__ import annotations

from bot.passages.evidence import Quote
from index.extraction.annotate import lower
from index.extraction.annotation import Sentence
from index.extraction.others.documents import find_documents


def documents_in(quote: Quote) -> list[str]:
    """Names of the documents in the sentence, as written."""
    lowered = lower(quote.text)
    sentence = Sentence(quote.text, lowered, 0, len(quote.text), (), (), (), (), ())
    found = find_documents(sentence, quote.source.release.language)
    return [quote.text[each.start : each.end] for each in found if each.named]
