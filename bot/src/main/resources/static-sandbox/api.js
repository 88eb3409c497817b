// Calls to the sandbox's JSON API, and what it tells us by itself.

async function call(method, path, body, isText) {
  let response;
  try {
    response = await fetch('/sandbox/api/' + path, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : isText ? body : JSON.stringify(body),
    });
  } catch {
    throw new Error('连不上沙箱，请检查它是不是还在运行。');
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Error(problem.error ?? `沙箱没有办成（${response.status}）。`);
  }
  return response;
}

const json = async (...args) => {
  const response = await call(...args);
  return response.status === 204 ? null : response.json();
};
const part = encodeURIComponent;

export const api = {
  groups: () => json('GET', 'groups'),
  group: (name) => json('GET', `groups/${part(name)}`),
  linesAfter: (name, seq) => json('GET', `groups/${part(name)}/messages?after=${seq}`),
  linesBefore: (name, seq, limit) => json('GET', `groups/${part(name)}/messages?before=${seq}&limit=${limit}`),
  say: (message) => json('POST', 'messages', message),
  join: (name, nickname) => json('POST', `groups/${part(name)}/members`, { nickname }),
  leave: (name, id) => json('DELETE', `groups/${part(name)}/members/${part(id)}`),
  consent: (name, id, consented) => json('PATCH', `groups/${part(name)}/members/${part(id)}`, { consented }),
  staff: () => json('GET', 'staff'),
  cards: (who) => json('GET', `staff/${part(who)}/cards`),
  tasks: () => json('GET', 'tasks'),
  confirm: (owner, msgid) => json('POST', `owners/${part(owner)}/confirm`, { msgid }),
  console: () => json('GET', 'console'),
  clock: () => json('GET', 'clock'),
  moveClock: (how) => json('POST', 'clock', how),
  scenarios: () => json('GET', 'scenarios'),
  scenario: (name) => json('GET', `scenarios/${part(name)}`),
  reading: (line) => json('POST', 'readings', line),
};

/** Plays a transcript and hands over each line as it is played. */
export async function play(text, pace, heard, signal) {
  const response = await fetch(`/sandbox/api/plays?pace=${pace}`, { method: 'POST', body: text, signal });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Error(problem.error ?? '剧本没有播放成。');
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const rows = (rest + chunk.value).split('\n');
    rest = rows.pop();
    rows.filter(Boolean).forEach((row) => heard(JSON.parse(row)));
  }
}

/** Listens; again() runs after every reconnection, since something may have been missed. */
export function listen(handlers, again, lost) {
  const source = new EventSource('/sandbox/live');
  let wasLost = false;
  source.addEventListener('hello', () => {
    lost(false);
    if (wasLost) again();
    wasLost = false;
  });
  source.addEventListener('error', () => {
    wasLost = true;
    lost(true);
  });
  for (const [name, handler] of Object.entries(handlers)) {
    source.addEventListener(name, (event) => handler(JSON.parse(event.data)));
  }
}
