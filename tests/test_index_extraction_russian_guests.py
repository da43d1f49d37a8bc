"""Who came to Kazakhstan, by titles, participles and lists."""

from __future__ import annotations

import pytest
from russian_visits import ASTANA, row, visits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Федеральный министр европейских и международных дел Австрии Анна Хубер находится в "
            "Астане.",
            ["foreign_minister AT: Astana, took place"],
        ),
        (
            "Член Политбюро, министр иностранных дел Китая Ли Вэй совершил визит в Казахстан "
            "12–13 мая.",
            ["foreign_minister CN: Astana, took place"],
        ),
        (
            "Глава Федерального департамента иностранных дел Швейцарии Урс Келлер провёл в "
            "Астане встречу с М. Садыковым.",
            ["foreign_minister CH: Astana, took place"],
        ),
        (
            "Сегодня в МИД состоялись переговоры с министром иностранных дел Гватемалы Карлосом "
            "Рамиресом. Гватемальский министр прибыл в Астану впервые.",
            ["foreign_minister GT: Astana, took place"],
        ),
        (
            "Завершился визит делегации Самоа во главе с Премьер-министром Тавитой Лео.",
            ["prime_minister WS: Astana, took place"],
        ),
        (
            "Прибывшая в Астану глава МИД Австралии Джейн Уокер возложила цветы к монументу.",
            ["foreign_minister AU: Astana, took place"],
        ),
        (
            "В Астану на заседание комиссии прилетел заместитель Премьер-министра, министр "
            "инфраструктуры Чехии Павел Новотный.",
            ["deputy_prime_minister CZ: Astana, took place"],
        ),
        (
            "Заместитель главы МИД Казахстана А. Садыкова приняла заместителя министра "
            "иностранных дел Израиля Дана Леви.",
            ["deputy_foreign_minister IL: Astana, took place"],
        ),
        (
            "На форуме выступил генеральный секретарь ОБСЕ Ханс Мюллер.",
            ["organization_head OSCE: Astana, took place"],
        ),
        (
            "Специальный посланник ООН по Афганистану Мария Коста прибыла в Алматы.",
            ["special_representative UN: Almaty, took place"],
        ),
        (
            "В Астане находится специальный представитель Японии по Центральной Азии Кэн Ямада.",
            ["special_representative JP: Astana, took place"],
        ),
        (
            "Верховный представитель ЕС по иностранным делам и политике безопасности Анна Линд "
            "посетила Астану с официальным визитом.",
            ["organization_head EU: Astana, took place"],
        ),
        (
            "Президент Европейского банка реконструкции и развития Жан Моро прибыл в Астану.",
            ["organization_head EBRD: Astana, took place"],
        ),
        (
            "Премьер-министр Тонги транзитом проследовал через аэропорт Алматы.",
            ["prime_minister TO: Almaty, took place"],
        ),
        (
            "Как сообщили в посольстве, министр иностранных дел Бангладеш Рахим Хан находился в "
            "Астане с 10 по 12 мая.",
            ["foreign_minister BD: Astana, took place"],
        ),
        (
            "Подписание состоялось в присутствии министра иностранных дел Кувейта, прибывшего в "
            "столицу накануне.",
            ["foreign_minister KW: Astana, took place"],
        ),
        (
            "Двусторонние консультации прошли под председательством замминистра иностранных дел "
            "Казахстана А. Садыковой и статс-секретаря МИД Словении Марка Хорвата.",
            ["deputy_foreign_minister SI: Astana, took place"],
        ),
        (
            "Руководитель МИД Уругвая Диего Суарес начал официальный визит в Казахстан с "
            "посещения ЭКСПО.",
            ["foreign_minister UY: Astana, took place"],
        ),
        (
            "Главе МИД Ямайки, прибывшему в Астану, показали город.",
            ["foreign_minister JM: Astana, took place"],
        ),
        (
            "Сопровождающий Президента министр финансов Ирландии осмотрел биржу.",
            ["minister IE: Astana, took place"],
        ),
        (
            "Министр иностранных дел и международного сотрудничества Эсватини Сипхо Дламини "
            "совершил рабочую поездку в город Шымкент.",
            ["foreign_minister SZ: Shymkent, took place"],
        ),
        (
            "Экс-президент Финляндии выступил с лекцией в Назарбаев Университете.",
            ["other FI: Astana, took place"],
        ),
    ],
)
def test_who_came(text: str, expected: list[str]) -> None:
    assert sorted(map(row, visits(ASTANA + text))) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "С рабочим визитом в столицу Казахстана прибыли главы МИД Польши и Румынии.",
            ["foreign_minister PL: Astana, took place", "foreign_minister RO: Astana, took place"],
        ),
        (
            "Для участия в форуме в Астану прилетели вице-президент Индии Раджив Капур, спикер "
            "парламента Греции и министр обороны Италии.",
            [
                "other IN: Astana, took place",
                "speaker GR: Astana, took place",
                "minister IT: Astana, took place",
            ],
        ),
        (
            "В церемонии открытия выставки приняли участие министры иностранных дел Кубы, "
            "Никарагуа и Боливии.",
            [
                "foreign_minister CU: Astana, took place",
                "foreign_minister NI: Astana, took place",
                "foreign_minister BO: Astana, took place",
            ],
        ),
        (
            "С официальным визитом прибыл Президент Хорватии Иво Марич. Вместе с ним в Астану "
            "прибыл министр обороны.",
            ["president HR: Astana, took place", "minister HR: Astana, took place"],
        ),
        (
            "Среди участников саммита – президенты Сербии и Финляндии.",
            ["president RS: Astana, took place", "president FI: Astana, took place"],
        ),
        (
            "Глава МИД Финляндии Эса Лайне и его латвийский коллега Янис Калниньш прибыли в "
            "Астану для участия в заседании.",
            ["foreign_minister FI: Astana, took place", "foreign_minister LV: Astana, took place"],
        ),
        (
            "Министры иностранных дел Албании Арбен Хоти, Косово Бесим Гаши, Черногории Милош "
            "Вукич посетили Астану с рабочим визитом.",
            [
                "foreign_minister AL: Astana, took place",
                "foreign_minister XK: Astana, took place",
                "foreign_minister ME: Astana, took place",
            ],
        ),
        (
            "В работе форума участвуют главы МИД Непала, Бутана и Мальдив.",
            [
                "foreign_minister NP: Astana, took place",
                "foreign_minister BT: Astana, took place",
                "foreign_minister MV: Astana, took place",
            ],
        ),
        (
            "В ходе визита в Казахстан министр иностранных дел Боснии и Герцеговины Элмедин "
            "Ходжич посетил Алматы и Туркестан.",
            [
                "foreign_minister BA: Almaty, took place",
                "foreign_minister BA: Turkistan, took place",
            ],
        ),
        (
            "Королева Дании и министр иностранных дел Дании посетили Алматы.",
            ["president DK: Almaty, took place", "foreign_minister DK: Almaty, took place"],
        ),
    ],
)
def test_who_came_together(text: str, expected: list[str]) -> None:
    assert sorted(map(row, visits(ASTANA + text))) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Торговый посланник – специальный представитель Ирландии по торговле Шон Бирн посетил "
            "Алматы.",
            ["special_representative IE: Almaty, took place"],
        ),
        (
            "Министр иностранных дел Перу Луис Вега по просьбе Марата Садыкова прибыл в Астану.",
            ["foreign_minister PE: Astana, took place"],
        ),
        (
            "Министр внешней экономики и иностранных дел Перу Луис Вега прибыл в Астану.",
            ["foreign_minister PE: Astana, took place"],
        ),
        (
            "В Аккре побывал специальный представитель МИД Казахстана Марат Садыков.",
            ["special_representative KZ: Accra, took place"],
        ),
        (
            "Визит в нашу страну Министра иностранных дел Перу Луиса Веги перенесён на осень.",
            ["foreign_minister PE: KZ, off"],
        ),
    ],
)
def test_who_is_told_of_with_a_field_or_by_whose_invitation(text: str, expected: list[str]) -> None:
    assert list(map(row, visits(ASTANA + text))) == expected
