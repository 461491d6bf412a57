import { expect, test } from 'vitest';
import { lines, siteTopology } from '../sites.testing.js';
import { findingsOf } from '../testing.js';

const id = 'provider/exposure-undone';
const azure = 'service.beta.kubernetes.io/azure-load-balancer-internal';
const service = (exposure: string, annotation: string): string[] =>
  findingsOf(
    siteTopology +
      lines(
        'service:',
        `  exposure: ${exposure}`,
        '  allowFrom: [10.0.0.0/8]',
        '  annotations:',
        `    ${annotation}`,
      ),
  );

test('a private address that an annotation makes public', () => {
  expect(service('internal-load-balancer', `${azure}: "false"`)).toEqual([
    `error ${id} 26:66 wiki has exposure internal-load-balancer, and the annotation ${azure}: false says otherwise`,
  ]);
  expect(
    service('internal-load-balancer', 'service.beta.kubernetes.io/aws-load-balancer-scheme: internet-facing'),
  ).toHaveLength(1);
  expect(service('load-balancer', `${azure}: "true"`)).toHaveLength(1);
});

test('annotations that say the same, or something else', () => {
  expect(service('internal-load-balancer', `${azure}: "true"`)).toEqual([]);
  expect(service('load-balancer', `${azure}: "false"`)).toEqual([]);
  expect(service('internal-load-balancer', 'example.com/a: b')).toEqual([]);
});
