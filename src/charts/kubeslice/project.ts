import { Construct } from 'constructs';
import { Project } from '../../imports/index.js';
import { kubesliceControllerNamespace, type SlicePlan } from '../../plan/index.js';
import { from } from '../origin.js';

/** What the KubeSlice constructs need. */
export interface KubesliceProps {
  readonly slice: SlicePlan;
}

/**
 * The KubeSlice project. It carries no labels: the controller replaces them wholesale at every reconcile, which a
 * GitOps controller would fight.
 */
export class KubesliceProject extends Construct {
  constructor(scope: Construct, id: string, { slice }: KubesliceProps) {
    super(scope, id);
    const { readWrite, readOnly } = slice.source.serviceAccounts ?? { readWrite: ['admin'] };
    const project = new Project(this, 'project', {
      metadata: { name: slice.project, namespace: kubesliceControllerNamespace },
      spec: { serviceAccount: { readWrite, readOnly } },
    });
    from(slice.source, 'slice', project);
  }
}
