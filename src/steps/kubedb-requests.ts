import { createHash } from 'node:crypto';
import type { AlteredObject, DatabaseRequest } from '../changes/index.js';
import { command, inDist, kubectl, type Reached } from '../charts/runbook-step.js';
import { type KubedbDatabasePlan, shellWord } from '../plan/index.js';
import { printYaml } from '../yaml/print.js';
import type { Preparation, Wait } from './model.js';

/** A database as the steps around a request know it. */
export interface RequestSite {
  readonly object: AlteredObject;
  /** The cluster of its object. */
  readonly home: Reached;
  /** What the topology gives for it; undefined when it is not known. */
  readonly plan: KubedbDatabasePlan | undefined;
}

/**
 * What is done before a changed database is applied: KubeDB's request for it, and the end of it. The request's name is made of what it
 * says: one of the same name that is there already was carried out once, and would do nothing.
 */
export function requestPreparation(site: RequestSite, request: DatabaseRequest): Preparation {
  return {
    why: 'KubeDB changes a database that runs by requests; what its operator does with an edited object is documented nowhere',
    source: 'kubedb/apimachinery pkg/webhooks/ops/v1alpha1/mariadb.go',
    waits: [...conditionsOf(site, request), ...makeRequest(site, request)],
  };
}

/** What is left to look at when all requests of a database are done. */
export function differenceWait({ object, home }: RequestSite): Wait {
  const { path } = object.after.file;
  const file = inDist(home, path.slice(path.indexOf('/') + 1));
  return {
    text: 'The object now says what the commit says: a difference here is what the commit still changes.',
    shell: [
      command(`${kubectl(home)} diff --server-side --force-conflicts`, `--field-manager=dbspan -f ${file}`),
    ],
  };
}

function makeRequest({ object, home }: RequestSite, { type, block }: DatabaseRequest): Wait[] {
  const { kind, name, namespace = '' } = object.after.manifest;
  const pause = `Keep Argo CD or Flux from setting ${name} back until the commit is applied`;
  if (block === undefined) {
    return [
      {
        text: `${pause}, and make a request of type ${type}; its fields are not all told by the database: KubeDB's documentation has them.`,
      },
    ];
  }
  const spec = { type, databaseRef: { name }, ...block };
  const requestKind = `${kind}OpsRequest`;
  const ending = `-${type.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}-${digestOf([object.before.manifest.root.value, namespace, spec])}`;
  const requestName = name.slice(0, 63 - ending.length) + ending;
  const manifest = printYaml({
    apiVersion: 'ops.kubedb.com/v1alpha1',
    kind: requestKind,
    metadata: { name: requestName, namespace },
    spec,
  });
  return [
    {
      text: `${pause}, and make the request of type ${type}. One of this name that exists already was carried out before: delete it first when it is to happen again.`,
      shell: [`${kubectl(home)} create -f - <<'DBSPAN'\n${manifest.trimEnd()}\nDBSPAN`],
    },
    {
      text: 'It ends as Successful; if it ends as Failed, its conditions say why, and the commit must not be applied.',
      shell: [
        command(
          `${kubectl(home)} -n ${namespace} wait --for=jsonpath='{.status.phase}'=Successful --timeout=2h`,
          `${requestKind.toLowerCase()}s.ops.kubedb.com/${requestName}`,
        ),
      ],
    },
  ];
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 8);
}

/** What must be so before a request is made. */
function conditionsOf(site: RequestSite, { type }: DatabaseRequest): Wait[] {
  if (type === 'VolumeExpansion') return expandable(site);
  if (type === 'RotateAuth') return secretThere(site);
  if (type === 'UpdateVersion')
    return [
      {
        text: 'A backup from today is there, and was restored once: no database goes back to an older version.',
      },
    ];
  return [];
}

/** A class that lets volumes grow says so on each cluster. The one that is left out is the cluster's default. */
function expandable({ plan }: RequestSite): Wait[] {
  if (!plan) return [];
  const shell = plan.placements.map(({ cluster, storageClass }) =>
    command(
      `${kubectl(cluster)} get storageclasses${storageClass === undefined ? '' : ` ${shellWord(storageClass)}`}`,
      '-o custom-columns=NAME:.metadata.name,EXPANDS:.allowVolumeExpansion',
    ),
  );
  return [{ text: 'The class of the volumes says true under EXPANDS on every cluster.', shell }];
}

function secretThere({ object, home }: RequestSite): Wait[] {
  const { namespace = '', root, kind } = object.after.manifest;
  const secret = root.at('spec', 'authSecret', 'name').text;
  if (secret === undefined) return [];
  return [
    {
      text: `The new Secret is there, with the user name ${kind === 'MariaDB' ? 'root' : 'postgres'} as before.`,
      shell: [
        `${kubectl(home)} -n ${namespace} get secret ${shellWord(secret)} -o jsonpath='{.data.username}' | base64 -d`,
      ],
    },
  ];
}
