"""Who came, went, will come or never came, by Russian sentences as news agencies write them."""

from __future__ import annotations

import pytest
from russian_visits import ASTANA, row, visits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ASTANA + "Президент Монголии Цэнд Бат прилетел в Астану. В аэропорту его "
            "встречал Премьер-министр Казахстана. Днём позже монгольский лидер "
            "посетит Атырау, где примет участие в открытии моста.",
            ["president MN: Astana, took place", "president MN: Atyrau, planned"],
        ),
        (
            ASTANA + "«Мы часто бываем в Астане», – сказал министр иностранных дел "
            "Таджикистана, который вчера приехал в казахстанскую столицу на "
            "заседание СМИД ОЭС.",
            ["foreign_minister TJ: Astana, took place"],
        ),
        (
            ASTANA + "Визит главы МИД Румынии состоится 20–21 мая. Болгарский министр "
            "приедет неделей позже.",
            ["foreign_minister BG: KZ, planned", "foreign_minister RO: KZ, planned"],
        ),
        (
            ASTANA + "За последние полтора года в Казахстане побывали президенты Италии и "
            "Словакии; главы МИД Греции и Кипра приезжали в Алматы.",
            [
                "foreign_minister CY: Almaty, past",
                "foreign_minister GR: Almaty, past",
                "president IT: KZ, past",
                "president SK: KZ, past",
            ],
        ),
        (
            ASTANA + "Прибыв в Астану утром 13 мая, министр иностранных дел Австрии Йозеф "
            "Грубер возложил цветы к монументу, после чего встретился с коллегой.",
            ["foreign_minister AT: Astana, took place"],
        ),
        (
            ASTANA + "В столице Казахстана с визитом вежливости побывал министр образования Кубы.",
            ["minister CU: Astana, took place"],
        ),
        (
            ASTANA + "Президент Болгарии Иван Петков в сопровождении министров экономики и"
            " культуры прилетел в Алматы.",
            ["minister BG: Almaty, took place", "president BG: Almaty, took place"],
        ),
        (
            ASTANA + "Возвращаясь из Пекина, премьер-министр Венгрии сделал остановку в Алматы.",
            ["prime_minister HU: Almaty, took place"],
        ),
        (
            ASTANA + "С ответным визитом в Казахстан прибыл глава внешнеполитического "
            "ведомства Монголии Дорж Ганболд.",
            ["foreign_minister MN: Astana, took place"],
        ),
        (
            ASTANA + "На следующей неделе М. Нуртаев отправится в Хельсинки, а оттуда – в Таллин.",
            ["foreign_minister KZ: Helsinki, planned", "foreign_minister KZ: Tallinn, planned"],
        ),
        (
            ASTANA + "В прошлом году в Казахстане побывали 12 министров иностранных дел.",
            [],
        ),
        (
            ASTANA + "Посол Казахстана в Канаде принял участие в приёме.",
            [],
        ),
        (
            ASTANA + "В Астане проходит заседание Совета министров. Российскую Федерацию "
            "представляет заместитель министра Пётр Ильин, Беларусь – министр "
            "экономики.",
            ["minister BY: Astana, took place", "deputy_foreign_minister RU: Astana, took place"],
        ),
        (
            ASTANA + "Казахстан посетила с рабочим визитом заместитель Генерального "
            "секретаря ООН Анна Росси.",
            ["other UN: Astana, took place"],
        ),
        (
            ASTANA + "Директор-исполнитель ЮНИСЕФ Кэтрин Смит посетила Кызылорду.",
            ["organization_head UNICEF: Kyzylorda, took place"],
        ),
        (
            ASTANA + "По словам М. Нуртаева, в июне ожидается приезд короля Нидерландов, а"
            " в августе – президента Кении.",
            ["president KE: KZ, planned", "president NL: KZ, planned"],
        ),
        (
            ASTANA + "Казахстанскую делегацию на консультациях в Братиславе возглавил "
            "замминистра Олжас Омаров.",
            ["deputy_foreign_minister KZ: Bratislava, took place"],
        ),
        (
            ASTANA + "В Душанбе М. Нуртаева принял Президент Таджикистана.",
            ["foreign_minister KZ: Dushanbe, took place"],
        ),
        (
            ASTANA + "Вчера в Анкаре завершились переговоры М. Нуртаева с министром "
            "иностранных дел Турции.",
            ["foreign_minister KZ: Ankara, took place"],
        ),
        (
            ASTANA + "Не состоялась и поездка министра энергетики Ирана, о которой писала пресса.",
            ["minister IR: KZ, off"],
        ),
        (
            ASTANA + "Глава МИД Хорватии впервые посетил Казахстан. В ходе визита он "
            "осмотрел ЭКСПО и вылетел в Туркестан.",
            [
                "foreign_minister HR: Astana, took place",
                "foreign_minister HR: Turkistan, took place",
            ],
        ),
        (
            ASTANA + "Сопредседатели комиссии – министр торговли Казахстана и министр "
            "промышленности Индонезии – встретились в Джакарте.",
            ["minister KZ: Jakarta, took place"],
        ),
        (
            ASTANA + "Прошлой осенью М. Нуртаев принимал в Астане главу МИД Норвегии.",
            ["foreign_minister NO: Astana, past"],
        ),
        (
            ASTANA + "Министры иностранных дел Германии и Франции в разные годы бывали в "
            "Казахстане.",
            ["foreign_minister DE: KZ, past", "foreign_minister FR: KZ, past"],
        ),
        (
            ASTANA + "Спикер Сейма Польши Анджей Новак с 10 по 12 мая гостил в Казахстане,"
            " побывав в Астане и Караганде.",
            ["speaker PL: Astana, took place", "speaker PL: Karaganda, took place"],
        ),
        (
            ASTANA + "М. Нуртаев поблагодарил посла Перу, завершающего свою миссию в Казахстане.",
            [],
        ),
        (
            ASTANA + "Глава государства пригласил Президента Латвии посетить Казахстан в "
            "удобное время. Приглашение было принято.",
            ["president LV: KZ, planned"],
        ),
        (
            ASTANA + "Министр иностранных дел Ирландии прибудет с визитом во второй "
            "половине июня. Точная дата согласовывается.",
            ["foreign_minister IE: KZ, planned"],
        ),
        (
            ASTANA + "В марте 2024 года М. Нуртаев ездил с рабочим визитом в Рим, где "
            "встречался с премьером Италии.",
            ["foreign_minister KZ: Rome, past"],
        ),
        (
            ASTANA + "Приезжал в Казахстан и президент Финляндии – это было в 2013 году.",
            ["president FI: KZ, past"],
        ),
        (
            ASTANA + "Завершился визит министра обороны Сербии Драгана Лукича в Казахстан."
            " Сербский министр провёл в нашей стране три дня и отбыл в Белград.",
            ["minister RS: Astana, took place"],
        ),
        (
            ASTANA + "Премьер-министр Ливана принял министра иностранных дел Казахстана.",
            [],
        ),
        (
            ASTANA + "По приглашению казахстанской стороны в Алматы приехала "
            "вице-президент Еврокомиссии Клара Вебер; встречать её в аэропорт "
            "прибыл аким города.",
            ["other EU: Almaty, took place"],
        ),
        (
            ASTANA + "Премьер-министр Сингапура Ли Вэй Мин начал своё турне по региону с Астаны.",
            ["prime_minister SG: Astana, took place"],
        ),
    ],
)
def test_who_is_where(text: str, expected: list[str]) -> None:
    assert sorted(set(map(row, visits(text)))) == sorted(expected)
