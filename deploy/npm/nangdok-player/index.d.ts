/** How far an article was heard; each is told once. */
export type HeardEvent = "start" | "quarter" | "half" | "three-quarters" | "complete";

/** A custom property whose contrast was too weak, and what is shown instead. */
export interface WeakColour {
  what: string;
  ratio: number;
  wanted: number;
  instead: string;
}

/** What the events of a player bring as `detail`. They bubble. */
export interface NangdokEventDetails {
  ready: { id: string; title: string; duration: number };
  play: undefined;
  pause: undefined;
  seek: { time: number };
  sentence: { index: number; text: string; start: number };
  speaker: { role: string; name: string | null; title: string | null };
  heard: { event: HeardEvent; id: string };
  entry: { index: number; src: string | null };
  contrast: { colours: WeakColour[] };
  ended: undefined;
  problem: { code: string; message: string };
}

export interface NangdokReading {
  id: string;
  title: string;
  state: "prepared" | "speaking" | "complete" | "failed";
  language: string | null;
  url: string | null;
  audio: string;
  page: string;
  durationMs: number;
}

/** `<nangdok-player>`. Its attributes are told in the service's documentation. */
export interface NangdokPlayer extends HTMLElement {
  play(): Promise<void>;
  pause(): void;
  toggle(): void;
  seek(seconds: number): void;
  step(unit: "sentence" | "paragraph" | "speaker", direction: 1 | -1): void;
  next(): void;
  previous(): void;
  readonly paused: boolean;
  readonly duration: number;
  readonly reading: NangdokReading | null;
  readonly found: number;
  readonly playlist: { items: { src: string; title: string }[]; index: number };
  currentTime: number;
  playbackRate: number;
  volume: number;
}

export function loadNangdokPlayer(service: string | URL): Promise<CustomElementConstructor>;

declare global {
  interface HTMLElementTagNameMap {
    "nangdok-player": NangdokPlayer;
  }
}
