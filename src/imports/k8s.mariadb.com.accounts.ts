import type { ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type { KeyReference } from './container.js';
import type { OperatorMariaDBReference } from './k8s.mariadb.com.shared.js';
import { TypedApiObject } from './typed-object.js';
import type { LocalObjectReference, TemplateMetadata } from './values.js';

// Fields: mariadb-operator/mariadb-operator@8970edf, config/crd/bases/k8s.mariadb.com_{users,databases,grants,connections}.yaml.

/** What the objects of this file that stand for SQL share. */
export interface OperatorSql {
  /** The server. Immutable. */
  readonly mariaDbRef: OperatorMariaDBReference;
  /** What deleting the object does to the server: Delete drops what it stands for, data included. Default Delete. */
  readonly cleanupPolicy?: 'Skip' | 'Delete' | undefined;
  /** From one look at the server to the next. */
  readonly requeueInterval?: string | undefined;
  /** From one failed attempt to the next. */
  readonly retryInterval?: string | undefined;
}

export interface OperatorUserProps {
  /** Name, namespace, labels, annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** The account. */
  readonly spec: OperatorUserSpec;
}

export interface OperatorUserSpec extends OperatorSql {
  /** Name of the account, where it is none of an object. Default: the object's. Immutable. */
  readonly name?: string | undefined;
  /** From where it may connect. Default `%`. Immutable. */
  readonly host?: string | undefined;
  /** Its password. Without this or the hash, the account is locked. */
  readonly passwordSecretKeyRef?: KeyReference | undefined;
  /** Or its hash. */
  readonly passwordHashSecretKeyRef?: KeyReference | undefined;
  /** How it has to connect. */
  readonly require?: OperatorUserRequirement | undefined;
  /** Connections at a time. Default 10, which a pool soon has. */
  readonly maxUserConnections?: number | undefined;
}

/** One of `ssl`, `x509`, and the other two. */
export interface OperatorUserRequirement {
  /** By TLS. */
  readonly ssl?: boolean | undefined;
  /** With a certificate. */
  readonly x509?: boolean | undefined;
  /** With a certificate by this issuer. */
  readonly issuer?: string | undefined;
  /** With a certificate of this subject. */
  readonly subject?: string | undefined;
}

/** An account of a MariaDB (k8s.mariadb.com). */
export class OperatorUser extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'k8s.mariadb.com/v1alpha1', kind: 'User' };

  static manifest(props: OperatorUserProps) {
    return { ...OperatorUser.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: OperatorUserProps) {
    super(scope, id, OperatorUser.manifest(props));
  }
}

export interface OperatorDatabaseProps {
  /** Name, namespace, labels, annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** The schema. Immutable but for what becomes of it. */
  readonly spec: OperatorDatabaseSpec;
}

export interface OperatorDatabaseSpec extends OperatorSql {
  /** Its name, where it is none of an object. Default: the object's. Immutable. */
  readonly name?: string | undefined;
  /** Default utf8, which has three bytes and no emoji. Immutable. */
  readonly characterSet?: string | undefined;
  /** Of that character set. Default utf8_general_ci. Immutable. */
  readonly collate?: string | undefined;
}

/** A database in a MariaDB (k8s.mariadb.com), as CREATE DATABASE makes one. */
export class OperatorDatabase extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'k8s.mariadb.com/v1alpha1', kind: 'Database' };

  static manifest(props: OperatorDatabaseProps) {
    return { ...OperatorDatabase.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: OperatorDatabaseProps) {
    super(scope, id, OperatorDatabase.manifest(props));
  }
}

export interface OperatorGrantProps {
  /** Name, namespace, labels, annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** What, where, to whom. */
  readonly spec: OperatorGrantSpec;
}

export interface OperatorGrantSpec extends OperatorSql {
  /** `SELECT`, `ALL PRIVILEGES`, …; the only part that may change. */
  readonly privileges: readonly string[];
  /** Default `*`: all. Immutable. */
  readonly database?: string | undefined;
  /** Default `*`: all. Immutable. */
  readonly table?: string | undefined;
  /** Name of the account, not of its object. Immutable. */
  readonly username: string;
  /** The account's. Default `%`. Immutable. */
  readonly host?: string | undefined;
  /** Whether it may pass them on. Default false. Immutable. */
  readonly grantOption?: boolean | undefined;
}

/** Privileges of an account of a MariaDB (k8s.mariadb.com). */
export class OperatorGrant extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'k8s.mariadb.com/v1alpha1', kind: 'Grant' };

  static manifest(props: OperatorGrantProps) {
    return { ...OperatorGrant.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: OperatorGrantProps) {
    super(scope, id, OperatorGrant.manifest(props));
  }
}

export interface OperatorConnectionProps {
  /** Name, namespace, labels, annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** Who connects to what. */
  readonly spec: OperatorConnectionSpec;
}

export interface OperatorConnectionSpec {
  /** The server. */
  readonly mariaDbRef: OperatorMariaDBReference;
  /** The account. */
  readonly username: string;
  /** Its password; this or a certificate. */
  readonly passwordSecretKeyRef?: KeyReference | undefined;
  /** Its certificate. */
  readonly tlsClientCertSecretRef?: LocalObjectReference | undefined;
  /** Which database. */
  readonly database?: string | undefined;
  /** Default: that of the server. */
  readonly host?: string | undefined;
  /** Which Service of the server. Default: the primary's, or its only one. */
  readonly serviceName?: string | undefined;
  /** Default: that of the server. */
  readonly port?: number | undefined;
  /** Parameters of the connection text. */
  readonly params?: { readonly [name: string]: string } | undefined;
  /** Name of the Secret that is made. Default: the object's. Immutable once set. */
  readonly secretName?: string | undefined;
  /** What is in it. */
  readonly secretTemplate?: OperatorConnectionSecret | undefined;
  /** How it is tried. */
  readonly healthCheck?: OperatorConnectionHealthCheck | undefined;
}

export interface OperatorConnectionSecret {
  /** Labels and annotations of the Secret. */
  readonly metadata?: TemplateMetadata | undefined;
  /** Key of the connection text. Default `dsn`. */
  readonly key?: string | undefined;
  /** The connection text, as a Go template. */
  readonly format?: string | undefined;
  /** Key of the account; left out, as with those below: none. */
  readonly usernameKey?: string | undefined;
  /** Key of the password. */
  readonly passwordKey?: string | undefined;
  /** Key of the host. */
  readonly hostKey?: string | undefined;
  /** Key of the port. */
  readonly portKey?: string | undefined;
  /** Key of the database. */
  readonly databaseKey?: string | undefined;
}

export interface OperatorConnectionHealthCheck {
  /** From one to the next. */
  readonly interval?: string | undefined;
  /** After a failure. */
  readonly retryInterval?: string | undefined;
}

/** A Secret with what an application needs to reach a MariaDB (k8s.mariadb.com). */
export class OperatorConnection extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'k8s.mariadb.com/v1alpha1', kind: 'Connection' };

  static manifest(props: OperatorConnectionProps) {
    return { ...OperatorConnection.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: OperatorConnectionProps) {
    super(scope, id, OperatorConnection.manifest(props));
  }
}
