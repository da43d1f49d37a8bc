"""Case forms of Russian place names, by the declension that the ending shows; pure.

In a name "=" before a word says that it does not decline, ":f" after it that a soft sign is
feminine, ":p" that it is a plural noun.
"""

from __future__ import annotations

import re

CASES = 6
NOUN_ENDINGS = ("ание", "ение", "рикий", "Ханой")
PLURALS = frozenset(
    "Штаты Эмираты Острова острова территории Нидерланды Филиппины Мальдивы Коморы Багамы Фареры"
    " Государства государства".split()
)
INVARIABLE = ("о", "е", "ё", "и", "у", "ю", "э", "ы")
ADJECTIVE_ENDINGS = {
    "ая": ("ая", "ой", "ой", "ую", "ой", "ой"),
    "яя": ("яя", "ей", "ей", "юю", "ей", "ей"),
    "ое": ("ое", "ого", "ому", "ое", "ым", "ом"),
    "ее": ("ее", "его", "ему", "ее", "им", "ем"),
    "ый": ("ый", "ого", "ому", "ый", "ым", "ом"),
    "ой": ("ой", "ого", "ому", "ой", "ым", "ом"),
    "ние": ("ние", "них", "ним", "ние", "ними", "них"),
    "ний": ("ний", "него", "нему", "ний", "ним", "нем"),
    "кие": ("кие", "ких", "ким", "кие", "кими", "ких"),
    "кий": ("кий", "кого", "кому", "кий", "ким", "ком"),
    "ые": ("ые", "ых", "ым", "ые", "ыми", "ых"),
    "овы": ("овы", "овых", "овым", "овы", "овыми", "овых"),
    "кая": ("кая", "кой", "кой", "кую", "кой", "кой"),
    "кое": ("кое", "кого", "кому", "кое", "ким", "ком"),
}
ATTRIBUTE_ENDINGS = (
    "ий ого ому им ом ая ой ую ое ие их ими ий ою".split(),
    "ый ого ому ым ом ая ой ую ое ые ых ыми ою".split(),
)


def decline(name: str) -> list[str]:
    """Case forms of a name, in the order of Russian grammar, without the marks."""
    columns = _decline_words(name)
    return list(dict.fromkeys(" ".join(words) for words in zip(*columns, strict=True)))


def attributes(adjective: str) -> list[str]:
    """All forms of an adjective in -ский, -кий or -ый, and its first half of a compound."""
    stem, ending = adjective[:-2], adjective[-2:]
    endings = ATTRIBUTE_ENDINGS[0 if ending == "ий" else 1]
    return [stem + each for each in dict.fromkeys(endings)] + [stem + "о"]


def demonyms(noun: str) -> list[str]:
    """Case forms, singular and plural, of a word for an inhabitant."""
    if noun.endswith("ец"):
        soft = {"л": "ьц", **dict.fromkeys("аеоуияю", "йц")}
        stem = noun[:-2] + soft.get(noun[-3], "ц")
        return [noun, *(stem + e for e in "а у ем е ы ев ам ами ах".split())]
    if noun.endswith(("анин", "янин", "арин")):
        stem = noun[:-2]
        return [noun, *(noun + e for e in "а у ом е".split()),
                *(stem + e for e in "е ы".split()), stem,
                *(stem + e for e in "ам ами ах".split())]  # fmt: skip
    if noun.endswith("ок"):
        stem = noun[:-2] + "к"
        return [noun, *(stem + e for e in "а у ом е и ам ами ах".split()), stem]
    if noun.endswith("ий"):
        return []
    plural = "и" if noun[-1] in "кгх" else "ы"
    return [noun, *(noun + e for e in ("а", "у", "ом", "е", plural, "ов", "ам", "ами", "ах"))]


def _decline_words(name: str) -> list[tuple[str, ...]]:
    columns: list[tuple[str, ...]] = []
    head_seen = False
    for word in name.split():
        if word == "и":
            head_seen = False
            columns.append((word,) * CASES)
        elif word.startswith("=") or head_seen:
            columns.append((_bare(word),) * CASES)
        else:
            forms, is_noun = _decline_word(word)
            head_seen = head_seen or is_noun
            columns.append(forms)
    return columns


def _bare(word: str) -> str:
    return re.sub(r"=|:[fpox]$|:[fpox](?=\W)", "", word)


def _decline_word(word: str) -> tuple[tuple[str, ...], bool]:
    if "-=" in word:
        first, rest = word.split("-=", 1)
        forms, is_noun = _decline_word(first)
        return tuple(f"{form}-{_bare(rest)}" for form in forms), is_noun
    first, dash, last = word.rpartition("-")
    if adjective := _adjective(last):
        return tuple(first + dash + form for form in adjective), False
    return tuple(first + dash + form for form in _noun(last)), True


def _adjective(word: str) -> tuple[str, ...] | None:
    for length in (3, 2):
        forms = ADJECTIVE_ENDINGS.get(word[-length:])
        if forms and len(word) > length + 2 and not word.endswith(NOUN_ENDINGS):
            return tuple(word[:-length] + form for form in forms)
    return None


def _noun(word: str) -> tuple[str, ...]:
    word, _, mark = word.partition(":")
    if mark == "p" or word in PLURALS:
        return _plural(word)
    if word.lower().endswith(("ство", "общество")) or mark == "o":
        return _with(word[:-1], "о а у о ом е")
    if word.endswith("ние"):
        return _with(word[:-1], "е я ю е ем и")
    if word.endswith(("а", "я")):
        return _first_declension(word)
    if word.endswith(INVARIABLE):
        return _with(word, "- - - - - -")
    if word.endswith("ь"):
        feminine = mark == "f" or word.endswith("усь")
        return _with(word[:-1], "ь и и ь ью и" if feminine else "ь я ю ь ем е")
    if word.endswith("й"):
        return _with(word[:-1], "й я ю й ем и" if word.endswith("ий") else "й я ю й ем е")
    if word.endswith("Египет"):
        return ("Египет", *_with("Египт", "а у а ом е"))
    return _with(word, f"- а у - {'ем' if word[-1] in 'цжшчщ' else 'ом'} е")


def _first_declension(word: str) -> tuple[str, ...]:
    if word.endswith("я"):
        return _with(word[:-1], "я и и ю ей и" if word.endswith("ия") else "я и е ю ей е")
    genitive = "и" if word[-2] in "гкхжшчщ" else "ы"
    instrumental = "ей" if word[-2] in "цжшчщ" else "ой"
    return _with(word[:-1], f"а {genitive} е у {instrumental} е")


def _plural(word: str) -> tuple[str, ...]:
    stem = word[:-1]
    if word.endswith("ии"):
        return (word, stem + "й", stem + "ям", word, stem + "ями", stem + "ях")
    genitive = stem + "ов" if word.endswith(("ты", "ва", "нды")) else stem
    return (word, genitive, stem + "ам", word, stem + "ами", stem + "ах")


def _with(stem: str, endings: str) -> tuple[str, ...]:
    return tuple(stem + ("" if ending == "-" else ending) for ending in endings.split())
