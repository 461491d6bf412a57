import type { ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import type { KubeConfigMapProps, NamespaceSpec } from 'cdk8s-plus-28/lib/imports/k8s.js';
import type { Construct } from 'constructs';
import type { ResourceScope } from './schema.js';
import { TypedApiObject } from './typed-object.js';

// Types only from cdk8s-plus-28: loading it costs 26 ms.

export interface NamespaceProps {
  /** Name (a DNS label, at most 63 characters), labels, annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** Seldom needed: the finalizers. */
  readonly spec?: NamespaceSpec | undefined;
}

/** A namespace. ManifestWorks create none, and a namespaced object is refused where its namespace is missing. */
export class Namespace extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'v1', kind: 'Namespace' };
  static override readonly SCOPE: ResourceScope = 'Cluster';

  static manifest(props: NamespaceProps = {}) {
    return { ...Namespace.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: NamespaceProps = {}) {
    super(scope, id, Namespace.manifest(props));
  }
}

export interface ConfigMapProps extends Omit<KubeConfigMapProps, 'metadata'> {
  /** Name, namespace, labels, annotations. */
  readonly metadata?: ApiObjectMetadata;
}

/** Configuration as text, one entry per file. Applied as a whole, it replaces the keys it does not list. */
export class ConfigMap extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'v1', kind: 'ConfigMap' };

  static manifest(props: ConfigMapProps = {}) {
    return { ...ConfigMap.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: ConfigMapProps = {}) {
    super(scope, id, ConfigMap.manifest(props));
  }
}
