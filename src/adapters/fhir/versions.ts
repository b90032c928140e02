import { canonicalJson } from '../../values/canonical-json.js';
import type { Found } from './documents.js';
import { updatedOf } from './store.js';
import { identityOf } from './urls.js';

/**
 * Which version of a visit is the last, in a file that is read twice in one order. Of a visit that is there once nothing
 * is held but some bits, however many there are.
 */
export interface Versions {
  /** In the first reading; says whether another version may have come before. */
  readonly see: (found: Found) => boolean;
  /** In the second: of versions of which it is not known which is the last, one is unsure, and the others are earlier. */
  readonly standing: (found: Found) => 'last' | 'earlier' | 'unsure';
}

interface Version {
  readonly updated: number;
  readonly content: number;
}

interface Repeated {
  /** Those that came after another one; in the second reading, all. */
  readonly versions: Version[];
  isWhole: boolean;
  isDone: boolean;
}

export function createVersions(): Versions {
  const seen = createSeen();
  const repeated = new Map<string, Repeated>();
  return {
    see(found) {
      const identity = identityOf(found);
      if (!seen.add(identity)) return false;
      const of = repeated.get(identity) ?? { versions: [], isWhole: false, isDone: false };
      of.versions.push(versionOf(found));
      repeated.set(identity, of);
      return true;
    },
    standing(found) {
      const of = repeated.get(identityOf(found));
      if (of === undefined) return 'last';
      const own = versionOf(found);
      // The first to be read again is the one that was not held.
      if (!of.isWhole) of.versions.push(own);
      of.isWhole = true;
      const last = of.versions.reduce((most, { updated }) => Math.max(most, updated), -Infinity);
      if (of.isDone || own.updated < last) return 'earlier';
      of.isDone = true;
      const isOne = of.versions.every(({ updated, content }) => updated < last || content === own.content);
      return isOne ? 'last' : 'unsure';
    },
  };
}

function versionOf(found: Found): Version {
  const { type, resource, isDeleted = false } = found;
  const content = canonicalJson([type, isDeleted, { ...resource, meta: undefined }]);
  return {
    updated: updatedOf(found),
    content: hashOf(content, 0) * 2 ** 20 + (hashOf(content, 1) % 2 ** 20),
  };
}

const BITS = 2 ** 25;
const MARKS = 4;

/** Names that were seen: one that was not may rarely be taken for one that was, and never the other way. */
function createSeen() {
  const bits = new Uint8Array(BITS / 8);
  return {
    /** Whether it was seen before. */
    add(name: string): boolean {
      const [first, step] = [hashOf(name, 0), (hashOf(name, 1) | 1) >>> 0];
      let isSeen = true;
      for (let mark = 0; mark < MARKS; mark++) {
        const bit = (first + mark * step) % BITS;
        const at = bit >> 3;
        const before = Number(bits[at]);
        isSeen &&= (before & (1 << (bit & 7))) !== 0;
        bits[at] = before | (1 << (bit & 7));
      }
      return isSeen;
    },
  };
}

/** FNV-1a of a text, from one of several beginnings. */
function hashOf(text: string, beginning: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(beginning, 0x9e3779b9);
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
