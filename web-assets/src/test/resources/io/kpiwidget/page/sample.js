// A snapshot as Java sends it; tests change what they are about.
globalThis.sampleSnapshot = (changes = {}) => ({
  type: 'snapshot', v: 1, version: 7, title: 'Figures', locale: 'en-GB', timeZone: 'Europe/Berlin',
  asOf: Date.parse('2026-11-23T13:52:07Z'), now: Date.parse('2026-11-23T13:52:09Z'), age: 'fresh',
  state: {kind: 'live', sentence: '', nextStep: ''}, agent: {},
  kpis: [
    {id: 'waiting', title: 'Waiting now', unit: 'count', value: 6,
      status: 'nearLimit', target: 5, delta: 2, history: [1, null, 3, 6]},
    {id: 'longestWait', title: 'Longest wait', unit: 'duration', value: 187,
      status: 'breached', target: 120, delta: 62, history: [20, 90, 187]},
    {id: 'serviceLevel', title: 'Service level', unit: 'ratio', value: 0.832,
      status: 'onTarget', target: 0.8, history: []},
    {id: 'occupancy', title: 'Occupancy', unit: 'ratio', mark: '\u00d7',
      reason: 'Needs analytics:userAggregate:view. Ask your administrator.', status: 'neutral', history: []},
  ],
  queues: [
    {id: 'q2', title: 'Billing', status: 'breached', cells: cells(3, 187, 'breached')},
    {id: 'q3', title: 'Support', status: 'onTarget', cells: cells(2, 64, 'onTarget')},
    {id: 'q1', title: 'Sales', status: 'onTarget', cells: cells(0, null, 'onTarget')},
  ],
  trends: [{id: 't', title: 'Handle time', unit: 'duration', target: 270,
    times: ['2026-11-23T08:00:00Z', '2026-11-23T08:15:00Z', '2026-11-23T08:30:00Z'].map((time) => Date.parse(time)),
    own: [250, null, 300], queue: [290, 295, 280]}],
  ...changes,
});

function cells(waiting, longestWait, status) {
  return [
    {id: 'waiting', title: 'Waiting', unit: 'count', value: waiting, status},
    {id: 'longestWait', title: 'Longest', unit: 'duration', status: longestWait === null ? 'neutral' : status,
      ...(longestWait === null ? {reason: 'No data yet'} : {value: longestWait})},
  ];
}

/** 60 tiles, 50 queues of 8 figures, 3 trends of 300 points: as much as a view takes. */
globalThis.largeSnapshot = (changes = {}) => {
  const many = (length, make) => Array.from({length}, (_, i) => make(i));
  const figure = (i) => ({id: `k${i}`, title: `Figure ${i}`, unit: ['count', 'duration', 'ratio'][i % 3],
    value: i % 3 === 2 ? i / 100 : i * 7, status: ['neutral', 'onTarget', 'nearLimit', 'breached'][i % 4]});
  const wave = (i) => many(300, (at) => 200 + 40 * Math.sin(at / 9 + i));
  return sampleSnapshot({
    kpis: many(60, (i) => ({...figure(i), target: 5, delta: 1, history: many(48, (at) => i + at % 7)})),
    queues: many(50, (i) => ({id: `q${i}`, title: `Queue ${i}`, status: 'onTarget', cells: many(8, figure)})),
    trends: many(3, (i) => ({id: `t${i}`, title: `Trend ${i}`, unit: 'duration', target: 210,
      times: many(300, (at) => Date.parse('2026-11-23T08:00:00Z') + at * 60000), own: wave(i), queue: wave(i + 1)})),
    ...changes,
  });
};
