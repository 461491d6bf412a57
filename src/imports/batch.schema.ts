import type { CronJobProps } from './batch.js';
import { podSpec } from './pod.schema.js';
import type { BodySchemaOf, IntegerSchema, StringSchema } from './schema.js';
import { DNS_1035_LABEL, templateMetadata, text } from './values.schema.js';

/** A job has its name, a hyphen and ten digits. */
export const CRON_JOB_NAME: StringSchema = { ...DNS_1035_LABEL, maxLength: 52 };

const count: IntegerSchema = { type: 'integer', minimum: 0 };

export const cronJobSchema: BodySchemaOf<CronJobProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        schedule: { ...text, required: true },
        timeZone: text,
        concurrencyPolicy: { type: 'string', enum: { Allow: true, Forbid: true, Replace: true } },
        suspend: { type: 'boolean' },
        startingDeadlineSeconds: count,
        successfulJobsHistoryLimit: count,
        failedJobsHistoryLimit: count,
        jobTemplate: {
          type: 'object',
          required: true,
          properties: {
            spec: {
              type: 'object',
              required: true,
              properties: {
                backoffLimit: count,
                activeDeadlineSeconds: { type: 'integer', minimum: 1 },
                ttlSecondsAfterFinished: count,
                template: {
                  type: 'object',
                  required: true,
                  properties: {
                    metadata: templateMetadata,
                    spec: {
                      type: 'object',
                      required: true,
                      properties: {
                        ...podSpec.properties,
                        restartPolicy: {
                          type: 'string',
                          required: true,
                          enum: { OnFailure: true, Never: true },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};
