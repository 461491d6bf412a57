import { Construct } from 'constructs';
import { PlacementPolicy } from '../../imports/index.js';
import type { KubedbDatabasePlan, SlicePlan } from '../../plan/index.js';
import { from } from '../origin.js';

/** What {@link DatabasePlacement} needs. */
export interface DatabasePlacementProps {
  readonly database: KubedbDatabasePlan;
  readonly slice: SlicePlan;
}

/**
 * Which replica of a distributed database runs where. Both spread constraints always say whenUnsatisfiable: left out it
 * means DoNotSchedule, and the controller then adds required anti-affinity. Source: kubeops/petset pkg/controller/placement.go.
 */
export class DatabasePlacement extends Construct {
  constructor(scope: Construct, id: string, { database, slice }: DatabasePlacementProps) {
    super(scope, id);
    const policy = new PlacementPolicy(this, 'policy', {
      metadata: { name: database.placementPolicy },
      spec: {
        clusterSpreadConstraint: {
          distributionRules: database.placements.map(({ cluster, ordinals, storageClass }) => ({
            clusterName: cluster.name,
            storageClassName: storageClass,
            replicaIndices: ordinals,
          })),
          slice: { projectNamespace: slice.projectNamespace, sliceName: slice.name },
        },
        nodeSpreadConstraint: { maxSkew: 1, whenUnsatisfiable: database.spread.node },
        zoneSpreadConstraint: { maxSkew: 1, whenUnsatisfiable: database.spread.zone },
      },
    });
    from(database.source.placement, `databases[${database.name}].placement`, policy);
  }
}
