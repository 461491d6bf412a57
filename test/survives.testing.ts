import fc from 'fast-check';

/** Topologies with something to survive, small enough that every placement can be tried. */
export interface Drawn {
  readonly text: string;
  readonly goal: string;
}

const goals = fc.constantFrom('node', 'zone', 'cluster', 'cluster+1');
const spreads = fc.constantFrom(undefined, undefined, undefined, 'ScheduleAnyway', 'DoNotSchedule');

/** Lines about zones and nodes. */
const grounds = fc.oneof(
  { weight: 2, arbitrary: fc.constant('') },
  fc.integer({ min: 1, max: 5 }).map((nodes) => `nodes: ${nodes}`),
  fc.constantFrom('zones: [a]', 'zones: [a, b]', 'zones: [a, b, c]'),
  fc
    .tuple(fc.constantFrom('[a]', '[a, b]', '[a, b, c]'), fc.integer({ min: 3, max: 6 }))
    .map(([zones, nodes]) => `zones: ${zones}\n    nodes: ${nodes}`),
  fc
    .tuple(fc.boolean(), fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }))
    .map(([named, counts]) => {
      const names = ['a', 'b', 'c'].slice(0, counts.length);
      const nodes = `nodes: { ${names.map((name, index) => `${name}: ${counts[index]}`).join(', ')} }`;
      return named ? `zones: [${names.join(', ')}]\n    ${nodes}` : nodes;
    }),
);

const kubedb = fc
  .record({
    engine: fc.constantFrom('mariadb', 'mariadb', 'postgres'),
    synchronous: fc.boolean(),
    goal: goals,
    node: spreads,
    zone: spreads,
    clusters: fc.array(
      fc.record({
        count: fc.integer({ min: 0, max: 3 }),
        ground: grounds,
        region: fc.constantFrom('', '', 'eu', 'us'),
      }),
      { minLength: 2, maxLength: 4 },
    ),
    shuffle: fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }),
    counted: fc.boolean(),
  })
  .map(({ engine, synchronous, goal, node, zone, clusters, shuffle, counted }): Drawn => {
    const names = ['fra', 'ams', 'par', 'rom'];
    const sites = clusters.map(
      ({ ground, region }, index) => `  - name: ${names[index]}
${index === 0 ? '    hub: true\n    apiServer: https://10.2.0.56:6443\n' : ''}    distribution: k3s
    networkInterface: eth0
    kubesliceDNS: 10.43.0.10${index}
${region ? `    location: { region: ${region} }\n` : ''}${ground ? `    ${ground}\n` : ''}`,
    );
    const owners = clusters.flatMap(({ count }, index) => Array.from({ length: count }, () => index));
    const dealt = owners
      .map((owner, index) => ({ owner, key: shuffle[index] ?? 0 }))
      .sort((one, other) => one.key - other.key);
    const placement = clusters.flatMap(({ count }, index) => {
      if (count === 0) return [];
      const ordinals = dealt.flatMap(({ owner }, ordinal) => (owner === index ? ordinal : []));
      return `      - { cluster: ${names[index]}, replicas: ${counted ? count : `[${ordinals.join(', ')}]`} }\n`;
    });
    const spread = [...(node ? [`node: ${node}`] : []), ...(zone ? [`zone: ${zone}`] : [])];
    return {
      goal,
      text: `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: { name: shop }
clusters:
${sites.join('')}slice:
  name: shop
  subnet: 10.7.0.0/16
databases:
  - name: orders
    namespace: shop
    provider: kubedb
    engine: ${engine}
    version: ${engine === 'mariadb' ? '"11.8.5"' : '17.9-bookworm'}
    placement:
${placement.length === 0 ? '      - { cluster: fra, replicas: 1 }\n' : placement.join('')}    survive: ${goal}
${spread.length > 0 ? `    spread: { ${spread.join(', ')} }\n` : ''}${engine === 'postgres' ? `    kubedb: { streamingMode: ${synchronous ? 'Synchronous' : 'Asynchronous'} }\n` : ''}    storage: { size: 20Gi }
`,
    };
  });

const single = fc
  .record({
    provider: fc.constantFrom('statefulset', 'mariadb-operator'),
    replication: fc.constantFrom(undefined, undefined, 'primary-replica'),
    goal: fc.constantFrom('node', 'node', 'zone', 'zone', 'zone', 'cluster'),
    node: spreads,
    zone: spreads,
    replicas: fc.constantFrom(1, 2, 2, 3, 3, 4, 5),
    ground: grounds,
    region: fc.constantFrom('', 'eu'),
    arbitrator: fc.constantFrom(undefined, undefined, '', 'a', 'b', 'c', 'd'),
    weight: fc.constantFrom(undefined, undefined, undefined, 2, 3),
    selector: fc.constantFrom(
      undefined,
      undefined,
      undefined,
      undefined,
      'topology.kubernetes.io/zone: a',
      'disk: nvme',
    ),
  })
  .map(
    ({
      provider,
      replication,
      goal,
      node,
      zone,
      replicas,
      ground,
      region,
      arbitrator,
      weight,
      selector,
    }): Drawn => {
      const isSet = provider === 'statefulset';
      const spread = [...(node ? [`node: ${node}`] : []), ...(zone ? [`zone: ${zone}`] : [])];
      const vote =
        isSet && arbitrator !== undefined
          ? `    statefulset: { arbitrator: { image: "registry.example.com/garbd:26.4.23"${arbitrator ? `, zone: ${arbitrator}` : ''} } }\n`
          : '';
      return {
        goal,
        text: `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: { name: wiki }
clusters:
  - name: west
    distribution: aks
    storageClass: managed-csi-premium
${region ? `    location: { region: ${region} }\n` : ''}${ground ? `    ${ground}\n` : ''}databases:
  - name: wiki
    namespace: wiki
    provider: ${provider}
    engine: mariadb
${!isSet && replication && replicas > 1 ? `    replication: ${replication}\n` : ''}    placement:
      - cluster: west
        replicas: ${replicas}
    survive: ${goal}
${spread.length > 0 ? `    spread: { ${spread.join(', ')} }\n` : ''}${vote}${weight === undefined ? '' : `    config: { wsrep_provider_options: "pc.weight=${weight}" }\n`}${selector ? `    scheduling: { nodeSelector: { ${selector} } }\n` : ''}    rootPasswordSecret: { name: wiki-root }
    storage: { size: 64Gi }
    resources: { memory: 4Gi }
`,
      };
    },
  );

export const drawnTopologies: fc.Arbitrary<Drawn> = fc.oneof(kubedb, single);
