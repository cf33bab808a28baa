// The KPI view: built once, then only what changed is touched.

import {element, setAttribute, setText, show} from './dom.js';
import {direction, formats, wording} from './format.js';
import {notices} from './notices.js';
import {queueTable} from './queue-table.js';
import {readSnapshot} from './snapshot.js';
import {tiles} from './tiles.js';
import {trends} from './trend-chart.js';

const SKELETON = 6;

/**
 * @param {HTMLElement} root an empty element
 * @param {{words: Record<string, Record<string, string>>, locale: string,
 *   act: (name: string) => void, now: () => number}} options `now` in monotonic ms
 */
export function kpiView(root, {words, locale, act, now}) {
  let tongue = {formats: formats(locale, 'UTC'), say: wording(words, locale)};
  let spokenFor = '';
  /** @type {ReturnType<typeof readSnapshot>} */
  let shown = null;
  let receivedAt = 0;
  const current = () => tongue;

  const freshness = freshnessPart();
  const notice = noticePart(() => act('refresh'));
  const news = notices(current);
  const tileList = element('ul', {class: 'tiles', role: 'list'});
  const queueHeading = element('h2');
  const table = queueTable(current);
  const queues = element('section', {class: 'queues card'}, queueHeading, table.node);
  const trendPlace = element('div', {class: 'trends'});
  const updateTiles = tiles(tileList, current);
  const updateTrends = trends(trendPlace, current);
  const skeleton = skeletonPart();
  const heading = element('h1', {class: 'spoken'});
  root.append(heading, freshness.node, notice.node, news.node, skeleton,
    tileList, element('div', {class: 'more'}, queues, trendPlace));
  loading();

  function loading() {
    setAttribute(root, 'data-age', 'fresh');
    setText(heading, tongue.say('frame.kpi'));
    freshness.update('', tongue.say('fresh.loading'), '');
    notice.update('', '', '', false);
    for (const part of [tileList, queues]) show(part, false);
  }

  /** @param {{locale: string, timeZone: string}} snapshot */
  function speak(snapshot) {
    const key = `${snapshot.locale} ${snapshot.timeZone}`;
    if (key === spokenFor) return;
    spokenFor = key;
    tongue = {
      formats: formats(snapshot.locale, snapshot.timeZone),
      say: wording(words, snapshot.locale),
    };
    setAttribute(document.documentElement, 'lang', tongue.formats.language);
    setAttribute(document.documentElement, 'dir', direction(tongue.formats.language));
  }

  function updateFreshness() {
    if (shown === null) return;
    const {say, formats: format} = tongue;
    const {age, asOf, agent, state, kpis} = shown;
    setAttribute(root, 'data-age', age);
    show(freshness.node, !shown.header);
    if (asOf === null || kpis.length === 0) {
      freshness.update('', state.kind === 'starting' ? say('fresh.loading') : '', agent);
      return;
    }
    const holes = {time: format.time(asOf), age: format.age(ageSeconds())};
    freshness.update(age === 'fresh' ? '' : '!', say(`fresh.${age}`, holes), agent);
  }

  function ageSeconds() {
    if (shown === null || shown.asOf === null || shown.now === null) return 0;
    return (shown.now - shown.asOf + now() - receivedAt) / 1000;
  }

  function updateNotice() {
    const {say} = tongue;
    const {state, kpis} = /** @type {NonNullable<typeof shown>} */ (shown);
    const troubled = state.kind === 'signedOut' || state.kind === 'failed';
    const empty = state.kind === 'live' && kpis.length === 0;
    const sentence = state.sentence || (troubled || empty ? say(`state.${state.kind}`) : '');
    const nextStep = state.nextStep || (troubled && !state.sentence ? say(`next.${state.kind}`) : '');
    notice.update(state.kind, sentence, nextStep, state.kind === 'failed', say('again'));
    setAttribute(notice.node, 'data-alone', kpis.length === 0 ? 'true' : null);
  }

  /** @param {NonNullable<typeof shown>} snapshot */
  function updateNews(snapshot) {
    if (snapshot.state.kind === 'starting' || snapshot.state.kind === 'signedOut') news.forget();
    news.update(snapshot.notices);
  }

  return {
    /**
     * Whether `raw` was a snapshot. What it says is in the document when this returns.
     *
     * @param {unknown} raw
     */
    show(raw) {
      const snapshot = readSnapshot(raw);
      if (snapshot === null) return false;
      shown = snapshot;
      receivedAt = now();
      speak(snapshot);
      setText(heading, snapshot.title || tongue.say('frame.kpi'));
      updateFreshness();
      updateNotice();
      updateNews(snapshot);
      show(skeleton, snapshot.state.kind === 'starting' && snapshot.kpis.length === 0);
      show(tileList, snapshot.kpis.length > 0);
      show(queues, snapshot.queues.length > 0);
      updateTiles(snapshot.kpis);
      setText(queueHeading, tongue.say('queues'));
      table.update(snapshot.queues);
      updateTrends(snapshot.trends);
      return true;
    },
    /** Lets the age grow between snapshots. */
    tick: updateFreshness,
    /** Whether figures are on screen. */
    hasFigures: () => shown !== null && shown.kpis.length > 0,
    /** What is shown, in the sense of the announcer. */
    model: () => shown,
    tongue: current,
    /** What the document says, read back from it. */
    readBack() {
      return {
        type: 'shown',
        version: shown === null ? 0 : shown.version,
        notices: [...news.node.querySelectorAll('.what')].map((node) => node.textContent),
        kpis: values(tileList, '.tile', '.value', 'data-id', '.status'),
        queues: [...table.node.querySelectorAll('tbody tr')].map((row) => ({
          id: row.getAttribute('data-id'),
          name: /** @type {Element} */ (row.querySelector('bdi')).textContent,
          cells: values(row, 'td', '.cell', 'data-kpi', '.spoken')})),
      };
    },
  };
}

/**
 * @param {Element} parent
 * @param {string} part
 * @param {string} value
 * @param {string} key
 * @param {string} reason where the words stand that say why there is no number
 */
function values(parent, part, value, key, reason) {
  return Object.fromEntries([...parent.querySelectorAll(part)].map((node) => {
    const data = /** @type {Element} */ (node.querySelector(value));
    const number = data.getAttribute('value');
    return [node.getAttribute(key), number !== null
      ? {text: data.textContent, value: Number(number)}
      : {text: data.textContent, value: null, reason: plainText(node, reason)}];
  }));
}

/** Without the marks at which a long word may break. @param {Element} node @param {string} part */
function plainText(node, part) {
  return /** @type {any} */ (node.querySelector(part)).textContent.replaceAll('\u200b', '');
}

function freshnessPart() {
  const mark = element('span', {class: 'mark', 'aria-hidden': 'true'});
  const text = element('span', {class: 'when'});
  const agent = element('bdi', {class: 'agent'});
  return {
    node: element('p', {class: 'freshness'}, mark, text, agent),
    /** @param {string} glyph @param {string} words @param {string} name */
    update(glyph, words, name) {
      setText(mark, glyph);
      setText(text, words);
      setText(agent, name);
    },
  };
}

/** @param {() => void} again */
function noticePart(again) {
  const sentence = element('bdi');
  const next = element('bdi');
  const nextLine = element('p', {class: 'next'}, next);
  const button = element('button', {type: 'button'});
  button.addEventListener('click', again);
  const node = element('section', {class: 'notice', hidden: ''},
    element('p', {class: 'sentence'}, sentence), nextLine, button);
  return {
    node,
    /** @param {string} kind @param {string} text @param {string} step @param {boolean} retry */
    update(kind, text, step, retry, label = '') {
      setAttribute(node, 'data-kind', kind);
      setText(sentence, text);
      setText(next, step);
      show(nextLine, step !== '');
      setText(button, label);
      show(button, retry);
      show(node, text !== '');
    },
  };
}

function skeletonPart() {
  const blank = () => element('div', {class: 'blank'},
    ...['short', 'tall', 'long'].map((bar) => element('i', {class: bar})));
  return element('div', {class: 'tiles skeleton', 'aria-hidden': 'true'},
    ...Array.from({length: SKELETON}, blank));
}
