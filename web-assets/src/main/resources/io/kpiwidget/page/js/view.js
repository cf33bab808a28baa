// The KPI view: its parts are there from the start, and only what changed is touched.

import {fill, follow, parts} from './dom.js';
import {formats} from './format.js';
import {column, row} from './queue-table.js';
import {readSnapshot} from './snapshot.js';
import {tile} from './tiles.js';
import {trend} from './trend-chart.js';

/**
 * @param {HTMLElement} root
 * @param {() => void} refresh
 * @param {(id: string, sentence: string) => void} tell what changed, to who cannot see it
 */
export function kpiView(root, refresh, tell) {
  const nodes = {html: document.documentElement, ...parts(root)};
  /** @type {any} */
  const tongue = {tell};
  /** @type {any} */
  let shown = null;
  let receivedAt = 0;
  let spoken = '';
  /** @type {Set<string>} what the agent has taken away */
  const dismissed = new Set();
  /** @type {Record<string, (items: any[]) => void>} */
  const lists = {
    news: follow(nodes.news, 'news-line', newsLine),
    kpis: follow(nodes.tiles, 'a-tile', tile(tongue)),
    columns: follow(nodes.heads, 'head', column, 1),
    queues: follow(nodes.rows, 'a-row', row(tongue)),
    trends: follow(nodes.trends, 'a-trend', trend(tongue)),
  };

  nodes.again.addEventListener('click', refresh);
  // Escape takes away what says how a figure comes about, until the next key or look
  for (const type of ['keydown', 'mouseover']) {
    document.addEventListener(type, (/** @type {any} */ {key}) =>
      fill(nodes, {view: {'data-quiet': key === 'Escape'}}));
  }

  /** @param {Record<string, any>} line */
  function newsLine(line) {
    let id = '';
    line.dismiss.addEventListener('click', () => {
      dismissed.add(id);
      updateNews();
    });
    return (/** @type {any} */ notice) => {
      id = notice.id;
      fill(line, {
        what: notice.title,
        then: notice.about,
        dismiss: {'aria-label': `${tongue.words.dismiss}: ${notice.title}`},
      });
      tell(id, `${notice.title} ${notice.about}`);
    };
  }

  function updateNews() {
    const {kpis, notices} = shown;
    for (const id of dismissed) {
      // without figures another agent comes, who has read none of it
      if (!kpis.length || !notices.some((/** @type {any} */ notice) => notice.id === id)) {
        dismissed.delete(id);
      }
    }
    lists.news(notices.filter((/** @type {any} */ {id}) => !dismissed.has(id)));
  }

  /** Another language or zone is another view in the same place. @param {Record<string, string>} words */
  function speak(words) {
    const {locale, rtl, timeZone} = shown;
    const key = JSON.stringify([locale, timeZone, words]);
    if (key === spoken) return;
    spoken = key;
    for (const name in lists) lists[name]([]);
    tongue.words = words;
    tongue.formats = formats(locale, timeZone);
    fill(nodes, {
      html: {lang: locale, dir: rtl ? 'rtl' : 'ltr'},
      again: words.again,
      caption: words.queues,
      corner: words.queue,
    });
  }

  /** By the clock that the snapshot was made with. @param {number} time */
  function lasts(time) {
    return (shown.now - time + performance.now() - receivedAt) / 1000;
  }

  /** @param {number} time */
  function age(time) {
    return tongue.formats.age(lasts(time));
  }

  function tick() {
    if (!shown) return;
    const {agent, asOf, kpis, state} = shown;
    const {formats: {time}, words} = tongue;
    const late = shown.age !== 'fresh' || state.kind === 'offline';
    const some = asOf !== null && kpis.length;
    const when = some && `${late ? words.stale : words.fresh} ${time(asOf)}`;
    fill(nodes, {
      view: {'data-age': shown.age},
      freshness: {'data-late': some && late},
      when: !some ? '' : late ? `${when}, ${age(asOf)} ${words.old}` : when,
      // seconds would stand still between two ticks
      doing: agent.since && lasts(agent.since) > 59 ? `${agent.state}, ${age(agent.since)}`
        : agent.state,
    });
  }

  function update() {
    const {kpis, queues, state, title} = shown;
    const none = !kpis.length;
    tick();
    if (state.kind !== 'starting' && state.sentence && state.sentence !== nodes.sentence.textContent) {
      tell('', state.sentence);
    }
    fill(nodes, {
      heading: title,
      notice: {'data-kind': state.kind, 'data-alone': none, hidden: !state.sentence},
      sentence: state.sentence,
      next: state.nextStep,
      again: {hidden: state.kind !== 'failed'},
      skeleton: {hidden: !none || state.kind !== 'starting'},
      queues: {hidden: !queues.length},
    });
    updateNews();
    const columns = queues.length ? queues[0].cells : [];
    const all = {...shown, columns, queues: queues.map((/** @type {any} */ queue) => ({...queue,
      cells: columns.map((/** @type {any} */ column) =>
        queue.cells.find((/** @type {any} */ {id}) => id === column.id) ?? {...column, value: null})}))};
    for (const name in lists) if (all[name]) lists[name](all[name]);
  }

  return {
    /**
     * Whether `raw` was a snapshot. What it says is in the document when this returns.
     *
     * @param {unknown} raw
     * @param {Record<string, string>} words
     */
    show(raw, words) {
      const snapshot = readSnapshot(raw);
      if (!snapshot) return false;
      shown = snapshot;
      receivedAt = performance.now();
      speak(words);
      update();
      return true;
    },
    /** Lets ages grow between snapshots. */
    tick,
    /** What the document says, read back from it. */
    readBack() {
      return {
        type: 'shown',
        version: shown.version,
        notices: [...nodes.news.querySelectorAll('.what')].map((node) => node.textContent),
        kpis: figures(nodes.tiles),
        queues: [...nodes.rows.children].map((row) => ({
          id: row.getAttribute('data-id'),
          name: row.querySelector('.title').textContent,
          cells: figures(row)})),
      };
    },
  };
}

/** @param {Element} parent */
function figures(parent) {
  return Object.fromEntries([...parent.querySelectorAll('[data-id]')].map((node) => {
    const data = /** @type {any} */ (node.querySelector('.value'));
    const value = data.getAttribute('value');
    return [node.getAttribute('data-id'), {
      text: data.textContent,
      value: value && Number(value),
      reason: value ? '' : /** @type {any} */ (node.querySelector('.said')).textContent,
    }];
  }));
}
