import type { ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ResourceScope } from './schema.js';
import { TypedApiObject } from './typed-object.js';

// Fields: openshift/api, operator/v1/types_dns.go (transportConfig since openshift/api#1110).

export interface DNSProps {
  /** Name; the cluster's own is `default`. It exists already: never let a ManifestWork own it. */
  readonly metadata?: ApiObjectMetadata;
  /** What to change of it. */
  readonly spec: DNSSpec;
}

export interface DNSSpec {
  /** Forwarding for zones outside the cluster domain. The whole list is replaced. */
  readonly servers?: readonly DNSServer[] | undefined;
}

export interface DNSServer {
  /** Unique service name as in RFC 6335: at most 15 lower-case letters, digits, single dashes. */
  readonly name: string;
  /** DNS subdomains; never cluster.local. */
  readonly zones: readonly string[];
  /** Who answers for the zones. */
  readonly forwardPlugin: DNSForwardPlugin;
}

export interface DNSForwardPlugin {
  /** Order in which the upstreams are asked. Default Random. */
  readonly policy?: 'Random' | 'RoundRobin' | 'Sequential' | undefined;
  /** At most 15 addresses, `IP` or `IP:port`. */
  readonly upstreams: readonly string[];
  /** Default: clear text. */
  readonly transportConfig?: DNSTransportConfig | undefined;
}

export interface DNSTransportConfig {
  /** TLS needs `tls`, and asks port 853 where an upstream names none. */
  readonly transport?: 'TLS' | 'Cleartext' | undefined;
  /** Only with TLS, and needed then. */
  readonly tls?: DNSOverTLSConfig | undefined;
}

export interface DNSOverTLSConfig {
  /** Name in the certificate of the upstreams. */
  readonly serverName: string;
  /** ConfigMap with the authority to trust. Default: the system's. */
  readonly caBundle?: DNSCABundleReference | undefined;
}

export interface DNSCABundleReference {
  /** A ConfigMap in openshift-config. */
  readonly name: string;
}

/** The DNS operator's settings on OpenShift. */
export class DNS extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'operator.openshift.io/v1', kind: 'DNS' };
  static override readonly SCOPE: ResourceScope = 'Cluster';

  static manifest(props: DNSProps) {
    return { ...DNS.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: DNSProps) {
    super(scope, id, DNS.manifest(props));
  }
}
