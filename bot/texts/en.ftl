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

    If you edit a question, its answer is edited too.

    In a group, use /ask, mention @{ $bot }, or reply to one of its messages.

    /ask – ask a question
    /new – start afresh, without the earlier questions
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
about-invented = These releases are an invented sample, there to try the bot out. Nothing in them is news.
about-source = The releases come from gov.kz. The bot is not a service of the Ministry.
privacy =
    What the bot stores about you:
    • the language that you chose, and the one that you last asked in;
    • your last questions in a chat, for { $minutes } minutes, so that it understands what a follow-up refers to;
    • a question that waits for its answer, until it has been answered;
    • numbers of messages without their text, for two days, so that nothing is answered twice.

    Your questions are not written to the log. /new ends a conversation, /forget deletes what is stored about you.
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

nearest-releases = Nearest releases:
source-in-en = in English
source-in-ru = in Russian
source-in-kk = in Kazakh
scope-searched =
    { $releases ->
        [one] Searched: { $releases } release
       *[other] Searched: { $releases } releases
    }
scope-newest = Newest release: { $date }
scope-read = Question read as: { $interpretation }

## Answers

answer-found =
    { $releases ->
        [one] The releases say this:
       *[other] { $releases } releases speak of this, the best match first:
    }
answer-nothing = The releases say nothing of this.
read-as-topic = what the releases say about { $words }
sample-notice = These releases are an invented sample that comes with the program: events and people in them are not real.
chat-hint = Ask about the releases. An empty line or Ctrl-D ends the conversation.
