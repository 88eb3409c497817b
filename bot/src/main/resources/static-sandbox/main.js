// Puts the page together.
import { api, listen } from './api.js';
import { refreshClock, startClock } from './clock.js';
import { $, complain, el, show } from './dom.js';
import { groupNamed, markCurrent, markSeen, refreshGroups, startGroups } from './groups.js';
import { lastTextLine, openLines, paint, refreshLines, startLines } from './lines.js';
import { openReading, paneFollows, startPane } from './pane.js';
import { loadPeople, me, startPeople } from './people.js';
import { openTasks, refreshCards, refreshTasks, startStaff } from './staff.js';

let group = null;
let quoted = null;
let picked = null;
const app = $('app');

async function open(name) {
  group = name;
  markCurrent(name);
  location.hash = encodeURIComponent(name);
  app.dataset.view = 'talk';
  $('title').replaceChildren(name, el('span', { class: 'count' }, `（${groupNamed(name)?.memberCount ?? 0}）`));
  show($('welcome'), false);
  show($('say'), true);
  show($('members-open'), true);
  showSidebar(name);
  quote(null);
  await loadPeople(name);
  await Promise.all([openLines(name), openTasks(name)]);
  paneFollows(name);
}

/** What staff see beside this group in WeCom: its tickets and the replies that wait for their tap. */
let desk = null;
async function showSidebar(name) {
  desk ??= await api.console().then((answer) => answer?.url ?? null, () => null);
  const chatId = groupNamed(name)?.chatId;
  show($('sidebar-open'), Boolean(desk && chatId));
  if (desk && chatId) $('sidebar-open').href = `${desk}/sidebar?chat=${encodeURIComponent(chatId)}`;
}

function quote(line) {
  quoted = line;
  show($('quoting'), line !== null);
  $('quoting-words').textContent = line ? `引用 ${line.sender}：${line.kind === 'text' ? line.text.slice(0, 80) : '一条消息'}` : '';
}

/** Under the same id a second try after a lost answer is not a second message. */
let pending = null;
async function say(message) {
  const who = me();
  if (!who) return false;
  const key = JSON.stringify([group, who.id, message]);
  if (pending?.key !== key) pending = { key, msgId: crypto.randomUUID() };
  complain($('say-error'), null);
  try {
    await api.say({ group, sender: who.nickname, senderId: who.id, msgId: pending.msgId, ...message });
    pending = null;
    await refreshLines();
    return true;
  } catch (error) {
    complain($('say-error'), error);
    return false;
  }
}

async function send(event) {
  event?.preventDefault();
  const text = $('words').value;
  if (!text.trim()) return;
  $('send').disabled = true;
  if (await say({ text, quote: quoted?.msgId })) {
    $('words').value = '';
    grow();
    quote(null);
  }
  $('send').disabled = false;
  $('words').focus();
}

function grow() {
  $('words').rows = Math.min(5, Math.max(1, $('words').value.split('\n').length));
}

function pick(line) {
  picked = line;
  $('line-words').textContent = `${line.sender}：${line.kind === 'text' ? line.text.slice(0, 120) : '一条消息'}`;
  show($('line-revoke'), line.senderId === me()?.id);
  show($('line-reading'), line.kind === 'text');
  $('line-dialog').showModal();
}

function tab(cards) {
  $('tab-groups').setAttribute('aria-selected', String(!cards));
  $('tab-cards').setAttribute('aria-selected', String(cards));
  show($('panel-groups'), !cards);
  show($('panel-cards'), cards);
  if (cards) refreshCards();
}

function toggleTools() {
  const shut = $('tools').classList.toggle('shut');
  $('tools-open').setAttribute('aria-expanded', String(!shut));
}

function startForms() {
  $('say').addEventListener('submit', send);
  $('words').addEventListener('input', grow);
  $('words').addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event);
  });
  $('send-image').addEventListener('click', () => say({ kind: 'image' }));
  $('send-voice').addEventListener('click', () => say({ kind: 'voice' }));
  $('quoting-off').addEventListener('click', () => quote(null));
  $('line-quote').addEventListener('click', () => { $('line-dialog').close(); quote(picked); $('words').focus(); });
  $('line-revoke').addEventListener('click', () => { $('line-dialog').close(); say({ kind: 'revoke', revokes: picked.msgId }); });
  $('line-reading').addEventListener('click', () => { $('line-dialog').close(); openReading(picked); });
  $('tab-groups').addEventListener('click', () => tab(false));
  $('tab-cards').addEventListener('click', () => tab(true));
  $('back').addEventListener('click', () => { app.dataset.view = 'list'; refreshGroups(); });
  $('tools-open').addEventListener('click', toggleTools);
  $('tools').classList.add('shut');
}

let listTimer = 0;
function groupsSoon() {
  clearTimeout(listTimer);
  listTimer = setTimeout(() => refreshGroups().then(markSeen), 150);
}

async function everything() {
  await refreshGroups();
  await refreshClock();
  if (group) {
    await loadPeople(group);
    await Promise.all([refreshLines(), refreshTasks()]);
  }
}

async function start() {
  startForms();
  startClock();
  startGroups(open);
  startPeople(() => { paint(); refreshTasks(); });
  startLines(pick);
  startPane(open);
  await Promise.all([refreshClock(), refreshGroups(), startStaff()]);
  listen({
    message: async (event) => {
      groupsSoon();
      if (event.group === group) {
        await refreshLines();
        if (!$('pane').hidden && $('reading-open').getAttribute('aria-expanded') === 'true') openReading(lastTextLine());
      }
    },
    members: (event) => { if (event.chatId === groupNamed(group)?.chatId) loadPeople(group); },
    groups: groupsSoon,
    tasks: refreshTasks,
    cards: () => { if (!$('panel-cards').hidden) refreshCards(); },
    clock: refreshClock,
  }, everything, (isLost) => show($('offline'), isLost));
  const wanted = decodeURIComponent(location.hash.slice(1));
  if (groupNamed(wanted)) await open(wanted);
}

start().catch((error) => {
  $('offline').textContent = error.message;
  show($('offline'), true);
});
