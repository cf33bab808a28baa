// A snapshot as Java sends it; tests change what they are about.
globalThis.sampleSnapshot = (changes = {}) => ({
  type: 'snapshot', v: 1, version: 7, title: 'Figures', locale: 'en-GB', timeZone: 'Europe/Berlin',
  asOf: '2026-11-23T13:52:07Z', now: '2026-11-23T13:52:09Z', age: 'fresh',
  state: {kind: 'live', sentence: '', nextStep: ''}, agent: {name: 'Maya Okafor'},
  kpis: [
    {id: 'waiting', title: 'Waiting now', unit: 'count', kind: 'number', value: 6,
      status: 'nearLimit', target: 5, delta: 2, history: [1, null, 3, 6]},
    {id: 'longestWait', title: 'Longest wait', unit: 'duration', kind: 'number', value: 187,
      status: 'breached', target: 120, delta: 62, history: [20, 90, 187]},
    {id: 'serviceLevel', title: 'Service level', unit: 'ratio', kind: 'number', value: 0.832,
      status: 'onTarget', target: 0.8, delta: -0.0001, history: []},
    {id: 'occupancy', title: 'Occupancy', unit: 'ratio', kind: 'notPermitted',
      detail: 'analytics:userAggregate:view', status: 'neutral', history: []},
  ],
  queues: [
    {id: 'q1', name: 'Sales', status: 'onTarget', cells: cells(0, null, 'onTarget')},
    {id: 'q2', name: 'Billing', status: 'breached', cells: cells(3, 187, 'breached')},
    {id: 'q3', name: 'Support', status: 'onTarget', cells: cells(2, 64, 'onTarget')},
  ],
  trends: [{id: 't', title: 'Handle time', unit: 'duration', target: 270,
    times: ['2026-11-23T08:00:00Z', '2026-11-23T08:15:00Z', '2026-11-23T08:30:00Z'],
    series: {own: [250, null, 300], queue: [290, 295, 280]}}],
  ...changes,
});

function cells(waiting, longestWait, status) {
  return [
    {kpi: 'waiting', title: 'Waiting', unit: 'count', kind: 'number', value: waiting, status},
    {kpi: 'longestWait', title: 'Longest', unit: 'duration', status,
      kind: longestWait === null ? 'noData' : 'number', value: longestWait},
  ];
}
