// Programs of any size, the same at every run: a folder of topology files, each with one hub, one slice, and databases
// over its first five clusters, MariaDB and Postgres in turns.

const spread = 5;
const distributions = ['k3s', 'rke2', 'aks', 'openshift'];

/**
 * Topology files for so many clusters.
 *
 * @param {number} clusters
 * @param {{ perFile?: number, databases?: number, storage?: string, letter?: string }} [options] clusters and databases
 *   of each file, the size of the volumes, and the letter that names of clusters begin with
 * @returns {[name: string, text: string][]}
 */
export function topologies(clusters, options = {}) {
  const { perFile = 20, databases = 2, storage = '20Gi', letter = 'c' } = options;
  const files = [];
  for (let first = 0; first < clusters; first += perFile) {
    const number = `${files.length}`.padStart(3, '0');
    const names = Array.from(
      { length: Math.min(perFile, clusters - first) },
      (_, index) => `${letter}${number}-${`${index}`.padStart(2, '0')}`,
    );
    files.push([`t${number}.yaml`, topology(number, names, databases, storage)]);
  }
  return files;
}

function topology(number, names, databases, storage) {
  const members = names.slice(0, spread);
  return `# yaml-language-server: $schema=../spec/topology.schema.json
apiVersion: dbspan/v1alpha1
kind: Topology
metadata:
  name: shop-${number}
clusters:
${names.map(cluster).join('')}slice:
  name: slice-${number}
  subnet: 10.200.0.0/16
  maxClusters: 32
  clusters: [${names.join(', ')}]
  bandwidth:
    ceiling: 1Gbps
    guaranteed: 100Mbps
databases:
${Array.from({ length: databases }, (_, index) => database(index, storage, members)).join('')}`;
}

function cluster(name, index) {
  const hub = index === 0 ? '    hub: true\n    apiServer: https://hub.example.com:6443\n' : '';
  return `  - name: ${name}
${hub}    distribution: ${distributions[index % distributions.length]}
    networkInterface: eth0
    gatewayNodes: [${name}-gw-1, ${name}-gw-2]
    podCIDRs: [10.42.0.0/16]
    serviceCIDRs: [10.43.0.0/16]
    storageClass: fast
    zones: [a, b, c]
    kubesliceDNS: 10.43.40.${index + 1}
    location: { region: r${index % 7}, latitude: ${40 + index}.5, longitude: ${index}.25 }
`;
}

/** One replica per cluster; over two clusters the first has two of three. */
function database(index, storage, members) {
  const [engine, version] = index % 2 === 0 ? ['mariadb', '11.8.5'] : ['postgres', '17.9-bookworm'];
  const placement = members.map(
    (member, place) =>
      `      - cluster: ${member}\n        replicas: ${members.length === 2 && place === 0 ? 2 : 1}\n`,
  );
  return `  - name: db-${letters(index)}
    namespace: shop
    provider: kubedb
    engine: ${engine}
    version: "${version}"
    placement:
${placement.join('')}    storage:
      size: ${storage}
    resources:
      memory: 4Gi
      cpu: "2"
`;
}

/** a to z, then ba, bb and so on. */
function letters(index) {
  const last = String.fromCharCode(0x61 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26)) + last;
}
