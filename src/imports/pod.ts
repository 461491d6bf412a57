import type { Container, InitContainer } from './container.js';
import type { LocalObjectReference, Quantity, TemplateMetadata } from './values.js';

// Pods of the built-in kinds, and their parts that custom resources take over.

export interface PodTemplate {
  /** Must have the labels that the owner selects by. */
  readonly metadata: TemplateMetadata;
  /** The pod. */
  readonly spec: PodSpec;
}

export interface PodSpec {
  /** Default `default`. */
  readonly serviceAccountName?: string | undefined;
  /** Whether it can speak to the API server. Default true. */
  readonly automountServiceAccountToken?: boolean | undefined;
  /** Variables that name every Service of the namespace. Default true. */
  readonly enableServiceLinks?: boolean | undefined;
  /** Seconds from the request to stop to the kill; the stop handler counts. Default 30. */
  readonly terminationGracePeriodSeconds?: number | undefined;
  /** Who its processes are. */
  readonly securityContext?: PodSecurityContext | undefined;
  /** What it keeps away from. */
  readonly affinity?: PodPlaces | undefined;
  /** How it spreads over zones and nodes. */
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[] | undefined;
  /** Labels a node must have. */
  readonly nodeSelector?: { readonly [label: string]: string } | undefined;
  /** Taints it puts up with. */
  readonly tolerations?: readonly Toleration[] | undefined;
  /** Name of a PriorityClass; one that does not exist refuses the pod. */
  readonly priorityClassName?: string | undefined;
  /** Secrets of its image registries. */
  readonly imagePullSecrets?: readonly LocalObjectReference[] | undefined;
  /** Run one after the other before the containers. */
  readonly initContainers?: readonly InitContainer[] | undefined;
  /** Run together. */
  readonly containers: readonly Container[];
  /** What the containers may mount. */
  readonly volumes?: readonly Volume[] | undefined;
}

export interface PodSecurityContext {
  /** Refuses to start a container as root. */
  readonly runAsNonRoot?: boolean | undefined;
  /** User number of every container; 999 is `mysql` in the official image. */
  readonly runAsUser?: number | undefined;
  /** Group number, likewise. */
  readonly runAsGroup?: number | undefined;
  /** Group that owns the volumes. */
  readonly fsGroup?: number | undefined;
  /** Default Always: it walks over the whole volume at every start. */
  readonly fsGroupChangePolicy?: 'Always' | 'OnRootMismatch' | undefined;
  /** System calls it may use. */
  readonly seccompProfile?: SeccompProfile | undefined;
}

export interface SeccompProfile {
  /** The restricted level wants RuntimeDefault. */
  readonly type: 'RuntimeDefault' | 'Unconfined';
}

export interface PodPlaces extends PodAffinity {
  /** Nodes it may run on. */
  readonly nodeAffinity?: NodeAffinity | undefined;
}

export interface NodeAffinity {
  /** Where there is none, the pod stays Pending. */
  readonly requiredDuringSchedulingIgnoredDuringExecution: NodeSelector;
}

export interface NodeSelector {
  /** One of them holds. */
  readonly nodeSelectorTerms: readonly NodeSelectorTerm[];
}

export interface NodeSelectorTerm {
  /** All of them hold. */
  readonly matchExpressions: readonly NodeSelectorRequirement[];
}

export interface NodeSelectorRequirement {
  /** Label of a node. */
  readonly key: string;
  /** NotIn holds as well where a node lacks the label. */
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values?: readonly string[] | undefined;
}

export interface PodAffinity {
  /** Pods it keeps away from. */
  readonly podAntiAffinity?: PodAntiAffinity | undefined;
}

export interface PodAntiAffinity {
  /** Where it cannot, the pod stays Pending. */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[] | undefined;
  /** Where it cannot, it runs all the same. */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly WeightedPodAffinityTerm[] | undefined;
}

export interface PodAffinityTerm {
  /** Which pods. */
  readonly labelSelector: LabelSelector;
  /** Label of a node by whose value places are told apart. */
  readonly topologyKey: string;
}

export interface WeightedPodAffinityTerm {
  /** From 1 to 100. */
  readonly weight: number;
  /** What is preferred. */
  readonly podAffinityTerm: PodAffinityTerm;
}

export interface TopologySpreadConstraint {
  /** By how many pods two places may differ. */
  readonly maxSkew: number;
  /** Label of a node by whose value places are told apart. */
  readonly topologyKey: string;
  /** What happens where it cannot. */
  readonly whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway';
  /** Which pods are counted. Left out: none, so that nothing spreads. */
  readonly labelSelector: LabelSelector;
  /** With fewer places than this, the emptiest counts as empty. With DoNotSchedule only. */
  readonly minDomains?: number | undefined;
  /** Whether places that the node selector excludes count. Default Honor: they do not. */
  readonly nodeAffinityPolicy?: 'Honor' | 'Ignore' | undefined;
  /** Whether places that a taint excludes count. Default Ignore: they do. */
  readonly nodeTaintsPolicy?: 'Honor' | 'Ignore' | undefined;
}

/** Everything, if empty. */
export interface LabelSelector {
  /** Labels with their values. */
  readonly matchLabels?: { readonly [label: string]: string } | undefined;
  /** Conditions that hold too. */
  readonly matchExpressions?: readonly LabelCondition[] | undefined;
}

export interface LabelCondition {
  /** The label. */
  readonly key: string;
  /** How it is compared. */
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  /** With In and NotIn. */
  readonly values?: readonly string[] | undefined;
}

export interface Toleration {
  /** Left out together with `operator: Exists`: every taint. */
  readonly key?: string | undefined;
  /** Default Equal. */
  readonly operator?: 'Exists' | 'Equal' | undefined;
  /** Left out with Exists. */
  readonly value?: string | undefined;
  /** Left out: every effect. */
  readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute' | undefined;
  /** Seconds until eviction, for NoExecute. Left out: never. */
  readonly tolerationSeconds?: number | undefined;
}

/** A name and one source. */
export interface Volume {
  /** By which containers mount it. */
  readonly name: string;
  /** Files of a ConfigMap. */
  readonly configMap?: ConfigMapVolume | undefined;
  /** A folder that lives as long as the pod. */
  readonly emptyDir?: EmptyDirVolume | undefined;
  /** Files of a Secret. */
  readonly secret?: SecretVolume | undefined;
  /** Files of several in one folder. */
  readonly projected?: ProjectedVolume | undefined;
  /** A claim that exists. */
  readonly persistentVolumeClaim?: ClaimVolume | undefined;
}

export interface ConfigMapVolume {
  /** Name of the ConfigMap; the pod waits for it. */
  readonly name: string;
  /** Mode of its files, as a decimal number: 0755 is 493. Default 420 (0644). */
  readonly defaultMode?: number | undefined;
  /** Which entries. Left out: all. */
  readonly items?: readonly VolumeItem[] | undefined;
}

export interface VolumeItem {
  /** The entry. */
  readonly key: string;
  /** Its file, relative to the folder. */
  readonly path: string;
  /** Mode of this file, as a decimal number. */
  readonly mode?: number | undefined;
}

export interface EmptyDirVolume {
  /** Left out: the disk of the node. Memory counts against the limits of those who write. */
  readonly medium?: 'Memory' | undefined;
  /** Above it the pod is evicted. */
  readonly sizeLimit?: Quantity | undefined;
}

export interface SecretVolume {
  /** Name of the Secret; the pod waits for it. */
  readonly secretName: string;
  /** Mode of its files, as a decimal number: 0440 is 288. Default 420 (0644). */
  readonly defaultMode?: number | undefined;
  /** Which entries. Left out: all. */
  readonly items?: readonly VolumeItem[] | undefined;
}

export interface ProjectedVolume {
  /** Mode of its files, as a decimal number. Default 420 (0644). */
  readonly defaultMode?: number | undefined;
  /** Where its files come from; two that give the same path clash. */
  readonly sources: readonly ProjectedSource[];
}

/** One of them. */
export interface ProjectedSource {
  /** Files of a ConfigMap. */
  readonly configMap?: ProjectedFiles | undefined;
  /** Files of a Secret. */
  readonly secret?: ProjectedFiles | undefined;
}

export interface ProjectedFiles {
  /** Name of the ConfigMap or Secret. */
  readonly name: string;
  /** Which entries. Left out: all. */
  readonly items?: readonly VolumeItem[] | undefined;
}

export interface ClaimVolume {
  /** Name of the claim. */
  readonly claimName: string;
}
