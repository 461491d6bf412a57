import { imagePullPolicy, keyReference } from './container.schema.js';
import type { OperatorExternalMariaDBProps } from './k8s.mariadb.com.external.js';
import { tls } from './k8s.mariadb.com.shared.schema.js';
import type { BodySchemaOf } from './schema.js';
import { portNumber, reference, templateMetadata, text } from './values.schema.js';

export const operatorExternalMariaDBSchema: BodySchemaOf<OperatorExternalMariaDBProps> = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: true,
      properties: {
        host: { ...text, required: true },
        port: portNumber,
        username: { ...text, required: true },
        passwordSecretKeyRef: keyReference,
        tls: { type: 'object', properties: { ...tls.properties, mutual: { type: 'boolean' } } },
        image: text,
        imagePullPolicy,
        imagePullSecrets: { type: 'array', items: reference },
        inheritMetadata: templateMetadata,
      },
    },
  },
};
