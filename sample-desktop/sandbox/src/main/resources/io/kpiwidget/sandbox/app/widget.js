'use strict';
(() => {
  const QUEUE_ONLY = new Set([
    'count queue.waiting', 'oldest queue.wait_start', 'count agent.on_queue', 'count agent.idle', 'count agent.interacting', 'count conversation.id',
    'count conversation.abandoned', 'ratio conversation.abandoned', 'ratio conversation.service_level',
  ]);
  const MIN_REFRESH_SECONDS = 10;
  const MAX_WAIT_SECONDS = 3600; // also keeps setTimeout's 31 bits from running over
  const PATIENCE_MILLIS = 20_000;
  const TAKEN_WITHIN_MILLIS = 2_000;
  const ALL_QUEUES = '';
  const byId = (id) => document.getElementById(id);

  /** The route lives in the fragment, and so do its parameters; the fragment's token leaves the address at once. */
  function route() {
    const [path, query] = location.hash.slice(1).split('?');
    const found = /^\/analytics\/widget\/([^/]+)$/.exec(path);
    const parameters = new URLSearchParams(query || '');
    const token = parameters.get('access_token');
    if (token) {
      parameters.delete('access_token');
      history.replaceState(null, '', `#${path}?${parameters}`);
    }
    return { id: found && decoded(found[1]), token, theme: parameters.get('theme'), auto: parameters.get('auto_refresh') !== 'false', byMessage: parameters.get('auth') === 'message' };
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return null; // half an escape: the address names no widget
    }
  }

  const here = route();
  const etags = new Map();

  /** The parent's origin where the browser names it: only from there a token is taken. */
  function parentOrigin() {
    const ancestors = location.ancestorOrigins;
    return parent !== window && ancestors && ancestors.length && ancestors[0] !== 'null' ? ancestors[0] : null;
  }

  /** Figures and secrets are never in these messages, so any parent may hear them; the one there is, where the browser names it. */
  function tell(message) {
    if (parent !== window) parent.postMessage(message, parentOrigin() || '*');
  }

  function hear(event) {
    if (!event.isTrusted || parent === window || event.source !== parent || event.origin !== parentOrigin()) return;
    const { type, token, state } = Object(event.data);
    if (type === 'widget:token' && here.byMessage && typeof token === 'string' && token) take(token);
    if (type === 'widget:restore' && typeof state === 'string') restore(state);
  }

  function dress() {
    const dark = here.theme ? here.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }

  class Trouble extends Error {
    constructor(code, sentence) {
      super(sentence);
      this.code = code;
    }
  }

  async function answerOf(response) {
    try {
      return await response.json();
    } catch {
      throw new Trouble('bad.answer', 'The platform sent something unreadable.');
    }
  }

  async function ask(method, path, body) {
    const key = path + (body || '');
    const known = etags.get(key);
    const headers = { Accept: 'application/json' };
    // without a token in the address the browser process adds the header
    const used = here.token;
    if (used) headers.Authorization = `Bearer ${used}`;
    if (body) headers['Content-Type'] = 'application/json';
    if (known) headers['If-None-Match'] = known.etag;
    let response;
    try {
      response = await fetch(path, { method, headers, body, cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout(PATIENCE_MILLIS) });
    } catch {
      throw new Trouble('unreachable', 'The platform cannot be reached. Trying again.');
    }
    if (response.status === 304 && known) return known.answer;
    // a newer token has come meanwhile
    if (response.status === 401 && here.token !== used) return ask(method, path, body);
    if (!response.ok) throw refusal(response.status, (await response.json().catch(() => null)) || {}, response.headers.get('Retry-After'));
    const answer = await answerOf(response);
    const etag = response.headers.get('ETag');
    if (etag) etags.set(key, { etag, answer });
    return answer;
  }

  function refusal(status, body, retryAfter) {
    const trouble = new Trouble(body.code || `http.${status}`, sentenceFor(status, body));
    trouble.status = status;
    trouble.retrySeconds = secondsUntil(retryAfter);
    // only the desktop can help: asking more often than the figures refresh would be noise
    trouble.calm = status === 401 || status === 403 || status === 404;
    trouble.waits = status === 401;
    return trouble;
  }

  /** Asked anew each time: the platform may forget a widget that is being shown, and only the desktop can register it again. */
  async function registered(id) {
    try {
      return await ask('GET', `/v2/analytics/widgets/${encodeURIComponent(id)}`);
    } catch (trouble) {
      throw trouble.status === 404 ? unknown() : trouble;
    }
  }

  function unknown() {
    const trouble = new Trouble('widget.not.found', `${drawn ? 'These are the last figures. ' : ''}The platform does not know this widget any more. Your desktop can set it up again.`);
    trouble.calm = trouble.waits = true;
    return trouble;
  }

  /** Retry-After is a number of seconds or a date (RFC 9110 §10.2.3). */
  function secondsUntil(retryAfter) {
    if (!retryAfter) return 0;
    const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
    return Math.min(MAX_WAIT_SECONDS, Math.max(0, seconds || 0));
  }

  function sentenceFor(status, body) {
    if (status === 401) return drawn ? 'These are the last figures. Your desktop is renewing your access.' : 'Waiting for your desktop to give this widget access.';
    if (status === 403) return `You may not see these figures${body.permission ? ` (${body.permission})` : ''}.`;
    if (body.code === 'queue.not.found') return 'This widget names a queue that was closed for good. Your desktop can set the widget up again.';
    if (status === 404) return 'The platform does not have these figures.';
    if (status === 429) return 'Too many requests. Trying again shortly.';
    return 'The platform has a problem. Trying again.';
  }

  /** The filter without its user.id leaves; what belongs to a queue has no agent. */
  function withoutAgent(filter) {
    if (!filter || !filter.clauses) return filter;
    return { ...filter, clauses: filter.clauses.filter((clause) => clause.field !== 'user.id').map(withoutAgent) };
  }

  const namesAgent = (filter) => Boolean(filter) && (filter.field === 'user.id' || (filter.clauses || []).some(namesAgent));

  async function query(filter, metrics, groupBy) {
    if (!metrics.length) return [];
    const body = { filter, metrics: metrics.map(({ name, type, field }) => ({ name, type, field })) };
    if (groupBy) body.groupBy = ['queue.id'];
    const answer = await ask('POST', '/v2/analytics/query', JSON.stringify(body));
    if (!answer || !Array.isArray(answer.results)) throw new Trouble('bad.answer', 'The platform sent something unreadable.');
    return answer.results;
  }

  async function load(definition, names) {
    const personal = namesAgent(definition.filter);
    const isQueue = (metric) => !personal || QUEUE_ONLY.has(`${metric.type} ${metric.field}`);
    const queueMetrics = definition.metrics.filter(isQueue);
    const agentMetrics = definition.metrics.filter((metric) => !isQueue(metric));
    const [rows, own] = await Promise.all([query(withoutAgent(definition.filter), queueMetrics, true), query(definition.filter, agentMetrics, false)]);
    draw({ queueMetrics, agentMetrics, rows, own: own[0] ? own[0].metrics : {}, names });
    stamp();
  }

  /** Sums of counts, numerators and denominators; never a mean of means. */
  function total(metric, rows) {
    const stats = rows.map((row) => row.metrics[metric.name]).filter(Boolean);
    if (!stats.length) return undefined;
    if (metric.type === 'oldest') return { since: stats.map((one) => one.since).sort()[0] };
    const sum = {};
    for (const one of stats) for (const [part, value] of Object.entries(one)) sum[part] = (sum[part] || 0) + value;
    return sum;
  }

  function duration(seconds) {
    const whole = Math.max(0, Math.round(seconds));
    const pad = (n) => String(n).padStart(2, '0');
    const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
    return h ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`;
  }

  const number = (value, digits) => new Intl.NumberFormat(navigator.language, { maximumFractionDigits: digits }).format(value);

  function text(metric, stats) {
    if (!stats) return '–';
    if (metric.type === 'count') return number(stats.count, 0);
    if (metric.type === 'avg') return stats.count ? duration(stats.sum / stats.count) : '–';
    if (metric.type === 'sum') return duration(stats.sum);
    if (metric.type === 'oldest') return duration((Date.now() - Date.parse(stats.since)) / 1000);
    if (!stats.denominator) return '–';
    const quotient = stats.numerator / stats.denominator;
    return metric.field === 'agent.handled_per_hour' ? number(quotient, 1) : `${number(100 * quotient, 0)} %`;
  }

  function node(name, content, className) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (typeof content === 'string') made.textContent = content;
    else if (content) made.append(...content);
    return made;
  }

  function figure(name, metric, stats) {
    const shown = text(metric, stats);
    const cell = node(name, shown, shown === '–' ? 'none' : '');
    if (shown === '–') cell.title = 'No data';
    return cell;
  }

  function header(name, scope) {
    const cell = node('th', name);
    cell.scope = scope;
    return cell;
  }

  function tiles(heading, metrics, statsOf) {
    if (!metrics.length) return [];
    const cards = metrics.map((metric) => node('div', [node('dt', metric.name), figure('dd', metric, statsOf(metric))], 'tile'));
    return [node('h2', heading), node('dl', cards, 'tiles')];
  }

  function table({ queueMetrics, rows, names }) {
    const name = (row) => names.get(row.group['queue.id']) || 'Queue';
    const chosen = rows.filter((row) => queue === ALL_QUEUES || row.group['queue.id'] === queue);
    const sorted = chosen.sort((a, b) => name(a).localeCompare(name(b)));
    const line = (title, statsOf) => node('tr', [header(title, 'row'), ...queueMetrics.map((metric) => figure('td', metric, statsOf(metric)))]);
    const head = node('thead', [node('tr', [header('Queue', 'col'), ...queueMetrics.map((metric) => header(metric.name, 'col'))])]);
    const body = node('tbody', sorted.map((row) => line(name(row), (metric) => row.metrics[metric.name])));
    const parts = [head, body];
    if (sorted.length > 1) parts.push(node('tfoot', [line('All queues', (metric) => total(metric, rows))]));
    const scroll = node('div', [node('table', parts)], 'scroll');
    scroll.tabIndex = 0;
    return [scroll];
  }

  /** The queues to choose from; set anew only when they are others, or an open list would close under the agent's hand. */
  function offer({ rows, names }) {
    const options = rows.map((row) => row.group['queue.id']).map((id) => [id, names.get(id) || 'Queue']).sort((a, b) => a[1].localeCompare(b[1]));
    const all = [[ALL_QUEUES, 'All queues'], ...options];
    const select = byId('queue');
    const key = JSON.stringify(all);
    if (select.dataset.key !== key) {
      select.dataset.key = key;
      select.replaceChildren(...all.map(([id, name]) => new Option(name, id)));
    }
    // a queue that the agent lost cannot be shown any more
    if (!all.some(([id]) => id === queue)) queue = ALL_QUEUES;
    select.value = queue;
  }

  let queue = ALL_QUEUES;
  let drawn = null;

  /** What the agent chose outlives this document: the page around it keeps the words and hands them to the next one. */
  function choose(next) {
    queue = next;
    if (drawn) draw(drawn);
    tell({ type: 'widget:state', state: new URLSearchParams({ queue }).toString() });
  }

  function restore(state) {
    queue = new URLSearchParams(state).get('queue') || ALL_QUEUES;
    if (drawn) draw(drawn);
  }

  function draw(figures) {
    drawn = figures;
    byId('tiles').replaceChildren(...tiles('Today, you', figures.agentMetrics, (metric) => figures.own[metric.name]));
    byId('by-queue').hidden = !figures.queueMetrics.length;
    offer(figures);
    byId('rows').replaceChildren(...(figures.rows.length ? table(figures) : [node('p', 'You are in none of this widget’s queues.', 'none')]));
  }

  function stamp() {
    const time = new Date().toLocaleTimeString(navigator.language, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
    byId('as-of').textContent = `Updated ${time}`;
  }

  /** What only waits for the desktop is said calmly: the agent can do nothing about it. */
  function show(trouble) {
    const waits = trouble && trouble.waits;
    say('trouble', trouble && !waits ? trouble.message : '');
    say('calm', waits ? trouble.message : '');
    byId('widget').setAttribute('aria-busy', 'false');
  }

  function say(id, sentence) {
    // an alert is read aloud whenever its text is set, so it is set only when it is news
    if (byId(id).textContent !== sentence) byId(id).textContent = sentence;
    byId(id).hidden = !sentence;
  }

  const interval = (definition) => Math.min(MAX_WAIT_SECONDS, Math.max(MIN_REFRESH_SECONDS, (definition && Number(definition.refreshInterval)) || 30));

  async function names() {
    const me = await ask('GET', '/v2/users/me/permissions');
    const queues = await ask('GET', `/v2/users/${encodeURIComponent(me.userId)}/queues`);
    return new Map(queues.entities.map((queue) => [queue.id, queue.name]));
  }

  let definition;
  let known = new Map();
  let ready = here.byMessage;
  let timer;
  let turning = null;

  async function turn() {
    let wait;
    try {
      if (!here.id) throw new Trouble('bad.route', 'The address names no widget.');
      definition = await registered(here.id);
      byId('title').textContent = document.title = definition.name;
      // names are an ornament: without them the figures still show
      known = await names().catch(() => known);
      await load(definition, known);
      show(null);
      wait = interval(definition);
      tell({ type: ready ? 'widget:refresh' : 'widget:ready' });
      ready = true;
    } catch (failure) {
      const trouble = failure instanceof Trouble ? failure : new Trouble('internal', 'The widget has a problem.');
      show(trouble);
      tell({ type: 'widget:error', code: trouble.code });
      wait = Math.max(trouble.calm ? interval(definition) : MIN_REFRESH_SECONDS, trouble.retrySeconds || 0);
    }
    turning = null;
    if (here.auto && !(definition && definition.autoRefresh === false)) timer = setTimeout(go, wait * 1000);
  }

  /** One turn at a time. */
  function go() {
    clearTimeout(timer);
    turning = turning || turn();
    return turning;
  }

  /** A first token, or one that ends a wait, is used at once; it counts as taken when there is something to see, or soon anyway. */
  async function take(token) {
    const waits = !here.token || !byId('calm').hidden;
    here.token = token;
    if (waits) await Promise.race([go(), new Promise((done) => setTimeout(done, TAKEN_WITHIN_MILLIS))]);
    tell({ type: 'widget:token-taken' });
  }

  function start() {
    dress();
    observe();
    byId('queue').addEventListener('change', (event) => choose(event.target.value));
    addEventListener('message', hear);
    if (here.byMessage) tell({ type: 'widget:ready' });
    else go();
  }

  function observe() {
    let last = '';
    new ResizeObserver(() => {
      const box = byId('widget').getBoundingClientRect();
      const size = { height: Math.ceil(box.height), width: Math.ceil(box.width) };
      if (`${size.height}x${size.width}` !== last) {
        last = `${size.height}x${size.width}`;
        tell({ type: 'widget:dimensions', ...size });
      }
    }).observe(byId('widget'));
  }

  addEventListener('hashchange', () => location.reload());
  start();
})();
