import type { ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type { PodSpec } from './pod.js';
import { TypedApiObject } from './typed-object.js';
import type { TemplateMetadata } from './values.js';

// Kinds of batch/v1, with the fields that dbspan writes; wire.test.ts holds them against Kubernetes.

export interface CronJobProps {
  /** Name (at most 52 characters: its jobs add eleven), namespace, labels, annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** When, and what. */
  readonly spec: CronJobSpec;
}

export interface CronJobSpec {
  /** Five fields, or `@daily` and its like. */
  readonly schedule: string;
  /** Left out: the time zone of the controller manager. */
  readonly timeZone?: string | undefined;
  /** What happens when the last run still runs. Default Allow: both run. */
  readonly concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace' | undefined;
  /** Starts none while true. Default false. */
  readonly suspend?: boolean | undefined;
  /** Seconds a run may start late. Left out, a hundred missed runs stop it for good. */
  readonly startingDeadlineSeconds?: number | undefined;
  /** Jobs that are kept. Default 3. */
  readonly successfulJobsHistoryLimit?: number | undefined;
  /** Failed ones that are kept. Default 1. */
  readonly failedJobsHistoryLimit?: number | undefined;
  /** The job. */
  readonly jobTemplate: JobTemplate;
}

export interface JobTemplate {
  /** What each run does. */
  readonly spec: JobSpec;
}

export interface JobSpec {
  /** Failures after which it is given up. Default 6. */
  readonly backoffLimit?: number | undefined;
  /** Seconds after which it is stopped. Left out: never. */
  readonly activeDeadlineSeconds?: number | undefined;
  /** Seconds after its end until it is deleted. Left out: never. */
  readonly ttlSecondsAfterFinished?: number | undefined;
  /** The pod. */
  readonly template: JobPodTemplate;
}

export interface JobPodTemplate {
  /** Labels and annotations. */
  readonly metadata?: TemplateMetadata | undefined;
  /** The pod. */
  readonly spec: JobPodSpec;
}

export interface JobPodSpec extends PodSpec {
  /** A job has no pod that always restarts. */
  readonly restartPolicy: 'OnFailure' | 'Never';
}

/** Jobs by the clock. */
export class CronJob extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'batch/v1', kind: 'CronJob' };

  static manifest(props: CronJobProps) {
    return { ...CronJob.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: CronJobProps) {
    super(scope, id, CronJob.manifest(props));
  }
}
