// The list of chats.
import { api } from './api.js';
import { now } from './clock.js';
import { $, el, face, show, when } from './dom.js';

let groups = [];
let current = null;
let open = () => {};
const SEEN = 'linli-sandbox-seen';
const seen = JSON.parse(localStorage.getItem(SEEN) ?? '{}');

export const groupNamed = (name) => groups.find((group) => group.name === name);

export function startGroups(whenOpened) {
  open = whenOpened;
  $('search').addEventListener('input', paint);
}

export async function refreshGroups() {
  groups = await api.groups();
  paint();
}

export function markCurrent(name) {
  current = name;
  markSeen();
  paint();
}

export function markSeen() {
  const group = groupNamed(current);
  if (group) {
    seen[group.chatId] = group.lastSeq;
    localStorage.setItem(SEEN, JSON.stringify(seen));
  }
}

function paint() {
  const wanted = $('search').value.trim();
  const list = groups
    .filter((group) => group.name.includes(wanted))
    .map((group, place) => ({ group, place }))
    .sort((a, b) => b.group.lastSeq - a.group.lastSeq || a.place - b.place)
    .map(({ group }) => row(group));
  $('groups').replaceChildren(...list);
  show($('no-groups'), list.length === 0);
}

function row(group) {
  const isFresh = group.lastSeq > (seen[group.chatId] ?? 0) && group.name !== current;
  return el('li', {}, el('button', {
    type: 'button',
    class: 'group' + (isFresh ? ' fresh' : ''),
    'aria-current': String(group.name === current),
    onclick: () => open(group.name),
  },
  face(group.name, 'group'),
  el('b', {}, group.name, isFresh ? el('span', { class: 'unseen' }, '，有新消息') : null),
  group.lastAt ? el('time', {}, when(group.lastAt, now())) : el('time', {}),
  el('span', { class: 'last' }, group.lastLine ?? `${group.memberCount} 人`)));
}
