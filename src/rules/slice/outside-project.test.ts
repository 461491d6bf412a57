import { expect, test } from 'vitest';
import { foundBy, hubObject, sliceConfig } from './testing.js';

const id = 'slice/outside-project';
const project = hubObject('Project', '{}', 'shop', 'kubeslice-controller');

test.each(['default', 'kubeslice-controller', 'kubeslice-system', 'shop'])(
  '%s is the namespace of no project',
  (namespace) => {
    expect(foundBy(id, hubObject('Cluster', '{}', 'fra', namespace))).toEqual([
      `error 3:35 the Cluster fra lies in ${namespace}, which is the namespace of no project`,
    ]);
  },
);

test('the namespace of a project that is not here is wrong beside one that is', () => {
  expect(foundBy(id, project, hubObject('SliceQoSConfig', '{}', 'gold', 'kubeslice-shops'))).toEqual([
    'error 8:36 the SliceQoSConfig gold lies in kubeslice-shops, which none of the projects here makes',
  ]);
});

test('several objects in one wrong namespace are one mistake', () => {
  expect(
    foundBy(id, hubObject('Cluster', '{}', 'fra', 'mall'), hubObject('Cluster', '{}', 'ams', 'mall')),
  ).toEqual(['error 3:35 the Cluster fra and 1 more lie in mall, which is the namespace of no project']);
});

test('the namespace of its project is right, and another when no project is here', () => {
  expect(foundBy(id, project, sliceConfig(), hubObject('Cluster', '{}'))).toEqual([]);
  expect(foundBy(id, sliceConfig(), hubObject('ServiceExportConfig', '{}', 'a', 'kubeslice-other'))).toEqual(
    [],
  );
});
