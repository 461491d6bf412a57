import type { OperatorTLS } from '../../imports/index.js';
import type { MariadbOperatorDatabasePlan } from '../../plan/index.js';

/** Certificates: of an issuer, of a secret, or the operator's own. */
export function tls(database: MariadbOperatorDatabasePlan): OperatorTLS {
  const { tls: plan, galera, multiCluster, source } = database;
  if (!plan.enabled) return { enabled: false };
  const { issuer, secret } = source.tls ?? {};
  const signedBy = issuer && { name: issuer.name, kind: issuer.kind ?? 'Issuer' };
  const own = secret === undefined ? undefined : { name: secret };
  // Servers of other clusters refuse a client's certificate of an authority that they do not know.
  const asClient = multiCluster ? own : undefined;
  return {
    enabled: true,
    required: plan.required,
    galeraSSTEnabled: galera && plan.stateTransfers,
    serverCertIssuerRef: signedBy,
    clientCertIssuerRef: signedBy && { ...signedBy },
    serverCASecretRef: own,
    serverCertSecretRef: own && { ...own },
    clientCASecretRef: asClient && { ...asClient },
    clientCertSecretRef: asClient && { ...asClient },
    serverCertAdditionalNames: plan.names.length === 0 ? undefined : [...plan.names],
  };
}
