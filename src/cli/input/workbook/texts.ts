import { readXml } from './xml.js';

/** The texts that cells share, in their order. */
export function sharedTextsIn(xml: string): readonly string[] {
  const texts: string[] = [];
  const written = createTextReader();
  readXml(xml, {
    open: written.open,
    text: written.text,
    close(name) {
      written.close(name);
      if (name === 'si') texts.push(written.take());
    },
  });
  return texts;
}

interface TextReader {
  readonly open: (name: string) => void;
  readonly text: (piece: string) => void;
  readonly close: (name: string) => void;
  /** The text so far; it begins anew. */
  readonly take: () => string;
}

/** Puts the pieces of a text together, without what stands beside it to say how it is spoken. */
export function createTextReader(): TextReader {
  let text = '';
  let isText = false;
  let isBeside = false;
  return {
    open(name) {
      if (name === 'rPh') isBeside = true;
      else if (name === 't') isText = !isBeside;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      if (name === 'rPh') isBeside = false;
      else if (name === 't') isText = false;
    },
    take() {
      const whole = unescaped(text);
      text = '';
      return whole;
    },
  };
}

/** Signs that XML does not take are written as their number. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
