import type { Problems } from '../reader.js';
import { createTokenizer, elementOf, type Segment } from './tokenizer.js';

/** A segment of a transaction. */
export interface Placed extends Segment {
  /** `ST` with its control number, such as `ST 1101`. */
  readonly transaction: string;
  /** In its transaction; the ST is 1. */
  readonly number: number;
}

/** What is made of the transactions of one kind. */
export interface Body<Found> {
  readonly start: () => void;
  readonly take: (segment: Placed) => Iterable<Found>;
  /** @param isWhole whether its SE came. */
  readonly end: (isWhole: boolean) => Iterable<Found>;
}

/** A kind of transaction, such as 837 of the guide X222 (005010X222A1). */
export interface Kind {
  readonly code: string;
  readonly guide: string;
  /** As people call it. */
  readonly name: string;
}

/** Reads an interchange piece by piece. */
export interface Reader<Found> {
  readonly push: (chunk: string) => Generator<Found>;
  readonly end: () => Generator<Found>;
}

interface Inside {
  readonly label: string;
  /** Whether it is of the kind that is read. */
  readonly isRead: boolean;
  readonly place: string;
  segments: number;
}

/** Place of an element, as a biller says it: `line 30, ST 1101 segment 28, loop 2400, SV104`. */
export function placeOf({ line, transaction, number }: Placed, loop: string, element: string): string {
  return `line ${line}, ${transaction} segment ${number}, loop ${loop}, ${element}`;
}

/** Reads the transactions of a kind; whatever else an interchange holds is said and skipped. */
export function readerOf<Found>(
  { code, guide, name }: Kind,
  body: Body<Found>,
  problems: Problems,
): Reader<Found> {
  const tokenizer = createTokenizer();
  let version = '';
  let inside: Inside | undefined;
  /** Where the last interchange begins, until its IEA comes. */
  let open: string | undefined;
  let holdsAny = false;

  const isOfKind = (segment: Segment) => {
    const stated = [version, elementOf(segment, 3)].filter((one) => one !== '');
    return elementOf(segment, 1) === code && stated.length > 0 && stated.every((one) => one.includes(guide));
  };

  function* cutOff(): Generator<Found> {
    if (inside === undefined) return;
    const { isRead, place } = inside;
    inside = undefined;
    if (isRead) yield* body.end(false);
    problems.add({
      code: 'x12-cut-off',
      place,
      message:
        'The transaction ends before its SE: what is missing was not read, and the last line of its last claim is left out. Ask for the whole file.',
    });
  }

  function tellIfOpen(): void {
    if (open === undefined) return;
    problems.add({
      code: 'x12-no-end',
      place: open,
      message: 'The interchange ends before its IEA: transactions may be missing. Ask for the whole file.',
    });
  }

  function start(segment: Segment): void {
    const control = elementOf(segment, 2);
    const label = /^[A-Za-z0-9]{1,9}$/.test(control) ? `ST ${control}` : 'ST';
    const place = `line ${segment.line}, ${label} segment 1`;
    inside = { label, isRead: isOfKind(segment), place, segments: 1 };
    if (inside.isRead) {
      body.start();
      return;
    }
    problems.add({
      code: 'x12-other-transaction',
      place,
      message: `A transaction that is no ${name} is skipped, by its ST or GS08.`,
    });
  }

  function* finish(segment: Segment, { isRead, label, segments }: Inside): Generator<Found> {
    if (!isRead) return;
    yield* body.end(true);
    if (Number(elementOf(segment, 1)) === segments) return;
    problems.add({
      code: 'x12-segment-count',
      place: `line ${segment.line}, ${label} segment ${segments}, SE01`,
      message:
        'SE01 does not count the segments of its transaction: something may have been lost or added on the way. Its claims are read as they stand.',
    });
  }

  function* take(segment: Segment): Generator<Found> {
    const [id = ''] = segment.elements;
    switch (id) {
      case 'ISA':
        yield* cutOff();
        tellIfOpen();
        holdsAny = true;
        open = `line ${segment.line}, ISA`;
        version = '';
        break;
      case 'GS':
        yield* cutOff();
        version = elementOf(segment, 8);
        break;
      case 'ST':
        yield* cutOff();
        start(segment);
        break;
      case 'GE':
        yield* cutOff();
        break;
      case 'IEA':
        yield* cutOff();
        open = undefined;
        break;
      default: {
        if (inside === undefined) return;
        inside.segments += 1;
        const { isRead, label, segments } = inside;
        if (id === 'SE') {
          const done = inside;
          inside = undefined;
          yield* finish(segment, done);
        } else if (isRead && !segment.isCut) {
          const { elements, separators, line, isCut } = segment;
          // Spelled out, since every segment of a file comes by here.
          yield* body.take({ elements, separators, line, isCut, transaction: label, number: segments });
        }
      }
    }
  }

  function* takeAll(segments: Iterable<Segment>): Generator<Found> {
    for (const segment of segments) yield* take(segment);
  }

  return {
    push: (chunk) => takeAll(tokenizer.push(chunk)),
    *end() {
      yield* takeAll(tokenizer.end());
      yield* cutOff();
      const unread = tokenizer.unreadFrom();
      if (unread !== undefined || !holdsAny) {
        problems.add({
          code: 'x12-unreadable',
          place: `line ${unread ?? 1}`,
          message:
            'From here on the text is no X12: an interchange begins with an ISA of sixteen elements, and the character after the last one ends each segment.',
        });
      } else tellIfOpen();
    },
  };
}
