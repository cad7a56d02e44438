/**
 * Everything that people read, in English: the source of the other languages. ICU messages; see
 * https://unicode-org.github.io/icu/userguide/format_parse/messages. `*` and backticks are Slack's marks, where
 * Slack interprets the text. An apostrophe is written `’`: the straight one is ICU's own.
 */
export const en = {
  // Pieces that others are made of.
  'list.comma': ', ',
  'list.sentence': ' ',
  'names.more': '{names} and {more} more',
  'stories.more': '{stories} and {more} more',
  'title.none': '(no title)',
  'title.this': 'this story',
  typed: '“{typed}”',
  'person.creator': 'the creator',
  'person.that': 'That person',

  'deck.fibonacci': 'Fibonacci',
  'deck.modified': 'Modified Fibonacci',
  'deck.tshirt': 'T-shirt',
  'deck.powers': 'Powers of two',
  'deck.custom': 'Custom deck',

  // The line below the title, and the same within a sentence.
  'heading.position': 'Story {position} of {stories}',
  'heading.round': 'round {round}',
  'heading.hostedBy': 'hosted by {host}',
  'text.position': 'story {position} of {stories}',

  // Buttons and menus.
  'card.vote': 'Vote {card}',
  'button.start': 'Start voting',
  'button.reveal': 'Reveal',
  'button.join': 'Join',
  'button.leave': 'Leave',
  'button.agree': 'Agree on {card}',
  'button.next': 'Next story',
  'button.voteAgain': 'Vote again',
  'button.end': 'End',
  'menu.my_vote': 'My vote',
  'menu.watch': 'Just watching',
  'menu.people': 'People…',
  'menu.bottom': 'Move to bottom',
  'menu.manage': 'Manage…',
  'estimate.other': 'Other estimate',
  'estimate.choose': 'Choose an estimate',
  'estimate.change': 'Change',
  'end.title': 'End this session?',
  'end.text': 'The message becomes the summary, and nobody can vote any more.',
  'end.yes': 'End',
  'end.no': 'Keep going',
  'next.title': 'No estimate yet',
  'next.text': 'This story has no recorded estimate. Go on without one?',
  'next.yes': 'Next story',
  'next.no': 'Stay here',

  // The lobby.
  'lobby.joined': '{count} joined · {names}',
  'lobby.nobody': 'Nobody has joined yet. Tap Join to take part.',
  'lobby.cards': 'The cards appear here when voting starts.',
  'lobby.text':
    'Getting ready to estimate “{title}”{more, plural, =0 {} one { and # more story} other { and # more stories}}.',
  'lobby.textJoined': '{count} joined: {names}.',
  'lobby.textNobody': 'Nobody has joined yet.',
  'people.watching': 'watching: {names}',

  // A running vote.
  'voting.noVotes': 'No votes yet',
  'voting.withHint': '{state}. Tap a card; it stays secret until the reveal.',
  'voting.count': '{voted} voted',
  'voting.countOf': '{voted} of {all} voted',
  'voting.waiting': 'waiting for {names}',
  'voting.everyone': 'Everyone has voted: {names}. {host} can reveal.',
  'voting.text': 'Estimate “{title}”',
  'voting.textEveryone': '{what}. Everyone has voted; {host} can reveal.',
  'voting.textState': '{what}. {state}.',
  'voting.textWaiting': '{what}. {state}; waiting for {names}.',

  // A result in numbers.
  'numbers.median': 'Median {card}',
  'numbers.average': 'average {average}',
  'numbers.spread': 'spread {lowest}–{highest}',
  'numbers.only': 'the only estimate',
  'numbers.noTwo': 'no two agree',
  'numbers.agree': '{agreeing} of {counted} agree',
  'numbers.textMedian': 'median {card}',
  'numbers.textSpread': 'from {lowest} to {highest}',
  'numbers.text': '{facts}; {agreement}',
  'round.none': 'Round {round}: no estimates',
  'round.all': 'Round {round}: all {card}',
  'round.spread': 'Round {round}: {lowest}–{highest}, median {median}',

  // The result.
  'result.votes': '{votes, plural, one {# vote} other {# votes}}',
  'result.none': 'No estimates in this round.',
  'result.consensus': '🎉 *Consensus: {card}* · {counted, plural, =2 {both} other {all #}} agree',
  'result.why': '{low} ({lowest}) and {high} ({highest}), would you each say why?',
  'result.estimate': 'Estimate: *{card}*',
  'result.text': '“{title}”: {numbers}.',
  'result.textConsensus': '“{title}”: consensus on {card}, {counted, plural, =2 {both} other {all #}} agree.',
  'result.textNone': '“{title}”: no estimates among {votes, plural, one {# vote} other {# votes}}.',
  'result.textEstimate': 'Estimate: {card}.',

  // What is left of a session.
  'summary.done': '*Estimation done*',
  'summary.points': '{sum, plural, one {{points} point} other {{points} points}}',
  'summary.stories': '{stories, plural, one {# story} other {# stories}}',
  'summary.storiesOf': '{estimated} of {stories, plural, one {# story} other {# stories}}',
  'summary.with': 'With {names}',
  'summary.minutes': '{minutes} min',
  'summary.skipped': '(skipped)',
  'summary.noEstimate': '(no estimate)',
  'summary.rounds': '({rounds} rounds)',
  'summary.text': 'Estimation done: {facts}.',
  'summary.textStories': '{stories}.',
  'cancelled.line': 'Cancelled; the votes were dropped. Hosted by {host}',
  'cancelled.text': '“{title}”: cancelled; the votes were dropped.',
  'moved.link': 'Moved to the bottom: <{permalink}|go to the current message>',
  'moved.line': 'Moved to the bottom.',
  'moved.text': 'This estimation was moved to the bottom of the channel.',

  // The help.
  'help.text':
    'How to estimate with /groom: /groom followed by a story starts a vote; /groom alone opens a form.',
  'help.title': '*Estimate together, in this channel*',
  'help.start': '`/groom Add SSO login`  starts a vote on one story',
  'help.form': '`/groom`  opens a form: several stories, another deck',
  'help.deck': '`/groom --deck tshirt Add SSO login`  with another deck',
  'help.lobby': '`/groom --lobby Add SSO login`  gathers people first',
  'help.voting':
    '*Voting*  Tap a card to join and vote; tap another to change it. Nobody sees it before the reveal.',
  'help.menu': '⋯ on the message: your vote, just watching, people, move to bottom, manage.',
  'help.creator':
    '*Whoever started it*  reveals (any time after the first vote), agrees on an estimate, votes again, goes on to the next story and ends. *Manage…* adds, edits, skips and reorders stories, hands over and cancels.',
  'help.takeOver': 'If they are silent for 10 minutes, any participant can take over there.',
  'help.decks': '*Decks*',
  'help.abstentions': '`?` and `☕` are shown, never counted.',

  // Modals.
  'modal.save': 'Save',
  'modal.back': 'Back',
  'modal.close': 'Close',
  'modal.cancel': 'Cancel',
  'new.title': 'New estimation',
  'new.start': 'Start',
  'new.stories': 'Stories',
  'new.storiesHint': 'One per line, up to {most}, estimated in this order.',
  'new.storiesExample': 'Add SSO login\nAudit log\nDark mode',
  'new.deck': 'Deck',
  'new.options': 'Before the vote',
  'new.lobby': 'Gather people first',
  'new.lobbyHint': 'People join; you start voting when everyone is there.',
  'edit.title': 'Edit story',
  'edit.label': 'Title',
  'people.title': 'People',
  'people.nobody': 'Nobody has joined yet',
  'people.count': '{count, plural, one {# person} other {# people}} in this session',
  'people.voted': 'voted',
  'people.notVoted': 'not voted yet',
  'people.joined': 'joined',
  'people.isWatching': 'watching',
  'people.host': 'host',
  'people.remove': 'Remove',
  'people.back': '← Previous',
  'people.forward': 'Next →',
  'manage.title': 'Manage session',
  'manage.stories': 'Stories',
  'manage.now': '(now)',
  'manage.full': '{most} stories: this session is full.',
  'manage.add': 'Add stories',
  'manage.addHint': 'One per line; room for {room} more.',
  'manage.handOver': 'Hand over to …',
  'manage.handOverHint': 'They reveal, go on and end from then on. They must have joined.',
  'manage.choose': 'Choose a participant',
  'manage.end': 'End session',
  'manage.cancel': 'Cancel session',
  'cancel.title': 'Cancel this session?',
  'cancel.text': 'All votes and estimates of it are dropped. To keep them, end it instead.',
  'cancel.yes': 'Cancel session',
  'cancel.no': 'Keep it',
  'story.edit': 'Edit title…',
  'story.next': 'Vote on it next',
  'story.earlier': 'Move up',
  'story.later': 'Move down',
  'story.skip': 'Skip',
  'takeOver.only': 'Only {creator} can manage this session.',
  'takeOver.wait':
    'If they stay silent, you can take over in {minutes, plural, one {a minute} other {# minutes}}.',
  'takeOver.now': 'They have been silent for a while, so you can take over.',
  'takeOver.joinFirst': 'They have been silent for a while. Join first, then you can take over.',
  'takeOver.button': 'Take over',

  // Answers to a tap. Those that repeat a title stand in rich text: no marks in them.
  'vote.counts': 'You voted {card} on {title}. Tap another card to change it.',
  'vote.again': 'You are a voter again.',
  'vote.counted': 'Just in time: your {card} is in the result.',
  'vote.tooLate': 'The votes were revealed a moment ago, so this card came too late.',
  'vote.tooLateEarlier': 'The votes were revealed a moment ago; your {card} is in the result.',
  'takePart.already': 'You are in already.',
  'takePart.watching': 'You are just watching now.',
  'takePart.left': 'You have left.',
  'takePart.counted': 'Your *{card}* was revealed before, so it stays in the result.',
  'takePart.withdrawn': 'Your vote is withdrawn.',
  'takePart.back': 'Tap a card to vote again.',
  'myVote.card': 'Your vote on {title}: {card}.',
  'myVote.notStarted': 'Voting has not started yet.',
  'myVote.notYet': 'You have not voted on {title} yet.',
  'myVote.none': 'You did not vote on {title}.',

  // What people are told without having tapped. No marks here either.
  'tell.everyoneVoted': 'Everyone has voted on {title}. You can reveal now.',
  'tell.deadlineRevealed': 'The time for {title} is over: the votes are revealed.',
  'tell.deadlinePassed': 'The time for {title} is over, and nobody has voted. The round stays open.',
  'tell.nudge': '{creator} is waiting for your card on {title}.',
  'tell.link': 'Go to the message',
  'reason.kept': 'Your reason goes with your *{card}*; everyone sees it after the reveal.',
  'reason.tooLate': 'The votes were revealed a moment ago, so your reason came too late.',
  unattended:
    'I’m not in this conversation, so the message changes with the next tap only, and nothing is revealed by itself. In a channel, `/invite @Groom` changes that.',

  // Why something does not work. `wish` completes the first one.
  'refusal.not_creator': 'Only {creator} can {wish}.',
  'wish.start': 'start the vote',
  'wish.reveal': 'reveal this one',
  'wish.record': 'record the estimate',
  'wish.voteAgain': 'open another round',
  'wish.next': 'go on to the next story',
  'wish.end': 'end this session',
  'wish.this': 'do that here',
  'refusal.session_over': 'This session is over. Start a new one with `/groom`.',
  'refusal.session_cancelled': 'This session was cancelled. Start a new one with `/groom`.',
  'refusal.not_this_message':
    'This message is not connected to a session any more. Start a new one with `/groom`.',
  'refusal.join_to_reveal': 'Whoever joined can reveal. Join first.',
  'refusal.round_over': 'That button was from an earlier round; the message is up to date now.',
  'refusal.not_started': 'Voting has not started yet.',
  'refusal.still_open': 'This round is still open. Reveal it first.',
  'refusal.revealed_already': 'These votes are revealed already. *Vote again* opens another round.',
  'refusal.no_votes': 'Nobody has voted yet. Reveal works after the first vote.',
  'refusal.card_not_in_deck': 'That card is not in this deck. Please tap one of the cards on the message.',
  'refusal.too_many_stories':
    '{most, plural, =0 {This session is full: {limit} stories fit into one.} one {There is room for # more story in this session.} other {There is room for # more stories in this session.}}',
  'refusal.no_such_story': 'That story is not waiting any more; the list is up to date now.',
  'refusal.not_participant': '{person} has not joined yet. They can join on the message first.',
  'refusal.creator_stays': 'The creator can’t be removed. Hand over first, in *Manage…*.',
  'refusal.creator_active':
    '{creator} was here just now. You can take over after {minutes, plural, one {# more minute} other {# more minutes}} of silence.',
  'refusal.nudged_already':
    'They were reminded just now. You can do it again in {minutes, plural, one {a minute} other {# minutes}}.',
  'refusal.no_vote_to_explain': 'You have no vote in this round to explain. Tap a card first.',
  'refusal.try_again': 'That did not work out. Please tap again.',

  'move.notYours': 'Join first; then you can move the message.',
  'move.underWay': 'The message is being moved already.',
  'window.notOpened': 'The window did not open. Please try again.',
  'form.notOpened': 'The form did not open. Please type `/groom` again.',

  // Slack does not let us.
  'post.not_in_channel': 'I’m not in this channel yet. Type `/invite @Groom`, then try again.',
  'post.channel_not_found':
    'I can’t write here. In a private channel, type `/invite @Groom` first; in a direct message, please use a channel.',
  'post.is_archived': 'This channel is archived, so I can’t post here.',
  'post.restricted': 'Posting is restricted in this channel. Please use another one.',
  'post.ratelimited': 'Slack is busy right now. Please try again in a moment.',
  'post.other': 'Slack did not let me post here ({error}). Please try again.',
  'post.unknown': 'Slack did not answer in time. If no message appears in a few seconds, please try again.',
  'farewell.deleted':
    'The estimation message for {title} was deleted, so the session is over. Start again with /groom.',
  'farewell.archived':
    'The channel where you estimate {title} was archived. Unarchive it, or start again in another channel.',
  'farewell.removed':
    'I was removed from the channel where you estimate {title}. Type /invite @Groom there; the next tap on the message brings it up to date.',
  'farewell.other':
    'Slack no longer lets me update the message for {title} ({error}). Please ask whoever installed Groom.',

  // What is wrong with what somebody typed, and what would be right.
  'problem.unknown_flag': 'I don’t know {flag}. There are {flags}; `/groom help` explains them.',
  'problem.unknown_deck':
    'I don’t know the deck {deck}. There are {decks}; or write its cards, such as `1,2,4,8,?`.',
  'problem.no_deck':
    'Which deck? For example `/groom --deck tshirt Add SSO login`. There are {decks}; or write its cards, such as `1,2,4,8,?`.',
  'problem.no_title': 'What shall be estimated? For example `/groom Add SSO login`.',
  'problem.no_stories': 'Please write at least one story.',
  'problem.title_too_long': 'That title is very long: {most} characters fit.',
  'problem.line_too_long': 'The story on line {line} is very long: {most} characters fit.',
  'problem.too_many_stories': 'These are {given} stories; {most} fit into one session.',
  'problem.too_few_cards': 'A deck has at least {least} cards. For example `1, 2, 4, 8, ?`.',
  'problem.too_many_cards': 'These are {given} cards; {most} fit into one deck.',
  'problem.card_too_long': 'The card {card} is too long: {most} characters fit on one.',
  'problem.card_twice': 'The card {card} is in this deck twice. Once is enough.',
  'problem.card_empty': 'There is a card without anything on it. Write them like `1, 2, 4, 8, ?`.',
  'problem.card_not_allowed':
    'The card {card} has a character that Slack would format. Letters, numbers and emoji are fine.',
  'problem.no_estimates': 'With `?` and `☕` alone nobody can estimate. For example `1, 2, 4, 8, ?`.',
  'problem.deck_line': '{line} is no deck. Write its name, a colon and its cards: `days: 1, 2, 3, 5`.',
  'problem.deck_name':
    'A deck can’t be called {name}. Up to 20 letters, digits and hyphens are fine, without spaces.',
  'problem.deck_name_taken': 'There is a deck {name} already. Please choose another name.',
  'problem.too_many_decks': 'These are {given} decks; a channel can have {most}.',
  'problem.no_until': 'Until when? For example `--until 2h` or `--until 17:00`.',
  'problem.bad_until':
    'I don’t understand the time {until}. For example `30m`, `2h`, `1d`, or a time of day such as `17:00`.',
  'problem.until_too_soon': 'That deadline is too soon: leave at least a minute to vote.',
  'problem.until_too_far': 'That deadline is too far away: {days} days ahead is the most.',
  'problem.bad_page': 'There is no page {page}. For example `/groom history 2`.',
  'problem.unknown_format': 'I don’t know the format {format}. There are `csv` and `markdown`.',
  'problem.bad_pattern': 'The pattern {pattern} does not work. For example `PROJ-(\\d+)`.',
  'problem.bad_pattern_url':
    '{url} is no web address for issues. For example `https://tracker.example/browse/PROJ-$1`.',
  'problem.half_pattern': 'Issue links need both, a pattern and a web address.',
  'problem.unknown_time_zone': 'I don’t know the time zone {zone}. For example `Europe/Berlin`.',
  'problem.no_card': 'Which card? For example `/groom vote 5`.',
};

/** The names of everything that people read. */
export type Key = keyof typeof en;

/** The same in another language. A missing key, or one too many, is a type error, and fails the build. */
export type Catalogue = Record<Key, string>;
