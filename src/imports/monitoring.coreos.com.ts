import type { ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type { LabelSelector } from './pod.js';
import { TypedApiObject } from './typed-object.js';

// Fields: the public API of the Prometheus operator, monitoring.coreos.com/v1.

export interface ServiceMonitorProps {
  /** Name, namespace, labels, annotations. Many installations heed only objects with a label of theirs (`release`). */
  readonly metadata?: ApiObjectMetadata;
  /** What is scraped. */
  readonly spec: ServiceMonitorSpec;
}

export interface ServiceMonitorSpec {
  /** Label of the Service whose value becomes the label `job`. Default: the name of the Service. */
  readonly jobLabel?: string | undefined;
  /** Which Services. */
  readonly selector: LabelSelector;
  /** In which namespaces. Default: its own. */
  readonly namespaceSelector?: NamespaceSelector | undefined;
  /** Ports of theirs. */
  readonly endpoints: readonly MonitoredEndpoint[];
}

/** One of them. */
export interface NamespaceSelector {
  /** Every namespace. */
  readonly any?: boolean | undefined;
  /** These. */
  readonly matchNames?: readonly string[] | undefined;
}

export interface MonitoredEndpoint {
  /** Name of the port of the Service; a number is none. */
  readonly port: string;
  /** Such as `30s`. Default: Prometheus' own. */
  readonly interval?: string | undefined;
  /** At most the interval, or the object is passed over. Default: Prometheus' own. */
  readonly scrapeTimeout?: string | undefined;
  /** Default `/metrics`. */
  readonly path?: string | undefined;
}

/** Tells Prometheus what to scrape. Refused where its operator is not installed. */
export class ServiceMonitor extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'monitoring.coreos.com/v1', kind: 'ServiceMonitor' };

  static manifest(props: ServiceMonitorProps) {
    return { ...ServiceMonitor.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: ServiceMonitorProps) {
    super(scope, id, ServiceMonitor.manifest(props));
  }
}
