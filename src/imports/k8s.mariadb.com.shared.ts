import type { ClaimSpec } from './claim.js';
import type { KeyReference } from './container.js';
import type { LocalObjectReference } from './values.js';

// What several kinds of mariadb-operator (k8s.mariadb.com) have in common. Its names begin with Operator here, because
// KubeDB has a MariaDB of its own.

/** A value of a Secret that the operator makes up where it is missing. */
export interface OperatorGeneratedKeyReference extends KeyReference {
  /** Whether to make up the Secret if there is none. Default false: wait for it. */
  readonly generate?: boolean | undefined;
}

/** The server an object is about. Immutable. */
export interface OperatorMariaDBReference {
  /** Name of the MariaDB or ExternalMariaDB. */
  readonly name: string;
  /** Default: the object's own. */
  readonly namespace?: string | undefined;
  /** Default MariaDB. */
  readonly kind?: 'MariaDB' | 'ExternalMariaDB' | undefined;
  /** Whether to wait until it is ready. Default true. */
  readonly waitForIt?: boolean | undefined;
}

/** Certificates. Written without `enabled` it switches TLS off; left out altogether, TLS is on. */
export interface OperatorTLS {
  /** Always written. */
  readonly enabled: boolean;
  /** Refuses clients without TLS, which is 1.3. Default false. */
  readonly required?: boolean | undefined;
  /** Authority of the server's certificates. Required beside a certificate of your own. Default: made up. */
  readonly serverCASecretRef?: LocalObjectReference | undefined;
  /** The server's certificate. Not beside its issuer. */
  readonly serverCertSecretRef?: LocalObjectReference | undefined;
  /** Who signs it, by cert-manager. */
  readonly serverCertIssuerRef?: OperatorIssuerReference | undefined;
  /** Further names the server's certificate is for: those of balancers. */
  readonly serverCertAdditionalNames?: readonly string[] | undefined;
  /** Authority of the clients' certificates. Required beside a certificate of your own. Default: made up. */
  readonly clientCASecretRef?: LocalObjectReference | undefined;
  /** The client's certificate. Not beside its issuer. */
  readonly clientCertSecretRef?: LocalObjectReference | undefined;
  /** Who signs it, by cert-manager. */
  readonly clientCertIssuerRef?: OperatorIssuerReference | undefined;
  /** Whether a state transfer is encrypted. Default false, also where TLS is required. */
  readonly galeraSSTEnabled?: boolean | undefined;
}

export interface OperatorIssuerReference {
  /** Default `cert-manager.io`. */
  readonly group?: string | undefined;
  /** Default Issuer, which is one of the same namespace. */
  readonly kind?: 'Issuer' | 'ClusterIssuer' | undefined;
  /** Name of the issuer. */
  readonly name: string;
}

/** A bucket that speaks S3. */
export interface OperatorS3 {
  /** Name of the bucket. */
  readonly bucket: string;
  /** Host and port, without a scheme. */
  readonly endpoint: string;
  /** Region, where there are any. */
  readonly region?: string | undefined;
  /** Folder; two databases in one overwrite and delete each other's files. */
  readonly prefix?: string | undefined;
  /** Left out: the identity of the pod's service account. */
  readonly accessKeyIdSecretKeyRef?: KeyReference | undefined;
  /** Beside the one above. */
  readonly secretAccessKeySecretKeyRef?: KeyReference | undefined;
  /** For keys that end. */
  readonly sessionTokenSecretKeyRef?: KeyReference | undefined;
  /** Left out: in clear. */
  readonly tls?: OperatorStorageTLS | undefined;
}

/** A container of blobs in Azure. */
export interface OperatorAzureBlob {
  /** Name of the container. */
  readonly containerName: string;
  /** `https://<account>.blob.core.windows.net/`. */
  readonly serviceURL: string;
  /** Folder. */
  readonly prefix?: string | undefined;
  /** Name of the account, beside its key. */
  readonly storageAccountName?: string | undefined;
  /** Left out: the identity of the pod's service account. */
  readonly storageAccountKey?: KeyReference | undefined;
  /** How the service is verified. */
  readonly tls?: OperatorStorageTLS | undefined;
}

export interface OperatorStorageTLS {
  /** Always written. */
  readonly enabled: boolean;
  /** Authority of the service, if it is no public one. */
  readonly caSecretKeyRef?: KeyReference | undefined;
}

/** Where files wait on their way from or to a bucket. Immutable. */
export interface OperatorStagingStorage {
  /** Left out: a folder of the node, which the size of the database may fill. */
  readonly persistentVolumeClaim?: ClaimSpec | undefined;
}
