import { managedClusterAddOnSchema } from './addon.open-cluster-management.io.schema.js';
import { placementPolicySchema } from './apps.k8s.appscode.com.schema.js';
import { deploymentSchema, STATEFUL_SET_NAME, statefulSetSchema } from './apps.schema.js';
import { CRON_JOB_NAME, cronJobSchema } from './batch.schema.js';
import { clusterSchema, projectSchema, sliceConfigSchema } from './controller.kubeslice.io.schema.js';
import { configMapSchema, namespaceSchema, serviceAccountSchema, serviceSchema } from './core.schema.js';
import { helmChartConfigSchema } from './helm.cattle.io.schema.js';
import {
  operatorConnectionSchema,
  operatorDatabaseSchema,
  operatorGrantSchema,
  operatorUserSchema,
} from './k8s.mariadb.com.accounts.schema.js';
import { operatorBackupSchema, operatorPhysicalBackupSchema } from './k8s.mariadb.com.backups.schema.js';
import { operatorExternalMariaDBSchema } from './k8s.mariadb.com.external.schema.js';
import { OPERATOR_DATABASE_NAME, operatorMariaDBSchema } from './k8s.mariadb.com.schema.js';
import { databaseNameSchema, mariaDBSchema, postgresSchema } from './kubedb.com.schema.js';
import { DNS_LABEL, DNS_SUBDOMAIN, metadataSchema } from './metadata.schema.js';
import { serviceMonitorSchema } from './monitoring.coreos.com.schema.js';
import { networkPolicySchema } from './networking.schema.js';
import { klusterletSchema } from './operator.open-cluster-management.io.schema.js';
import { dnsSchema } from './operator.openshift.io.schema.js';
import { podDisruptionBudgetSchema } from './policy.schema.js';
import type { ObjectSchema, ResourceScope, StringSchema } from './schema.js';
import { DNS_1035_LABEL } from './values.schema.js';

/** A kind we write. */
export interface KindSchema {
  readonly apiVersion: string;
  readonly kind: string;
  readonly scope: ResourceScope;
  /** The whole object: apiVersion, kind, metadata (with a namespace exactly if the kind has one), and the body. */
  readonly schema: ObjectSchema;
}

/** Every kind we write. */
export const KIND_SCHEMAS: readonly KindSchema[] = [
  describeKind('addon.open-cluster-management.io/v1alpha1', 'ManagedClusterAddOn', 'Namespaced', {
    body: managedClusterAddOnSchema,
  }),
  describeKind('apps.k8s.appscode.com/v1', 'PlacementPolicy', 'Cluster', { body: placementPolicySchema }),
  describeKind('apps/v1', 'Deployment', 'Namespaced', { body: deploymentSchema }),
  describeKind('apps/v1', 'StatefulSet', 'Namespaced', { body: statefulSetSchema, name: STATEFUL_SET_NAME }),
  describeKind('batch/v1', 'CronJob', 'Namespaced', { body: cronJobSchema, name: CRON_JOB_NAME }),
  describeKind('controller.kubeslice.io/v1alpha1', 'Cluster', 'Namespaced', { body: clusterSchema }),
  describeKind('controller.kubeslice.io/v1alpha1', 'Project', 'Namespaced', { body: projectSchema }),
  describeKind('controller.kubeslice.io/v1alpha1', 'SliceConfig', 'Namespaced', { body: sliceConfigSchema }),
  describeKind('helm.cattle.io/v1', 'HelmChartConfig', 'Namespaced', { body: helmChartConfigSchema }),
  describeKind('k8s.mariadb.com/v1alpha1', 'Backup', 'Namespaced', { body: operatorBackupSchema }),
  describeKind('k8s.mariadb.com/v1alpha1', 'Connection', 'Namespaced', { body: operatorConnectionSchema }),
  describeKind('k8s.mariadb.com/v1alpha1', 'Database', 'Namespaced', { body: operatorDatabaseSchema }),
  describeKind('k8s.mariadb.com/v1alpha1', 'ExternalMariaDB', 'Namespaced', {
    body: operatorExternalMariaDBSchema,
  }),
  describeKind('k8s.mariadb.com/v1alpha1', 'Grant', 'Namespaced', { body: operatorGrantSchema }),
  describeKind('k8s.mariadb.com/v1alpha1', 'MariaDB', 'Namespaced', {
    body: operatorMariaDBSchema,
    name: OPERATOR_DATABASE_NAME,
  }),
  describeKind('k8s.mariadb.com/v1alpha1', 'PhysicalBackup', 'Namespaced', {
    body: operatorPhysicalBackupSchema,
  }),
  describeKind('k8s.mariadb.com/v1alpha1', 'User', 'Namespaced', { body: operatorUserSchema }),
  describeKind('kubedb.com/v1', 'MariaDB', 'Namespaced', { body: mariaDBSchema, name: databaseNameSchema }),
  describeKind('kubedb.com/v1', 'Postgres', 'Namespaced', { body: postgresSchema, name: databaseNameSchema }),
  describeKind('monitoring.coreos.com/v1', 'ServiceMonitor', 'Namespaced', { body: serviceMonitorSchema }),
  describeKind('networking.k8s.io/v1', 'NetworkPolicy', 'Namespaced', { body: networkPolicySchema }),
  describeKind('operator.open-cluster-management.io/v1', 'Klusterlet', 'Cluster', { body: klusterletSchema }),
  describeKind('operator.openshift.io/v1', 'DNS', 'Cluster', { body: dnsSchema }),
  describeKind('policy/v1', 'PodDisruptionBudget', 'Namespaced', { body: podDisruptionBudgetSchema }),
  describeKind('v1', 'ConfigMap', 'Namespaced', { body: configMapSchema }),
  describeKind('v1', 'Namespace', 'Cluster', { body: namespaceSchema, name: DNS_LABEL }),
  describeKind('v1', 'Service', 'Namespaced', { body: serviceSchema, name: DNS_1035_LABEL }),
  describeKind('v1', 'ServiceAccount', 'Namespaced', { body: serviceAccountSchema }),
];

const BY_KIND = new Map(KIND_SCHEMAS.map((entry) => [`${entry.apiVersion}/${entry.kind}`, entry]));

/** The schema of a kind, or undefined for one we do not write. */
export function findKindSchema(apiVersion: string, kind: string): KindSchema | undefined {
  return BY_KIND.get(`${apiVersion}/${kind}`);
}

function describeKind(
  apiVersion: string,
  kind: string,
  scope: ResourceScope,
  { body, name = DNS_SUBDOMAIN }: { body: ObjectSchema; name?: StringSchema },
): KindSchema {
  return {
    apiVersion,
    kind,
    scope,
    schema: {
      type: 'object',
      properties: {
        apiVersion: { type: 'string', required: true, enum: { [apiVersion]: true } },
        kind: { type: 'string', required: true, enum: { [kind]: true } },
        metadata: { ...metadataSchema(scope, name), required: true },
        ...body.properties,
      },
    },
  };
}
