# Что пользователи читают по-русски.

## Pages

greeting =
    Elshi отвечает на вопросы по пресс-релизам Министерства иностранных дел Казахстана. За каждым утверждением стоит предложение, дословно приведённое из релиза, и ссылка на этот релиз.

    Спросите по-русски, по-казахски или по-английски либо выберите пример:

    1. { example-1 }
    2. { example-2 }
    3. { example-3 }
help =
    Спрашивайте так, как спросили бы человека: кто к кому приезжал, что подписали, что сказали и когда. Вопрос может продолжать предыдущий: «А в 2024 году?» Если ответа в релизах нет, бот так и скажет и покажет самые близкие из них.

    Если исправить вопрос, исправится и ответ. Кнопки под ответом покажут источники, таблицу или другой год.

    Перешлите или вставьте текст либо пришлите ссылку – бот покажет, из какого он релиза, его версии на других языках и события, о которых в нём говорится.

    В любом другом чате наберите @{ $bot } и несколько слов, например «@{ $bot } министры Африки 2025», чтобы отправить цитату с источником.

    В группе спрашивайте командой /ask, упоминанием @{ $bot } или ответом на сообщение бота.

    /ask – задать вопрос
    /watch – сообщать, когда что-то произойдёт
    /watches – ваши подписки
    /new – начать заново, без прежних вопросов
    /country – справка о стране: визиты, документы, торговля
    /language – выбрать язык бота
    /about – где бот ищет и насколько свежи данные
    /privacy – что о вас хранится
    /forget – удалить то, что о вас хранится
about =
    { $releases ->
        [0] Релизы ещё не загружены.
        [one] Elshi ищет в { $releases } релизе Министерства иностранных дел Казахстана.
       *[other] Elshi ищет в { $releases } релизах Министерства иностранных дел Казахстана.
    }
about-languages = На английском: { $en }, на русском: { $ru }, на казахском: { $kk }
about-newest = Самый новый релиз: { $date }
about-updated = Последнее обновление: { $time } (время Астаны)
about-synced = Сайт министерства последний раз прочитан: { $time } (время Астаны)
about-refused = С { $time } (время Астаны) сайт министерства не отвечает программам. Бот отвечает по сохранённым релизам и позже обратится к сайту снова.
about-invented = Эти релизы вымышлены и нужны, чтобы попробовать бота. Новостей в них нет.
about-source = Релизы взяты с сайта gov.kz. Бот не является сервисом министерства.
privacy =
    Что бот хранит о вас:
    • язык, который вы выбрали, и язык вашего последнего вопроса;
    • то, что вы ему писали: в каком чате и когда в последний раз;
    • ваши последние вопросы в чате – { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
       *[other] { $minutes } минут
    }, чтобы понимать, к чему относится уточнение;
    • каждый вопрос с ответом – { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }, чтобы работали кнопки под ним;
    • то, что вы сообщили об ответе, с вашим комментарием, – столько же;
    • списки, которые вам показаны, – { $lists ->
        [one] { $lists } день
        [few] { $lists } дня
       *[other] { $lists } дней
    };
    • вопрос, который ждёт ответа, – пока на него не ответили;
    • ваши подписки, о чём по ним уже сообщено, и тихие часы – пока вы их не удалите;
    • номера сообщений без текста – { $numbers ->
        [one] { $numbers } день
        [few] { $numbers } дня
       *[other] { $numbers } дней
    }, чтобы не отвечать дважды.

    { $logged ->
        [on] По решению владельца бота вопросы записываются в журнал, без вашего имени.
       *[off] Ваши вопросы не записываются в журнал.
    } /new завершает разговор. /forget удаляет всё, что о вас хранится, включая ваши сообщения об ошибках; остаются только номера сообщений и, если владелец вас заблокировал, ваш идентификатор.
language-choice =
    На каком языке говорить боту?

    Вопросы он понимает на всех трёх. «{ button-language-auto }» значит, что каждый ответ будет на языке вопроса.
language-set = Теперь бот говорит по-русски.
language-auto = Теперь каждый ответ будет на языке вопроса.

## Examples, and the buttons that ask them

example-1 = Какие министры иностранных дел африканских стран приезжали в Астану?
example-1-label = Министры из Африки
example-2 = Что подписали Казахстан и Буркина-Фасо в июне 2025 года?
example-2-label = Буркина-Фасо, 2025
example-3 = Кто приезжал в Астану в 2025 году?
example-3-label = Визиты 2025 года
example-asked = Ваш вопрос: { $question }

## Buttons

button-help = Справка
button-language = Язык
button-about = О боте
button-privacy = Конфиденциальность
button-back = Назад
button-language-auto = На языке вопроса
button-page = { $page }/{ $pages }
button-why = Почему эти?
button-near = Что близко?
button-to-list = К списку
button-more = Ещё…
button-less = Свернуть

## Short replies

rate-limit =
    { $limit ->
        [one] Можно задать { $limit } вопрос в минуту.
        [few] Можно задать { $limit } вопроса в минуту.
       *[other] Можно задать { $limit } вопросов в минуту.
    } { $seconds ->
        [one] Продолжите, пожалуйста, через { $seconds } секунду.
        [few] Продолжите, пожалуйста, через { $seconds } секунды.
       *[other] Продолжите, пожалуйста, через { $seconds } секунд.
    }
error = Что-то пошло не так, и ваш вопрос остался без ответа. Попробуйте, пожалуйста, немного позже. Код для владельца бота: { $reference }
unknown-content = Я понимаю только текст. Напишите, пожалуйста, вопрос словами.
unknown-command = Такой команды нет. Что умеет бот, покажет /help.
too-long = В этом вопросе больше { $limit } знаков. Задайте его, пожалуйста, короче или по частям.
late = Ответ пришёл с опозданием: когда вы спросили, бот не работал.
not-allowed = Этот бот отвечает только тем, кого допустил его владелец. Ваш номер для владельца: { $id }
group-hint = Здравствуйте! В этой группе я отвечаю, только когда меня спрашивают: командой /ask, упоминанием @{ $bot } или ответом на моё сообщение.
ask-what = Напишите вопрос после команды, например: /ask { example-3 }
new-started = Начат новый разговор: прежние вопросы не учитываются.
forgotten = Всё, что о вас хранилось, удалено.
outdated-buttons = Эти кнопки устарели. Отправьте /start, чтобы получить новые.
not-your-buttons = Это кнопки другого участника. Отправьте /start, чтобы получить свои.
outdated-list = Этот список устарел. Задайте вопрос ещё раз, чтобы получить новый.
not-your-list = Этот список запросил другой участник. Задайте вопрос сами, чтобы получить свой.

## Commands, as listed in the menu

command-start = Начать – с примерами вопросов
command-ask = Задать вопрос
command-new = Начать новый разговор
command-help = Как спрашивать
command-language = Выбрать язык
command-about = Где бот ищет, насколько свежи данные
command-privacy = Что о вас хранится
command-forget = Удалить то, что о вас хранится

## Descriptions of the bot

description =
    Спрашивайте по пресс-релизам Министерства иностранных дел Казахстана: кто приезжал, что подписали, что сказали. В каждом ответе – дословная цитата из релиза и ссылка на него.

    Русский, Қазақша, English
short-description = Отвечает по пресс-релизам МИД Казахстана, с цитатами и ссылками.

## Layout of an answer

nearest-releases = Ближе всего к вопросу:
source-in-en = на английском
source-in-ru = на русском
source-in-kk = на казахском
source-edited = изменение страницы замечено { $date }
scope-searched =
    { $releases ->
        [one] Просмотрен { $releases } релиз
        [few] Просмотрено { $releases } релиза
       *[other] Просмотрено { $releases } релизов
    }
scope-newest = { " по " }{ $date }
scope-read = Понято так: { $interpretation }

## Answers

answer-found =
    { $releases ->
        [one] Вот что сказано в релизах:
        [few] Об этом говорят { $releases } релиза, сначала самый близкий к вопросу:
       *[other] Об этом говорят { $releases } релизов, сначала самый близкий к вопросу:
    }
answer-countries =
    { $count ->
        [one] { $count } страна
        [few] { $count } страны
       *[other] { $count } стран
    }: { $names }.
answer-otherwise = По сообщениям было иначе:
answer-ranked =
    { $name }: { $figure } ({ $year }) – { $which ->
        [least] наименьший
       *[most] наибольший
    } показатель среди { $count ->
        [one] { $count } страны
       *[other] { $count } стран
    }, по которым в релизах есть данные.
answer-nothing = Ответа на этот вопрос в релизах не найдено.
worded-by-model = Сформулировано языковой моделью; каждое предложение сверено с цитатами ниже.
read-as-topic = { $words }
read-continued =
    { $names ->
        [none] вместе с предыдущим вопросом
       *[other] вместе с предыдущим вопросом: { $names }
    }
sample-notice = Пример вымышлен.
chat-hint = Спрашивайте о релизах. «{ chat-why }» покажет, что не вошло в список. Пустая строка или Ctrl-D завершает разговор.
chat-why = почему

## Answers from events

role-name =
    { $role ->
        [foreign_minister] министр иностранных дел
        [deputy_foreign_minister] заместитель министра иностранных дел
        [president] президент
        [prime_minister] премьер-министр
        [deputy_prime_minister] заместитель премьер-министра
        [speaker] председатель парламента
        [ambassador] посол
        [special_representative] специальный представитель
        [minister] министр
        [organization_head] глава организации
        [delegation] делегация
       *[other] другое официальное лицо
    }
visitors =
    { $role ->
        [foreign_minister] { $count ->
            [one] { $count } министр иностранных дел
            [few] { $count } министра иностранных дел
           *[other] { $count } министров иностранных дел
        }
        [deputy_foreign_minister] { $count ->
            [one] { $count } заместитель министра иностранных дел
            [few] { $count } заместителя министра иностранных дел
           *[other] { $count } заместителей министра иностранных дел
        }
        [president] { $count ->
            [one] { $count } президент
            [few] { $count } президента
           *[other] { $count } президентов
        }
        [prime_minister] { $count ->
            [one] { $count } премьер-министр
            [few] { $count } премьер-министра
           *[other] { $count } премьер-министров
        }
        [deputy_prime_minister] { $count ->
            [one] { $count } заместитель премьер-министра
            [few] { $count } заместителя премьер-министра
           *[other] { $count } заместителей премьер-министра
        }
        [speaker] { $count ->
            [one] { $count } председатель парламента
            [few] { $count } председателя парламентов
           *[other] { $count } председателей парламентов
        }
        [ambassador] { $count ->
            [one] { $count } посол
            [few] { $count } посла
           *[other] { $count } послов
        }
        [special_representative] { $count ->
            [one] { $count } специальный представитель
            [few] { $count } специальных представителя
           *[other] { $count } специальных представителей
        }
        [minister] { $count ->
            [one] { $count } министр
            [few] { $count } министра
           *[other] { $count } министров
        }
        [organization_head] { $count ->
            [one] { $count } глава организации
            [few] { $count } главы организаций
           *[other] { $count } глав организаций
        }
        [leaders] { $count ->
            [one] { $count } глава государства или правительства
            [few] { $count } главы государств и правительств
           *[other] { $count } глав государств и правительств
        }
        [other] { $count ->
            [one] гости из { $count } страны или организации
           *[other] гости из { $count } стран или организаций
        }
       *[countries] { $count ->
            [one] гости из { $count } страны
           *[other] гости из { $count } стран
        }
    }
visitors-of = { $who } { $origin }
visitors-came =
    { $count ->
        [one] { $place } посетил { $who }
       *[other] { $place } посетили { $who }
    }
guests-came = { $place } посетили { $who }
visitors-found =
    { $count ->
        [one] найден { $who }
       *[other] найдено: { $who }
    }
visits-told =
    { $count ->
        [one] { $count } визит
        [few] { $count } визита
       *[other] { $count } визитов
    }
visits-not-made =
    { $status ->
        [planned] { $count ->
            [one] запланирован { $count } визит
            [few] запланированы { $count } визита
           *[other] запланировано { $count } визитов
        }
        [called-off] { $count ->
            [one] не состоялся { $count } визит
            [few] не состоялись { $count } визита
           *[other] не состоялось { $count } визитов
        }
       *[mixed] { $count ->
            [one] запланирован или не состоялся { $count } визит
            [few] запланированы или не состоялись { $count } визита
           *[other] запланировано или не состоялось { $count } визитов
        }
    }
countries-visited =
    { $count ->
        [one] посещена { $count } страна
        [few] посещены { $count } страны
       *[other] посещено { $count } стран
    }
cities-visited =
    { $count ->
        [one] посещён { $count } город
        [few] посещены { $count } города
       *[other] посещено { $count } городов
    }
events-found =
    { $kind ->
        [talks] { $count ->
            [one] { $count } встреча
            [few] { $count } встречи
           *[other] { $count } встреч
        }
        [call] { $count ->
            [one] { $count } разговор по телефону или видеосвязи
            [few] { $count } разговора по телефону или видеосвязи
           *[other] { $count } разговоров по телефону или видеосвязи
        }
        [document] { $count ->
            [one] подписан { $count } документ
            [few] подписаны { $count } документа
           *[other] подписано { $count } документов
        }
        [appointment] { $count ->
            [one] { $count } назначение
            [few] { $count } назначения
           *[other] { $count } назначений
        }
        [credentials] { $count ->
            [one] { $count } вручение верительных грамот
            [few] { $count } вручения верительных грамот
           *[other] { $count } вручений верительных грамот
        }
        [opening] { $count ->
            [one] открыто { $count } представительство
            [few] открыты { $count } представительства
           *[other] открыто { $count } представительств
        }
       *[other] { $count ->
            [one] { $count } событие
            [few] { $count } события
           *[other] { $count } событий
        }
    }
event-first = Первый визит: { $what }.
event-latest = Последний визит: { $what }.
event-most-often =
    Чаще всего ({ $times ->
        [one] { $times } раз
        [few] { $times } раза
       *[other] { $times } раз
    }): { $what }.
event-more-than-once =
    { $least ->
        [2] Больше одного раза
       *[other] Не менее { $least } раз
    }: { $what }.
event-yes = Да: { $what }.
event-none =
    { $releases ->
        [one] такого { $kind ->
            [visit] визита
           *[other] события
        } в { $releases } релизе нет (опубликован с { $first } по { $last })
       *[other] такого { $kind ->
            [visit] визита
           *[other] события
        } в { $releases } релизах нет (опубликованы с { $first } по { $last })
    }
event-corrected =
    { $reason ->
        [planned] Такого визита не было: он только планировался ({ $what }).
        [cancelled] Такого визита не было: он был отменён ({ $what }).
        [postponed] Такого визита не было: он был отложен, перенесён на другой срок ({ $what }).
        [denied] Такого визита не было: сообщение о нём опровергнуто ({ $what }).
        [took_place] Визит состоялся: { $what }.
        [other_rank] Такого визита не было; приезжало лицо другого ранга: { $what }.
        [other_city] Такого визита не было; визит был в другой город: { $what }.
        [no_city] О таком визите не говорится; город в релизе не назван: { $what }.
        [elsewhere] Такого визита не было; это было в другой стране: { $what }.
        [other_form] Визит был, но в другой форме: { $what }.
        [transit] Такого визита не было, была лишь техническая остановка: { $what }.
        [contact] Такого визита не было; говорили по телефону или видеосвязи: { $what }.
        [off_topic] Визит был, но в релизах о нём такого не сказано: { $what }.
       *[outside_period] В это время такого визита не было; он был в другое: { $what }.
    }
near-reason =
    { $reason ->
        [planned] запланирован
        [cancelled] отменён
        [postponed] перенесён
        [denied] опровергнут
        [took_place] состоялся
        [other_rank] другой ранг
        [other_city] другой город
        [no_city] город не назван
        [elsewhere] в другой стране
        [other_form] другая форма
        [transit] проездом
        [contact] по телефону или видеосвязи
        [outside_period] в другое время
        [off_topic] по другому поводу
       *[undated] без даты
    }
visit-form =
    { $form ->
        [official] официальный визит
        [working] рабочий визит
        [state] государственный визит
        [transit] транзит
       *[conference] конференция
    }
first-ever = первый в истории
undated = без даты
certificate-found =
    { $count ->
        [one] Найден { $count } пункт.
        [few] Найдено { $count } пункта.
       *[other] Найдено { $count } пунктов.
    }
certificate-unheld = Не учтено, поскольку в релизах об этих событиях такого нет: { $words }.
certificate-left-out = Не вошли, хотя и близки: { $counts }.
certificate-more =
    { $count ->
        [one] Близок ещё { $count } случай.
        [few] Близки ещё { $count } случая.
       *[other] Близко ещё { $count } случаев.
    }
near-misses = Близкие случаи, которые не вошли:
near-misses-none = Близких случаев нет.
also-read-as = Вопрос можно понять и так: { $interpretation }.
also-in = Есть и { $languages }.
also-told = Об этом же:
quoted-above = Приведено в пункте { $place }.
read-as-releases = релизы, в которых говорится о следующем: { $names }
read-as-newest = самые новые релизы{ $when ->
        [none] {""}
       *[other] , { $when }
    }
release-mentions =
    { $count ->
        [one] Об этом говорит { $count } релиз.
        [few] Об этом говорят { $count } релиза.
       *[other] Об этом говорят { $count } релизов.
    }

release-news =
    { $total ->
        [one] Об этом говорит { $total } релиз.
        [few] Об этом говорят { $total } релиза, сначала новые.
       *[other] Об этом говорят { $total } релизов, сначала новые.
    }{ $left ->
        [0] {""}
       *[other] {" "}Здесь { $count } самых новых.
    }

releases-newest = Самые новые релизы, сначала последние.

## Questions as read

read-as = { $core }{ $clauses ->
        [none] {""}
       *[other] ; { $clauses }
    }
read-kind =
    { $kind ->
        [talks] встречи и переговоры
        [call] телефонные разговоры и видеозвонки
        [document] подписанные документы
        [appointment] назначения
        [credentials] вручение верительных грамот
       *[opening] открытие загранучреждений
    }
read-visits =
    визиты{ $who ->
        [none] {""}
       *[other] {" "}{ $who }
    }{ $from ->
        [none] {""}
       *[other] {" "}{ $from }
    }{ $to ->
        [none] {""}
       *[other] {" "}{ $to }
    }{ $when ->
        [none] {""}
       *[other] , { $when }
    }
read-other =
    { $what }{ $when ->
        [none] {""}
       *[other] , { $when }
    }
read-to =
    { $place ->
        [home] в Казахстан
        [capital] в Астану
        [away] за рубеж
       *[city] в город { $cities }
    }
read-who =
    { $role ->
        [foreign_minister] министров иностранных дел
        [deputy_foreign_minister] заместителей министров иностранных дел
        [president] президентов
        [prime_minister] премьер-министров
        [deputy_prime_minister] заместителей премьер-министров
        [speaker] председателей парламентов
        [ambassador] послов
        [special_representative] специальных представителей
        [ministers] министров
        [minister] других министров
        [organization_head] глав международных организаций
        [delegation] делегаций
        [anybody] представителей
       *[other] других гостей
    }
read-who-of =
    { $role ->
        [foreign_minister] министров иностранных дел
        [deputy_foreign_minister] заместителей министров иностранных дел
        [president] президентов
        [prime_minister] премьер-министров
        [deputy_prime_minister] заместителей премьер-министров
        [speaker] председателей парламентов
        [ambassador] послов
        [special_representative] специальных представителей
        [ministers] министров
        [minister] других министров
        [organization_head] глав международных организаций
        [delegation] делегаций
        [anybody] представителей
       *[other] других гостей
    }
read-who-plain =
    { $role ->
        [foreign_minister] министры иностранных дел
        [deputy_foreign_minister] заместители министров иностранных дел
        [president] президенты
        [prime_minister] премьер-министры
        [deputy_prime_minister] заместители премьер-министров
        [speaker] председатели парламентов
        [ambassador] послы
        [special_representative] специальные представители
        [ministers] министры
        [minister] другие министры
        [organization_head] главы международных организаций
        [delegation] делегации
       *[other] другие гости
    }
read-clause =
    { $field ->
        [who] кто: { $names }
        [person] имя: { $names }
        [from] откуда: { $names }
        [with] с кем: { $names }
        [to] куда: { $names }
        [where] где: { $names }
        [except] кроме: { $names }
        [besides] одновременно: { $names }
       *[topic] со словами: { $names }
    }
read-form =
    { $form ->
        [official] только официальные визиты
        [working] только рабочие визиты
        [state] только государственные визиты
        [transit] остановки проездом
        [conference] участие в конференциях
        [not-official] без официальных визитов
        [not-working] без рабочих визитов
        [not-state] без государственных визитов
        [not-transit] без остановок проездом
       *[not-conference] без участия в конференциях
    }
read-document =
    { $document ->
        [agreement] соглашения и договоры
        [memorandum] меморандумы
        [protocol] протоколы
        [statement] заявления и декларации
       *[plan] планы, программы и дорожные карты
    }
read-mission =
    { $mission ->
        [embassy] посольства
        [consulate] консульства
       *[honorary_consulate] почётные консульства
    }
read-first-ever = только первые в истории
read-status =
    { $status ->
        [planned] запланированные
        [cancelled] отменённые
        [postponed] перенесённые
       *[denied] опровергнутые
    }
read-shape =
    { $shape ->
        [count] сколько
        [exists] были ли такие
        [first] кто первым
        [latest] { $limit ->
            [0] кто последним
            [one] последний { $limit }
           *[other] последние { $limit }
        }
        [most_often] кто чаще всего
        [more_than_once] { $limit ->
            [0] больше одного раза
           *[other] не менее { $limit } раз
        }
        [compare] в сравнении
       *[when] когда
    }
read-each =
    { $item ->
        [destination] по странам назначения
       *[city] по городам
    }
read-year = { $year } год
read-years = { $first }–{ $last } годы
read-since = с { $first }
read-until = до { $last } включительно
read-span = { $first } – { $last }

## Briefs on countries and organisations

brief-title = Казахстан – { $name }: что сообщают релизы
brief-part =
    { $part ->
        [overview] Обзор
        [visits] Визиты в Казахстан
        [there] Визиты из Казахстана
        [documents] Документы
        [talks] Переговоры и звонки вне этих визитов
        [missions] Представительства и послы
        [trade] Торговля и инвестиции
       *[plans] Планы и отменённое
    }
brief-none =
    { $part ->
        [visits] о визитах не сообщается
        [documents] о документах не сообщается
        [talks] о переговорах и звонках не сообщается
        [missions] об открытии представительств, назначениях и верительных грамотах не сообщается
        [trade] цифр нет
       *[plans] о планах не сообщается
    }
brief-entries =
    { $count ->
        [one] { $count } запись
        [few] { $count } записи
       *[other] { $count } записей
    }
brief-ahead =
    { $count ->
        [one] { $count } план
        [few] { $count } плана
       *[other] { $count } планов
    }
brief-visit-end =
    { $end ->
        [first] Первый из упомянутых: { $what }
       *[last] Последний: { $what }
    }
brief-newest =
    { $which ->
        [next] Ближайший: { $what }
        [off] Последнее, что не состоялось: { $what }
       *[newest] Последнее: { $what }
    }
brief-figure =
    { $measure ->
        [trade] товарооборот
        [export] экспорт
        [import] импорт
       *[investment] инвестиции
    }, { $part ->
        [part] часть { $year } года
        [none] год не указан
        [since] с { $year } года
        [planned] намерения
       *[full] { $year } год
    }: { $figure } (релиз от { $date })
brief-amount = { $value }{ $scale ->
        [thousand] {" "}тыс.
        [million] {" "}млн
        [billion] {" "}млрд
       *[one] {""}
    } { $currency ->
        [USD] долларов США
        [EUR] евро
        [KZT] тенге
        [RUB] рублей
        [GBP] фунтов стерлингов
        [CNY] юаней
       *[other] { $currency }
    }
brief-named = по названию – { $count }
brief-consul = консул
brief-act =
    { $act ->
        [credentials] вручение верительных грамот
        [copies] вручение копий верительных грамот
        [appointed] назначение
       *[call] разговор по телефону или видеосвязи
    }
brief-mission =
    { $mission ->
        [embassy] открытие посольства
        [consulate] открытие консульства
       *[honorary_consulate] открытие почётного консульства
    }
brief-way =
    { $way ->
        [here] в Казахстан
       *[there] из Казахстана
    }
brief-no-contact = О контактах с указанием даты не сообщается.
brief-since =
    Последний контакт, о котором сообщается: { $last }{ $length ->
        [none] {""}
       *[other] ; с тех пор, вплоть до самого нового релиза от { $newest }, ни об одном не сообщается ({ $length })
    }
brief-gap = Самый долгий перерыв в контактах, о которых сообщается: с { $first } по { $last } ({ $length })
brief-length =
    { $months ->
        [0] { $days ->
            [one] { $days } день
            [few] { $days } дня
           *[other] { $days } дней
        }
        [one] около { $months } месяца
       *[other] около { $months } месяцев
    }
brief-source = Релиз от { $release }
brief-button =
    { $part ->
        [overview] Обзор
        [visits] В Казахстан
        [there] Из Казахстана
        [documents] Документы
        [talks] Переговоры, звонки
        [missions] Посольства, послы
        [trade] Торговля
       *[plans] Планы
    }
brief-which = О какой стране подготовить справку? Вот те, с которыми у Казахстана больше всего контактов; любую другую или организацию можно написать после команды: /country Гана
brief-unclear =
    { $what ->
        [home] Релизы – казахстанские, а справка – об отношениях с другой страной. Например:
        [region] Справка готовится по одной стране. В этом регионе больше всего контактов с такими:
        [several] Что из этого имеется в виду?
        [guess] Страны или организации с таким названием я не знаю. Может быть, одна из этих?
       *[unknown] Страны или организации с таким названием я не знаю. Больше всего контактов у Казахстана с такими:
    }
command-country = Справка о стране

## Файлы ответа

sheet-rows = Ответ
sheet-origin = Источник
file-made = Составлено: { $time } (время Астаны)
yes = да
day-unknown = точный день не указан
column =
    { $name ->
        [item] №
        [who] Кто или что
        [person] Имя
        [role] Должность
        [country] Страна
        [country_code] Код страны
        [organization] Организация
        [date] Дата
        [city] Город
        [to_country] Куда
        [to_country_code] Код страны назначения
        [form] Вид визита
        [first_ever] Впервые
        [quote] Дословная цитата
        [title] Пресс-релиз
        [published] Опубликовано
        [language] Язык
       *[url] Адрес
    }
button-csv = CSV
button-xlsx = Excel
button-ics = Календарь
file-rows =
    { $rows ->
        [one] { $rows } строка
        [few] { $rows } строки
        [many] { $rows } строк
       *[other] { $rows } строки
    }
file-left-out =
    { $rows ->
        [one] { $rows } строка не вошла: у неё нет даты.
        [few] { $rows } строки не вошли: у них нет даты.
        [many] { $rows } строк не вошло: у них нет даты.
       *[other] { $rows } строки не вошли: у них нет даты.
    }
file-empty = В пресс-релизах больше нет ничего, что могло бы войти в такой файл.

## Handling an answer

button-sources = Источники
button-otherwise = Понять иначе
button-year = То же за { $argument }
button-table = Таблицей
sources-title = Источники – со всеми цитатами:
follow-up-year = А в { $year } году?
button-private = В личном чате
release-by-text = Этот текст взят из релиза; дословно совпадает { $share } %:
release-unknown = Я не нашёл релиза, из которого взят этот текст. Пришлите ссылку на релиз или его заголовок – либо задайте вопрос своими словами.
release-gone = Такого релиза среди доступных нет.
release-versions = На других языках:
release-retold = О том же:
release-events = О чём в нём говорится:
event-kind =
    { $kind ->
        [visit] Визит
        [talks] Встреча
        [call] Телефонный или видеоразговор
        [document] Документ
        [appointment] Назначение
        [credentials] Верительные грамоты
       *[opening] Открытие представительства
    }
answer-gone = Этот ответ больше не хранится. Задайте вопрос ещё раз.
button-read = Читать релиз
cite-as = «{ $title }», Министерство иностранных дел Республики Казахстан, { $date }, { $url }
inline-list = Весь список, по строке на каждый визит или событие
inline-nothing = О «{ $query }» в релизах ничего не сказано.
inline-nothing-hint = Попробуйте другие слова или спросите самого бота
inline-open = Спросить самого бота
inline-question = Какие { $query } посетили Казахстан?

## Сообщения об ответах

button-row-wrong = Ошибка в строке
button-answer-wrong = Неверно
button-missing = Чего-то нет
report-row-wrong = Записано, спасибо. Какая строка неверна и почему? Если хотите, ответьте на это сообщение: номер строки и пара слов.
report-answer-wrong = Записано, спасибо. Что неверно? Если хотите, ответьте на это сообщение парой слов.
report-missing = Записано, спасибо. Чего не хватает? Если хотите, ответьте на это сообщение парой слов или ссылкой на релиз.
report-commented = Спасибо, это добавлено к вашему сообщению.

## Команды владельца

command-status = Состояние бота
command-users = Сколько пользователей
command-reindex = Обновить индекс
command-feedback = Сообщения об ответах
command-block = Заблокировать по id
command-unblock = Разблокировать по id
owner-none = нет
owner-never = никогда
owner-status-broken = Бот неисправен: индекс или база не читаются. Подробности в журнале.
owner-status-sync = Сайт прочитан: { $time }
owner-status-site = Отказ сайта: { $words }
owner-status-index = Индекс: построен { $built }; новейший релиз { $newest }; релизов: { $releases }
owner-status-queue = Обновлений в очереди: { $open }
owner-status-answers = Ответы: { $total } с запуска, { $hour } за последний час
owner-status-errors = Ошибки: { $total } с запуска, { $hour } за последний час
owner-status-classes = Ошибки по видам: { $classes }
owner-status-calls = Отказы Telegram: { $classes }
owner-status-memory = Память: { $megabytes } МБ
owner-status-uptime = Работает: { $span }
owner-status-versions = Версии: Elshi { $elshi }, Python { $python }, python-telegram-bot { $library }
owner-users =
    Пользователей: { $users }
    Активны за сутки: { $day }
    Активны за неделю: { $week }
    Групп: { $groups }
    Заблокировано вами: { $blocked }
    Языки: английский { $en }, русский { $ru }, казахский { $kk }
owner-block-whom = Укажите один id: /block 123456789 или /unblock 123456789. У групп id отрицательный; владельцев заблокировать нельзя.
owner-blocked = { $id }: доступ закрыт, бот не отвечает.
owner-unblocked = { $id }: доступ снова открыт.
owner-not-blocked = { $id }: доступ не был закрыт.
owner-reports =
    { $count ->
        [0] Сообщений об ответах нет.
        [one] { $count } сообщение об ответах. Выгрузить: elshi feedback export.
        [few] { $count } сообщения об ответах, сначала новые. Выгрузить все: elshi feedback export.
       *[other] { $count } сообщений об ответах, сначала новые. Выгрузить все: elshi feedback export.
    }
owner-report =
    { $id }. { $problem ->
        [missing] чего-то нет
       *[wrong] неверно
    }, ответ { $key }
owner-reindex-how = /reindex обновляет индекс, /reindex rebuild строит его с нуля.
owner-reindex-runs = Индекс уже строится.
owner-reindex-begins = Индекс строится…
owner-reindex-runs-at = Индекс строится… { $line }
owner-reindex-done = Индекс готов. { $line }
owner-reindex-failed = Индекс остался прежним. { $line }

## Web page

cite-author = Министерство иностранных дел Республики Казахстан
cite-line = { $author }. { $title }. { $date } URL: { $url } (дата обращения через Elshi: { $read }).
event-standing =
    { $standing ->
        [happened] состоялось
        [planned] планируется
        [cancelled] отменено
        [postponed] перенесено
        [denied] опровергнуто
       *[any] не важно
    }
page-name = Elshi
page-headline = Что говорят релизы МИД Казахстана?
page-tagline = Ответы по пресс-релизам Министерства иностранных дел Казахстана: за каждым стоит дословная цитата и ссылка на релиз.
page-skip = Перейти к содержанию
page-sections = Разделы
page-languages = Язык
page-ask = Вопрос
page-events = События
page-about = О сервисе
page-footer = Сервис не принадлежит министерству. Без файлов cookie, без слежки, без содержимого с других сайтов.
page-question = Ваш вопрос
page-hint = По-русски, по-казахски или по-английски: кто к кому приезжал, что подписали, что сказали и когда.
page-submit = Спросить
page-examples = Например
page-own-language = Показать ответ по-русски
page-given = Ответ в том виде, в каком он был дан: { $time } (время Астаны).
page-again = Спросить заново
page-gone = Этот ответ больше не хранится, но вопрос сохранился.
page-cite = Сослаться
page-further =
    { $count ->
        [one] Об этом же – ещё { $count } релиз
        [few] Об этом же – ещё { $count } релиза
       *[other] Об этом же – ещё { $count } релизов
    }
page-near =
    { $count ->
        [one] Близко, но не подошло: { $count } событие
        [few] Близко, но не подошло: { $count } события
       *[other] Близко, но не подошло: { $count } событий
    }
page-scope = Где искали
page-snapshot = Индекс:
page-permanent = Ссылка на этот ответ
page-permanent-hint = По этой ссылке ответ останется таким, как здесь, что бы ни опубликовали позже.
page-download = Скачать:
page-pages = Страницы
page-previous = ‹ Назад
page-next = Вперёд ›
page-of = { $page } из { $pages }
page-events-headline = События, о которых сообщают релизы
page-events-lead = Визиты, переговоры, звонки, подписания, назначения и открытия – каждое с предложением, в котором о нём сказано.
page-choose = Отбор событий
page-any = не важно
page-countries = Страны
page-regions = Регионы
page-kind = Вид
page-role = Ранг
page-from = Кто: страна или регион
page-to = Куда: страна или регион
page-city = Город
page-status = Состоялось ли
page-since = С даты
page-until = По дату
page-order = Порядок
page-order-name =
    { $order ->
        [newest] сначала новые
       *[oldest] сначала старые
    }
page-order-turn = изменить порядок
page-show = Показать
page-reset = Сбросить
page-wrong-date = Одну из дат не удалось прочесть, она не учтена. Дата пишется так: 2025-06-03.
page-found =
    { $count ->
        [0] О таких событиях релизы не сообщают
        [one] { $count } событие
        [few] { $count } события
       *[other] { $count } событий
    }
page-csv = Скачать эти строки (CSV)
page-csv-most = Число событий, которые войдут в файл: { $count }.
page-date = Дата
page-what = Что
page-who = Кто
page-where = Где
page-sentence = Цитата и источник
page-source = Показать цитату
page-number = { $count }
page-not-found = Такой страницы нет. Вопрос можно задать здесь:
page-busy = Сейчас ответить не получается. Попробуйте, пожалуйста, через полминуты.
page-how = Как составляется ответ
page-how-told = Каждое утверждение дословно стоит в релизе, и ссылка ведёт к нему. При списке указано, где искали, как понят вопрос и что не вошло. Чего в релизах нет, то не додумывается: тогда ответ в том, что релизы об этом молчат. Даты события, публикации и чтения релиза различаются.
page-privacy = Что хранится
page-privacy-told = Вопросы хранятся вместе с ответами, чтобы ссылки на ответы работали, но без сведений о том, кто спросил: ни имени, ни адреса, ни файлов cookie. Сетевые адреса учитываются одну минуту, чтобы никто не спрашивал слишком много сразу, и затем забываются. Не пишите в вопросе того, чего не должны видеть другие: ответ откроет каждый, у кого есть ссылка.
page-citing = Как ссылаться
page-citing-told = «{ page-cite }» под цитатой даёт готовую строку для вашего текста, одно нажатие выделяет её целиком. Приведите рядом и ссылку на ответ: по ней он останется прежним. Тексты релизов принадлежат министерству, таблицами событий можно пользоваться свободно.
## Watches

button-watch = Следить
button-watches = Мои подписки
button-watch-pause = Приостановить
button-watch-resume = Возобновить
button-watch-delete = Удалить
button-quiet = Тихие часы: { $hours }
button-quiet-back = Тихие часы
button-zone = Время: { $zone }
command-watch = Сообщать, когда что-то произойдёт
command-watches = Ваши подписки: приостановить, удалить
watch-what = Напишите после команды, о чём вам сообщать, например: /watch министры иностранных дел стран Африки в Астане
watch-past = Это вопрос о прошлом, ничего нового к нему не прибавится. Уберите дату, чтобы узнавать о предстоящем, или просто задайте вопрос, чтобы получить ответ.
watch-too-many =
    { $limit ->
        [one] У вас может быть не больше { $limit } подписки. Сначала удалите её: /watches
       *[other] У вас может быть не больше { $limit } подписок. Сначала удалите одну из них: /watches
    }
watch-set = Вы узнаете о каждом новом событии один раз, как только о нём сообщат релизы.
watch-read-as =
    { $kind ->
        [topic] Подписка: релизы с ответом на запрос «{ $what }»
       *[events] Подписка: { $what }
    }
watch-mode =
    { $mode ->
        [daily] раз в день
        [weekly] раз в неделю
       *[now] сразу
    }
watch-tells = Сообщать: { $how }
watch-paused = приостановлена
watch-deleted = Удалено: { $name }
watch-gone = Этой подписки уже нет.
not-your-watch = Это чужая подписка. Удалить её могут администраторы группы.
watches-title = Подписки в этом чате и как часто приходят сообщения. Чтобы изменить подписку, нажмите её номер:
watches-none = В этом чате нет подписок. Завести её можно так: /watch министры иностранных дел стран Африки в Астане
quiet-choice =
    Тихие часы: { $hours }

    То, что придётся на это время, придёт по его окончании. Другие часы можно задать так: /watches 21-07
quiet-what = Тихие часы задаются так: /watches 22-08 или, с часовым поясом по IANA, /watches 22-08 Europe/Paris. Список подписок – команда /watches без слов после неё.
quiet-none = нет
zone-choice = По времени какого города считать тихие часы и время сводок?
notice-kind =
    { $kind ->
        [visit] Визит
        [talks] Встреча
        [call] Разговор
        [document] Подписан документ
        [appointment] Назначение
        [credentials] Вручение верительных грамот
       *[opening] Открытие загранучреждения
    }
notice-watch = Ваша подписка: { $name }
notice-repeated = Возможно, это повтор: бот не знает, дошло ли сообщение до вас раньше.
channel-news =
    { $count ->
        [one] { $count } новый релиз
        [few] { $count } новых релиза
       *[other] { $count } новых релизов
    }

## Диаграммы

chart-by =
    { $by ->
        [year] По годам
        [quarter] По кварталам
        [month] По месяцам
        [region] По регионам
        [role] По должностям
       *[country] По странам
    }, всего { $count }
chart-map =
    { $countries ->
        [one] { $countries } страна
        [few] { $countries } страны
        [many] { $countries } стран
       *[other] { $countries } страны
    }, всего { $count ->
        [one] { $count } раз
        [few] { $count } раза
        [many] { $count } раз
       *[other] { $count } раза
    }
chart-alt = { $subtitle }: { $numbers }.
chart-source = Источник: пресс-релизы МИД Казахстана, обработано Elshi { $date }
chart-rest =
    { $count ->
        [one] Ещё { $count } случай без таких сведений не показан
        [few] Ещё { $count } случая без таких сведений не показаны
        [many] Ещё { $count } случаев без таких сведений не показаны
       *[other] Ещё { $count } случая без таких сведений не показаны
    }
chart-others = Не показано: ещё { $labels }, всего { $count }
chart-legend = Сколько раз
chart-none = Для рисунка здесь слишком мало данных.
button-chart = Диаграмма
button-map = Карта
button-by =
    { $argument ->
        [year] Годы
        [quarter] Кварталы
        [month] Месяцы
        [region] Регионы
        [role] Должности
       *[country] Страны
    }

## Объявления

command-broadcast = Написать всем
broadcast-how = Напишите объявление после команды: /broadcast Завтра с 9 до 10 бот не работает.
broadcast-confirm =
    { $count ->
        [one] Так это будет выглядеть. Отправить { $count } пользователю?
       *[other] Так это будет выглядеть. Отправить { $count } пользователям?
    }
broadcast-send = Отправить
broadcast-drop = Не отправлять
broadcast-stop = Остановить
broadcast-progress =
    { $stage ->
        [running] Отправляется.
        [done] Отправлено.
       *[stopped] Остановлено.
    } Получили { $sent } из { $all }; пропущено, так как ушли: { $skipped }; неизвестно, дошло ли: { $unclear }.
