// English cue words.
import { type CueTable, list } from './cues.ts';

export const english: CueTable = {
  cues: {
    when: list(
      "=when, what date, which date, which day, what day, what month, =month, dates, date, timing, which year, which years, what year, which month, =whens, =when's",
    ),
    whatDate: list('exact date, exactly, precise, precisely'),
    where: list(
      "=where, location, place, places, town, city, what town, which town, what city, which city, =wheres, =where's, in which municipality, held",
    ),
    who: list("=who, =whom, =whose, =whos, =who's, which people, which person"),
    which: list('=which'),
    what: list("=what, =whats, =what's"),
    howMany: list('how many, how many times, number of, count'),
    howMuch: list('how much, how big, how large, how high, what amount, amount, size of'),
    howLong: list('how long, length, how many hours, duration'),
    howOften: list(
      'how often, how frequently, frequency, every year, every other year, annually, yearly, how many times a year, recurring',
    ),
    why: list('=why, how come, reason'),
    list: list('show, show me, list, give me, give, overview, enumerate, name all, can i see, can i get, summary'),
    tell: list(
      'tell, tell me about, describe, description, explain, info, information, what is, what are, what does it mean, mean, details, more about, about, stand for, stands for, comment',
    ),
    comment: list('comment, comments, remark, remarks'),
    until: list('until when, till when, term, mandate, term of office, expire, expires, how long is, until what date'),
    meeting: list(
      'stop, next stop, meeting, meetings, meet, meets, meeting dates, met, session, sessions, gather, gathers, gathering, get together, convene, convenes, sit, see each other, schedule of meetings, assembles',
    ),
    planningConference: list(
      'planning conference, planning conferences, planning day, planning days, lunch to lunch, lunch-to-lunch, retreat, planning meeting, two-day, two day, overnight',
    ),
    conference: list('conference, conferences, event, events'),
    agenda: list(
      'calendar, agenda, schedule, scheduled, programme for, planned, on the calendar, booked, yearly schedule, full schedule',
    ),
    occupied: list(
      'busy, =free, taken, available, clash, clashes, conflict, conflicts, occupied, keep free, keep open, block, block out, blocked, reserve, hold open, save the date, gap, booked on',
    ),
    room: list(
      'venue, address, street address, room, which room, what room, meeting room, room number, building, which building, floor, which floor, entrance, hall, town hall',
    ),
    happening: list(
      "happens, happen, happening, happened, going on, coming up, on the agenda, takes place, take place, took place, whats on, what is on, what's on, whats up in, lined up, in store, ahead",
    ),
    host: list('host, hosts, hosting, hosted, host municipality, host municipalities, hostship'),
    hostTurn: list(
      'turn, rotation, order, rotates, rota, takes turns, rotate, sequence, line-up, take over, takes over, taking over, took over, succeed, succeeds, successor, predecessor, hand over, hands over, precedes',
    ),
    responsible: list(
      'responsible, responsibility, responsibilities, in charge, in charge of, accountable, owner, owns, lead party, runs, manages, answer for, answers for, looks after, handles, handling, carries out, behind, charge, organising, organizing',
    ),
    doing: list(
      'does, do, doing, works on, working on, work on, works with, working with, drives, driving, assigned, involved in, tasks, plate, assignment, assignments, busy',
    ),
    holding: list('runs, holds, hold, has, leads, organises, organizes'),
    askPerson: list(
      'who can i ask, who should i ask, who do i ask, who can i contact, who should i contact, who to contact, contact person, contact, who can i talk to, who should i talk to, talk to, get in touch',
    ),
    activity: list(
      'activity, activities, action, actions, project, projects, initiative, initiatives, effort, efforts, item, items, work, task, tasks, measure, measures',
    ),
    actionPlan: list('action plan, plan of action'),
    status: list(
      "status, how is, how goes, how did, state of play, how is it going, how's, going, progress, progressing, progressed, state of, how far, update, updates, on track, standing, where do we stand, where are we with, where are we on, how are things with, any news on, any news about,  report, reported, coming along, hows",
    ),
    statusDone: list(
      'done, finished, complete, completed, ready, concluded, over, accomplished, delivered, wrapped up, get done, got done, updated',
    ),
    statusDelayed: list('delayed, late, behind schedule, behind, overdue, delays, delay'),
    statusStarted: list('started, begun, under way, underway, not started'),
    statusPaused: list('paused, on hold, postponed, suspended'),
    statusCancelled: list('cancelled, canceled, called off, dropped'),
    cost: list(
      'cost, costs, costing, price, price tag, money, funding, funded, budgeted, sek, kronor, allocated, expensive, spend, spent, set aside',
    ),
    paid: list(
      'pay, pays, paid, goes to, go to, gets, get, receives, receive, compensated, compensation, reimbursed, reimbursement, spent on, spend on, spending on',
    ),
    highest: list(
      'most expensive, costliest, costs most, costs the most, cost the most, highest cost, biggest cost, priciest',
    ),
    lowest: list('cheapest, least expensive, lowest cost, costs least, costs the least'),
    mostOf: list('most, busiest'),
    fewestOf: list('fewest, least'),
    largest: list('largest, biggest, most, largest item, biggest item, major'),
    smallest: list('smallest, least'),
    atLeast: list('over, more than, at least, above, exceeding'),
    atMost: list('under, less than, at most, below, up to'),
    without: list('without, lacking, lack, lacks, no stated, has no, have no, missing, not have, unspecified, blank'),
    missing: list('missing, lacking, lacks, gaps, incomplete, unclear, undecided'),
    sum: list('total, in total, altogether, sum, combined, overall, all together'),
    something: list('something, anything'),
    ongoing: list('ongoing, continuous, continuously, continuing, running, in progress, on-going'),
    asNeeded: list('as needed, when needed, if needed, on demand, as required, when required'),
    dated: list('deadline, deadlines, with a date, fixed date, dated'),
    network: list('network, networks, expert network, expert networks, networking'),
    groupNoun: list('which group, what group, which groups, which body, which team, groups, working groups'),
    goal: list(
      'goal, goals, aim, aims, target, targets, set out to do, set out to achieve, objective goal, overarching objective, overall objective, main objective, overriding objective, ambition, ambitions, achieve',
    ),
    objective: list(
      'objective, objectives, sub-goal, sub-goals, subgoal, subgoals, milestone, interim goal, sub goals, sub goal, intermediate goals',
    ),
    area: list(
      'area, areas, theme area, focus area, focus areas, field, fields, subject area, subject areas, topics, topic, domain, domains',
    ),
    programme: list('development programme, development program, programme, program, sup'),
    regional: list('regional, regional development, regional development issues, regional issues'),
    operations: list(
      'operations, organisational development, operational development, areas of cooperation, cooperation areas, operational',
    ),
    budget: list('budget, finances, pie, budgeted, economy, turnover, budget items, line items'),
    income: list('income, revenue, revenues, incomes, financed, funded, money come from, comes in, funding'),
    costs: list('costs, expenses, expenditure, expenditures, spending, money go, spent on, outgoings, cost items'),
    share: list('share, percentage, percent, proportion, what part'),
    balance: list('balance, balanced, surplus, deficit, break even, add up'),
    fee: list(
      'fee, fees, membership fee, contribution, contributions, charge, dues, municipalities pay, each municipality pay, subscription, pay per',
    ),
    inhabitant: list(
      'a head, inhabitant, inhabitants, per inhabitant, per capita, per resident, resident, residents, population, per head, citizens',
    ),
    decided: list(
      'decided, decision, decide, adopted, set by, approved, took effect, since when, effective, valid from, apply from, applies from, does it apply, it apply, came into force',
    ),
    chair: list(
      'chair, chairs, chairman, chairperson, chairwoman, chaired, chairing, presides, president, presidency, head',
    ),
    viceChair: list(
      'vice chair, second in command, vice chairman, vice chairperson, deputy chair, deputy, vice, vice-chair, vice chairs, vice president, deputies',
    ),
    leads: list('leads, lead, leader, head, heads, headed, boss, led, runs'),
    rolesOf: list('role, roles, position, title, job'),
    member: list(
      'member, members, membership, sit on, sits on, sits in, belong, belongs, consists of, consist, made up of, composed, composition, part of, represented, takes part, attend, attends',
    ),
    seat: list(
      'located, based, placed, seat, employer, employs, employed, office, hosted by, sits, situated, seated, staff, headquarters',
    ),
    vision: list('vision'),
    purpose: list('purpose, purposes, point of, why do we, why does, exist, mission, meant, reason for'),
    principles: list(
      'principles, principle, values, approach, characterise, characterize, characterised, characterized, attitude, guiding, code of conduct',
    ),
    workingMethods: list(
      'working methods, organised, organized, organisation, organization, structure, work together, forms of work, structured, ways of working',
    ),
    appendix: list('appendix, appendices, attachment, attachments, annex, annexes, attached, enclosure'),
    document: list('business plan, operational plan, plan, document, operations plan, annual plan'),
    oddity: list('oddities, contradictions, contradiction, errors, inconsistencies, inconsistency, mistakes, unclear'),
    partners: list(
      'partners, partner, co-organisers, co-organizers, co-organiser, together with, in cooperation, collaborates, collaborate, jointly, external, with whom, collaboration, cooperate, besides the municipalities, apart from the municipalities, who else',
    ),
    participants: list(
      'participants, participant, participates, participate, attend, attends, attendees, invited, target audience, audience, target group, who comes, takes part, take part, goes to, who goes',
    ),
    organiser: list(
      'organiser, organisers, organizer, organizers, organises, organizes, organise, organize, arranges, arrange, arranged, organised, organized, puts on, planned by, organising, organizing, arranging, carry out, carries out, carried out, carrying out',
    ),
    theme: list('theme, themes, subject, focus, topic'),
    municipalityNoun: list(
      'where is he from, where is she from, come from, comes from, municipality, municipalities, municipal, council, councils',
    ),
    peopleNoun: list('person, people, name, names, named'),
    involved: list(
      'involved, take part, takes part, participate, participates, part of, engaged, participating, included',
    ),
    shared: list('together, jointly, share, shares, shared, both, joint, common'),
    alone: list('alone, on its own, by itself, single-handedly, solely, only'),
    next: list('next, upcoming, coming, following, soonest, nearest, forthcoming, next time, soon'),
    thereafter: list(
      'after that, after this,  thereafter, afterwards, one after, the one after, subsequent, after it, following that, and then, the year after, year after, the following year, following one, next one after',
    ),
    before: list('before that, before this, earlier, prior, one before, the one before, the year before, year before'),
    previous: list('previous, last time, latest, most recent, recent, preceding, =last, past'),
    final: list('final, very last, last one, =last, last meeting of, concluding'),
    first: list('first, earliest, opening'),
    countdown: list(
      'how long until, how long till, how many days until, how many days, days left, days until, how soon, how long is it until, time left, weeks until, how long before, countdown, how far away, weeks left, how long to, how many weeks, how long ago',
    ),
    remaining: list('left, remaining, ahead of it, ahead of us, ahead of them, still to come, to go'),
    held: list('=been, already, so far, taken place, took place, to date, have had, has had, until now'),
    morning: list('morning, mornings, in the morning, before lunch'),
    afternoon: list('afternoon, afternoons, after lunch'),
    evening: list('evening, evenings, in the evening, at night, after work'),
    week: list('what week, which week, week number, which weeks, what weeks'),
    outside: list(
      `open to the public, public meeting, by link, via link, video link, remotely, dial in, online, hybrid meeting, phone number, telephone, phone, mobile number, email address, email, e-mail, contact details, home address, agenda for the meeting, minutes, minutes of, documents for, parking, park my car, lunch menu, lunch served, food, dinner, coffee, hotel, accommodation, weather, how warm, how cold, served, which bus, bus, buses, rain, snow, temperature, salary, salaries paid, wage, party affiliation, political party, age, how old, born, password, wifi, teams link, zoom, video link, dress code, speaker, speakers, keynote, ticket, tickets, registration, register for, sign up, rsvp, attendance list, vote, voted, city council, parliament, government, football, recipe, stock market, news, tax rate, tax, unemployment, outcome of, conclusions, conclusion of, results of, results, findings, inaugurated, opening ceremony, opens to traffic, signed up, surname, last name, first name, prime minister, minister, king, application deadline`,
    ),
    usual: list(
      'usual, usually, normally, typically, generally, always, regular, regularly, ordinary, standard, as a rule',
    ),
    hours: list("what time, which time, time, times, hours, at what time, clock, oclock, o'clock"),
    start: list(
      'start, starts, begin, begins, started, begin at, kick off, starting, starting time, beginning, commence, commences',
    ),
    end: list('end, ends, finish, finishes, over, ending, ended, conclude, concludes, till when, until when'),
    weekday: list('weekday, day of the week, which weekday, what weekday, weekdays, what day'),
    all: list('=all, =every, =each, =entire, =whole, =full, complete, =both'),
    more: list('=more, =else, additional, any more, =another, anything else'),
    other: list('=other, =others, the rest, remaining, =else'),
    deadline: list(
      'deadline, due, due date, timeline, time frame, timeframe, timetable, takes place, take place, planned for, scheduled for, happen',
    ),
    help: list(
      'help, what can you do, can you do, how do you work, what can i ask, what do you know, how does this work, instructions, commands, what questions, can you answer, how do i use, help me with, can i ask, able to',
    ),
    greeting: list(
      '=hi, =hello, =hey, good morning, good afternoon, good evening, =greetings, =howdy, =hiya, good day',
    ),
    thanks: list(
      "=thanks, thank you, =thx, many thanks, =cheers, thanks a lot, =ty, thanks for your help, thanks for the help, thank you for your help, that's all, that's all for today, that's all for now, that was all, that's all i needed, that's everything, no more questions, nothing else, appreciate it, much appreciated",
    ),
    farewell: list(
      '=bye, goodbye, see you, see you later, later, good bye, good night, talk later, have a nice day, =cya, take care, later then, have a good one, have a good weekend, have a nice weekend, have a good evening, have a good day, have a great day, speak soon, talk soon, ciao, so long, signing off',
    ),
    whoAreYou: list(
      'who are you, what are you, are you a robot, are you human, your name, are you a bot, who made you, who built you, are you ai',
    ),
    howAreYou: list('how are you, how do you do, how are things, you ok, how is it hanging'),
    agree: list('=ok, =okay, =yes, =yep, =yeah, =sure, =right, got it, i see, understood, =alright, makes sense'),
    decline: list('=no, =nope, never mind, nevermind, forget it, no thanks, =nah'),
    praise: list(
      '=great, =perfect, =excellent, =super, well done, =awesome, =nice, good job, =good, =brilliant, =wonderful, =cool',
    ),
    complaint: list(
      "=wrong, you are wrong, incorrect, that is wrong, not what i asked, useless, stupid, you do not understand, doesn't make sense, bad bot",
    ),
    today: list(
      "what day is it, what is the date, today's date, what date is it, what time is it, what week is it, which week is it, what year is it",
    ),
    write: list(
      'move, reschedule, cancel the, change the, remind, remind me, reminder, subscribe, add a meeting, delete, remove, book, notify, send out, send a message, email, post a status, set status',
    ),
  },
  groupKinds: {
    committee: list("politicians, the politicians, political leaders, elected representatives, politicians' group"),
    management: list("directors, the directors, directors' group, top officials, senior officials, chief officers"),
  },
  ignorable:
    list(`i, we, you, year, =run, =runs, at a glance, glance, two things, one thing, three things, a couple of things, acc to the action plan, acc to action plan, according to the action plan, acc to, basic question, kindly, provide, provided, falling, falls, grateful, appreciate, obliged, furnish, attached, marked, labelled, including, incl, plus, he, she, they, it, its, it's, the, a, an, of, for, to, in, on, at, by, with, from, and, or, but, so, then, is, are, was, were, be, been, being, am, do, did, does, done, have, has, had, having,
    will, would, shall, should, can, could, may, might, must, there, here, that, this, these, those, my, our, ours, your, yours, their, his, her, me, us, them, as, if, any, some, anyone, someone, anything, not, no, none, please, just, know, tell me, like, compare, comparing, besides, beside, improve, improving, =groups, =group, =stand, =stands, =outside, lift, lifting, raise, raising, deals, deal, dealing, want, wanted, need, wonder, wondering, wondered, actually, really, currently, now, right now, also, too, already, yet, still, ever, within, during, between, under, over, into, out, up, down, off, again, than, per, via, one, ones, thing, things, stuff, regarding, concerning, about, according, say, says, said, mention, mentioned, mentions, stated, state, look, looking, find, see, check, get, got, give, take, takes, took, make, makes, made, go, goes, going, went, come, comes, came, let, lets, let's, think, believe, guess, remember, recall, forgot, remind me, quick, quickly, question, ask, asking, hi, hello, hey, thanks, thank, dear, sorry, excuse, well, ok, okay, hmm, um, uh, oh, actually, maybe, perhaps, possibly, exactly, roughly, approximately, so far, supposed, expected, planned, due, currently, annual, yearly, new, old, same, different, certain, specific, particular, relevant, important, main, related, connected, linked, belonging, part, parts, kind, sort, type, way, ways, place, held, hold, holds, being held, set, put, under, whole, s, t, re, ve, ll, don't, doesn't, isn't, aren't, haven't, won't, didn't, i'm, i'd, i've, we've, we're, you're, they're, that's, there's, who's, what's, where's, when's, how's, how, each, every, other, much, many, few, more, most, only, even, yes, please, possible, able, sure, true, correct, right, isn't it, is it true, happen to, anyway, though, although, because, since, while, whether, until, till, against, along, around, across, through, both, either, neither, such, own, very, quite, bit, little, big, small, large, long, short, good, best, better, great, nice, today, concerned, attend, going to be, travel, go there, show up, physically, colleague, boss, mate, bot, assistant, swedish, sweden, english, in english, called, named, plan, plans, involve, involves, include, includes, included, including, contain, contains, cover, covers, involve, using, used, use, work, working, works, two, three, eight, six, four, five`),
  markers: list(
    "the, is, are, what, when, where, who, which, how, does, do, of, for, and, in, on, at, next, meeting, meetings, this, any, have, has, will, was, many, much, about, with, to, whose, can, you, me, my, please, show, tell, list, after, before, host, hosts, hosting, responsible, cost, costs, network, goal, goals, chair, what's, who's, when's, where's, i, a, an, it, there, be, thanks, hello, hi, help, year, month, week, committee, group, unanswered, questions, history, changes, changed, between, all, municipality, municipalities, from, until, its, that, then, one, why, did, were, should, could, would, happens, happening",
  ),
};
