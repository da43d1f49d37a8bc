"""Names of places as the end of a way: "visited Astana", «посетили Астану», «Астанаға келді»."""

from __future__ import annotations

from corpus.release import Language

# The accusative of places in Russian: adjectives, then nouns in -а and -я; all others stay, and
# so do nouns in -уа and -оа (Никарагуа, Самоа) and plurals (Острова).
_ACCUSATIVE = (
    ("строва", "строва"),
    ("уа", "уа"),
    ("оа", "оа"),
    ("ая", "ую"),
    ("яя", "юю"),
    ("а", "у"),
    ("я", "ю"),
)
_BACK, _FRONT = "аоұыуюяё", "әөүіеэи"
_VOICELESS = "кқпстфхцчшщһбвгд"  # with the voiced letters that end in a voiceless sound
_POSSESSED = ("сы", "сі", "лары", "лері", "дары", "дері", "тары", "тері")  # of names of two words


def as_destination(name: str, language: Language) -> str:
    """`name`, given in the nominative, in the case that follows "visit" in `language`."""
    if language is Language.RU and not name.startswith("Острова "):
        return " ".join(_accusative(word) for word in name.split(" "))
    return name + _dative(name) if language is Language.KK else name


def as_origin(group: str, language: Language) -> str:
    """`group`, such as "African countries", as it goes with an office of those countries."""
    if language is not Language.KK:
        return group
    if group.endswith("і"):
        return f"{group}нен"  # елдерінен
    return group + ("ден" if group.endswith("ер") else "дан")  # елдерден, державалардан


def _accusative(word: str) -> str:
    if word.isupper():
        return word
    first, hyphen, last = word.rpartition("-")  # of Коста-Рика only the end changes
    for ending, accusative in _ACCUSATIVE:
        if last.endswith(ending):
            last = last[: -len(ending)] + accusative
            break
    return f"{first}{hyphen}{last}"


def _dative(name: str) -> str:
    """The ending of the Kazakh dative: by the last vowel and the last sound."""
    vowels = [letter for letter in name.lower() if letter in _BACK + _FRONT]
    front = bool(vowels) and vowels[-1] in _FRONT
    if " " in name and name.endswith(_POSSESSED):
        return "не" if front else "на"
    if name.rstrip("ь")[-1:].lower() in _VOICELESS:
        ending = "ке" if front else "қа"
    else:
        ending = "ге" if front else "ға"
    return f"-{ending}" if name.isupper() else ending
