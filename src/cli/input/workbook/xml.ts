import { Parser } from 'saxen';

/** What a document is made of, told in its order; names are without their prefix. */
export interface XmlListener {
  readonly open: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
  /** Whether the rest does not matter. */
  readonly isDone?: () => boolean;
}

/** Tells what a document is made of. Throws where it is not well-formed. */
export function readXml(xml: string, { open, text, close, isDone }: XmlListener): void {
  const parser = new Parser();
  const stopWhereDone = () => {
    if (isDone?.() === true) parser.stop();
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('openTag', (name, attributes) => {
    let all: Readonly<Record<string, string>> | undefined;
    open(bare(name), (wanted) => {
      all ??= attributes();
      const value = all[wanted] ?? prefixed(all, wanted);
      return value === undefined ? undefined : decoded(value);
    });
  });
  if (text !== undefined) {
    parser.on('cdata', text);
    parser.on('text', (written) => {
      text(decoded(written));
    });
  }
  parser.on('closeTag', (name) => {
    close?.(bare(name));
    stopWhereDone();
  });
  parser.parse(xml.replace(/^\ufeff/, ''));
}

function bare(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

function prefixed(all: Readonly<Record<string, string>>, wanted: string): string | undefined {
  for (const key in all) if (key.endsWith(`:${wanted}`)) return all[key];
  return undefined;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' };
const LAST_CODE = 0x10ffff;

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,9}));/gi, (all, decimal, hexadecimal, name) => {
    if (typeof name === 'string') return NAMED[name] ?? all;
    const code = typeof decimal === 'string' ? Number(decimal) : parseInt(String(hexadecimal), 16);
    return code > LAST_CODE ? all : String.fromCodePoint(code);
  });
}
