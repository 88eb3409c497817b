// Who I am in each group, who else is there.
import { api } from './api.js';
import { $, complain, el, face } from './dom.js';

const ROLES = { owner: '群主', staff: '工作人员', property: '物业', resident: '居民', bot: '小助手' };
const ME = 'linli-sandbox-me';
const chosen = JSON.parse(localStorage.getItem(ME) ?? '{}');
let group = null;
let changed = () => {};

export const roleName = (role) => ROLES[role] ?? '';
export const me = () => group?.members.find((member) => member.id === chosen[group.chatId]) ?? null;
export const owner = () => group?.members.find((member) => member.id === group.ownerId) ?? null;

export function startPeople(whenChanged) {
  changed = whenChanged;
  $('who').addEventListener('click', () => { paintChoices(); $('who-dialog').showModal(); });
  $('who-new').addEventListener('submit', join);
  $('members-open').addEventListener('click', () => { paintMembers(); $('members-dialog').showModal(); });
}

export async function loadPeople(name) {
  group = await api.group(name);
  if (!me()) {
    const residents = group.members.filter((member) => member.role === 'resident');
    const first = residents.find((member) => !/^\d/.test(member.nickname)) ?? residents[0] ?? group.members[0];
    if (first) chosen[group.chatId] = first.id;
  }
  paintMe();
  if ($('members-dialog').open) paintMembers();
  changed();
}

export function become(id) {
  chosen[group.chatId] = id;
  localStorage.setItem(ME, JSON.stringify(chosen));
  paintMe();
  changed();
}

function paintMe() {
  const who = me();
  $('who').textContent = who ? who.nickname + (who.role === 'resident' ? '' : `（${roleName(who.role)}）`) : '选一个人';
}

function paintChoices() {
  complain($('who-error'), null);
  const sets = [['居民', ['resident']], ['群主', ['owner']], ['物业和工作人员', ['property', 'staff']]];
  $('who-list').replaceChildren(...sets.flatMap(([title, roles]) => {
    const people = group.members.filter((member) => roles.includes(member.role));
    return people.length === 0 ? [] : [el('h3', {}, title), el('div', { class: 'set' }, ...people.map((member) => el('button', {
      type: 'button',
      'aria-pressed': String(member.id === me()?.id),
      onclick: () => { become(member.id); $('who-dialog').close(); $('words').focus(); },
    }, member.nickname)))];
  }));
}

async function join(event) {
  event.preventDefault();
  const nickname = $('who-name').value.trim();
  if (!nickname) return;
  try {
    const member = await api.join(group.name, nickname);
    await loadPeople(group.name);
    become(member.id);
    $('who-name').value = '';
    $('who-dialog').close();
  } catch (error) {
    complain($('who-error'), error);
  }
}

function paintMembers() {
  $('members-title').textContent = `${group.name}（${group.members.length}）`;
  $('members').replaceChildren(...group.members.map((member) => el('li', {},
    face(member.nickname, member.role),
    el('span', {}, member.nickname, el('small', {}, roleName(member.role) + (member.consented ? '' : ' · 不同意存档'))),
    el('span', { class: 'deeds' }, ...(member.role !== 'resident' ? [] : [
      deed(member.consented ? '撤回同意' : '同意存档', () => api.consent(group.name, member.id, !member.consented)),
      deed('退群', () => api.leave(group.name, member.id)),
    ])))));
}

function deed(name, does) {
  return el('button', { type: 'button', class: 'quiet', onclick: async () => {
    try {
      await does();
      complain($('members-error'), null);
      await loadPeople(group.name);
    } catch (error) {
      complain($('members-error'), error);
    }
  } }, name);
}
