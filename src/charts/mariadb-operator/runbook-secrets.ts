import type { MariadbOperatorDatabasePlan } from '../../plan/index.js';
import { code, command, kubectl, type RunbookBlock, type RunbookStep } from '../runbook-step.js';
import { type Entry, onEachDatabase } from './runbook-facts.js';
import { type NeededSecret, neededSecrets } from './secrets.js';

/** The secrets that the databases of an entry refer to. dbspan writes none. */
export function makeSecrets({ title, namespace, databases }: Entry): RunbookStep[] {
  const secrets = new Map<string, { secret: NeededSecret; users: MariadbOperatorDatabasePlan[] }>();
  for (const database of databases) {
    for (const secret of neededSecrets(database)) {
      const known = secrets.get(secret.name);
      if (known) known.users.push(database);
      else secrets.set(secret.name, { secret, users: [database] });
    }
  }
  const [first] = databases;
  if (secrets.size === 0 || !first) return [];
  const blocks = [...secrets.values()].flatMap(({ secret, users }) => makeSecret(namespace, secret, users));
  const spans = first.multiCluster
    ? ' What stands in them must be the same on every cluster, so they are made in one go.'
    : '';
  return [
    {
      phase: 'database',
      title: `Prepare the secrets of ${title}`,
      body: [
        {
          text: `They must be there before the database, and none of them stands in Git.${spans} Where one exists already, \`create\` says so and changes nothing. What is made here is on no screen, in no history and in no list of processes.`,
        },
        ...blocks,
        {
          shell: onEachDatabase(databases, (cluster, database) => {
            const names = neededSecrets(database).map(({ name }) => name);
            return `${kubectl(cluster)} -n ${namespace} get secret ${names.join(' ')}`;
          }),
        },
      ],
    },
  ];
}

function makeSecret(
  namespace: string,
  { name, purpose, content }: NeededSecret,
  users: readonly MariadbOperatorDatabasePlan[],
): RunbookBlock[] {
  const intro: RunbookBlock = { text: `${code(name)}: ${purpose}.` };
  const create = (...from: readonly string[]): string[] =>
    onEachDatabase(users, (cluster) =>
      command(`${kubectl(cluster)} -n ${namespace} create secret generic ${name}`, ...from),
    );
  switch (content.kind) {
    case 'password': {
      // Between clusters it must be one and the same; otherwise each cluster has its own.
      const shared = users.some(({ multiCluster }) => multiCluster);
      if (!shared) {
        const made = "<(openssl rand -hex 24 | tr -d '\\n')";
        return [intro, { shell: create(...content.keys.map((key) => `--from-file=${key}=${made}`)) }];
      }
      const values = content.keys.map((key, index) => `VALUE_${index}=$(${foundOrMade(users, name, key)})`);
      return [intro, { shell: inSubshell(values, create(...fromValues(content.keys))) }];
    }
    case 'credentials': {
      const asked = content.keys.map((key, index) => {
        return `read -rsp '${key}: ' VALUE_${index} && echo`;
      });
      return [intro, { shell: inSubshell(asked, create(...fromValues(content.keys))) }];
    }
    case 'certificate':
      return [
        {
          text: `${code(name)}: ${purpose}. The certificate must hold the names of the database’s Services; an authority in between is not understood by Galera. From files in this folder:`,
        },
        {
          shell: create(
            '--from-file=tls.crt=./tls.crt',
            '--from-file=tls.key=./tls.key',
            '--from-file=ca.crt=./ca.crt',
          ),
        },
      ];
    case 'registry':
      return [
        { text: `${code(name)}: ${purpose}, from the login that Docker keeps, or another file like it:` },
        {
          shell: create(
            '--type=kubernetes.io/dockerconfigjson',
            '--from-file=.dockerconfigjson="$HOME/.docker/config.json"',
          ),
        },
      ];
  }
}

/** What an earlier try made on the first cluster: one that was cut short must not leave two passwords. */
function foundOrMade([first]: readonly MariadbOperatorDatabasePlan[], name: string, key: string): string {
  const made = 'openssl rand -hex 24';
  if (!first) return made;
  const read = `${kubectl(first.home)} -n ${first.namespace} get secret ${name}`;
  return command(
    `${read} 2>/dev/null`,
    `-o go-template='{{index .data "${key}" | base64decode}}' || ${made}`,
  );
}

/** printf is the shell's own, so that no process has the value among its arguments. */
function fromValues(keys: readonly string[]): string[] {
  return keys.map((key, index) => `--from-file=${key}=<(printf %s "$VALUE_${index}")`);
}

/** Variables live in it only as long as the commands need them. */
function inSubshell(first: readonly string[], lines: readonly string[]): string[] {
  return ['(', ...[...first, ...lines].map((line) => `  ${line.replaceAll('\n', '\n  ')}`), ')'];
}
