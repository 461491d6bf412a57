import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology, manifestFindingsOf } from '../testing.js';

const configMap = (name: string, key: string, text: string): string =>
  `apiVersion: v1
kind: ConfigMap
metadata: { name: ${name}, namespace: kube-system }
data:
  ${key}: |
${text.replace(/^(?=.)/gm, '    ')}`;
const own = (id: string, ...documents: readonly string[]): string[] =>
  manifestFindingsOf(documents.join('---\n')).filter((finding) => finding.split(' ')[1] === id);
const kubeadm = change(
  goodTopology,
  '  - name: ams\n    distribution: k3s\n',
  '  - name: ams\n    distribution: kubeadm\n    corefile: ams.Corefile\n',
);
const block = 'slice.local:53 {\n    forward . 10.43.0.101\n}\n';
const everything = '.:53 {\n    forward . /etc/resolv.conf\n}\n';

const id = 'dns/zone-twice';

describe('dns/zone-twice in a topology', () => {
  test('reports a file with two blocks', () => {
    expect(findingsOf(kubeadm, true, { 'ams.Corefile': block + everything + block })).toEqual([
      'error dns/zone-twice 14:15 ams.Corefile has two server blocks for slice.local',
    ]);
  });

  test('is content with one, and with the one that dbspan adds', () => {
    expect(findingsOf(kubeadm, true, { 'ams.Corefile': block + everything })).toEqual([]);
    expect(findingsOf(kubeadm, true, { 'ams.Corefile': everything })).toEqual([]);
  });
});

describe('dns/zone-twice among manifests', () => {
  test('reports two blocks in one text', () => {
    expect(own(id, configMap('coredns', 'Corefile', block + everything + block))).toEqual([
      'error dns/zone-twice 5:3 the ConfigMap coredns has two server blocks for slice.local in Corefile',
    ]);
  });

  test('reports a block in the Corefile and one in an imported file', () => {
    expect(
      own(
        id,
        configMap('coredns', 'Corefile', block + everything),
        configMap('coredns-custom', 'a.server', block),
      ),
    ).toEqual([
      'error dns/zone-twice 17:3 coredns/Corefile and coredns-custom/a.server both have a server block for slice.local',
    ]);
  });

  test('reports two keys', () => {
    const two = `${configMap('coredns-custom', 'a.server', block)}  b.server: |\n    slice.local.:53 {\n    }\n`;
    expect(own(id, two)).toEqual([
      'error dns/zone-twice 9:3 coredns-custom/a.server and coredns-custom/b.server both have a server block for slice.local',
    ]);
  });

  test('is content with two ports', () => {
    const other = block.replace(':53', ':8053');
    expect(own(id, configMap('coredns', 'Corefile', block + everything + other))).toEqual([]);
  });

  test('is content with the same ConfigMap of several clusters, and with works of several', () => {
    const custom = configMap('coredns-custom', 'a.server', block);
    expect(own(id, custom, custom)).toEqual([]);
    const work = (cluster: string, name: string): string =>
      `apiVersion: work.open-cluster-management.io/v1
kind: ManifestWork
metadata: { name: dns, namespace: ${cluster} }
spec:
  workload:
    manifests:
      - apiVersion: v1
        kind: ConfigMap
        metadata: { name: ${name}, namespace: kube-system }
        data:
          ${name === 'coredns' ? 'Corefile' : 'a.server'}: "slice.local:53 {\\n}\\n"
`;
    expect(own(id, work('ams', 'coredns'), work('fra', 'coredns-custom'))).toEqual([]);
    expect(own(id, work('ams', 'coredns'), work('ams', 'coredns-custom'))).toHaveLength(1);
  });
});
