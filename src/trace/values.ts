import { type ClusterContext, inCluster } from './context.js';
import { made, said, type Table } from './table.js';

/** Helm values of KubeDB. */
export const kubedbValues: Table<ClusterContext> = {
  'petset.features.ocm.enabled': made(
    'true, since a slice joins the clusters of its databases: gives agents the right to make ServiceExports',
    () => [['slice']],
  ),
};

/** Helm values of mariadb-operator. */
export const mariadbOperatorValues: Table<ClusterContext> = {
  clusterName: said((context) => [inCluster(context, 'domain')]),
};
