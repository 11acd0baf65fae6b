import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../..');
const left = /[\\/](dist|generated|tests|node_modules)[\\/]|\.test\.tsx?$|\.d\.ts$/;

/** Attributes whose value people read. */
const readAttributes = new Set(
  (
    'title aria-label aria-valuetext aria-description alt placeholder label caption hint lead summary ' +
    'subtitle detail unit note emptyText error question action header'
  ).split(' '),
);

/** A call of `t` with a key written out, or the beginning of one (`t(`status.${x}`)`). */
export interface KeyUse {
  place: string;
  key: string;
  /** True when the key goes on with something computed. */
  prefix: boolean;
  /** Catalogues that the calling name of the file reads. */
  namespaces: string[];
}

/** What a source file of the client says to people. */
export interface FileTexts {
  /** Texts written in the source instead of a catalogue: place and text. */
  literals: string[];
  keys: KeyUse[];
}

function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(text);
}

function isText(node: ts.Node): node is ts.StringLiteral | ts.NoSubstitutionTemplateLiteral {
  return ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);
}

/** The texts that an expression can give, as far as they are written out. */
function textsOf(node: ts.Node): string[] {
  if (isText(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    return [node.head.text + node.templateSpans.map((span) => span.literal.text).join(' ')];
  }
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  return [];
}

function readLiteral(node: ts.Node): string[] {
  if (ts.isJsxText(node)) return [node.text.trim()];
  if (ts.isJsxAttribute(node) && node.initializer && readAttributes.has(node.name.getText())) {
    const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
    return value ? textsOf(value) : [];
  }
  const child = ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent));
  return child && node.expression ? textsOf(node.expression) : [];
}

/** Local names of `t`, each with the catalogues it may read in this file. */
function readTranslators(source: ts.SourceFile): Map<string, string[]> {
  const translators = new Map<string, string[]>();
  const visit = (node: ts.Node): void => {
    const call = ts.isVariableDeclaration(node) ? node.initializer : undefined;
    if (call && ts.isCallExpression(call) && call.expression.getText() === 'useTranslation') {
      const namespace = call.arguments[0];
      const binding = (node as ts.VariableDeclaration).name;
      if (ts.isObjectBindingPattern(binding)) {
        for (const element of binding.elements) {
          if ((element.propertyName ?? element.name).getText() !== 't') continue;
          const known = translators.get(element.name.getText()) ?? [];
          const name = namespace && isText(namespace) ? namespace.text : 'frame';
          translators.set(element.name.getText(), [...known, name]);
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return translators;
}

function keysOf(node: ts.Node): { key: string; prefix: boolean }[] {
  if (isText(node)) return [{ key: node.text, prefix: false }];
  if (ts.isTemplateExpression(node)) return [{ key: node.head.text, prefix: true }];
  if (ts.isConditionalExpression(node)) return [...keysOf(node.whenTrue), ...keysOf(node.whenFalse)];
  return [];
}

function readFile(path: string): FileTexts {
  const source = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const translators = readTranslators(source);
  const texts: FileTexts = { literals: [], keys: [] };
  const placeOf = (node: ts.Node) =>
    `${relative(root, path)}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const visit = (node: ts.Node): void => {
    for (const text of readLiteral(node)) {
      if (hasWords(text)) texts.literals.push(`${placeOf(node)} ${text}`);
    }
    const name = ts.isCallExpression(node) ? node.expression.getText() : '';
    const namespaces = translators.get(name);
    const argument = ts.isCallExpression(node) ? node.arguments[0] : undefined;
    if (namespaces && argument) {
      for (const use of keysOf(argument)) texts.keys.push({ ...use, place: placeOf(node), namespaces });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

/** What each source file of the client says to people; tests and generated files left out. */
export function readTexts(): FileTexts[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => join(root, path))
    .filter((path) => /\.tsx?$/.test(path) && !left.test(path))
    .map(readFile);
}
