import { formats } from '../report/formats.js';
import type { Command, Option, Positional } from './command.js';

const format: Option = {
  type: 'string',
  value: 'FORMAT',
  choices: ['text', 'json'],
  summary: 'form of the output (default text)',
};

/** Options of every command that reports findings. `findings.ts` heeds them. */
const reportOptions = {
  format: {
    type: 'string',
    value: 'FORMAT',
    choices: formats,
    summary: 'form of the findings (default text)',
  },
  'max-warnings': {
    type: 'string',
    value: 'N',
    summary: 'exit 1 when there are more than N warnings',
  },
} as const satisfies Readonly<Record<string, Option>>;

const files: Positional = {
  name: 'FILE',
  kind: 'file',
  many: true,
  summary:
    'topology files, folders of them, or - for standard input; all together are one program (default spec/topology.yaml, else topology.yaml)',
};

/** Every command, in the order of the help. `loaders.ts` has their code. */
export const commands = [
  {
    name: 'synth',
    summary: 'compile topologies into one directory of manifests per cluster',
    details: [
      'The whole tree is built beside DIR and swapped in, so a failure leaves the old one. Files that dbspan did not write are kept; one that was edited by hand stops the run.',
    ],
    positional: files,
    options: {
      output: { type: 'string', short: 'o', value: 'DIR', summary: 'where to write (default dist)' },
      check: { type: 'boolean', summary: 'write nothing; exit 1 when DIR is not what would be written' },
      step: {
        type: 'string',
        value: 'N',
        summary: 'write the state after commit N of those that dbspan plan says a change takes',
      },
      plan: {
        type: 'string',
        value: 'FILE',
        summary: 'write only what was reviewed: the JSON of dbspan plan',
      },
      'never-applied': {
        type: 'boolean',
        summary: 'the output that is there was never applied: write over it, whatever changes',
      },
      ...reportOptions,
    },
    examples: [
      'dbspan synth',
      'dbspan synth a.yaml b.yaml -o deploy',
      'dbspan synth --check --format github',
    ],
  },
  {
    name: 'plan',
    summary: 'say what a change does to what runs, against the output as it was committed',
    details: [
      'Without --against the old output is that in dist. No cluster is asked, no file of the output is written, and Git fetches nothing.',
      'With --exit-code: 0 nothing changes, 1 something does, 3 a change is refused or dangerous; topologies with errors have no plan and give 1.',
    ],
    positional: files,
    options: {
      against: {
        type: 'string',
        short: 'a',
        value: 'DIR|REVISION',
        summary:
          'a folder of old output, or a revision of Git, whose output folder is read: origin/main, HEAD~1, v1.2, HEAD:deploy',
      },
      'output-dir': {
        type: 'string',
        value: 'DIR',
        summary: 'the output folder, as synth writes it (default dist)',
      },
      output: {
        type: 'string',
        short: 'o',
        value: 'FILE',
        summary: 'where the report goes (default standard output); .md, .json and .txt say its form',
      },
      'exit-code': { type: 'boolean', summary: 'exit 1 when something changes, 3 when it is dangerous' },
      format: {
        type: 'string',
        value: 'FORMAT',
        choices: ['text', 'markdown', ...formats.filter((name) => name !== 'text')],
        summary: 'form of the report (default text)',
      },
    },
    examples: [
      'dbspan plan',
      'dbspan plan --against origin/main',
      'dbspan plan --against HEAD~1 -o plan.md',
      'dbspan plan --format json -o plan.json && dbspan synth --plan plan.json',
    ],
  },
  {
    name: 'validate',
    summary: 'report everything that is wrong with topologies, and write no output',
    details: [
      'Layouts that are proposed leave replicas where the output in dist has them; without one, nobody knows what runs, and --fix moves none.',
    ],
    positional: files,
    options: {
      fix: {
        type: 'boolean',
        summary: 'change the files where a fix is certain (comments stay), and report what remains',
      },
      ...reportOptions,
    },
    examples: [
      'dbspan validate',
      'dbspan validate --fix',
      'dbspan validate topologies/ --max-warnings 0',
      'cat topology.yaml | dbspan validate -',
    ],
  },
  {
    name: 'verify',
    summary:
      'check manifests of any origin against the schemas of their kinds and the rules of their controllers',
    details: [
      'Folders are read with all that is below them. Built-in kinds are known; of other kinds, only those whose CustomResourceDefinition is among the manifests or under --crds are checked against a schema, and a note names the rest.',
    ],
    positional: {
      name: 'PATH',
      kind: 'file',
      many: true,
      summary: 'files, folders, or - for standard input (default dist)',
    },
    options: {
      crds: {
        type: 'string',
        value: 'DIR',
        multiple: true,
        summary: 'a file or folder of CustomResourceDefinitions, several times',
      },
      ...reportOptions,
    },
    examples: [
      'dbspan verify dist --crds crds/',
      'dbspan verify deploy/ --crds crds/kubedb --crds crds/kubeslice',
      'kustomize build overlays/prod | dbspan verify -',
    ],
  },
  {
    name: 'size',
    summary: 'say what to set so that a database outgrows neither its memory nor its volume',
    details: [
      'With --engine it sizes one server from the options below; without --memory it says what every usual amount of memory holds. Without --engine it says what the databases of topologies get.',
      '--check judges a file that exists: what the server would refuse, how much memory it takes at worst, and whether --memory is enough; without --memory, how much is.',
      'Sizes are written as in a topology: 512Mi and 2Gi count by 1024, 512M and 2G by 1000.',
    ],
    positional: files,
    options: {
      engine: {
        type: 'string',
        short: 'e',
        value: 'ENGINE',
        choices: ['mariadb', 'postgres'],
        summary: 'database engine; with --check only where the file does not say it',
      },
      memory: { type: 'string', short: 'm', value: 'SIZE', summary: 'memory limit of the container' },
      galera: { type: 'boolean', summary: 'a member of a Galera cluster' },
      connections: { type: 'string', value: 'N', summary: 'connections it must admit' },
      version: {
        type: 'string',
        value: 'VERSION',
        summary: 'of the server (default the one that takes most)',
      },
      cpu: { type: 'string', value: 'CORES', summary: 'cores of the container (default 2)' },
      workload: {
        type: 'string',
        value: 'KIND',
        choices: ['oltp', 'mixed', 'analytics', 'edge'],
        summary: 'what it mostly does (default oltp)',
      },
      volume: { type: 'string', value: 'SIZE', summary: 'size of its volume' },
      data: {
        type: 'string',
        value: 'SIZE',
        summary: 'data it will hold (default what the volume has room for)',
      },
      pool: {
        type: 'string',
        value: 'SIZE',
        summary:
          'MariaDB: buffer pool, as a size or a share such as 70% (default the largest that is safe, up to 70%)',
      },
      'shared-buffers': {
        type: 'string',
        value: 'SIZE',
        summary: 'Postgres: shared_buffers (default a quarter)',
      },
      'work-mem': { type: 'string', value: 'SIZE', summary: 'Postgres: work_mem (default what is left)' },
      gcache: { type: 'string', value: 'SIZE', summary: "Galera's cache of write sets" },
      'write-rate': { type: 'string', value: 'SIZE', summary: 'what is written each second' },
      'ride-out': {
        type: 'string',
        value: 'TIME',
        summary: 'longest absence of a replica that is caught up without a full copy',
      },
      replicas: { type: 'string', value: 'N', summary: 'replicas in all (default 1, with --galera 3)' },
      'across-clusters': {
        type: 'boolean',
        summary: 'replicas stand in several clusters; --rtt and --bandwidth say so too',
      },
      rtt: { type: 'string', value: 'TIME', summary: 'longest round trip between replicas' },
      bandwidth: {
        type: 'string',
        value: 'RATE',
        summary: 'what the narrowest link between replicas carries',
      },
      mode: {
        type: 'string',
        value: 'MODE',
        choices: ['guaranteed', 'target'],
        summary: 'target takes what is asked for as it is, with warnings (default guaranteed)',
      },
      database: { type: 'string', value: 'NAME', summary: 'only this database of the topologies' },
      check: {
        type: 'string',
        value: 'FILE',
        summary: 'judge a my.cnf or postgresql.conf; - for standard input',
      },
      format: {
        type: 'string',
        value: 'FORMAT',
        choices: [...formats, 'markdown', 'conf'],
        summary: 'form of the output (default text); conf is the finished file of the server',
      },
      'max-warnings': reportOptions['max-warnings'],
    },
    examples: [
      'dbspan size --engine mariadb --memory 1Gi --galera --connections 200',
      'dbspan size --engine postgres',
      'dbspan size -e mariadb -m 2Gi --volume 20Gi --format conf > my.cnf',
      'dbspan size --check my.cnf --memory 512Mi',
      'dbspan size topology.yaml --format markdown',
    ],
  },
  {
    name: 'whatif',
    summary: 'say what becomes of the databases when a node, zone, cluster, link or the hub is lost',
    details: [
      'Without --lose or --all it says what each database survives, and which failures stop its writes.',
      'LOSS is a cluster (fra), node:fra (any one node of it), zone:fra-a, region:eu, link:fra-ams, split:fra+ams (the network between these and all others), or hub (its control plane alone). Several are lost at the same moment, unless --in-order.',
    ],
    positional: files,
    options: {
      lose: {
        type: 'string',
        short: 'l',
        value: 'LOSS',
        multiple: true,
        summary: 'what is lost, several times',
      },
      'in-order': {
        type: 'boolean',
        summary: 'one after the other, each when the rest had agreed on who is left',
      },
      gracefully: {
        type: 'boolean',
        summary: 'servers are stopped in order, one after the other; without it they are gone without a word',
      },
      all: { type: 'boolean', summary: 'everything that can be lost, one at a time' },
      pairs: {
        type: 'boolean',
        summary: 'with --all: also any two at once that do harm which neither does alone',
      },
      database: { type: 'string', value: 'NAME', summary: 'only this database of the topologies' },
      'exit-code': { type: 'boolean', summary: 'with --lose: exit 1 when the writes of a database stop' },
      format: {
        type: 'string',
        value: 'FORMAT',
        choices: ['text', 'json', 'markdown'],
        summary: 'form of the output (default text)',
      },
      'max-warnings': reportOptions['max-warnings'],
    },
    examples: [
      'dbspan whatif',
      'dbspan whatif --lose fra',
      'dbspan whatif --lose node:fra --lose link:ams-par --database orders',
      'dbspan whatif --lose ams --lose par --in-order --gracefully',
      'dbspan whatif topology.yaml --all --format markdown',
    ],
  },
  {
    name: 'trace',
    summary:
      'say which lines of the topology a field of the output comes from, and by which formula; and back',
    details: [
      'PLACE is a file of the output, whole, with a field (#/spec/replicas or #spec.replicas) or with a line (:12); a line of a topology (topology.yaml:12), or a path in one (databases[orders].placement). A pointer goes on behind a text of options: #/spec/myCnf/max_connections.',
      'It says what the topology gives now, and when the file that stands there is another.',
    ],
    positional: {
      name: 'PLACE',
      kind: 'file',
      many: true,
      summary:
        'what is traced; behind it the topologies (default that of PLACE, else spec/topology.yaml, else topology.yaml)',
    },
    options: {
      output: { type: 'string', short: 'o', value: 'DIR', summary: 'where the output is (default dist)' },
      format,
    },
    examples: [
      'dbspan trace dist/fra/70-database/mariadb.shop.orders.yaml#/spec/replicas',
      'dbspan trace dist/fra/70-database/mariadb.shop.orders.yaml:21',
      'dbspan trace dist/fra/40-slice/sliceconfig.kubeslice-shop.shop.yaml',
      'dbspan trace spec/topology.yaml:31',
      "dbspan trace 'databases[orders].placement' --format json",
    ],
  },
  {
    name: 'graph',
    summary: 'draw clusters, links, replicas and votes, and what each loss does to writes',
    details: [
      'Every cluster, node, zone, link and the hub carries a sign and a word for what its loss alone does to writes. With --lose it is the picture after a loss instead.',
      'SVG needs no browser and shows in light and dark. Mermaid goes into Markdown, between ```mermaid and ```.',
      '--html writes a page that needs no network: click what is lost, and it says what is left. What is lost stands in its address, to be shared.',
    ],
    positional: files,
    options: {
      format: {
        type: 'string',
        value: 'FORMAT',
        choices: ['svg', 'mermaid', 'json'],
        summary: 'form of the picture (default svg)',
      },
      html: { type: 'boolean', summary: 'one self-contained page on which anything can be lost' },
      output: {
        type: 'string',
        short: 'o',
        value: 'FILE',
        summary: 'where to write, a folder for several topologies (default standard output)',
      },
      lose: {
        type: 'string',
        value: 'LOSS',
        multiple: true,
        summary:
          'draw it after that loss, several times: a cluster, node:CLUSTER, zone:NAME, region:NAME, link:A-B, split:A+B or hub',
      },
      database: { type: 'string', value: 'NAME', summary: 'only this database of the topologies' },
      'max-warnings': reportOptions['max-warnings'],
    },
    examples: [
      'dbspan graph -o topology.svg',
      'dbspan graph --lose fra --lose link:ams-par -o after.svg',
      'dbspan graph topologies/ -o pictures/',
      'dbspan graph --html -o topology.html',
      'dbspan graph --format mermaid',
    ],
  },
  {
    name: 'explain',
    summary: 'explain a field of the language, or a finding',
    positional: {
      name: 'NAME',
      kind: 'field',
      many: false,
      summary:
        'a path such as slice.subnet or clusters.networkInterface, a field name, or the id of a finding',
    },
    options: { format },
    examples: ['dbspan explain', 'dbspan explain databases.placement', 'dbspan explain dns/address-unknown'],
  },
  {
    name: 'rules',
    summary: 'list the rules',
    positional: {
      name: 'GROUP',
      kind: 'group',
      many: true,
      summary: 'groups of rules, such as slice or kubedb (default all)',
    },
    options: { format },
    examples: ['dbspan rules', 'dbspan rules slice dns', 'dbspan rules --format json'],
  },
  {
    name: 'adopt',
    summary: 'read manifests that run already into a topology that compiles back to them',
    details: [
      'Reads objects of KubeDB, KubeSlice, OCM and mariadb-operator, the DNS of the clusters, and what dbspan wrote itself: files, folders, or what kubectl get -o yaml prints. Folders that are called like clusters tell what belongs where.',
      'The topology is compiled at once, and every object held against the one that was read: what is not the same is named with the reason. Exit code 0 when all come out the same, 1 when something differs.',
      'The topology goes to standard output and the report to standard error; with -o the topology goes to the file. Secrets are never read, only referred to.',
    ],
    positional: {
      name: 'PATH',
      kind: 'file',
      many: true,
      summary: 'files or folders of manifests, or - for standard input',
    },
    options: {
      output: {
        type: 'string',
        short: 'o',
        value: 'FILE',
        summary: 'where to write the topology (default standard output)',
      },
      cluster: {
        type: 'string',
        short: 'c',
        value: 'NAME[:DISTRIBUTION[:INTERFACE]]',
        multiple: true,
        summary:
          'what manifests do not say of a cluster, several times; those that name no cluster belong to the first',
      },
      hub: { type: 'string', value: 'NAME', summary: 'cluster of the OCM hub, where no folder says it' },
      namespace: {
        type: 'string',
        short: 'n',
        value: 'NAME',
        summary: 'namespace of objects that name none (default default)',
      },
      name: {
        type: 'string',
        value: 'NAME',
        summary: "name of the program (default that of the slice's project, or of what is read)",
      },
      force: { type: 'boolean', short: 'f', summary: 'replace a file that exists' },
      format,
    },
    examples: [
      'dbspan adopt manifests/ -o spec/topology.yaml',
      'kubectl get mariadb,user,grant,database -A -o yaml | dbspan adopt - -c fra:k3s',
      'dbspan adopt dist',
    ],
  },
  {
    name: 'init',
    summary: 'write a commented topology to start from',
    details: [
      'On a terminal it asks for what no option says; elsewhere it takes the defaults.',
      'What runs already is read by dbspan adopt.',
      'kubedb runs one database over several clusters; mariadb-operator and statefulset, which needs no operator, run one on a cluster, or one on each cluster of a fleet.',
    ],
    options: {
      output: {
        type: 'string',
        short: 'o',
        value: 'FILE',
        summary: 'where to write (default spec/topology.yaml; - for standard output)',
      },
      name: { type: 'string', value: 'NAME', summary: 'name of the program (default shop)' },
      provider: {
        type: 'string',
        value: 'PROVIDER',
        choices: ['kubedb', 'mariadb-operator', 'statefulset'],
        summary: 'what runs the database (default kubedb)',
      },
      engine: {
        type: 'string',
        value: 'ENGINE',
        choices: ['mariadb', 'postgres'],
        summary: 'database engine, postgres with kubedb only (default mariadb)',
      },
      cluster: {
        type: 'string',
        short: 'c',
        value: 'NAME[:DISTRIBUTION[:INTERFACE]]',
        multiple: true,
        summary:
          "a cluster; with kubedb several times, the first is the hub (default three of k3s); else one, or a fleet such as 'store-{001..050}', in quotes (default one of k3s)",
      },
      'api-server': {
        type: 'string',
        value: 'URL',
        summary:
          'kubedb: https URL under which the other clusters reach the hub (left out, a line to fill in)',
      },
      'storage-class': {
        type: 'string',
        value: 'NAME',
        summary: "not kubedb: storage class of the volumes (default the cluster's own)",
      },
      replicas: {
        type: 'string',
        value: 'N',
        summary: 'not kubedb: replicas on the cluster (default 3, on those of a fleet 1)',
      },
      database: { type: 'string', value: 'NAME', summary: 'name of the database (default orders)' },
      namespace: {
        type: 'string',
        value: 'NAME',
        summary: "the database's namespace (default the program's name)",
      },
      'root-password-secret': {
        type: 'string',
        value: 'NAME',
        summary:
          "not kubedb: secret with the administrator's password (default DATABASE-root with statefulset; mariadb-operator makes one up)",
      },
      size: { type: 'string', value: 'SIZE', summary: 'volume of each replica (default 20Gi)' },
      memory: { type: 'string', value: 'SIZE', summary: 'memory of each replica (default 4Gi)' },
      yes: { type: 'boolean', short: 'y', summary: 'ask nothing' },
      force: { type: 'boolean', short: 'f', summary: 'replace a file that exists' },
      format,
    },
    examples: [
      'dbspan init',
      'dbspan init --engine postgres -c fra:kubeadm:ens5 -c ams:k3s:eth0 -c par:k3s:eth0',
      "dbspan init --provider mariadb-operator -c 'store-{001..050}:k3s' --memory 512Mi",
      'dbspan init --provider statefulset -c westeurope:aks --storage-class managed-csi-premium',
    ],
  },
  {
    name: 'completion',
    summary: 'print a completion script for a shell',
    positional: { name: 'SHELL', kind: 'shell', many: false, summary: 'bash, zsh or fish' },
    options: {},
    examples: [
      'source <(dbspan completion bash)',
      'dbspan completion fish > ~/.config/fish/completions/dbspan.fish',
    ],
  },
  {
    name: 'version',
    summary: 'print the version',
    options: { format },
    examples: ['dbspan version'],
  },
] as const satisfies readonly Command[];

/** Name of a command. */
export type CommandName = (typeof commands)[number]['name'];
