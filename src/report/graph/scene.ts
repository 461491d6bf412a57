import { escaped, type Face, fitted, widthOf } from './text.js';

/** A part of a drawing. */
export type Node = Group | Shape | Label;

export interface Group {
  readonly kind: 'group';
  readonly className: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Said when the pointer rests on it. */
  readonly title: string | undefined;
  readonly children: readonly Node[];
  /** Moves the children. */
  readonly at: Point | undefined;
}

export interface Shape {
  readonly kind: 'shape';
  readonly element: 'rect' | 'path';
  readonly className: string;
  readonly attributes: Readonly<Record<string, string | number>>;
}

export interface Label {
  readonly kind: 'label';
  readonly className: string;
  /** Left end of the base line. */
  readonly at: Point;
  readonly face: Face;
  /** As much of it as fits. */
  readonly text: string;
  readonly full: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export function group(
  className: string,
  children: readonly (Node | undefined)[],
  {
    attributes = {},
    title,
    at,
  }: { attributes?: Readonly<Record<string, string>>; title?: string; at?: Point } = {},
): Group {
  return {
    kind: 'group',
    className,
    attributes,
    title,
    at,
    children: children.filter((child) => child !== undefined),
  };
}

export function rect(className: string, { x, y, width, height }: Box, radius = 0): Shape {
  return {
    kind: 'shape',
    element: 'rect',
    className,
    attributes: { x, y, width, height, ...(radius === 0 ? {} : { rx: radius }) },
  };
}

export function path(className: string, d: string): Shape {
  return { kind: 'shape', element: 'path', className, attributes: { d } };
}

/** A line of text that takes at most the room it is given. */
export function label(className: string, full: string, at: Point, face: Face, room: number): Label {
  return { kind: 'label', className, at, face, text: fitted(full, room, face), full };
}

/** The room a text takes at most. */
export function boxOf({ at, face, text }: Label): Box {
  return {
    x: at.x,
    y: at.y - face.size * 0.93,
    width: widthOf(text, face),
    height: face.size * 1.17,
  };
}

export function overlap(one: Box, other: Box, gap = 0): boolean {
  return (
    one.x < other.x + other.width + gap &&
    other.x < one.x + one.width + gap &&
    one.y < other.y + other.height + gap &&
    other.y < one.y + one.height + gap
  );
}

/** Every text with its place in the whole drawing. */
export function labelsOf(nodes: readonly Node[], at: Point = { x: 0, y: 0 }): Label[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'shape') return [];
    if (node.kind === 'label') return [{ ...node, at: { x: node.at.x + at.x, y: node.at.y + at.y } }];
    return labelsOf(node.children, { x: at.x + (node.at?.x ?? 0), y: at.y + (node.at?.y ?? 0) });
  });
}

/** Whole numbers, or one decimal. */
export function rounded(value: number): string {
  const tenths = Math.round(value * 10) / 10;
  return String(Object.is(tenths, -0) ? 0 : tenths);
}

/** A node as SVG. */
export function written(node: Node): string {
  switch (node.kind) {
    case 'shape':
      return `<${node.element}${attribute('class', node.className)}${attributesOf(node.attributes)}/>`;
    case 'label':
      return writtenLabel(node);
    case 'group': {
      const moved =
        node.at === undefined
          ? ''
          : attribute('transform', `translate(${rounded(node.at.x)} ${rounded(node.at.y)})`);
      const title = node.title === undefined ? '' : `<title>${escaped(node.title)}</title>`;
      const children = node.children.map(written).join('\n');
      return `<g${attribute('class', node.className)}${attributesOf(node.attributes)}${moved}>${title}\n${children}\n</g>`;
    }
  }
}

function writtenLabel({ className, at, face, text, full }: Label): string {
  const title = text === full ? '' : `<title>${escaped(full)}</title>`;
  const classes = `${className} s${face.size}${face.bold ? ' b' : ''}`.trim();
  return `<text${attribute('class', classes)}${attributesOf({ x: at.x, y: at.y })}>${escaped(text)}${title}</text>`;
}

function attributesOf(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => attribute(name, typeof value === 'number' ? rounded(value) : value))
    .join('');
}

function attribute(name: string, value: string): string {
  return value === '' ? '' : ` ${name}="${escaped(value)}"`;
}
