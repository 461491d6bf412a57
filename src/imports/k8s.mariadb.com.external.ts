import type { ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ImagePullPolicy, KeyReference } from './container.js';
import type { OperatorTLS } from './k8s.mariadb.com.shared.js';
import { TypedApiObject } from './typed-object.js';
import type { LocalObjectReference, TemplateMetadata } from './values.js';

// Fields: mariadb-operator/mariadb-operator@8970edf, config/crd/bases/k8s.mariadb.com_externalmariadbs.yaml.

export interface OperatorExternalMariaDBProps {
  /** Name, namespace, labels, annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** Where it is, and who asks. No webhook checks it. */
  readonly spec: OperatorExternalMariaDBSpec;
}

export interface OperatorExternalMariaDBSpec {
  /** Name or address, as this cluster reaches it. */
  readonly host: string;
  /** Default 3306. */
  readonly port?: number | undefined;
  /** The account. */
  readonly username: string;
  /** Its password. */
  readonly passwordSecretKeyRef?: KeyReference | undefined;
  /** Default: on. */
  readonly tls?: OperatorExternalTLS | undefined;
  /** Image of jobs about it, `repository:tag`. Default: by the version that it reports. */
  readonly image?: string | undefined;
  /** When the image is pulled. Default IfNotPresent. */
  readonly imagePullPolicy?: ImagePullPolicy | undefined;
  /** Secrets of its registry. */
  readonly imagePullSecrets?: readonly LocalObjectReference[] | undefined;
  /** Of everything that the operator makes. */
  readonly inheritMetadata?: TemplateMetadata | undefined;
}

export interface OperatorExternalTLS extends OperatorTLS {
  /** Whether the client shows a certificate too. Default true. */
  readonly mutual?: boolean | undefined;
}

/** A MariaDB that this cluster's mariadb-operator (k8s.mariadb.com) does not run: another cluster's, or none of Kubernetes. */
export class OperatorExternalMariaDB extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'k8s.mariadb.com/v1alpha1', kind: 'ExternalMariaDB' };

  static manifest(props: OperatorExternalMariaDBProps) {
    return { ...OperatorExternalMariaDB.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: OperatorExternalMariaDBProps) {
    super(scope, id, OperatorExternalMariaDB.manifest(props));
  }
}
