// What staff have on their phones: cards, and 群发 that the owner confirms.
import { api } from './api.js';
import { now } from './clock.js';
import { $, el, show, when } from './dom.js';
import { become, me, owner } from './people.js';

let group = null;

export async function startStaff() {
  const staff = await api.staff();
  $('card-reader').replaceChildren(...staff.map((person) => el('option', { value: person.userid }, person.name)));
  $('card-reader').value = localStorage.getItem('linli-sandbox-reader') ?? 'wangge2';
  if (!$('card-reader').value) $('card-reader').selectedIndex = 0;
  $('card-reader').addEventListener('change', () => {
    localStorage.setItem('linli-sandbox-reader', $('card-reader').value);
    refreshCards();
  });
}

export async function refreshCards() {
  const cards = await api.cards($('card-reader').value);
  show($('no-cards'), cards.length === 0);
  $('cards').replaceChildren(...cards.map((card) => el('li', { class: 'card' },
    el('time', { dateTime: card.at, title: card.at }, when(card.at, now())),
    card.title ? el('b', {}, card.title) : null,
    card.text)));
}

export function openTasks(name) {
  group = name;
  return refreshTasks();
}

export async function refreshTasks() {
  const tasks = group ? (await api.tasks()).filter((task) => task.groups.includes(group)) : [];
  $('tasks').replaceChildren(...tasks.map(card));
}

function card(task) {
  const isMine = me()?.id === task.ownerId;
  const others = task.groups.length > 1 ? `发到 ${task.groups.slice(0, 3).join('、')}${task.groups.length > 3 ? ' 等' : ''}，共 ${task.groups.length} 个群。` : `发到 ${task.groups[0]}。`;
  const error = el('p', { class: 'error', role: 'alert' });
  const button = el('button', { type: 'button', class: 'main' }, isMine ? '确认发送' : `换成群主${task.owner}来确认`);
  button.addEventListener('click', async () => {
    if (!isMine) {
      if (owner()) become(task.ownerId);
      return refreshTasks();
    }
    button.disabled = true;
    try {
      await api.confirm(task.ownerId, task.msgid);
    } catch (problem) {
      error.textContent = problem.message;
    }
    return refreshTasks();
  });
  return el('article', { class: 'task' }, el('h3', {}, '待确认的群发'), el('blockquote', {}, task.text, ...(task.attached ?? []).map((one) => el('div', {}, one))), el('p', {}, others + (isMine ? '你不确认，谁也收不到。' : `等群主${task.owner}确认。`)), button, error);
}
