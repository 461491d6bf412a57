import { expect, test } from 'vitest';
import { foundBy, objectOf } from './testing.js';

const found = (spec: string) =>
  foundBy(
    'slice/service-export-handling',
    objectOf(
      'networking.kubeslice.io/v1beta1',
      'ServiceExport',
      '{ name: db, namespace: shop }',
      `{ ${spec} }`,
    ),
  );

test('expressions are not read', () => {
  expect(found('selector: { matchExpressions: [{ key: app, operator: Exists }] }')).toEqual([
    'warning 4:21 the ServiceExport db has matchExpressions, which KubeSlice does not read',
  ]);
});

test('a database is no HTTP service', () => {
  expect(found('ports: [{ name: http-db, containerPort: 3306 }]')).toEqual([
    'warning 4:25 the port http-db of the ServiceExport db counts as HTTP, and 3306 is a database’s',
  ]);
});

test('what is read, and other ports', () => {
  expect(
    found('selector: { matchLabels: { app: db } }, ports: [{ name: tcp, containerPort: 5432 }]'),
  ).toEqual([]);
  expect(found('ports: [{ name: http, containerPort: 8080 }]')).toEqual([]);
  expect(found('ports: [{ name: http, containerPort: 3306 }, { name: tcp, containerPort: 4567 }]')).toEqual(
    [],
  );
});
