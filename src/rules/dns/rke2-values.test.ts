import { describe, expect, test } from 'vitest';
import { manifestFindingsOf } from '../testing.js';

const own = (id: string, ...documents: readonly string[]): string[] =>
  manifestFindingsOf(documents.join('---\n')).filter((finding) => finding.split(' ')[1] === id);

const id = 'dns/rke2-values';
const chart = (values: string, name = 'rke2-coredns'): string =>
  `apiVersion: helm.cattle.io/v1\nkind: HelmChartConfig\nmetadata: { name: ${name}, namespace: kube-system }\nspec:\n  valuesContent: |\n${values.replace(/^(?=.)/gm, '    ')}`;
const everything = '  - zones: [{ zone: . }]\n    port: 53\n';
const slice = '  - zones: [{ zone: slice.local. }]\n    port: 53\n';

describe('dns/rke2-values', () => {
  test('reports values without the server for everything', () => {
    expect(own(id, chart(`servers:\n${slice}`))).toEqual([
      'error dns/rke2-values 5:3 the servers of rke2-coredns replace those of the chart, and none of them has the zone "."',
    ]);
  });

  test('reports a server without a port', () => {
    expect(own(id, chart(`servers:\n${everything}${slice.replace('    port: 53\n', '')}`))).toEqual([
      'error dns/rke2-values 5:3 the server for slice.local. of rke2-coredns has no port',
    ]);
  });

  test.each(['servers: [\n', '- a\n', 'a: b: c\n'])('reports %j', (values) => {
    expect(own(id, chart(values))).toEqual([
      'error dns/rke2-values 5:3 valuesContent of rke2-coredns is no YAML mapping',
    ]);
  });

  test('reports a chart of another name', () => {
    expect(own(id, chart(`servers:\n${slice}`, 'coredns'))).toEqual([
      'error dns/rke2-values 3:19 the HelmChartConfig coredns has servers, but the chart with the cluster’s DNS is kube-system/rke2-coredns',
    ]);
  });

  test('is content with both servers, with other values, and with other charts', () => {
    expect(own(id, chart(`servers:\n${everything}${slice}`))).toEqual([]);
    expect(own(id, chart('extraConfig:\n  slice: {}\n'))).toEqual([]);
    expect(own(id, chart('\n'))).toEqual([]);
    expect(own(id, chart(`servers:\n${slice}`, 'rke2-ingress-nginx'))).toEqual([]);
  });
});
