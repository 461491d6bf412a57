// Small types that objects of several API groups share.

/** An amount of a resource in canonical form (`500m`, `2`, `1Gi`): KubeDB rewrites others, which reads as drift. */
export type Quantity = string;

/** A whole number, or a text that stands for one: the name of a port, a percentage. */
export type IntOrText = number | string;

export interface LocalObjectReference {
  /** Name of an object beside this one, or of a cluster-scoped one. */
  readonly name: string;
}

/** What a template gives to the objects made of it. */
export interface TemplateMetadata {
  /** May be selected by. */
  readonly labels?: { readonly [key: string]: string } | undefined;
  /** May not. */
  readonly annotations?: { readonly [key: string]: string } | undefined;
}
