import type { ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import { TypedApiObject } from './typed-object.js';

// Fields: kubeslice/kubeslice-controller@b7f871e, apis/controller/v1alpha1.
// What goes beyond types and ranges is asked by its webhooks: service/*_webhook_validation.go there.

export interface ProjectProps {
  /** Name (at most 30 characters, no dot) and the controller's own namespace, `kubeslice-controller`. */
  readonly metadata?: ApiObjectMetadata;
  /** Who may use the project. */
  readonly spec: ProjectSpec;
}

export interface ProjectSpec {
  /** People and machines that get an account on the project. */
  readonly serviceAccount?: ProjectServiceAccount | undefined;
  /** Also creates the slice `<project>-default-slice`, without a network. Default false. */
  readonly defaultSliceCreation?: boolean | undefined;
}

export interface ProjectServiceAccount {
  /** Accounts that may look: 2 to 64 letters, digits, dashes and dots. Two that differ in case only collapse. */
  readonly readOnly?: readonly string[] | undefined;
  /** Accounts that may change things; same form. */
  readonly readWrite?: readonly string[] | undefined;
}

/** A tenant of KubeSlice. Its controller makes the namespace `kubeslice-<name>` for it. */
export class Project extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'controller.kubeslice.io/v1alpha1', kind: 'Project' };

  static manifest(props: ProjectProps) {
    return { ...Project.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: ProjectProps) {
    super(scope, id, Project.manifest(props));
  }
}

export interface ClusterProps {
  /** Name (the same as in OCM) and the project's namespace. */
  readonly metadata?: ApiObjectMetadata;
  /** How the other clusters reach this one. */
  readonly spec: ClusterSpec;
}

export interface ClusterSpec {
  /** Device that carries the gateway nodes' traffic. Unchecked, and a wrong one fails silently; hence never defaulted. */
  readonly networkInterface: string;
  /** Addresses the other clusters reach the gateway nodes at; overrides what the worker detects. */
  readonly nodeIPs?: readonly string[] | undefined;
  /** Descriptive; the guides write it empty. The worker adds to it on known clouds. */
  readonly clusterProperty?: ClusterProperty | undefined;
  /** Default false. */
  readonly enableAutoEviction?: boolean | undefined;
  /** Tries again when a reconciliation failed. Default false. */
  readonly requeueOnFailure?: boolean | undefined;
}

export interface ClusterProperty {
  /** Where its metrics are. */
  readonly telemetry?: ClusterTelemetry | undefined;
  /** Where it stands. */
  readonly geoLocation?: ClusterGeoLocation | undefined;
}

export interface ClusterTelemetry {
  /** Default false. */
  readonly enabled?: boolean | undefined;
  /** For example `prometheus`. */
  readonly telemetryProvider?: string | undefined;
  /** URL the metrics are read from. */
  readonly endpoint?: string | undefined;
}

export interface ClusterGeoLocation {
  /** Overwritten by the worker on GCP, AWS, Azure, Linode and Akamai. */
  readonly cloudProvider?: string | undefined;
  /** Overwritten likewise. */
  readonly cloudRegion?: string | undefined;
  /** Degrees, -90 to 90, as text. Refused without a longitude. */
  readonly latitude?: string | undefined;
  /** Degrees, -180 to 180, as text. Refused without a latitude. */
  readonly longitude?: string | undefined;
}

/** A cluster registered with a project. */
export class Cluster extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'controller.kubeslice.io/v1alpha1', kind: 'Cluster' };

  static manifest(props: ClusterProps) {
    return { ...Cluster.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: ClusterProps) {
    super(scope, id, Cluster.manifest(props));
  }
}

export interface SliceConfigProps {
  /** Name (at most 15 characters recommended, no dot) and the project's namespace. */
  readonly metadata?: ApiObjectMetadata;
  /** The network, its members and its limits. */
  readonly spec: SliceConfigSpec;
}

export interface SliceConfigSpec {
  /** Default single-network. Only a slice without network may change it, once. */
  readonly overlayNetworkDeploymentMode?: SliceOverlayNetworkDeploymentMode | undefined;
  /** Private IPv4 range `a.b.0.0/16`, clear of every member's pod and service networks. Immutable. */
  readonly sliceSubnet?: string | undefined;
  /** Default Application. Immutable. */
  readonly sliceType?: 'Application' | undefined;
  /** Needed unless there is no network. */
  readonly sliceGatewayProvider?: SliceGatewayProvider | undefined;
  /** Default Local. Immutable. */
  readonly sliceIpamType?: 'Local' | undefined;
  /** Registered clusters. The order decides subnets and which side of a tunnel listens: only ever append. */
  readonly clusters?: readonly string[] | undefined;
  /** Name of a SliceQoSConfig of the project; exactly one of this and `qosProfileDetails`. */
  readonly standardQosProfileName?: string | undefined;
  /** Traffic limits of this slice; exactly one of this and `standardQosProfileName`. */
  readonly qosProfileDetails?: SliceQosProfileDetails | undefined;
  /** Namespaces on the slice, and who may talk to them. */
  readonly namespaceIsolationProfile?: SliceNamespaceIsolationProfile | undefined;
  /** Ingress and egress gateways. `*` in one entry at most; a cluster in one entry at most. */
  readonly externalGatewayConfig?: readonly SliceExternalGatewayConfig[] | undefined;
  /** 2 to 32 (16 if left out); rounded up to a power of two, it splits the subnet. Immutable. */
  readonly maxClusters: number;
  /** Days between key rotations, 30 to 90. Default 30. */
  readonly rotationInterval?: number | undefined;
  /** Encryption of the tunnels; OpenVPN reads it. */
  readonly vpnConfig?: SliceVpnConfig | undefined;
}

export type SliceOverlayNetworkDeploymentMode = 'single-network' | 'multi-network' | 'no-network';

export interface SliceGatewayProvider {
  /** Default OpenVPN; mind the spelling of Wireguard. Immutable. */
  readonly sliceGatewayType: 'OpenVPN' | 'Wireguard';
  /** Default Local. Immutable. */
  readonly sliceCaType?: 'Local' | undefined;
  /** How each cluster exposes its gateway; a later entry wins over an earlier one. */
  readonly sliceGatewayServiceType?: readonly SliceGatewayServiceType[] | undefined;
}

export interface SliceGatewayServiceType {
  /** A member of the slice, or `*`. */
  readonly cluster: string;
  /** Default NodePort. May become LoadBalancer, never go back. */
  readonly type?: 'NodePort' | 'LoadBalancer' | undefined;
  /** Default UDP. Never changes. */
  readonly protocol?: 'TCP' | 'UDP' | undefined;
}

export interface SliceQosProfileDetails {
  /** Queueing discipline. Default HTB, the only one there is. */
  readonly queueType?: 'HTB' | undefined;
  /** 0 (served first) to 3, says the documentation; nothing checks it. */
  readonly priority: number;
  /** Default BANDWIDTH_CONTROL, the only one there is. */
  readonly tcType?: 'BANDWIDTH_CONTROL' | undefined;
  /** kbit/s of all traffic between clusters of this slice, state transfers included; enforced by tc. */
  readonly bandwidthCeilingKbps: number;
  /** kbit/s kept for the slice; at most the ceiling. */
  readonly bandwidthGuaranteedKbps: number;
  /** Class its packets are marked with. */
  readonly dscpClass: SliceDscpClass;
}

export type SliceDscpClass =
  | 'Default'
  | 'AF11'
  | 'AF12'
  | 'AF13'
  | 'AF21'
  | 'AF22'
  | 'AF23'
  | 'AF31'
  | 'AF32'
  | 'AF33'
  | 'AF41'
  | 'AF42'
  | 'AF43'
  | 'EF';

export interface SliceNamespaceIsolationProfile {
  /** Closes the application namespaces to all but the allowed ones. Default false. */
  readonly isolationEnabled?: boolean | undefined;
  /** Namespaces whose pods join the slice; the worker creates missing ones. Each is in one slice per cluster. */
  readonly applicationNamespaces?: readonly SliceNamespaceSelection[] | undefined;
  /** Namespaces that may still reach them; missing ones are skipped. */
  readonly allowedNamespaces?: readonly SliceNamespaceSelection[] | undefined;
}

export interface SliceNamespaceSelection {
  /** At most once per list. */
  readonly namespace: string;
  /** Members of the slice, or `*` alone. */
  readonly clusters: readonly string[];
}

export interface SliceExternalGatewayConfig {
  /** Which product plays the gateway. */
  readonly gatewayType?: 'none' | 'istio' | 'envoy' | undefined;
  /** Members of the slice, or `*` alone. */
  readonly clusters?: readonly string[] | undefined;
  /** Traffic that enters. */
  readonly ingress?: SliceSwitch | undefined;
  /** Traffic that leaves. */
  readonly egress?: SliceSwitch | undefined;
  /** Ingress for north-south traffic. */
  readonly nsIngress?: SliceSwitch | undefined;
  /** Gateways to services of the cloud's own network. */
  readonly vpcServiceAccess?: SliceVpcServiceAccess | undefined;
}

export interface SliceVpcServiceAccess {
  /** Traffic that enters. */
  readonly ingress?: SliceSwitch | undefined;
  /** Traffic that leaves. */
  readonly egress?: SliceSwitch | undefined;
}

export interface SliceSwitch {
  /** Default false. */
  readonly enabled?: boolean | undefined;
}

export interface SliceVpnConfig {
  /** Default AES-256-CBC. Immutable. */
  readonly cipher: 'AES-256-CBC' | 'AES-128-CBC';
}

/** A network across clusters. Refused until every member is registered and healthy. */
export class SliceConfig extends TypedApiObject {
  static readonly GVK: GroupVersionKind = {
    apiVersion: 'controller.kubeslice.io/v1alpha1',
    kind: 'SliceConfig',
  };

  static manifest(props: SliceConfigProps) {
    return { ...SliceConfig.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: SliceConfigProps) {
    super(scope, id, SliceConfig.manifest(props));
  }
}
