# What users read in English.

## Pages

greeting =
    Elshi answers questions over the press releases of Kazakhstan’s Ministry of Foreign Affairs. Every statement comes with a sentence that stands word for word in a release, and with a link to that release.

    Ask in English, Russian or Kazakh, or tap an example:

    1. { example-1 }
    2. { example-2 }
    3. { example-3 }
help =
    Ask as you would ask a person: who visited whom, what was signed, what was said, and when. A question may go on from the one before it: “And in 2024?” Where the releases hold no answer, the bot says so and shows the nearest ones.

    If you edit a question, its answer is edited too. The buttons under an answer show its sources, a table, or another year.

    Forward or paste a text, or send a link, to see which release it comes from, its versions in other languages and the events in it.

    In any other chat type @{ $bot } and a few words, such as “@{ $bot } african ministers 2025”, to send a quote with its source.

    In a group, use /ask, mention @{ $bot }, or reply to one of its messages.

    /ask – ask a question
    /watch – be told when something happens
    /watches – your watches
    /new – start afresh, without the earlier questions
    /country – a brief on a country: visits, documents, trade
    /language – choose the language of the bot
    /about – what is searched, and how fresh it is
    /privacy – what is stored about you
    /forget – delete what is stored about you
about =
    { $releases ->
        [0] No releases have been loaded yet.
        [one] Elshi searches { $releases } release of Kazakhstan’s Ministry of Foreign Affairs.
       *[other] Elshi searches { $releases } releases of Kazakhstan’s Ministry of Foreign Affairs.
    }
about-languages = In English: { $en }, in Russian: { $ru }, in Kazakh: { $kk }
about-newest = Newest release: { $date }
about-updated = Last update: { $time } (Astana time)
about-synced = The ministry’s site was last read: { $time } (Astana time)
about-refused = Since { $time } (Astana time) the ministry’s site has refused to be read by programs. The bot answers from what it has stored, and asks the site again later.
about-invented = These releases are an invented sample, there to try the bot out. Nothing in them is news.
about-source = The releases come from gov.kz. The bot is not a service of the Ministry.
privacy =
    What the bot stores about you:
    • the language that you chose, and the one that you last asked in;
    • that you have written to it, in which chat, and when you last did;
    • your last questions in a chat, for { $minutes } minutes, so that it understands what a follow-up refers to;
    • each question with its answer, for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, so that the buttons under it work;
    • what you report of an answer, with your comment, for as long;
    • the lists that you were shown, for { $lists ->
        [one] { $lists } day
       *[other] { $lists } days
    };
    • a question that waits for its answer, until it has been answered;
    • your watches, what they have told you and your quiet hours, until you delete them;
    • numbers of messages without their text, for { $numbers ->
        [one] { $numbers } day
       *[other] { $numbers } days
    }, so that nothing is answered twice.

    { $logged ->
        [on] The bot’s owner has your questions written to the log, without your name.
       *[off] Your questions are not written to the log.
    } /new ends a conversation. /forget deletes what is stored about you, your reports included; only numbers of messages and, where the owner has blocked you, your id stay.
language-choice =
    Which language shall the bot speak?

    Questions are understood in all three. “{ button-language-auto }” means that each answer is in the language of its question.
language-set = The bot now speaks English.
language-auto = Each answer now comes in the language of its question.

## Examples, and the buttons that ask them

example-1 = Which African foreign ministers have visited Astana?
example-1-label = African ministers
example-2 = What did Kazakhstan and Burkina Faso sign in June 2025?
example-2-label = Burkina Faso, 2025
example-3 = Who visited Astana in 2025?
example-3-label = Visits in 2025
example-asked = Your question: { $question }

## Buttons

button-help = Help
button-language = Language
button-about = About
button-privacy = Privacy
button-back = Back
button-language-auto = As I ask
button-page = { $page }/{ $pages }
button-why = Why these?
button-near = What came near?
button-to-list = Back to the list
button-more = More…
button-less = Fewer

## Short replies

rate-limit =
    { $limit ->
        [one] You can ask { $limit } question a minute.
       *[other] You can ask { $limit } questions a minute.
    } { $seconds ->
        [one] Please go on in { $seconds } second.
       *[other] Please go on in { $seconds } seconds.
    }
error = Something went wrong here, and your question has not been answered. Please try again in a while. Reference for the bot’s owner: { $reference }
unknown-content = I can only read text. Please write your question in words.
unknown-command = There is no such command. /help lists what the bot can do.
too-long = This question has more than { $limit } characters. Please put it more briefly, or in parts.
late = This answer comes late: the bot was away when you asked.
not-allowed = This bot answers only those whom its owner has let in. Your id, for the owner: { $id }
group-hint = Hello. In this group I answer only when I am asked: with /ask, by mentioning @{ $bot }, or in reply to my messages.
ask-what = Write the question after the command, like this: /ask { example-3 }
new-started = A new conversation: the earlier questions are set aside.
forgotten = What was stored about you has been deleted.
outdated-buttons = These buttons are out of date. Send /start for new ones.
not-your-buttons = These buttons belong to somebody else. Send /start for your own.
outdated-list = This list is out of date. Ask the question again for a new one.
not-your-list = Somebody else asked for this list. Ask the question yourself for one of your own.

## Commands, as listed in the menu

command-start = Begin, with example questions
command-ask = Ask a question
command-new = Start a new conversation
command-help = How to ask
command-language = Choose the language
command-about = What is searched, how fresh it is
command-privacy = What is stored about you
command-forget = Delete what is stored about you

## Descriptions of the bot

description =
    Ask about the press releases of Kazakhstan’s Ministry of Foreign Affairs: who visited, what was signed, what was said. Every answer quotes the release word for word and links to it.

    English, Русский, Қазақша
short-description = Answers from the press releases of Kazakhstan’s Ministry of Foreign Affairs, with quotes and links.

## Layout of an answer

nearest-releases = What comes nearest to it:
source-in-en = in English
source-in-ru = in Russian
source-in-kk = in Kazakh
source-edited = a change of the page was seen on { $date }
scope-searched =
    { $releases ->
        [one] Searched: { $releases } release
       *[other] Searched: { $releases } releases
    }
scope-newest = { " to " }{ $date }
scope-read = Read as: { $interpretation }

## Answers

answer-found =
    { $releases ->
        [one] The releases say this:
       *[other] { $releases } releases speak of this, the best match first:
    }
answer-countries = { $count } countries: { $names }.
answer-otherwise = It was otherwise, according to the releases:
answer-ranked =
    { $name }: { $figure } ({ $year }), the { $which ->
        [least] smallest
       *[most] largest
    } of { $count ->
        [one] { $count } country whose figure
       *[other] { $count } countries whose figures
    } the releases give.
answer-nothing = No sentence of the releases answers this.
worded-by-model = Worded by a language model; each sentence was checked against the quotes below.
read-as-topic = { $words }
read-continued =
    { $names ->
        [none] with the question before
       *[other] with the question before: { $names }
    }
sample-notice = Invented sample.
chat-hint = Ask about the releases. “{ chat-why }” shows what a list left out. An empty line or Ctrl-D ends the conversation.
chat-why = why

## Answers from events

role-name =
    { $role ->
        [foreign_minister] foreign minister
        [deputy_foreign_minister] deputy foreign minister
        [president] president
        [prime_minister] prime minister
        [deputy_prime_minister] deputy prime minister
        [speaker] speaker of parliament
        [ambassador] ambassador
        [special_representative] special representative
        [minister] minister
        [organization_head] head of an organisation
        [delegation] delegation
       *[other] other official
    }
visitors =
    { $role ->
        [foreign_minister] { $count ->
            [one] { $count } foreign minister
           *[other] { $count } foreign ministers
        }
        [deputy_foreign_minister] { $count ->
            [one] { $count } deputy foreign minister
           *[other] { $count } deputy foreign ministers
        }
        [president] { $count ->
            [one] { $count } president
           *[other] { $count } presidents
        }
        [prime_minister] { $count ->
            [one] { $count } prime minister
           *[other] { $count } prime ministers
        }
        [deputy_prime_minister] { $count ->
            [one] { $count } deputy prime minister
           *[other] { $count } deputy prime ministers
        }
        [speaker] { $count ->
            [one] { $count } speaker of parliament
           *[other] { $count } speakers of parliaments
        }
        [ambassador] { $count ->
            [one] { $count } ambassador
           *[other] { $count } ambassadors
        }
        [special_representative] { $count ->
            [one] { $count } special representative
           *[other] { $count } special representatives
        }
        [minister] { $count ->
            [one] { $count } minister
           *[other] { $count } ministers
        }
        [organization_head] { $count ->
            [one] { $count } head of an organisation
           *[other] { $count } heads of organisations
        }
        [leaders] { $count ->
            [one] { $count } head of state or government
           *[other] { $count } heads of state or government
        }
        [other] { $count ->
            [one] guests from { $count } country or organisation
           *[other] guests from { $count } countries or organisations
        }
       *[countries] { $count ->
            [one] guests from { $count } country
           *[other] guests from { $count } countries
        }
    }
visitors-of = { $who } of { $origin }
visitors-came =
    { $count ->
        [one] { $who } visited { $place }
       *[other] { $who } visited { $place }
    }
guests-came = { $who } visited { $place }
visitors-found =
    { $count ->
        [one] found: { $who }
       *[other] found: { $who }
    }
visits-told =
    { $count ->
        [one] { $count } visit
       *[other] { $count } visits
    }
visits-not-made =
    { $status ->
        [planned] { $count ->
            [one] { $count } visit was planned
           *[other] { $count } visits were planned
        }
        [called-off] { $count ->
            [one] { $count } visit did not take place
           *[other] { $count } visits did not take place
        }
       *[mixed] { $count ->
            [one] { $count } visit was planned or did not take place
           *[other] { $count } visits were planned or did not take place
        }
    }
countries-visited =
    { $count ->
        [one] { $count } country was visited
       *[other] { $count } countries were visited
    }
cities-visited =
    { $count ->
        [one] { $count } city was visited
       *[other] { $count } cities were visited
    }
events-found =
    { $kind ->
        [talks] { $count ->
            [one] { $count } meeting is told of
           *[other] { $count } meetings are told of
        }
        [call] { $count ->
            [one] { $count } conversation by telephone or video is told of
           *[other] { $count } conversations by telephone or video are told of
        }
        [document] { $count ->
            [one] { $count } document was signed
           *[other] { $count } documents were signed
        }
        [appointment] { $count ->
            [one] { $count } appointment is told of
           *[other] { $count } appointments are told of
        }
        [credentials] { $count ->
            [one] { $count } presentation of credentials is told of
           *[other] { $count } presentations of credentials are told of
        }
        [opening] { $count ->
            [one] { $count } mission was opened
           *[other] { $count } missions were opened
        }
       *[other] { $count ->
            [one] { $count } event is told of
           *[other] { $count } events are told of
        }
    }
event-first = The first: { $what }.
event-latest = The latest: { $what }.
event-most-often =
    Most often ({ $times ->
        [one] { $times } time
       *[other] { $times } times
    }): { $what }.
event-more-than-once =
    { $least ->
        [2] More than once
       *[other] At least { $least } times
    }: { $what }.
event-yes = Yes: { $what }.
event-none =
    { $releases ->
        [one] no such { $kind ->
            [visit] visit
           *[other] event
        } in { $releases } release, published from { $first } to { $last }
       *[other] no such { $kind ->
            [visit] visit
           *[other] event
        } in { $releases } releases, published from { $first } to { $last }
    }
event-corrected =
    { $reason ->
        [planned] There was no such visit: it was only planned ({ $what }).
        [cancelled] There was no such visit: it was cancelled ({ $what }).
        [postponed] There was no such visit: it was postponed ({ $what }).
        [denied] There was no such visit: it was denied ({ $what }).
        [took_place] The visit did take place: { $what }.
        [other_rank] There was no such visit; somebody of another rank came: { $what }.
        [other_city] There was no such visit; the visit was to another city: { $what }.
        [no_city] There was no such visit by name; the release names no city: { $what }.
        [elsewhere] There was no such visit; it was elsewhere: { $what }.
        [other_form] There was a visit, but in another form: { $what }.
        [transit] There was no such visit, only a technical stop on the way: { $what }.
        [contact] There was no such visit; they spoke online, by video or by telephone: { $what }.
        [off_topic] There was such a visit, but the releases do not tell this of it: { $what }.
       *[outside_period] There was no such visit at that time; it was at another: { $what }.
    }
near-reason =
    { $reason ->
        [planned] planned
        [cancelled] cancelled
        [postponed] postponed
        [denied] denied
        [took_place] took place
        [other_rank] another rank
        [other_city] another city
        [no_city] city not named
        [elsewhere] elsewhere
        [other_form] another form
        [transit] in transit
        [contact] by telephone or video
        [outside_period] at another time
        [off_topic] on another occasion
       *[undated] no date given
    }
visit-form =
    { $form ->
        [official] official visit
        [working] working visit
        [state] state visit
        [transit] transit
       *[conference] conference
    }
first-ever = first ever
undated = no date given
certificate-found =
    { $count ->
        [one] Found: { $count } item.
       *[other] Found: { $count } items.
    }
certificate-unheld = Passed over, since no release on them says so: { $words }.
certificate-left-out = Left out as near misses: { $counts }.
certificate-more =
    { $count ->
        [one] { $count } more nearly fits.
       *[other] { $count } more nearly fit.
    }
near-misses = Near misses, left out:
near-misses-none = Nothing came near.
also-read-as = The question can also be read as: { $interpretation }.
also-in = Also { $languages }.
also-told = Also told here:
quoted-above = Quoted under { $place }.
read-as-releases = releases that speak of { $names }
read-as-newest = the newest releases{ $when ->
        [none] {""}
       *[other] , { $when }
    }
release-mentions =
    { $count ->
        [one] { $count } release speaks of this.
       *[other] { $count } releases speak of this.
    }

release-news =
    { $total ->
        [one] { $total } release speaks of this.
       *[other] { $total } releases speak of this, the newest first{ $left ->
            [0] .
           *[other] ; here are { $count }.
        }
    }

releases-newest = The newest releases, the newest first.

## Questions as read

read-as = { $core }{ $clauses ->
        [none] {""}
       *[other] ; { $clauses }
    }
read-kind =
    { $kind ->
        [talks] talks and meetings
        [call] telephone and video calls
        [document] documents signed
        [appointment] appointments
        [credentials] credentials presented
       *[opening] openings of missions
    }
read-visits =
    visits{ $to ->
        [none] {""}
       *[other] {" "}{ $to }
    }{ $who ->
        [none] {""}
       *[other] {" "}by { $who }
    }{ $from ->
        [none] {""}
       *[other] {" "}of { $from }
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
        [home] to Kazakhstan
        [capital] to Astana
        [away] abroad
       *[city] to { $cities }
    }
read-who =
    { $role ->
        [foreign_minister] foreign ministers
        [deputy_foreign_minister] deputy foreign ministers
        [president] presidents
        [prime_minister] prime ministers
        [deputy_prime_minister] deputy prime ministers
        [speaker] speakers of parliament
        [ambassador] ambassadors
        [special_representative] special representatives
        [ministers] ministers
        [minister] other ministers
        [organization_head] heads of international organisations
        [delegation] delegations
        [anybody] representatives
       *[other] other guests
    }
read-who-of =
    { $role ->
        [foreign_minister] foreign ministers
        [deputy_foreign_minister] deputy foreign ministers
        [president] presidents
        [prime_minister] prime ministers
        [deputy_prime_minister] deputy prime ministers
        [speaker] speakers of parliament
        [ambassador] ambassadors
        [special_representative] special representatives
        [ministers] ministers
        [minister] other ministers
        [organization_head] heads of international organisations
        [delegation] delegations
        [anybody] representatives
       *[other] other guests
    }
read-who-plain =
    { $role ->
        [foreign_minister] foreign ministers
        [deputy_foreign_minister] deputy foreign ministers
        [president] presidents
        [prime_minister] prime ministers
        [deputy_prime_minister] deputy prime ministers
        [speaker] speakers of parliament
        [ambassador] ambassadors
        [special_representative] special representatives
        [ministers] ministers
        [minister] other ministers
        [organization_head] heads of international organisations
        [delegation] delegations
       *[other] other guests
    }
read-clause =
    { $field ->
        [who] who: { $names }
        [person] name: { $names }
        [from] from: { $names }
        [with] with: { $names }
        [to] to: { $names }
        [where] where: { $names }
        [except] except: { $names }
        [besides] at the same time: { $names }
       *[topic] with the words: { $names }
    }
read-form =
    { $form ->
        [official] official visits only
        [working] working visits only
        [state] state visits only
        [transit] transit stops
        [conference] attendance at conferences
        [not-official] no official visits
        [not-working] no working visits
        [not-state] no state visits
        [not-transit] no transit stops
       *[not-conference] no attendance at conferences
    }
read-document =
    { $document ->
        [agreement] agreements and treaties
        [memorandum] memoranda
        [protocol] protocols
        [statement] statements and declarations
       *[plan] plans, programmes and road maps
    }
read-mission =
    { $mission ->
        [embassy] embassies
        [consulate] consulates
       *[honorary_consulate] honorary consulates
    }
read-first-ever = first in history only
read-status =
    { $status ->
        [planned] planned
        [cancelled] cancelled
        [postponed] postponed
       *[denied] denied
    }
read-shape =
    { $shape ->
        [count] how many
        [exists] whether there were any
        [first] the first
        [latest] { $limit ->
            [0] the latest
           *[other] the latest { $limit }
        }
        [most_often] who most often
        [more_than_once] { $limit ->
            [0] more than once
           *[other] at least { $limit } times
        }
        [compare] side by side
       *[when] when
    }
read-each =
    { $item ->
        [destination] by country visited
       *[city] by city
    }
read-year = { $year }
read-years = { $first }–{ $last }
read-since = from { $first }
read-until = until { $last }
read-span = { $first } – { $last }

## Briefs on countries and organisations

brief-title = Kazakhstan – { $name }: what the releases tell
brief-part =
    { $part ->
        [overview] Overview
        [visits] Visits to Kazakhstan
        [there] Visits from Kazakhstan
        [documents] Documents
        [talks] Talks and calls outside these visits
        [missions] Missions and ambassadors
        [trade] Trade and investment
       *[plans] Ahead, and called off
    }
brief-none =
    { $part ->
        [visits] no visit is told of
        [documents] no document is told of
        [talks] no talks or calls are told of
        [missions] no opening, appointment or credentials are told of
        [trade] no figure is given
       *[plans] nothing planned is told of
    }
brief-entries =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
brief-ahead =
    { $count ->
        [one] { $count } plan
       *[other] { $count } plans
    }
brief-visit-end =
    { $end ->
        [first] The first one told of: { $what }
       *[last] The latest: { $what }
    }
brief-newest =
    { $which ->
        [next] The next: { $what }
        [off] Called off last: { $what }
       *[newest] The latest: { $what }
    }
brief-figure =
    { $measure ->
        [trade] trade
        [export] exports
        [import] imports
       *[investment] investment
    }, { $part ->
        [part] part of { $year }
        [none] no year given
        [since] since { $year }
        [planned] planned
       *[full] { $year }
    }: { $figure } (release of { $date })
brief-amount = { $value }{ $scale ->
        [thousand] {" "}thousand
        [million] {" "}million
        [billion] {" "}billion
       *[one] {""}
    } { $currency ->
        [USD] US dollars
        [EUR] euros
        [KZT] tenge
        [RUB] roubles
        [GBP] pounds sterling
        [CNY] yuan
       *[other] { $currency }
    }
brief-named = { $count } by name
brief-consul = consul
brief-act =
    { $act ->
        [credentials] credentials presented
        [copies] copies of credentials handed over
        [appointed] appointed
       *[call] telephone or video call
    }
brief-mission =
    { $mission ->
        [embassy] embassy opened
        [consulate] consulate opened
       *[honorary_consulate] honorary consulate opened
    }
brief-way =
    { $way ->
        [here] to Kazakhstan
       *[there] from Kazakhstan
    }
brief-no-contact = No contact with a date is told of.
brief-since =
    Latest contact told of: { $last }{ $length ->
        [none] {""}
       *[other] ; none is told of since, up to the newest release of { $newest } ({ $length })
    }
brief-gap = Longest time without any contact told of: between { $first } and { $last } ({ $length })
brief-length =
    { $months ->
        [0] { $days ->
            [one] { $days } day
           *[other] { $days } days
        }
        [one] about { $months } month
       *[other] about { $months } months
    }
brief-source = Release of { $release }
brief-button =
    { $part ->
        [overview] Overview
        [visits] Visits here
        [there] Visits there
        [documents] Documents
        [talks] Talks and calls
        [missions] Missions
        [trade] Trade
       *[plans] Ahead
    }
brief-which = On which country shall the brief be? These are most in contact with Kazakhstan; any other, or an organisation, can be written after the command: /country Ghana
brief-unclear =
    { $what ->
        [home] The releases are Kazakhstan’s own: a brief is on its relations with another country. For example:
        [region] A brief is on one country. Those of this region that are most in contact:
        [several] Which of these is meant?
        [guess] I know no country or organisation of this name. Is one of these meant?
       *[unknown] I know no country or organisation of this name. These are most in contact with Kazakhstan:
    }
command-country = Brief on a country

## Files of an answer

sheet-rows = Answer
sheet-origin = Origin
file-made = Made on { $time } (Astana time)
yes = yes
day-unknown = exact day not given
column =
    { $name ->
        [item] No.
        [who] Who or what
        [person] Person
        [role] Rank
        [country] Country
        [country_code] Country code
        [organization] Organisation
        [date] Date
        [city] City
        [to_country] Where to
        [to_country_code] Code of where to
        [form] Form
        [first_ever] First ever
        [quote] Sentence, word for word
        [title] Release
        [published] Published
        [language] Language
       *[url] Address
    }
button-csv = CSV
button-xlsx = Excel
button-ics = Calendar
file-rows =
    { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }
file-left-out =
    { $rows ->
        [one] { $rows } row has no date and is left out.
       *[other] { $rows } rows have no date and are left out.
    }
file-empty = The releases no longer hold anything that such a file could hold.

## Handling an answer

button-sources = Sources
button-otherwise = Other reading
button-year = Same for { $argument }
button-table = As table
sources-title = Sources, with every sentence quoted:
follow-up-year = And in { $year }?
button-private = Open in private
release-by-text = This text comes from a release; { $share }% of it is there word for word:
release-unknown = I know no release that this text comes from. Send a link to the release or its title; or ask a question in your own words.
release-gone = There is no such release among those searched.
release-versions = In other languages:
release-retold = On the same, too:
release-events = What it tells of:
event-kind =
    { $kind ->
        [visit] Visit
        [talks] Meeting
        [call] Call or video talk
        [document] Document
        [appointment] Appointment
        [credentials] Credentials
       *[opening] Opening of a mission
    }
answer-gone = This answer is no longer kept. Ask the question again.
button-read = Read the release
cite-as = “{ $title }”, Ministry of Foreign Affairs of the Republic of Kazakhstan, { $date }, { $url }
inline-list = The whole list, one line each
inline-nothing = The releases say nothing of “{ $query }”.
inline-nothing-hint = Try other words, or ask the bot itself
inline-open = Ask the bot itself
inline-question = Which { $query } visited Kazakhstan?

## Reports on answers

button-row-wrong = Row wrong
button-answer-wrong = Not right
button-missing = Something missing
report-row-wrong = Noted, thank you. Which row is wrong, and how? If you like, reply to this message with its number and a word on it.
report-answer-wrong = Noted, thank you. What is not right? If you like, reply to this message with a word on it.
report-missing = Noted, thank you. What is missing? If you like, reply to this message with a word on it, or with a link to the release.
report-commented = Thank you, this has been added to your report.

## The owner's commands

command-status = How the bot is
command-users = How many use it
command-reindex = Bring the index up to date
command-feedback = Reports on answers
command-block = Shut a user or chat out, by id
command-unblock = Let a user or chat in again
owner-none = none
owner-never = never
owner-status-broken = The bot is not well: index or database cannot be read. The log tells more.
owner-status-sync = The site was last read: { $time }
owner-status-site = The site’s refusal: { $words }
owner-status-index = Index: built { $built }; newest release { $newest }; releases: { $releases }
owner-status-queue = Updates waiting: { $open }
owner-status-answers = Answers: { $total } since the start, { $hour } in the last hour
owner-status-errors = Errors: { $total } since the start, { $hour } in the last hour
owner-status-classes = Errors by class: { $classes }
owner-status-calls = Calls that Telegram refused: { $classes }
owner-status-memory = Memory: { $megabytes } MB
owner-status-uptime = Running for: { $span }
owner-status-versions = Versions: Elshi { $elshi }, Python { $python }, python-telegram-bot { $library }
owner-users =
    Users: { $users }
    Active in a day: { $day }
    Active in a week: { $week }
    Groups: { $groups }
    Shut out by you: { $blocked }
    Languages: English { $en }, Russian { $ru }, Kazakh { $kk }
owner-block-whom = Give one id: /block 123456789 or /unblock 123456789. Groups have negative ids; owners cannot be blocked.
owner-blocked = { $id } is shut out: the bot ignores them.
owner-unblocked = { $id } may use the bot again.
owner-not-blocked = { $id } was not shut out.
owner-reports =
    { $count ->
        [0] No reports on answers.
        [one] { $count } report on answers. elshi feedback export writes it out.
       *[other] { $count } reports on answers, newest first. elshi feedback export writes them all out.
    }
owner-report =
    { $id }. { $problem ->
        [missing] something missing
       *[wrong] wrong
    }, answer { $key }
owner-reindex-how = /reindex brings the index up to date, /reindex rebuild builds it from nothing.
owner-reindex-runs = The index is being built already.
owner-reindex-begins = Building the index…
owner-reindex-runs-at = Building the index… { $line }
owner-reindex-done = The index is ready. { $line }
owner-reindex-failed = The index stays as it was. { $line }

## Web page

cite-author = Ministry of Foreign Affairs of the Republic of Kazakhstan
cite-line = { $author }, “{ $title }”, { $date }, { $url }, retrieved through Elshi { $read }.
event-standing =
    { $standing ->
        [happened] took place
        [planned] planned
        [cancelled] cancelled
        [postponed] postponed
        [denied] denied
       *[any] any
    }
page-name = Elshi
page-headline = What do the foreign ministry’s releases say?
page-tagline = Answers from the press releases of Kazakhstan’s Ministry of Foreign Affairs, each with the sentence that says so and a link to it.
page-skip = Skip to the content
page-sections = Sections
page-languages = Language
page-ask = Ask
page-events = Events
page-about = About
page-footer = Not a service of the Ministry. No cookies, no tracking, nothing from other sites.
page-question = Your question
page-hint = In English, Russian or Kazakh: who visited whom, what was signed, what was said, and when.
page-submit = Ask
page-examples = For example
page-own-language = Show the answer in English
page-given = Answer as it was given on { $time } (Astana time).
page-again = Ask again now
page-gone = This answer is kept no longer, its question is.
page-cite = Cite
page-further =
    { $count ->
        [one] Also told in { $count } other release
       *[other] Also told in { $count } other releases
    }
page-near =
    { $count ->
        [one] { $count } near miss, left out
       *[other] { $count } near misses, left out
    }
page-scope = What was searched
page-snapshot = Index:
page-permanent = Link to this answer
page-permanent-hint = Under this link the answer stays as it is here, whatever is published later.
page-download = Download:
page-pages = Pages
page-previous = ‹ Previous
page-next = Next ›
page-of = { $page } of { $pages }
page-events-headline = Events told of in the releases
page-events-lead = Visits, talks, calls, signings, appointments and openings, each with the sentence that tells of it.
page-choose = Choose events
page-any = any
page-countries = Countries
page-regions = Regions
page-kind = Kind
page-role = Rank
page-from = Who: country or region
page-to = Where: country or region
page-city = City
page-status = Whether it happened
page-since = From
page-until = To
page-order = Order
page-order-name =
    { $order ->
        [newest] newest first
       *[oldest] oldest first
    }
page-order-turn = turn the order round
page-show = Show
page-reset = Clear all
page-wrong-date = A date could not be read and was passed over. Dates have the form 2025-06-03.
page-found =
    { $count ->
        [0] No such event is told of
        [one] { $count } event
       *[other] { $count } events
    }
page-csv = Download these rows (CSV)
page-csv-most = The file holds the first { $count } of them.
page-date = Date
page-what = What
page-who = Who
page-where = Where
page-sentence = Sentence and source
page-source = Show the sentence
page-number = { $count }
page-not-found = There is no such page. You can ask here:
page-busy = This cannot be answered at the moment. Please try again in half a minute.
page-how = How it answers
page-how-told = Each statement stands word for word in a release, and the link leads there. A list says what was searched, how the question was read and what was left out. What the releases do not say is not made up: then the answer is that they say nothing. The date of an event, of a release and of the reading of it are kept apart.
page-privacy = What is stored
page-privacy-told = Questions are stored with their answers, so that links to answers last, but not who asked: no name, no address, no cookie. Addresses are counted for a minute, so that nobody can ask too much at once, and then forgotten. Do not put anything into a question that others must not read: whoever has the link to an answer sees it.
page-citing = How to cite
page-citing-told = “{ page-cite }” under each quote gives a line for your own text; one click marks it whole. Give the link to the answer besides it: there the answer stays as it was. The texts are the Ministry’s; the tables of events may be used freely.
## Watches

button-watch = Watch
button-watches = My watches
button-watch-pause = Pause
button-watch-resume = Resume
button-watch-delete = Delete
button-quiet = Quiet hours: { $hours }
button-quiet-back = Quiet hours
button-zone = Clock: { $zone }
command-watch = Be told when something happens
command-watches = Your watches, to pause or delete
watch-what = Write after the command what you want to be told of, like this: /watch African foreign ministers in Astana
watch-past = This asks about the past, to which nothing new is added. Leave the date out to be told of what is to come, or just ask the question to get its answer.
watch-too-many =
    { $limit ->
        [one] You can have { $limit } watch. Delete it first: /watches
       *[other] You can have { $limit } watches. Delete one first: /watches
    }
watch-set = You will be told once of each new event, as soon as the releases tell of it.
watch-read-as =
    { $kind ->
        [topic] Watched: releases that answer “{ $what }”
       *[events] Watched: { $what }
    }
watch-mode =
    { $mode ->
        [daily] once a day
        [weekly] once a week
       *[now] at once
    }
watch-tells = You are told: { $how }
watch-paused = paused
watch-deleted = Deleted: { $name }
watch-gone = This watch is no longer there.
not-your-watch = This watch belongs to somebody else. Administrators of a group can delete it.
watches-title = Watches in this chat, with how often they tell. Tap a number to change one:
watches-none = There are no watches in this chat. Set one like this: /watch African foreign ministers in Astana
quiet-choice =
    Quiet hours: { $hours }

    Notices that fall into them come when they end. For other hours write, for example: /watches 21-07
quiet-what = Write quiet hours like this: /watches 22-08, or with a time zone of the IANA: /watches 22-08 Europe/Paris. For the list, write /watches alone.
quiet-none = none
zone-choice = Which city’s clock do quiet hours and digests go by?
notice-kind =
    { $kind ->
        [visit] Visit
        [talks] Meeting
        [call] Call
        [document] Document signed
        [appointment] Appointment
        [credentials] Credentials presented
       *[opening] Mission opened
    }
notice-watch = Your watch: { $name }
notice-repeated = May be a repeat: the bot cannot tell whether this reached you before.
channel-news =
    { $count ->
        [one] { $count } new release
       *[other] { $count } new releases
    }

## Charts

chart-by =
    { $by ->
        [year] By year
        [quarter] By quarter
        [month] By month
        [region] By region
        [role] By rank
       *[country] By country
    }, { $count ->
        [one] { $count } in all
       *[other] { $count } in all
    }
chart-map =
    { $countries ->
        [one] { $countries } country
       *[other] { $countries } countries
    }, { $count ->
        [one] { $count } time in all
       *[other] { $count } times in all
    }
chart-alt = { $subtitle }: { $numbers }.
chart-source = Source: releases of Kazakhstan’s Ministry of Foreign Affairs, read by Elshi on { $date }
chart-rest =
    { $count ->
        [one] { $count } more has no such information and is not shown
       *[other] { $count } more have no such information and are not shown
    }
chart-others =
    Not drawn: { $labels ->
        [one] { $labels } more
       *[other] { $labels } more
    } with { $count ->
        [one] { $count } in all
       *[other] { $count } in all
    }
chart-legend = Times
chart-none = There is too little here for a picture.
button-chart = Chart
button-map = Map
button-by =
    { $argument ->
        [year] Years
        [quarter] Quarters
        [month] Months
        [region] Regions
        [role] Ranks
       *[country] Countries
    }

## Announcements

command-broadcast = Write to all users
broadcast-how = Write the announcement after the command: /broadcast Tomorrow the bot is away from 9 to 10.
broadcast-confirm =
    { $count ->
        [one] This is how it will look. Send it to { $count } user?
       *[other] This is how it will look. Send it to { $count } users?
    }
broadcast-send = Send
broadcast-drop = Do not send
broadcast-stop = Stop
broadcast-progress =
    { $stage ->
        [running] Being sent.
        [done] Sent.
       *[stopped] Stopped.
    } Received by { $sent } of { $all }; skipped, since they left: { $skipped }; not known whether it arrived: { $unclear }.
