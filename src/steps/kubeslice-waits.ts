import type { SliceReading } from '../changes/index.js';
import { command, inProbePod, kubectl, onEachCluster, type Reached, retry } from '../charts/runbook-step.js';
import {
  type ClusterPlan,
  kubesliceControllerNamespace,
  kubesliceWorkerNamespace,
  sliceZone,
} from '../plan/index.js';
import type { Reason, Wait } from './model.js';

const webhook = 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go';

/** Deletes an object that left the output, unless something else did, and waits until it is gone. */
function deleted(on: Reached, namespace: string, resource: string, name: string): string {
  return command(
    `${kubectl(on)} -n ${namespace} delete ${resource} ${name}`,
    '--ignore-not-found --timeout=15m',
  );
}

/** The replicas that were taken off are gone, with their databases or by a smaller number of them. */
export function withoutReplicas(clusters: readonly ClusterPlan[], namespaces: readonly string[]): Reason {
  const shell = onEachCluster(clusters, (cluster) =>
    namespaces.map((namespace) => `${kubectl(cluster)} -n ${namespace} get pods`),
  );
  return {
    why: 'a replica on a cluster or in a namespace that leaves the slice loses its address there at once, and the others lose it without a word',
    waits: [
      {
        text: 'The replicas that were taken off must be gone: no pod of theirs may be listed. Delete the objects that left the output, if nothing prunes them.',
        ...(shell.length > 0 ? { shell } : {}),
      },
    ],
    source: 'kubeops/petset pkg/webhooks/apps/v1/placementPolicy.go',
  };
}

/** The namespaces of a slice are off it. */
export function withoutNamespaces(
  hub: Reached,
  { name, namespace }: SliceReading,
  members: readonly ClusterPlan[],
): Reason {
  const waits: Wait[] = [
    {
      text: 'No ServiceExport of the slice may be left; KubeDB’s go with their databases, others are yours to delete.',
      shell: onEachCluster(
        members,
        (member) => `${kubectl(member)} get serviceexports.networking.kubeslice.io -A`,
      ),
    },
    {
      text: 'No namespace may carry the slice’s name any more. One with a ResourceQuota does not leave before its quota is deleted.',
      shell: [
        ...onEachCluster(
          members,
          (member) => `${kubectl(member)} get namespaces -l kubeslice.io/slice=${name}`,
        ),
        command(
          `${kubectl(hub)} -n ${namespace} get workersliceconfigs.worker.kubeslice.io -l original-slice-name=${name}`,
          "-o custom-columns='NAME:.metadata.name,NAMESPACES:.status.onboardedAppNamespaces'",
        ),
      ],
    },
  ];
  return {
    why: 'KubeSlice refuses to delete a SliceConfig that has namespaces, every time: prune and kubectl delete fail until the list is empty on every member',
    waits: waits.filter(({ shell }) => shell === undefined || shell.length > 0),
    source: webhook,
  };
}

/** A slice is gone. */
export function withoutSlice(hub: Reached, { name, namespace }: SliceReading): Reason {
  return {
    why: 'the worker is what takes a cluster off its slice, and KubeSlice refuses to delete the Cluster of a member and the Project of a slice',
    waits: [
      {
        text: `The SliceConfig ${name} must be gone, and all that KubeSlice made of it.`,
        shell: [
          deleted(hub, namespace, 'sliceconfigs.controller.kubeslice.io', name),
          `${kubectl(hub)} -n ${namespace} get workersliceconfigs.worker.kubeslice.io -l original-slice-name=${name}`,
        ],
      },
    ],
    source: webhook,
  };
}

/** Members have left a slice that stays. */
export function withoutMembers(
  hub: Reached,
  { name, namespace }: SliceReading,
  leaving: readonly string[],
): Reason {
  const workers = leaving.map((cluster) => `workersliceconfigs.worker.kubeslice.io/${name}-${cluster}`);
  return {
    why: 'the slot of a member that leaves is free only when its finalizers are done, some three minutes later; until then the controller fails over and over, and its Cluster cannot be deleted',
    waits: [
      {
        text: `What KubeSlice made for ${leaving.length === 1 ? 'the member' : 'the members'} on the hub must be gone.`,
        shell: [
          command(`${kubectl(hub)} -n ${namespace} wait --for=delete --timeout=10m`, workers.join(' ')),
        ],
      },
    ],
    source: 'kubeslice/kubeslice-controller util/common.go, service/worker_slice_config_service.go',
  };
}

/** The add-on of a cluster is gone, and the worker with it. */
export function withoutAddOn(hub: Reached, cluster: Reached): Reason {
  return {
    why: 'an add-on makes the Cluster it refers to anew, with the interface enp1s0, and a worker that runs on has nobody to answer to',
    waits: [
      {
        text: `OCM takes the worker off ${cluster.name}: no pod may be left there.`,
        shell: [
          deleted(hub, cluster.name, 'managedclusteraddons.addon.open-cluster-management.io', 'kubeslice'),
          `${kubectl(cluster)} -n ${kubesliceWorkerNamespace} get pods`,
        ],
      },
    ],
    source: 'kube-slice/kubeslice-controller ocm/helpers.go',
  };
}

/** A KubeSlice Cluster is gone. */
export function withoutCluster(hub: Reached, namespace: string, name: string): Reason {
  return {
    why: 'a Project that goes takes its namespace along, while the Clusters in it wait up to ten minutes for their workers',
    waits: [
      {
        text: `The Cluster ${name} must be gone; it waits up to ten minutes for its worker.`,
        shell: [deleted(hub, namespace, 'clusters.controller.kubeslice.io', name)],
      },
    ],
    source: 'kubeslice/kubeslice-controller service/cluster_webhook_validation.go',
  };
}

/** A Project is gone, with its namespace. */
export function withoutProject(hub: Reached, name: string): Reason {
  return {
    why: 'a cluster must not be registered in two projects, and a Project that goes takes everything in its namespace along',
    waits: [
      {
        text: `The Project ${name} must be gone, and its namespace too.`,
        shell: [
          deleted(hub, kubesliceControllerNamespace, 'projects.controller.kubeslice.io', name),
          `${kubectl(hub)} wait --for=delete namespace/kubeslice-${name} --timeout=15m`,
        ],
      },
    ],
    source: 'kubeslice/kubeslice-controller service/project_webhook_validation.go',
  };
}

/** A Project is there, with its namespace. */
export function withProject(hub: Reached, namespace: string): Reason {
  return {
    why: 'KubeSlice refuses a Cluster in a namespace that does not carry the label of its project yet',
    waits: [
      {
        text: `KubeSlice makes the namespace \`${namespace}\` and labels it.`,
        shell: [
          retry(
            command(
              `${kubectl(hub)} wait namespace/${namespace} --timeout=10s`,
              `--for=jsonpath='{.metadata.labels.kubeslice-controller-resource-name}'=Project-${namespace}`,
            ),
          ),
        ],
      },
    ],
    source: 'kubeslice/kubeslice-controller service/cluster_webhook_validation.go',
  };
}

/** Clusters are registered and healthy. */
export function registered(hub: Reached, { namespace }: SliceReading, clusters: readonly string[]): Reason {
  const wait = (condition: string): string =>
    command(
      `${kubectl(hub)} -n ${namespace} wait --timeout=20m`,
      `--for=jsonpath=${condition}`,
      `clusters.controller.kubeslice.io ${clusters.join(' ')}`,
    );
  return {
    why: 'KubeSlice refuses a slice with a member that is not registered, and one whose health was never reported makes its webhook crash',
    waits: [
      {
        text: 'Registered first, healthy up to two minutes later.',
        shell: [
          wait("'{.status.registrationStatus}'=Registered"),
          wait("'{.status.clusterHealth.clusterHealthStatus}'=Normal"),
        ],
      },
    ],
    source: webhook,
  };
}

/** A slice has reached members or namespaces that are new to it. */
export function onSlice({ name }: SliceReading, members: readonly ClusterPlan[]): Reason {
  return {
    why: 'the webhook of PlacementPolicy refuses a cluster that the SliceConfig does not name, and a pod that is made before its namespace joins stays off the slice',
    waits: [
      {
        text: 'The router must be rolled out on every new member, and its gateways must run.',
        ...(members.length === 0
          ? {}
          : {
              shell: onEachCluster(members, (member) => [
                retry(
                  `${kubectl(member)} -n ${kubesliceWorkerNamespace} rollout status deployment/vl3-slice-router-${name} --timeout=5m`,
                ),
                `${kubectl(member)} -n ${kubesliceWorkerNamespace} get pods -l kubeslice.io/pod-type=slicegateway`,
              ]),
            }),
      },
    ],
    source: 'kubeops/petset pkg/webhooks/apps/v1/placementPolicy.go',
  };
}

/** Clusters resolve the names of the slice. */
export function resolving(clusters: readonly ClusterPlan[]): Reason {
  const shell = onEachCluster(clusters, (_, cluster) =>
    inProbePod(cluster, `nslookup -type=a dbspan-probe.${sliceZone}`),
  );
  return {
    why: 'a replica that starts where slice.local does not resolve never finds the others',
    waits: [
      {
        text: 'CoreDNS reads its configuration anew within two minutes. `No answer` is right then: kubeslice-dns was asked, and knows no such name. `NXDOMAIN` comes from somebody else.',
        ...(shell.length > 0 ? { shell } : {}),
      },
    ],
    source: 'coredns/coredns plugin/reload/reload.go',
  };
}
