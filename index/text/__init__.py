"""Sentences, passages, stems, alphabets and names of persons."""
