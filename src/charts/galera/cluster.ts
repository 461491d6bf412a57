import { Construct } from 'constructs';
import {
  ConfigMap,
  Deployment,
  NetworkPolicy,
  PodDisruptionBudget,
  Service,
  ServiceAccount,
  ServiceMonitor,
  StatefulSet,
} from '../../imports/index.js';
import { type StatefulSetDatabasePlan, serverSocket } from '../../plan/index.js';
import { from } from '../origin.js';
import { arbitratorSpec } from './arbitrator.js';
import { exporterFile, replicasKey } from './containers.js';
import { scripts } from './generated/scripts.js';
import { metadataOf, namesOf, selectorOf } from './names.js';
import { arbitratorPolicy, memberPolicy } from './network-policy.js';
import { clientServiceSpec, peerServiceSpec } from './services.js';
import { statefulSetSpec } from './stateful-set.js';

/** What the constructs of a Galera cluster need. */
export interface GaleraProps {
  readonly database: StatefulSetDatabasePlan;
}

/** A Galera cluster on a StatefulSet, with all that its members need. */
export class GaleraCluster extends Construct {
  constructor(scope: Construct, id: string, { database }: GaleraProps) {
    super(scope, id);
    const { source } = database;
    const pointer = `databases[${database.name}]`;
    const names = namesOf(database);
    const metadata = (name: string) => metadataOf(database, name, 'database');

    from(
      source,
      pointer,
      new ServiceAccount(this, 'account', {
        metadata: metadata(names.account),
        automountServiceAccountToken: false,
      }),
    );
    this.#files('config', names.configuration, database.files, database);
    this.#files('scripts', names.scripts, scripts, database);
    this.#files('members', names.members, { [replicasKey]: String(database.replicas) }, database);
    from(
      source,
      pointer,
      new Service(this, 'peers', {
        metadata: metadataOf(database, names.peerService, 'peers'),
        spec: peerServiceSpec(database),
      }),
    );
    const annotations = database.service.annotations;
    from(
      source.service ?? source,
      source.service ? `${pointer}.service` : pointer,
      new Service(this, 'service', {
        metadata: {
          ...metadata(names.clientService),
          ...(Object.keys(annotations).length > 0 ? { annotations: { ...annotations } } : {}),
        },
        spec: clientServiceSpec(database),
      }),
    );
    from(
      source,
      pointer,
      new StatefulSet(this, 'members-set', {
        metadata: metadata(names.statefulSet),
        spec: statefulSetSpec(database),
      }),
    );
    from(
      source,
      pointer,
      new PodDisruptionBudget(this, 'budget', {
        metadata: metadata(names.statefulSet),
        spec: {
          maxUnavailable: 1,
          selector: { matchLabels: selectorOf(database, 'database') },
          // A member that waits for others, or for a human, must not keep a node from being emptied.
          unhealthyPodEvictionPolicy: database.evictUnhealthy ? 'AlwaysAllow' : undefined,
        },
      }),
    );
    from(
      source,
      pointer,
      new NetworkPolicy(this, 'policy', {
        metadata: metadata(names.statefulSet),
        spec: memberPolicy(database),
      }),
    );
  }

  #files(
    id: string,
    name: string,
    data: Readonly<Record<string, string>>,
    database: StatefulSetDatabasePlan,
  ): void {
    const metadata = metadataOf(database, name, 'database');
    from(
      database.source,
      `databases[${database.name}]`,
      new ConfigMap(this, id, { metadata, data: { ...data } }),
    );
  }
}

/** The arbitrator of a Galera cluster; nothing where none is asked for. */
export class GaleraArbitrator extends Construct {
  constructor(scope: Construct, id: string, { database }: GaleraProps) {
    super(scope, id);
    const { arbitrator, source } = database;
    const asked = source.statefulset?.arbitrator;
    if (!arbitrator || !asked) return;
    const pointer = `databases[${database.name}].statefulset.arbitrator`;
    const metadata = metadataOf(database, namesOf(database).arbitrator, 'arbitrator');
    from(
      asked,
      pointer,
      new Deployment(this, 'deployment', { metadata, spec: arbitratorSpec(database, arbitrator) }),
    );
    from(asked, pointer, new NetworkPolicy(this, 'policy', { metadata, spec: arbitratorPolicy(database) }));
  }
}

/** What Prometheus needs of a Galera cluster, beside the exporter in its pods; nothing where no metrics are asked for. */
export class GaleraMetrics extends Construct {
  constructor(scope: Construct, id: string, { database }: GaleraProps) {
    super(scope, id);
    const { metrics, source } = database;
    const asked = source.statefulset?.metrics;
    if (!metrics || !asked) return;
    const pointer = `databases[${database.name}].statefulset.metrics`;
    const metadata = metadataOf(database, namesOf(database).exporter, 'database');
    from(asked, pointer, new ConfigMap(this, 'config', { metadata, data: { [exporterFile]: exporterText } }));
    if (!metrics.serviceMonitor) return;
    from(
      asked,
      pointer,
      new ServiceMonitor(this, 'monitor', {
        metadata: metadataOf(database, database.name, 'database'),
        spec: {
          selector: { matchLabels: selectorOf(database, 'peers') },
          endpoints: [{ port: 'metrics' }],
        },
      }),
    );
  }
}

/** The exporter wants a password, and the server does not look at it: it knows mysql by the user of the process. */
const exporterText = `[client]
user = mysql
password = not-used
socket = ${serverSocket}
`;
