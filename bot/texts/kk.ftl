# Пайдаланушылар қазақша оқитын мәтіндер.

## Pages

greeting =
    Елші Қазақстан Сыртқы істер министрлігінің баспасөз релиздері бойынша сұрақтарға жауап береді. Әр тұжырым релизде сөзбе-сөз тұрған сөйлеммен және сол релиздің сілтемесімен беріледі.

    Қазақша, орысша немесе ағылшынша сұраңыз не мысалдардың бірін таңдаңыз:

    1. { example-1 }
    2. { example-2 }
    3. { example-3 }
help =
    Адамнан сұрағандай сұраңыз: кім кімге келді, қандай құжатқа қол қойылды, кім не айтты және қашан. Сұрақ алдыңғысын жалғастыра алады: «Ал 2024 жылы ше?» Релиздерде жауап болмаса, бот солай деп айтады және ең жақын релиздерді көрсетеді.

    Сұрағыңызды түзетсеңіз, жауабы да түзетіледі. Жауап астындағы батырмалар дереккөздерін, кестесін не басқа жылды көрсетеді.

    Мәтінді басқа чаттан жіберіңіз не көшіріп қойыңыз, болмаса сілтеме жіберіңіз: бот оның қай релизден алынғанын, басқа тілдердегі нұсқаларын және онда айтылған оқиғаларды көрсетеді.

    Кез келген басқа чатта @{ $bot } деп, бірнеше сөз теріңіз, мысалы «@{ $bot } Африка министрлері 2025»: дәйексөзді дереккөзімен бірге жібере аласыз.

    Топта /ask пәрменімен, @{ $bot } деп атап немесе боттың хабарламасына жауап беріп сұраңыз.

    /ask – сұрақ қою
    /watch – жаңа оқиға болғанда хабарлау
    /watches – жазылымдарыңыз
    /new – бұрынғы сұрақтарсыз қайта бастау
    /country – ел туралы анықтама: сапарлар, құжаттар, сауда
    /language – боттың тілін таңдау
    /about – бот қайдан іздейді, деректер қаншалықты жаңа
    /privacy – сіз туралы не сақталады
    /forget – сіз туралы сақталғанды жою
about =
    { $releases ->
        [0] Релиздер әлі жүктелген жоқ.
       *[other] Елші Қазақстан Сыртқы істер министрлігінің { $releases } релизінен іздейді.
    }
about-languages = Ағылшынша: { $en }, орысша: { $ru }, қазақша: { $kk }
about-newest = Ең жаңа релиз: { $date }
about-updated = Соңғы жаңарту: { $time } (Астана уақыты)
about-synced = Министрлік сайты соңғы рет оқылды: { $time } (Астана уақыты)
about-refused = { $time } (Астана уақыты) бастап министрлік сайты бағдарламаларға жауап бермейді. Бот сақталған хабарламалар бойынша жауап береді және сайтқа кейінірек қайта жүгінеді.
about-invented = Бұл релиздер ойдан шығарылған, олар ботты сынап көруге арналған. Оларда жаңалық жоқ.
about-source = Релиздер gov.kz сайтынан алынған. Бот министрліктің қызметі емес.
privacy =
    Бот сіз туралы мыналарды сақтайды:
    • сіз таңдаған тіл және соңғы сұрағыңыздың тілі;
    • ботқа жазғаныңыз: қай чатта және соңғы рет қашан;
    • чаттағы соңғы сұрақтарыңыз – { $minutes } минут бойы, нақтылау сұрағы неге қатысты екенін түсіну үшін;
    • әр сұрақ пен оның жауабы – { $days } күн бойы, астындағы батырмалар жұмыс істеуі үшін;
    • жауап туралы хабарлағаныңыз, пікіріңізбен бірге, – сонша уақыт;
    • сізге көрсетілген тізімдер – { $lists } күн бойы;
    • жауап күтіп тұрған сұрақ – жауап берілгенше;
    • жазылымдарыңыз, олар бойынша хабарланғаны және тыныш сағаттар – өзіңіз жойғанша;
    • мәтінсіз хабарлама нөмірлері – { $numbers } күн бойы, екі рет жауап бермеу үшін.

    { $logged ->
        [on] Бот иесінің шешімімен сұрақтар журналға жазылады, бірақ атыңыз көрсетілмейді.
       *[off] Сұрақтарыңыз журналға жазылмайды.
    } /new әңгімені аяқтайды. /forget сіз туралы сақталғанның бәрін, қателер туралы хабарламаларыңызды да жояды; тек хабарлама нөмірлері және, егер бот иесі сізді бұғаттаса, идентификаторыңыз қалады.
language-choice =
    Бот қай тілде сөйлесін?

    Сұрақтарды ол үш тілде де түсінеді. «{ button-language-auto }» дегені – әр жауап сұрақтың тілінде беріледі.
language-set = Енді бот қазақша сөйлейді.
language-auto = Енді әр жауап сұрақтың тілінде беріледі.

## Examples, and the buttons that ask them

example-1 = Африка елдерінің қандай сыртқы істер министрлері Астанаға келді?
example-1-label = Африка министрлері
example-2 = 2025 жылғы маусымда Қазақстан мен Буркина-Фасо қандай құжатқа қол қойды?
example-2-label = Буркина-Фасо, 2025
example-3 = 2025 жылы Астанаға кімдер келді?
example-3-label = 2025 жылғы сапарлар
example-asked = Сіздің сұрағыңыз: { $question }

## Buttons

button-help = Анықтама
button-language = Тіл
button-about = Бот туралы
button-privacy = Құпиялық
button-back = Артқа
button-language-auto = Сұрақ тілінде
button-page = { $page }/{ $pages }
button-why = Неге осылар?
button-near = Не жақын келді?
button-to-list = Тізімге қайту
button-more = Тағы…
button-less = Жинау

## Short replies

rate-limit = Бір минутта { $limit } сұрақ қоюға болады. { $seconds } секундтан кейін жалғастырыңыз.
error = Бір қате шығып, сұрағыңыз жауапсыз қалды. Сәл кейінірек қайталап көріңіз. Бот иесіне арналған код: { $reference }
unknown-content = Мен тек мәтінді түсінемін. Сұрағыңызды сөзбен жазыңыз.
unknown-command = Мұндай пәрмен жоқ. Боттың не істей алатынын /help көрсетеді.
too-long = Бұл сұрақта { $limit } таңбадан көп. Оны қысқартып немесе бөліп қойыңыз.
late = Жауап кешігіп келді: сіз сұраған кезде бот жұмыс істемей тұрған.
not-allowed = Бұл бот тек иесі рұқсат берген адамдарға жауап береді. Бот иесіне айтатын нөміріңіз: { $id }
group-hint = Сәлеметсіздер ме! Бұл топта мен тек сұраған кезде жауап беремін: /ask пәрменімен, @{ $bot } деп атағанда немесе хабарламама жауап бергенде.
ask-what = Сұрақты пәрменнен кейін жазыңыз, мысалы: /ask { example-3 }
new-started = Жаңа әңгіме басталды: бұрынғы сұрақтар ескерілмейді.
forgotten = Сіз туралы сақталғанның бәрі жойылды.
outdated-buttons = Бұл батырмалар ескірген. Жаңасын алу үшін /start жіберіңіз.
not-your-buttons = Бұл – басқа адамның батырмалары. Өзіңіздікін алу үшін /start жіберіңіз.
outdated-list = Бұл тізім ескірген. Жаңасын алу үшін сұрақты қайта қойыңыз.
not-your-list = Бұл тізімді басқа адам сұраған. Өзіңіздікін алу үшін сұрақты өзіңіз қойыңыз.

## Commands, as listed in the menu

command-start = Бастау – сұрақ мысалдарымен
command-ask = Сұрақ қою
command-new = Жаңа әңгіме бастау
command-help = Қалай сұрау керек
command-language = Тілді таңдау
command-about = Бот қайдан іздейді, деректер қаншалықты жаңа
command-privacy = Сіз туралы не сақталады
command-forget = Сіз туралы сақталғанды жою

## Descriptions of the bot

description =
    Қазақстан Сыртқы істер министрлігінің баспасөз релиздері бойынша сұраңыз: кім келді, неге қол қойылды, не айтылды. Әр жауапта релизден сөзбе-сөз үзінді мен оның сілтемесі бар.

    Қазақша, Русский, English
short-description = Қазақстан СІМ баспасөз релиздері бойынша үзінді мен сілтемесі бар жауап береді.

## Layout of an answer

nearest-releases = Сұраққа ең жақыны:
source-in-en = ағылшынша
source-in-ru = орысша
source-in-kk = қазақша
source-edited = бетке өзгеріс енгізілгені { $date } байқалған
scope-searched = { $releases } релиз қаралды
scope-newest = , соңғысы – { $date }
scope-read = Былай түсінілді: { $interpretation }

## Answers

answer-found =
    { $releases ->
        [one] Релиздерде былай делінген:
       *[other] Бұл туралы { $releases } релизде айтылған, алдымен сұраққа ең жақыны:
    }
answer-countries = { $count } ел: { $names }.
answer-otherwise = Хабарламалар бойынша, олай болмаған:
answer-ranked =
    { $name }: { $figure } ({ $year }) – релиздерде дерегі бар { $count } елдің ішіндегі ең { $which ->
        [least] төмен
       *[most] жоғары
    } көрсеткіш.
answer-nothing = Релиздерден бұл сұраққа жауап табылмады.
worded-by-model = Тілдік модель тұжырымдады; әр сөйлем төмендегі дәйексөздермен салыстырып тексерілді.
read-as-topic = { $words }
read-continued =
    { $names ->
        [none] алдыңғы сұрақпен бірге
       *[other] алдыңғы сұрақпен бірге: { $names }
    }
sample-notice = Ойдан шығарылған үлгі.
chat-hint = Релиздер туралы сұраңыз. «{ chat-why }» деген сөз тізімге не енбегенін көрсетеді. Бос жол немесе Ctrl-D әңгімені аяқтайды.
chat-why = неге

## Answers from events

role-name =
    { $role ->
        [foreign_minister] сыртқы істер министрі
        [deputy_foreign_minister] сыртқы істер министрінің орынбасары
        [president] президент
        [prime_minister] премьер-министр
        [deputy_prime_minister] премьер-министрдің орынбасары
        [speaker] парламент төрағасы
        [ambassador] елші
        [special_representative] арнайы өкіл
        [minister] министр
        [organization_head] ұйым басшысы
        [delegation] делегация
       *[other] басқа лауазымды тұлға
    }
visitors =
    { $role ->
        [foreign_minister] { $count } сыртқы істер министрі
        [deputy_foreign_minister] { $count } сыртқы істер министрінің орынбасары
        [president] { $count } президент
        [prime_minister] { $count } премьер-министр
        [deputy_prime_minister] { $count } премьер-министрдің орынбасары
        [speaker] { $count } парламент төрағасы
        [ambassador] { $count } елші
        [special_representative] { $count } арнайы өкіл
        [minister] { $count } министр
        [organization_head] { $count } ұйым басшысы
        [leaders] { $count } мемлекет не үкімет басшысы
        [other] { $count } елдің не ұйымның өкілдері
       *[countries] { $count } елдің өкілдері
    }
visitors-of = { $origin } { $who }
visitors-came =
    { $count ->
        [one] { $place } { $who } келді
       *[other] { $place } { $who } келді
    }
guests-came = { $place } { $who } келді
visitors-found =
    { $count ->
        [one] { $who } табылды
       *[other] { $who } табылды
    }
visits-told =
    { $count ->
        [one] { $count } сапар
       *[other] { $count } сапар
    }
visits-not-made =
    { $status ->
        [planned] { $count } сапар жоспарланған
        [called-off] { $count } сапар болмай қалған
       *[mixed] { $count } сапар жоспарланған немесе болмай қалған
    }
countries-visited =
    { $count ->
        [one] { $count } елге сапар жасалды
       *[other] { $count } елге сапар жасалды
    }
cities-visited =
    { $count ->
        [one] { $count } қалаға сапар жасалды
       *[other] { $count } қалаға сапар жасалды
    }
events-found =
    { $kind ->
        [talks] { $count } кездесу айтылған
        [call] телефон не бейнебайланыс арқылы { $count } әңгіме айтылған
        [document] { $count } құжатқа қол қойылды
        [appointment] { $count } тағайындау айтылған
        [credentials] { $count } сенім грамотасы тапсырылды
        [opening] { $count } өкілдік ашылды
       *[other] { $count } оқиға айтылған
    }
event-first = Бірінші сапар: { $what }.
event-latest = Соңғы сапар: { $what }.
event-most-often = Ең жиі ({ $times } рет): { $what }.
event-more-than-once =
    { $least ->
        [2] Бір реттен көп
       *[other] Кемінде { $least } рет
    }: { $what }.
event-yes = Иә: { $what }.
event-none =
    { $kind ->
        [visit] { $releases } релизде мұндай сапар жоқ ({ $first } мен { $last } аралығында жарияланған)
       *[other] { $releases } релизде мұндай оқиға жоқ ({ $first } мен { $last } аралығында жарияланған)
    }
event-corrected =
    { $reason ->
        [planned] Мұндай сапар болған жоқ: ол тек жоспарланған ({ $what }).
        [cancelled] Мұндай сапар болған жоқ: одан бас тартылды ({ $what }).
        [postponed] Мұндай сапар болған жоқ: ол кейінге қалдырылды ({ $what }).
        [denied] Мұндай сапар болған жоқ: ол туралы хабар жоққа шығарылды ({ $what }).
        [took_place] Сапар өтті: { $what }.
        [other_rank] Мұндай сапар болған жоқ; басқа дәрежедегі тұлға келді: { $what }.
        [other_city] Мұндай сапар болған жоқ; сапар басқа қалаға болды: { $what }.
        [no_city] Мұндай сапар айтылмаған; релизде қала аталмаған: { $what }.
        [elsewhere] Мұндай сапар болған жоқ; бұл басқа елде болды: { $what }.
        [other_form] Сапар болды, бірақ басқа түрде: { $what }.
        [transit] Мұндай сапар болған жоқ, тек техникалық аялдама болды: { $what }.
        [contact] Мұндай сапар болған жоқ; телефон не бейнебайланыс арқылы сөйлесті: { $what }.
        [off_topic] Сапар болды, бірақ релиздерде ол туралы мұндай айтылмаған: { $what }.
       *[outside_period] Ол кезде мұндай сапар болған жоқ; сапар басқа уақытта болды: { $what }.
    }
near-reason =
    { $reason ->
        [planned] жоспарланған
        [cancelled] бас тартылған
        [postponed] кейінге қалдырылған
        [denied] жоққа шығарылған
        [took_place] өткен
        [other_rank] басқа дәреже
        [other_city] басқа қала
        [no_city] қала аталмаған
        [elsewhere] басқа елде
        [other_form] басқа түрде
        [transit] жолай
        [contact] телефон не бейнебайланыс арқылы
        [outside_period] басқа уақытта
        [off_topic] басқа жағдайда
       *[undated] күні көрсетілмеген
    }
visit-form =
    { $form ->
        [official] ресми сапар
        [working] жұмыс сапары
        [state] мемлекеттік сапар
        [transit] транзит
       *[conference] конференция
    }
first-ever = тұңғыш рет
undated = күні көрсетілмеген
certificate-found = { $count } тармақ табылды.
certificate-unheld = Ескерілмеді, өйткені бұл оқиғалар туралы релиздерде ондай сөз жоқ: { $words }.
certificate-left-out = Жақын болса да, енбегендері: { $counts }.
certificate-more = Тағы { $count } жағдай жақын.
near-misses = Тізімге енбеген жақын жағдайлар:
near-misses-none = Жақын жағдай жоқ.
also-read-as = Сұрақты былай да түсінуге болады: { $interpretation }.
also-in = Бұл { $languages } де бар.
also-told = Бұл туралы тағы:
quoted-above = { $place }-тармақта келтірілген.
read-as-releases = мына туралы айтылған релиздер: { $names }
read-as-newest = ең жаңа релиздер{ $when ->
        [none] {""}
       *[other] , { $when }
    }
release-mentions = Бұл туралы { $count } релизде айтылған.

release-news =
    Бұл туралы { $total } релизде айтылған{ $total ->
        [1] .
       *[other] , алдымен жаңалары.
    }{ $left ->
        [0] {""}
       *[other] {" "}Мұнда ең жаңа { $count } релиз келтірілген.
    }

releases-newest = Ең жаңа релиздер, алдымен соңғылары.

## Questions as read

read-as = { $core }{ $clauses ->
        [none] {""}
       *[other] ; { $clauses }
    }
read-kind =
    { $kind ->
        [talks] кездесулер мен келіссөздер
        [call] телефон және бейнебайланыс арқылы әңгімелер
        [document] қол қойылған құжаттар
        [appointment] тағайындаулар
        [credentials] сенім грамоталарын тапсыру
       *[opening] шетелдегі мекемелердің ашылуы
    }
read-visits =
    { $from ->
        [none] {""}
       *[other] { $from }{" "}
    }{ $who ->
        [none] {""}
       *[other] { $who }{" "}
    }{ $to ->
        [none] {""}
       *[other] { $to }{" "}
    }{ $who ->
        [none] сапарлар
       *[other] сапарлары
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
        [home] Қазақстанға
        [capital] Астанаға
        [away] шетелге
       *[city] { $cities } қаласына
    }
read-who =
    { $role ->
        [foreign_minister] сыртқы істер министрлерінің
        [deputy_foreign_minister] сыртқы істер министрлері орынбасарларының
        [president] президенттердің
        [prime_minister] премьер-министрлердің
        [deputy_prime_minister] премьер-министрлер орынбасарларының
        [speaker] парламент төрағаларының
        [ambassador] елшілердің
        [special_representative] арнайы өкілдердің
        [ministers] министрлердің
        [minister] басқа министрлердің
        [organization_head] халықаралық ұйымдар басшыларының
        [delegation] делегациялардың
        [anybody] өкілдердің
       *[other] басқа қонақтардың
    }
read-who-of =
    { $role ->
        [foreign_minister] сыртқы істер министрлерінің
        [deputy_foreign_minister] сыртқы істер министрлері орынбасарларының
        [president] президенттерінің
        [prime_minister] премьер-министрлерінің
        [deputy_prime_minister] премьер-министрлері орынбасарларының
        [speaker] парламент төрағаларының
        [ambassador] елшілерінің
        [special_representative] арнайы өкілдерінің
        [ministers] министрлерінің
        [minister] басқа министрлерінің
        [organization_head] халықаралық ұйымдар басшыларының
        [delegation] делегацияларының
        [anybody] өкілдерінің
       *[other] басқа қонақтарының
    }
read-who-plain =
    { $role ->
        [foreign_minister] сыртқы істер министрлері
        [deputy_foreign_minister] сыртқы істер министрлерінің орынбасарлары
        [president] президенттер
        [prime_minister] премьер-министрлер
        [deputy_prime_minister] премьер-министрлердің орынбасарлары
        [speaker] парламент төрағалары
        [ambassador] елшілер
        [special_representative] арнайы өкілдер
        [ministers] министрлер
        [minister] басқа министрлер
        [organization_head] халықаралық ұйымдардың басшылары
        [delegation] делегациялар
       *[other] басқа қонақтар
    }
read-clause =
    { $field ->
        [who] кім: { $names }
        [person] аты-жөні: { $names }
        [from] қайдан: { $names }
        [with] кіммен: { $names }
        [to] қайда: { $names }
        [where] өткен жері: { $names }
        [except] есептелмейді: { $names }
        [besides] қоса атқаратын қызметі: { $names }
       *[topic] мына сөздермен: { $names }
    }
read-form =
    { $form ->
        [official] тек ресми сапарлар
        [working] тек жұмыс сапарлары
        [state] тек мемлекеттік сапарлар
        [transit] жол-жөнекей аялдау
        [conference] конференцияларға қатысу
        [not-official] ресми сапарларсыз
        [not-working] жұмыс сапарларынсыз
        [not-state] мемлекеттік сапарларсыз
        [not-transit] жол-жөнекей аялдаусыз
       *[not-conference] конференцияларға қатысуды қоспағанда
    }
read-document =
    { $document ->
        [agreement] келісімдер мен шарттар
        [memorandum] меморандумдар
        [protocol] хаттамалар
        [statement] мәлімдемелер мен декларациялар
       *[plan] жоспарлар, бағдарламалар мен жол карталары
    }
read-mission =
    { $mission ->
        [embassy] елшіліктер
        [consulate] консулдықтар
       *[honorary_consulate] құрметті консулдықтар
    }
read-first-ever = тек тарихтағы алғашқы сапарлар
read-status =
    { $status ->
        [planned] жоспарланғаны
        [cancelled] болмай қалғаны
        [postponed] кейінге қалдырылғаны
       *[denied] теріске шығарылғаны
    }
read-shape =
    { $shape ->
        [count] қанша
        [exists] болды ма
        [first] кім бірінші
        [latest] { $limit ->
            [0] кім соңғы
           *[other] соңғы { $limit }
        }
        [most_often] кім ең жиі
        [more_than_once] { $limit ->
            [0] бір реттен көп
           *[other] кемінде { $limit } рет
        }
        [compare] салыстыру
       *[when] қашан
    }
read-each =
    { $item ->
        [destination] барған елдері бойынша
       *[city] қалалар бойынша
    }
read-year = { $year } жыл
read-years = { $first }–{ $last } жылдар
read-since = басталуы: { $first }
read-until = аяқталуы: { $last }
read-span = { $first } – { $last }

## Briefs on countries and organisations

brief-title = Қазақстан – { $name }: релиздерде не айтылған
brief-part =
    { $part ->
        [overview] Шолу
        [visits] Қазақстанға жасалған сапарлар
        [there] Қазақстаннан жасалған сапарлар
        [documents] Құжаттар
        [talks] Осы сапарлардан тыс келіссөздер мен қоңыраулар
        [missions] Өкілдіктер мен елшілер
        [trade] Сауда және инвестиция
       *[plans] Жоспарлар және өтпей қалған сапарлар
    }
brief-none =
    { $part ->
        [visits] сапар туралы айтылмаған
        [documents] құжат туралы айтылмаған
        [talks] келіссөз бен қоңырау туралы айтылмаған
        [missions] өкілдік ашу, тағайындау және сенім грамоталары туралы айтылмаған
        [trade] цифр келтірілмеген
       *[plans] жоспар туралы айтылмаған
    }
brief-entries = { $count } жазба
brief-ahead = { $count } жоспар
brief-visit-end =
    { $end ->
        [first] Айтылған ең алғашқы сапар: { $what }
       *[last] Соңғы сапар: { $what }
    }
brief-newest =
    { $which ->
        [next] Ең жақыны: { $what }
        [off] Соңғы өтпей қалғаны: { $what }
       *[newest] Соңғысы: { $what }
    }
brief-figure =
    { $measure ->
        [trade] тауар айналымы
        [export] экспорт
        [import] импорт
       *[investment] инвестиция
    }, { $part ->
        [part] { $year } жылдың бір бөлігі
        [none] жылы көрсетілмеген
        [since] { $year } жылдан бері
        [planned] жоспар
       *[full] { $year } жыл
    }: { $figure } (релиз: { $date })
brief-amount = { $value }{ $scale ->
        [thousand] {" "}мың
        [million] {" "}млн
        [billion] {" "}млрд
       *[one] {""}
    } { $currency ->
        [USD] АҚШ доллары
        [EUR] еуро
        [KZT] теңге
        [RUB] рубль
        [GBP] фунт стерлинг
        [CNY] юань
       *[other] { $currency }
    }
brief-named = атауы айтылғаны – { $count }
brief-consul = консул
brief-act =
    { $act ->
        [credentials] сенім грамоталарын тапсыру
        [copies] сенім грамоталарының көшірмелерін тапсыру
        [appointed] тағайындалды
       *[call] телефон немесе бейнебайланыс арқылы сөйлесу
    }
brief-mission =
    { $mission ->
        [embassy] елшіліктің ашылуы
        [consulate] консулдықтың ашылуы
       *[honorary_consulate] құрметті консулдықтың ашылуы
    }
brief-way =
    { $way ->
        [here] Қазақстанға
       *[there] Қазақстаннан
    }
brief-no-contact = Күні көрсетілген байланыс туралы айтылмаған.
brief-since =
    Айтылған соңғы байланыс: { $last }{ $length ->
        [none] {""}
       *[other] ; одан бері, ең жаңа релизге дейін ({ $newest }), байланыс туралы айтылмаған ({ $length })
    }
brief-gap = Айтылған байланыстардағы ең ұзақ үзіліс: { $first } – { $last } аралығы ({ $length })
brief-length =
    { $months ->
        [0] { $days } күн
       *[other] шамамен { $months } ай
    }
brief-source = Релиз: { $release }
brief-button =
    { $part ->
        [overview] Шолу
        [visits] Қазақстанға
        [there] Қазақстаннан
        [documents] Құжаттар
        [talks] Келіссөз, қоңырау
        [missions] Елшілік, елшілер
        [trade] Сауда
       *[plans] Жоспарлар
    }
brief-which = Қай ел туралы анықтама керек? Қазақстанмен ең көп байланысқан елдер – мынау; басқа елді не ұйымды командадан кейін жазыңыз: /country Гана
brief-unclear =
    { $what ->
        [home] Релиздер – Қазақстанның өзінікі, ал анықтама басқа елмен қарым-қатынас туралы болады. Мысалы:
        [region] Анықтама бір ел туралы болады. Осы аймақта ең көп байланысқан елдер:
        [several] Мыналардың қайсысы?
        [guess] Мұндай атаумен ел не ұйым білмеймін. Мүмкін, мыналардың бірі шығар?
       *[unknown] Мұндай атаумен ел не ұйым білмеймін. Қазақстанмен ең көп байланысқан елдер:
    }
command-country = Ел туралы анықтама

## Жауап файлдары

sheet-rows = Жауап
sheet-origin = Дереккөз
file-made = Жасалған уақыты: { $time } (Астана уақыты)
yes = иә
day-unknown = нақты күні көрсетілмеген
column =
    { $name ->
        [item] №
        [who] Кім немесе не
        [person] Аты-жөні
        [role] Лауазымы
        [country] Ел
        [country_code] Елдің коды
        [organization] Ұйым
        [date] Күні
        [city] Қала
        [to_country] Қайда
        [to_country_code] Барған елдің коды
        [form] Сапар түрі
        [first_ever] Алғаш рет
        [quote] Сөзбе-сөз дәйексөз
        [title] Баспасөз хабарламасы
        [published] Жарияланған күні
        [language] Тілі
       *[url] Мекенжайы
    }
button-csv = CSV
button-xlsx = Excel
button-ics = Күнтізбе
file-rows = { $rows } жол
file-left-out = Күні көрсетілмеген { $rows } жол енгізілмеді.
file-empty = Баспасөз хабарламаларында мұндай файлға енетін ештеңе қалмады.

## Handling an answer

button-sources = Дереккөздер
button-otherwise = Басқаша түсіну
button-year = { $argument } жыл бойынша
button-table = Кесте түрінде
sources-title = Дереккөздер, барлық дәйексөзімен:
follow-up-year = Ал { $year } жылы ше?
button-private = Жеке чатта ашу
release-by-text = Бұл мәтін релизден алынған, { $share } пайызы сөзбе-сөз сәйкес келеді:
release-unknown = Бұл мәтін алынған релиз табылмады. Релиздің сілтемесін не тақырыбын жіберіңіз немесе сұрағыңызды өз сөзіңізбен қойыңыз.
release-gone = Қаралатын релиздердің арасында ондай релиз жоқ.
release-versions = Басқа тілдерде:
release-retold = Сол туралы тағы:
release-events = Релизде не туралы айтылған:
event-kind =
    { $kind ->
        [visit] Сапар
        [talks] Кездесу
        [call] Телефон не бейнебайланыс арқылы сөйлесу
        [document] Құжат
        [appointment] Тағайындау
        [credentials] Сенім грамоталары
       *[opening] Өкілдіктің ашылуы
    }
answer-gone = Бұл жауап енді сақталмайды. Сұрақты қайта қойыңыз.
button-read = Релизді оқу
cite-as = «{ $title }», Қазақстан Республикасының Сыртқы істер министрлігі, { $date }, { $url }
inline-list = Бүкіл тізім, әрқайсысы бір жолдан
inline-nothing = Релиздерде «{ $query }» туралы ештеңе айтылмаған.
inline-nothing-hint = Басқа сөздермен іздеп көріңіз не боттың өзінен сұраңыз
inline-open = Боттың өзінен сұрау
inline-question = Қазақстанға қандай { $query } келді?

## Жауаптар туралы хабарламалар

button-row-wrong = Жолда қате бар
button-answer-wrong = Қате жауап
button-missing = Бірдеңе жетіспейді
report-row-wrong = Жазып алдым, рақмет. Қай жол қате және неге? Қаласаңыз, осы хабарламаға жауап ретінде жол нөмірін және бір-екі сөз жазыңыз.
report-answer-wrong = Жазып алдым, рақмет. Не қате? Қаласаңыз, осы хабарламаға жауап ретінде бір-екі сөз жазыңыз.
report-missing = Жазып алдым, рақмет. Не жетіспейді? Қаласаңыз, осы хабарламаға жауап ретінде бір-екі сөз немесе релизге сілтеме жазыңыз.
report-commented = Рақмет, бұл хабарламаңызға қосылды.

## Иесінің командалары

command-status = Боттың күйі
command-users = Пайдаланушылар саны
command-reindex = Индексті жаңарту
command-feedback = Жауаптар туралы хабарламалар
command-block = id бойынша бұғаттау
command-unblock = id бойынша бұғаттан шығару
owner-none = жоқ
owner-never = ешқашан
owner-status-broken = Бот ақаулы: индекс немесе дерекқор оқылмайды. Толығырақ журналда.
owner-status-sync = Сайт соңғы рет оқылды: { $time }
owner-status-site = Сайттың бас тартуы: { $words }
owner-status-index = Индекс: құрылған уақыты { $built }; ең жаңа релиз { $newest }; релиздер: { $releases }
owner-status-queue = Кезектегі жаңартулар: { $open }
owner-status-answers = Жауаптар: іске қосылғаннан бері { $total }, соңғы сағатта { $hour }
owner-status-errors = Қателер: іске қосылғаннан бері { $total }, соңғы сағатта { $hour }
owner-status-classes = Қате түрлері: { $classes }
owner-status-calls = Telegram қабылдамаған сұраулар: { $classes }
owner-status-memory = Жады: { $megabytes } МБ
owner-status-uptime = Жұмыс уақыты: { $span }
owner-status-versions = Нұсқалар: Elshi { $elshi }, Python { $python }, python-telegram-bot { $library }
owner-users =
    Пайдаланушылар: { $users }
    Бір тәулікте белсенді: { $day }
    Бір аптада белсенді: { $week }
    Топтар: { $groups }
    Сіз бұғаттағандар: { $blocked }
    Тілдер: ағылшын { $en }, орыс { $ru }, қазақ { $kk }
owner-block-whom = Бір id көрсетіңіз: /block 123456789 немесе /unblock 123456789. Топтардың id-і теріс сан; бот иелерін бұғаттауға болмайды.
owner-blocked = { $id } бұғатталды: бот оған жауап бермейді.
owner-unblocked = { $id } бұғаттан шығарылды.
owner-not-blocked = { $id } бұғатталмаған еді.
owner-reports =
    { $count ->
        [0] Жауаптар туралы хабарлама жоқ.
        [one] Жауаптар туралы { $count } хабарлама. Шығарып алу: elshi feedback export.
       *[other] Жауаптар туралы { $count } хабарлама, жаңалары бірінші. Бәрін шығарып алу: elshi feedback export.
    }
owner-report =
    { $id }. { $problem ->
        [missing] бірдеңе жетіспейді
       *[wrong] қате
    }, жауап { $key }
owner-reindex-how = /reindex индексті жаңартады, /reindex rebuild оны басынан құрады.
owner-reindex-runs = Индекс қазір құрылып жатыр.
owner-reindex-begins = Индекс құрылып жатыр…
owner-reindex-runs-at = Индекс құрылып жатыр… { $line }
owner-reindex-done = Индекс дайын. { $line }
owner-reindex-failed = Индекс бұрынғыдай қалды. { $line }

## Web page

cite-author = Қазақстан Республикасының Сыртқы істер министрлігі
cite-line = { $author }. { $title }. { $date } URL: { $url } (Елші арқылы қаралған күні: { $read }).
event-standing =
    { $standing ->
        [happened] өтті
        [planned] жоспарланған
        [cancelled] болмай қалды
        [postponed] кейінге қалдырылды
        [denied] теріске шығарылды
       *[any] бәрібір
    }
page-name = Елші
page-headline = Сыртқы істер министрлігінің релиздері не дейді?
page-tagline = Қазақстан Сыртқы істер министрлігінің баспасөз релиздерінен алынған жауаптар: әрқайсысы сөзбе-сөз дәйексөзімен және релиз сілтемесімен беріледі.
page-skip = Мазмұнға өту
page-sections = Бөлімдер
page-languages = Тіл
page-ask = Сұрақ
page-events = Оқиғалар
page-about = Қызмет туралы
page-footer = Бұл – министрліктің қызметі емес. Cookie файлдары да, бақылау да, басқа сайттардан алынған мазмұн да жоқ.
page-question = Сұрағыңыз
page-hint = Қазақша, орысша немесе ағылшынша: кім кімге келді, қандай құжатқа қол қойылды, кім не айтты және қашан.
page-submit = Сұрау
page-examples = Мысалы
page-own-language = Жауапты қазақша көрсету
page-given = Жауап берілген қалпында: { $time } (Астана уақыты).
page-again = Қайта сұрау
page-gone = Бұл жауап енді сақталмайды, сұрағы ғана қалды.
page-cite = Дәйексөз келтіру
page-further = Бұл туралы тағы { $count } релизде айтылған
page-near = Жақын, бірақ сай келмеген { $count } оқиға
page-scope = Қайдан ізделді
page-snapshot = Индекс:
page-permanent = Осы жауаптың сілтемесі
page-permanent-hint = Кейін не жарияланса да, бұл сілтемедегі жауап осы қалпында қалады.
page-download = Жүктеп алу:
page-pages = Беттер
page-previous = ‹ Алдыңғы
page-next = Келесі ›
page-of = { $page } / { $pages }
page-events-headline = Релиздерде айтылған оқиғалар
page-events-lead = Сапарлар, келіссөздер, сөйлесулер, қол қоюлар, тағайындаулар мен ашылулар – әрқайсысы өзі туралы айтылған сөйлеммен.
page-choose = Оқиғаларды іріктеу
page-any = бәрібір
page-countries = Елдер
page-regions = Өңірлер
page-kind = Түрі
page-role = Лауазымы
page-from = Кім: ел немесе өңір
page-to = Қайда: ел немесе өңір
page-city = Қала
page-status = Өтті ме
page-since = Басталу күні
page-until = Аяқталу күні
page-order = Реті
page-order-name =
    { $order ->
        [newest] алдымен жаңалары
       *[oldest] алдымен ескілері
    }
page-order-turn = ретін өзгерту
page-show = Көрсету
page-reset = Тазарту
page-wrong-date = Бір күнді оқу мүмкін болмады, ол ескерілген жоқ. Күн былай жазылады: 2025-06-03.
page-found =
    { $count ->
        [0] Релиздерде мұндай оқиға айтылмайды
       *[other] { $count } оқиға
    }
page-csv = Осы жолдарды жүктеп алу (CSV)
page-csv-most = Файлға алғашқы { $count } оқиға кіреді.
page-date = Күні
page-what = Не болды
page-who = Кім
page-where = Қайда
page-sentence = Дәйексөз бен дереккөз
page-source = Дәйексөзді көрсету
page-number = { $count }
page-not-found = Мұндай бет жоқ. Сұрағыңызды осында қоя аласыз:
page-busy = Қазір жауап беру мүмкін болмай тұр. Жарты минуттан кейін қайталап көріңіз.
page-how = Жауап қалай құралады
page-how-told = Әр тұжырым релизде сөзбе-сөз тұр, сілтеме сол релизге апарады. Тізімнің астында қайдан ізделгені, сұрақтың қалай түсінілгені және ненің кірмегені жазылады. Релиздерде жоқ нәрсе ойдан қосылмайды: ондайда жауап – релиздерде бұл туралы айтылмағаны. Оқиғаның, релиздің жарияланған және оқылған күндері бөлек көрсетіледі.
page-privacy = Не сақталады
page-privacy-told = Жауаптардың сілтемелері жұмыс істеуі үшін сұрақтар жауаптарымен бірге сақталады, бірақ кім сұрағаны сақталмайды: аты да, мекенжайы да, cookie файлдары да жоқ. Ешкім бірден тым көп сұрамауы үшін желілік мекенжайлар бір минут есепке алынып, содан кейін ұмытылады. Сұраққа басқалар көрмеуі керек нәрсені жазбаңыз: сілтемесі бар кез келген адам жауапты көреді.
page-citing = Қалай сілтеме жасау керек
page-citing-told = Дәйексөз астындағы «{ page-cite }» мәтініңізге арналған дайын жолды береді, оны бір рет басқанда түгел белгіленеді. Қасына жауаптың сілтемесін де келтіріңіз: онда жауап сол қалпында қалады. Релиздердің мәтіндері министрлікке тиесілі, оқиғалар кестелерін еркін пайдалануға болады.
## Watches

button-watch = Бақылау
button-watches = Жазылымдарым
button-watch-pause = Тоқтата тұру
button-watch-resume = Жалғастыру
button-watch-delete = Жою
button-quiet = Тыныш сағаттар: { $hours }
button-quiet-back = Тыныш сағаттар
button-zone = Уақыт: { $zone }
command-watch = Жаңа оқиға болғанда хабарлау
command-watches = Жазылымдарыңыз: тоқтата тұру, жою
watch-what = Нені хабарлау керегін командадан кейін жазыңыз, мысалы: /watch Африка елдері сыртқы істер министрлерінің Астанаға сапарлары
watch-past = Бұл – өткен туралы сұрақ, оған жаңа ештеңе қосылмайды. Алдағы оқиғаларды білу үшін күнін алып тастаңыз, ал жауап керек болса, сұрақты жай ғана қойыңыз.
watch-too-many = Жазылым саны { $limit } шегінен аспауы керек. Алдымен біреуін жойыңыз: /watches
watch-set = Әр жаңа оқиға туралы релиздерде айтылған бойда бір рет хабарланады.
watch-read-as =
    { $kind ->
        [topic] Жазылым: «{ $what }» сұрауына жауап беретін релиздер
       *[events] Жазылым: { $what }
    }
watch-mode =
    { $mode ->
        [daily] күніне бір рет
        [weekly] аптасына бір рет
       *[now] бірден
    }
watch-tells = Хабарлау: { $how }
watch-paused = тоқтатылған
watch-deleted = Жойылды: { $name }
watch-gone = Бұл жазылым енді жоқ.
not-your-watch = Бұл – басқа адамның жазылымы. Оны топ әкімшілері жоя алады.
watches-title = Осы чаттағы жазылымдар және олардың қаншалықты жиі хабарлайтыны. Өзгерту үшін нөмірін басыңыз:
watches-none = Бұл чатта жазылым жоқ. Оны былай жасауға болады: /watch Африка елдері сыртқы істер министрлерінің Астанаға сапарлары
quiet-choice =
    Тыныш сағаттар: { $hours }

    Осы уақытқа түскен хабарлар ол біткенде келеді. Басқа сағаттарды былай жазыңыз: /watches 21-07
quiet-what = Тыныш сағаттарды былай жазыңыз: /watches 22-08 немесе IANA уақыт белдеуімен: /watches 22-08 Europe/Paris. Жазылымдар тізімі үшін тек /watches деп жазыңыз.
quiet-none = жоқ
zone-choice = Тыныш сағаттар мен шолулар қай қаланың уақытымен есептелсін?
notice-kind =
    { $kind ->
        [visit] Сапар
        [talks] Кездесу
        [call] Әңгімелесу
        [document] Құжатқа қол қойылды
        [appointment] Тағайындау
        [credentials] Сенім грамоталарын тапсыру
       *[opening] Шетелдегі мекеменің ашылуы
    }
notice-watch = Сіздің жазылымыңыз: { $name }
notice-repeated = Қайталануы мүмкін: бот бұл хабардың сізге бұған дейін жеткен-жетпегенін білмейді.
channel-news = { $count } жаңа релиз

## Диаграммалар

chart-by =
    { $by ->
        [year] Жылдар бойынша
        [quarter] Тоқсандар бойынша
        [month] Айлар бойынша
        [region] Өңірлер бойынша
        [role] Лауазымдар бойынша
       *[country] Елдер бойынша
    }, барлығы { $count }
chart-map = { $countries } ел, барлығы { $count } рет
chart-alt = { $subtitle }: { $numbers }.
chart-source = Дереккөз: Қазақстан Сыртқы істер министрлігінің баспасөз хабарламалары, Elshi өңдеген күні: { $date }
chart-rest = Мұндай мәліметі жоқ тағы { $count } жағдай көрсетілмеген
chart-others = Көрсетілмегені: тағы { $labels }, барлығы { $count }
chart-legend = Неше рет
chart-none = Бұл жерде сурет салуға деректер тым аз.
button-chart = Диаграмма
button-map = Карта
button-by =
    { $argument ->
        [year] Жылдар
        [quarter] Тоқсандар
        [month] Айлар
        [region] Өңірлер
        [role] Лауазымдар
       *[country] Елдер
    }

## Хабарландырулар

command-broadcast = Бәріне жазу
broadcast-how = Хабарландыруды командадан кейін жазыңыз: /broadcast Ертең 9-дан 10-ға дейін бот жұмыс істемейді.
broadcast-confirm =
    { $count ->
        [one] Ол осылай көрінеді. { $count } пайдаланушыға жіберілсін бе?
       *[other] Ол осылай көрінеді. { $count } пайдаланушыға жіберілсін бе?
    }
broadcast-send = Жіберу
broadcast-drop = Жібермеу
broadcast-stop = Тоқтату
broadcast-progress =
    { $stage ->
        [running] Жіберіліп жатыр.
        [done] Жіберілді.
       *[stopped] Тоқтатылды.
    } Барлығы: { $all }, алғандар: { $sent }; кетіп қалғандар, жіберілмеді: { $skipped }; жеткені белгісіз: { $unclear }.
