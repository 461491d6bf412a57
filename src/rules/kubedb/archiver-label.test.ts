import { describe, expect, test } from 'vitest';
import { databaseManifest, findingsBy, fixesBy, together } from './objects.testing.js';

const labelled = (labels: string): string =>
  databaseManifest().replace('namespace: shop', `namespace: shop\n  labels: { ${labels} }`);

const archiver = `apiVersion: archiver.kubedb.com/v1alpha1
kind: MariaDBArchiver
metadata: { name: nightly, namespace: backup }
spec:
  databases:
    selector: { matchLabels: { archiver: "true" } }
`;

describe('kubedb/archiver-label', () => {
  test('reports the label that an archiver selects', () => {
    expect(findingsBy('kubedb/archiver-label', together(labelled('archiver: "true"'), archiver))).toEqual([
      'info kubedb/archiver-label 6:13 the label archiver of orders hands it to the MariaDBArchiver nightly',
    ]);
    expect(fixesBy('kubedb/archiver-label', together(labelled('archiver: "true"'), archiver))).toEqual([
      'nothing if that is meant; name the archiver as spec.archiver.ref to keep Git and cluster the same',
    ]);
  });

  test('is content with others, without archivers and when the archiver is said', () => {
    expect(findingsBy('kubedb/archiver-label', together(labelled('archiver: "false"'), archiver))).toEqual(
      [],
    );
    expect(findingsBy('kubedb/archiver-label', labelled('archiver: "true"'))).toEqual([]);
    expect(
      findingsBy(
        'kubedb/archiver-label',
        together(
          `${labelled('archiver: "true"')}  archiver: { ref: { name: nightly, namespace: backup } }\n`,
          archiver,
        ),
      ),
    ).toEqual([]);
  });
});
