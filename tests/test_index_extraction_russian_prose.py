"""Who is where, by Russian press prose of many shapes: what is left out, turned round, retold."""

from __future__ import annotations

import pytest
from russian_visits import ASTANA, row, visits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ASTANA + "По приглашению Мурата Нуртаева в Казахстан с рабочей поездкой "
            "прилетела глава МИД Ливана Рима Хаддад. Гостья уже провела встречу с"
            " Председателем Сената, а завтра вылетит в Туркестан.",
            ["foreign_minister LB: Astana, took place", "foreign_minister LB: Turkistan, planned"],
        ),
        (
            "Женева, 14 мая 2025 года – Замминистра иностранных дел Асель Омарова"
            " приняла участие в сессии Совета ООН по правам человека. В кулуарах "
            "мероприятия она встретилась с главой МИД Гамбии Ламином Сиссе и "
            "Верховным комиссаром ООН по делам беженцев.",
            [
                "deputy_foreign_minister KZ: Geneva, took place",
                "foreign_minister GM: Geneva, took place",
                "organization_head UN: Geneva, took place",
            ],
        ),
        (
            ASTANA + "Глава государства принял министра обороны Италии Паоло Ренци, "
            "находящегося в нашей стране с официальным визитом. Накануне "
            "итальянский министр побывал в Караганде.",
            ["minister IT: Astana, took place", "minister IT: Karaganda, took place"],
        ),
        (
            ASTANA + "Запланированный на конец мая визит Премьер-министра Израиля в "
            "Казахстан отложен. Ранее сообщалось, что он прибудет 29 мая.",
            ["prime_minister IL: KZ, off"],
        ),
        (
            "Пекин, 14 мая 2025 года – Сегодня начался визит Министра иностранных"
            " дел Казахстана М. Нуртаева в Китай. В Пекине он провел переговоры с"
            " Ван Ли, членом Политбюро, министром иностранных дел КНР. Затем "
            "казахстанский министр отбудет в Сиань.",
            ["foreign_minister KZ: Beijing, took place", "foreign_minister KZ: Xi'an, planned"],
        ),
        (
            ASTANA + "Состоялись переговоры М. Нуртаева с главой дипломатического "
            "ведомства Иордании Айманом Хури. Министр Иордании прибыл в Казахстан"
            " впервые.",
            ["foreign_minister JO: Astana, took place"],
        ),
        (
            ASTANA + "На церемонию открытия съехались гости из 20 стран. Среди них – "
            "президент Сербии Милан Йович, вице-премьер Узбекистана Рустам "
            "Каримов и генсек ОТГ Мурат Алтын.",
            [
                "deputy_prime_minister UZ: Astana, took place",
                "organization_head OTS: Astana, took place",
                "president RS: Astana, took place",
            ],
        ),
        (
            ASTANA + "Сегодня в Алматы завершилась рабочая поездка делегации Сената "
            "Франции во главе с Жаном Мореном.",
            ["delegation FR: Almaty, took place"],
        ),
        (
            ASTANA + "Министр иностранных дел Финляндии Юкка Лайне, совершающий турне по "
            "Центральной Азии, посетил Астану 12 мая, Ташкент – 13 мая.",
            [
                "foreign_minister FI: Astana, took place",
                "foreign_minister FI: Tashkent, took place",
            ],
        ),
        (
            "Вена, 14 мая 2025 года – В Вене прошло заседание Постоянного совета "
            "ОБСЕ, в котором участвовал М. Нуртаев. Министр также был принят "
            "Федеральным президентом Австрии. По пути домой он остановится в "
            "Баку.",
            ["foreign_minister KZ: Baku, planned", "foreign_minister KZ: Vienna, took place"],
        ),
        (
            ASTANA + "Депутаты парламента Эстонии во главе со спикером Рийгикогу Марией "
            "Тамм прибыли в Астану. Эстонские парламентарии встретятся с "
            "коллегами из Мажилиса.",
            ["speaker EE: Astana, took place"],
        ),
        (
            ASTANA + "Приезд спецпредставителя ЕС в Казахстан намечен на 20 мая.",
            ["special_representative EU: KZ, planned"],
        ),
        (
            ASTANA + "Ожидается, что осенью Астану посетит министр экономики Бразилии, а в"
            " декабре – президент этой страны.",
            ["minister BR: Astana, planned", "president BR: Astana, planned"],
        ),
        (
            ASTANA + "Подписанию предшествовала встреча глав МИД двух стран в Брюсселе.",
            [],
        ),
        (
            ASTANA + "Состоялся телефонный разговор М. Нуртаева с министром иностранных "
            "дел Кипра. Кипрский министр приглашён посетить Астану.",
            ["foreign_minister CY: Astana, planned"],
        ),
        (
            ASTANA + "Принимая в Астане верительные грамоты, министр отметил вклад посла. "
            "Новый посол Аргентины прибыл в Астану на прошлой неделе.",
            ["ambassador AR: Astana, took place"],
        ),
        (
            ASTANA + "Астану с двухдневным визитом посещает заместитель госсекретаря США "
            "Джон Уилсон. Он возглавляет американскую делегацию на консультациях.",
            ["deputy_foreign_minister US: Astana, took place"],
        ),
        (
            ASTANA + "Министр иностранных дел Мальты, прилетевший в Казахстан 13 мая, "
            "сегодня осмотрел экспозицию Национального музея.",
            ["foreign_minister MT: Astana, took place"],
        ),
        (
            ASTANA + "В ходе визита в Астану глава МИД Албании Арбен Хоха был принят "
            "Президентом. Это первый в истории визит албанского министра в "
            "Казахстан.",
            ["foreign_minister AL: Astana, took place"],
        ),
        (
            ASTANA + "В Алматы приземлился самолёт президента Южной Кореи.",
            ["president KR: Almaty, took place"],
        ),
        (
            ASTANA + "Предыдущая встреча министров прошла в октябре 2024 года в Будапеште.",
            [],
        ),
        (
            ASTANA + "Завершая поездку по региону, министр иностранных дел Латвии Янис "
            "Озолс провёл в Астане переговоры с казахстанским коллегой.",
            ["foreign_minister LV: Astana, took place"],
        ),
        (
            ASTANA + "Министр обороны Пакистана с супругой прибыл в Шымкент, откуда "
            "проследовал в Туркестан.",
            ["minister PK: Shymkent, took place", "minister PK: Turkistan, took place"],
        ),
        (
            ASTANA + "В минувшем году в Стамбул с рабочими визитами выезжали министры "
            "торговли и энергетики Казахстана.",
            ["minister KZ: Istanbul, past"],
        ),
        (
            "Токио, 14 мая 2025 года – В Токио с официальным визитом находится "
            "Министр иностранных дел РК Мурат Нуртаев. Состоялись его переговоры "
            "с министром иностранных дел Японии Кэндзи Мори. Глава МИД Японии "
            "принял приглашение посетить Казахстан.",
            ["foreign_minister JP: KZ, planned", "foreign_minister KZ: Tokyo, took place"],
        ),
        (
            "Нью-Йорк, 14 мая 2025 года – На полях сессии Генассамблеи ООН "
            "состоялась встреча М. Нуртаева с министром иностранных дел Эквадора "
            "Пабло Вегой. Также прошли беседы с главами МИД Фиджи и Самоа.",
            [
                "foreign_minister EC: New York, took place",
                "foreign_minister FJ: New York, took place",
                "foreign_minister KZ: New York, took place",
                "foreign_minister WS: New York, took place",
            ],
        ),
        (
            ASTANA + "Министр сельского хозяйства Казахстана в Риме примет участие в "
            "конференции ФАО, которая пройдёт 20–22 мая.",
            ["minister KZ: Rome, planned"],
        ),
        (
            ASTANA + "Вице-министр торговли Японии прибудет в Астану в рамках подготовки "
            "визита премьер-министра.",
            ["other JP: Astana, planned"],
        ),
        (
            ASTANA + "С 12 по 14 мая в Казахстане пребывала делегация МИД Словакии, "
            "возглавляемая государственным секретарём Петером Новаком.",
            ["deputy_foreign_minister SK: Astana, took place"],
        ),
        (
            ASTANA + "В Казахстане гостит король Иордании. Монарх уже побывал в Байконуре.",
            ["president JO: Astana, took place", "president JO: Baikonur, took place"],
        ),
        (
            ASTANA + "Делегация казахстанского МИД под руководством заместителя министра "
            "Асель Омаровой совершила рабочую поездку в Кабул.",
            ["deputy_foreign_minister KZ: Kabul, took place"],
        ),
        (
            ASTANA + "До этого министр иностранных дел Кувейта Салем Аль-Сабах посетил "
            "Ташкент. В Астану он прибыл 13 мая и пробудет здесь три дня.",
            [
                "foreign_minister KW: Astana, took place",
                "foreign_minister KW: Tashkent, took place",
            ],
        ),
        (
            ASTANA + "На саммит не приехал только премьер-министр Армении.",
            ["prime_minister AM: Astana, off"],
        ),
    ],
)
def test_who_is_where(text: str, expected: list[str]) -> None:
    assert sorted(set(map(row, visits(text)))) == sorted(expected)
