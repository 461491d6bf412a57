import { Construct } from 'constructs';
import { OperatorBackup, type OperatorBackupStorage, OperatorPhysicalBackup } from '../../imports/index.js';
import type { MariadbOperatorDatabasePlan, OperatorBackupPlan } from '../../plan/index.js';
import { from } from '../origin.js';
import { bucket } from './bucket.js';
import type { MariadbOperatorDatabaseProps } from './mariadb.js';
import { scheduling } from './pods.js';

/** The scheduled backups of a database. */
export class MariadbOperatorBackups extends Construct {
  constructor(scope: Construct, id: string, { database }: MariadbOperatorDatabaseProps) {
    super(scope, id);
    for (const backup of database.backups) {
      const object =
        backup.kind === 'physical' ? this.#physical(database, backup) : this.#logical(database, backup);
      const { source } = database;
      from(backup.source, `databases[${source.name}].mariadbOperator.backups[${backup.source.name}]`, object);
    }
  }

  #physical(database: MariadbOperatorDatabasePlan, backup: OperatorBackupPlan): OperatorPhysicalBackup {
    return new OperatorPhysicalBackup(this, `physical-${backup.objectName}`, {
      metadata: { name: backup.objectName, namespace: database.namespace },
      spec: {
        ...common(database, backup),
        // The first at once: what does not work is seen on the first day, and members of other clusters wait for it.
        schedule: { cron: backup.schedule, immediate: true },
        // A single server has no replica, and none ready must not mean no backup.
        target: 'PreferReplica',
      },
    });
  }

  #logical(database: MariadbOperatorDatabasePlan, backup: OperatorBackupPlan): OperatorBackup {
    return new OperatorBackup(this, `logical-${backup.objectName}`, {
      metadata: { name: backup.objectName, namespace: database.namespace },
      spec: {
        ...common(database, backup),
        schedule: { cron: backup.schedule },
        timeZone: backup.source.timeZone,
        nodeSelector: scheduling(database).nodeSelector,
      },
    });
  }
}

function common(database: MariadbOperatorDatabasePlan, backup: OperatorBackupPlan) {
  const { name, source } = database;
  return {
    mariaDbRef: { name },
    maxRetention: backup.retention,
    storage: storage(backup),
    tolerations: scheduling(database).tolerations,
    imagePullSecrets: source.imagePullSecrets?.map((secret) => ({ name: secret })),
  };
}

function storage({ bucket: folder, volume }: OperatorBackupPlan): OperatorBackupStorage {
  if (folder) return { s3: bucket(folder) };
  return {
    persistentVolumeClaim: volume && {
      accessModes: ['ReadWriteOnce'],
      storageClassName: volume.storageClass,
      resources: { requests: { storage: volume.size } },
    },
  };
}
