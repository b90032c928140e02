/** What is used of it; the package has no types of its own. */
declare module 'saxen' {
  export interface SaxParser {
    on(
      event: 'openTag',
      told: (name: string, attributes: () => Readonly<Record<string, string>>) => void,
    ): this;
    on(event: 'text' | 'cdata' | 'closeTag', told: (text: string) => void): this;
    on(event: 'error', told: (error: Error) => void): this;
    parse(xml: string): void;
    stop(): this;
  }
  export const Parser: new () => SaxParser;
}
