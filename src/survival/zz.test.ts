import { test } from 'vitest';
import { suggestLayouts } from './index.js';
import { kubedb, land, placedOn } from './layouts-testing.js';
test('speed', () => {
  for (const goal of ['node','zone','cluster','cluster+1'] as const) for (const clusters of ['a','aba','abab','abcdaa']) for (const running of ['nothing','unknown'] as const) {
    const r = { goal, database: placedOn(clusters), landscape: land(), provider: kubedb, candidates: ['x','y'], running };
    for (let i=0;i<5;i++) suggestLayouts({...r});
    const t = performance.now(); for (let i=0;i<10;i++) suggestLayouts({...r}); console.log(goal, clusters, running, ((performance.now()-t)/10).toFixed(2));
  }
});
