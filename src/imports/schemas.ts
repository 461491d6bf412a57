import { managedClusterAddOnSchema } from './addon.open-cluster-management.io.schema.js';
import { placementPolicySchema } from './apps.k8s.appscode.com.schema.js';
import { clusterSchema, projectSchema, sliceConfigSchema } from './controller.kubeslice.io.schema.js';
import { configMapSchema, namespaceSchema } from './core.schema.js';
import { helmChartConfigSchema } from './helm.cattle.io.schema.js';
import { databaseNameSchema, mariaDBSchema, postgresSchema } from './kubedb.com.schema.js';
import { DNS_LABEL, DNS_SUBDOMAIN, metadataSchema } from './metadata.schema.js';
import { klusterletSchema } from './operator.open-cluster-management.io.schema.js';
import { dnsSchema } from './operator.openshift.io.schema.js';
import type { ObjectSchema, ResourceScope, StringSchema } from './schema.js';

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
  describeKind('controller.kubeslice.io/v1alpha1', 'Cluster', 'Namespaced', { body: clusterSchema }),
  describeKind('controller.kubeslice.io/v1alpha1', 'Project', 'Namespaced', { body: projectSchema }),
  describeKind('controller.kubeslice.io/v1alpha1', 'SliceConfig', 'Namespaced', { body: sliceConfigSchema }),
  describeKind('helm.cattle.io/v1', 'HelmChartConfig', 'Namespaced', { body: helmChartConfigSchema }),
  describeKind('kubedb.com/v1', 'MariaDB', 'Namespaced', { body: mariaDBSchema, name: databaseNameSchema }),
  describeKind('kubedb.com/v1', 'Postgres', 'Namespaced', { body: postgresSchema, name: databaseNameSchema }),
  describeKind('operator.open-cluster-management.io/v1', 'Klusterlet', 'Cluster', { body: klusterletSchema }),
  describeKind('operator.openshift.io/v1', 'DNS', 'Cluster', { body: dnsSchema }),
  describeKind('v1', 'ConfigMap', 'Namespaced', { body: configMapSchema }),
  describeKind('v1', 'Namespace', 'Cluster', { body: namespaceSchema, name: DNS_LABEL }),
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
