import type { IntOrText, Quantity } from './values.js';

// Containers of the built-in kinds, as far as dbspan writes them. Names are those of the wire: the generated types of
// cdk8s-plus-28 have some of their own (`clusterIp`), which its classes translate and ours do not.

export interface Container {
  /** Name, unique in the pod. */
  readonly name: string;
  /** `repository:tag`, with a digest if it shall never change. */
  readonly image: string;
  /** Default IfNotPresent, for the tag `latest` Always. */
  readonly imagePullPolicy?: ImagePullPolicy | undefined;
  /** In place of the image's entry point. */
  readonly command?: readonly string[] | undefined;
  /** In place of the image's arguments. */
  readonly args?: readonly string[] | undefined;
  /** Order matters: a value may use `$(NAME)` of an earlier one. */
  readonly env?: readonly EnvironmentVariable[] | undefined;
  /** For readers, and for probes and Services that name one; a port that is not listed is open all the same. */
  readonly ports?: readonly ContainerPort[] | undefined;
  /** What it gets and what it may use. */
  readonly resources?: ContainerResources | undefined;
  /** Volumes of the pod, and claims of a StatefulSet, by name. */
  readonly volumeMounts?: readonly VolumeMount[] | undefined;
  /** Until it succeeds, the other two wait. Left out: the liveness probe judges a server that is still starting. */
  readonly startupProbe?: Probe | undefined;
  /** Its failure restarts the container. */
  readonly livenessProbe?: Probe | undefined;
  /** Its failure takes the pod out of its Services, and holds a rolling update. */
  readonly readinessProbe?: Probe | undefined;
  /** What runs before it stops. */
  readonly lifecycle?: Lifecycle | undefined;
  /** What its processes may do. */
  readonly securityContext?: ContainerSecurityContext | undefined;
}

/** Runs before the others, and again when the pod does; not when a container of it restarts. */
export interface InitContainer extends Container {
  /** Makes it a side container that starts first and stops last; on by default from Kubernetes 1.29. */
  readonly restartPolicy?: 'Always' | undefined;
}

export type ImagePullPolicy = 'Always' | 'Never' | 'IfNotPresent';

export interface EnvironmentVariable {
  /** Name of the variable. */
  readonly name: string;
  /** Its value, in clear. Not beside `valueFrom`. */
  readonly value?: string | undefined;
  /** Where its value comes from. */
  readonly valueFrom?: EnvironmentSource | undefined;
}

/** One of them. */
export interface EnvironmentSource {
  /** A field of the pod. */
  readonly fieldRef?: PodFieldReference | undefined;
  /** A value of a Secret beside the pod; a change there reaches the process at its next start. */
  readonly secretKeyRef?: KeyReference | undefined;
  /** A value of a ConfigMap, likewise. */
  readonly configMapKeyRef?: KeyReference | undefined;
}

export interface PodFieldReference {
  /** `metadata.name`, `metadata.namespace`, `status.podIP`, … */
  readonly fieldPath: string;
}

export interface KeyReference {
  /** Name of the Secret or ConfigMap. */
  readonly name: string;
  /** Which of its entries. */
  readonly key: string;
}

export interface ContainerPort {
  /** A port name; unique in the pod, also where two ports differ by protocol only. */
  readonly name?: string | undefined;
  /** Number of the port. */
  readonly containerPort: number;
  /** Default TCP. */
  readonly protocol?: NetworkProtocol | undefined;
}

export type NetworkProtocol = 'TCP' | 'UDP';

export interface ContainerResources {
  /** What the scheduler sets aside. Left out where there is a limit: the limit. */
  readonly requests?: { readonly [resource: string]: Quantity } | undefined;
  /** Above the memory here the kernel kills. */
  readonly limits?: { readonly [resource: string]: Quantity } | undefined;
}

export interface VolumeMount {
  /** Name of the volume. */
  readonly name: string;
  /** Where; without a colon. */
  readonly mountPath: string;
  /** A part of the volume. A ConfigMap that is mounted in part never sees its changes. */
  readonly subPath?: string | undefined;
  /** Default false. */
  readonly readOnly?: boolean | undefined;
}

/** One of `exec`, `httpGet` and `tcpSocket`, and its numbers. */
export interface Probe extends ProbeNumbers {
  /** A command whose status tells; each run costs a process. */
  readonly exec?: CommandAction | undefined;
  /** A request; from 200 to 399 is well. */
  readonly httpGet?: HttpAction | undefined;
  /** A connection. MariaDB counts each as one that was aborted. */
  readonly tcpSocket?: TcpAction | undefined;
  /** Seconds that a container gets to end which this probe gave up; not of readiness. Default: the pod's. Kubernetes 1.28, on in 1.25. */
  readonly terminationGracePeriodSeconds?: number | undefined;
}

export interface ProbeNumbers {
  /** Seconds before the first. Default 0. */
  readonly initialDelaySeconds?: number | undefined;
  /** Seconds from one to the next. Default 10. */
  readonly periodSeconds?: number | undefined;
  /** Seconds one may take. Default 1, which is short for a client that has to log in. */
  readonly timeoutSeconds?: number | undefined;
  /** Successes in a row that end a failure; 1, except of readiness. Default 1. */
  readonly successThreshold?: number | undefined;
  /** Failures in a row that count. Default 3. */
  readonly failureThreshold?: number | undefined;
}

export interface CommandAction {
  /** The command and its arguments; no shell reads them. */
  readonly command: readonly string[];
}

export interface HttpAction {
  /** Default `/`. */
  readonly path?: string | undefined;
  /** Number or name of a port. */
  readonly port: IntOrText;
  /** Default HTTP. */
  readonly scheme?: 'HTTP' | 'HTTPS' | undefined;
}

export interface TcpAction {
  /** Number or name of a port. */
  readonly port: IntOrText;
}

export interface Lifecycle {
  /** Runs before the stop signal, within the grace period. */
  readonly preStop?: StopHandler | undefined;
}

/** One of them. */
export interface StopHandler {
  /** A command in the container. */
  readonly exec?: CommandAction | undefined;
  /** A pause without a process; on by default from Kubernetes 1.30. */
  readonly sleep?: SleepAction | undefined;
}

export interface SleepAction {
  /** How long; at least 1, at most the grace period. */
  readonly seconds: number;
}

export interface ContainerSecurityContext {
  /** Whether a child may get more rights than its parent. The restricted level wants false. */
  readonly allowPrivilegeEscalation?: boolean | undefined;
  /** Whatever is written then needs a volume. */
  readonly readOnlyRootFilesystem?: boolean | undefined;
  /** The restricted level wants ALL dropped. */
  readonly capabilities?: Capabilities | undefined;
  /** Refuses to start as root. */
  readonly runAsNonRoot?: boolean | undefined;
  /** User number, in place of the image's and the pod's. */
  readonly runAsUser?: number | undefined;
  /** Group number, likewise. */
  readonly runAsGroup?: number | undefined;
}

export interface Capabilities {
  /** `ALL`, or names without `CAP_`. */
  readonly drop?: readonly string[] | undefined;
}
