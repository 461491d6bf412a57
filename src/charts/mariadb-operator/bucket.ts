import type { OperatorS3 } from '../../imports/index.js';
import type { OperatorBucketPlan } from '../../plan/index.js';

/** A folder of a bucket as the operator's objects name it. */
export function bucket(plan: OperatorBucketPlan): OperatorS3 {
  return {
    bucket: plan.bucket,
    prefix: plan.prefix,
    endpoint: plan.endpoint,
    region: plan.region,
    tls: { enabled: plan.tls },
    accessKeyIdSecretKeyRef: { ...plan.accessKeyId },
    secretAccessKeySecretKeyRef: { ...plan.secretAccessKey },
  };
}
