import { Construct } from 'constructs';
import { Namespace } from '../../imports/index.js';
import type { ClusterPlan } from '../../plan/index.js';
import { keep } from '../keep.js';
import { from } from '../origin.js';

/** What {@link DatabaseNamespaces} needs. */
export interface DatabaseNamespacesProps {
  readonly cluster: ClusterPlan;
}

/** The namespaces that databases need on one cluster. Deleting one deletes the database, so they are kept on pruning. */
export class DatabaseNamespaces extends Construct {
  constructor(scope: Construct, id: string, { cluster }: DatabaseNamespacesProps) {
    super(scope, id);
    for (const { name, neededBy } of cluster.namespaces) {
      from(
        neededBy,
        `databases[${neededBy.name}]`,
        new Namespace(this, name, { metadata: { name, annotations: { ...keep } } }),
      );
    }
  }
}
