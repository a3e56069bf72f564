/** The embedded player's looks. Sites change them by the custom properties, its `theme`, and `::part()`. */
export const STYLE = `
:host {
  display: block;
  box-sizing: border-box;
  container-type: inline-size;
}
/* the page's own rules for the element may win over :host; nothing that is inherited comes further than here */
.shell {
  all: initial;
  color-scheme: inherit;
  display: block;
  font: 1rem/1.5 var(--nangdok-font, system-ui, -apple-system, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR", sans-serif);
  --ground: var(--nangdok-background, light-dark(#fff, #1f2024));
  --ink: var(--nangdok-color, light-dark(#1e1c19, #e9e5dc));
  --quiet: var(--nangdok-quiet, light-dark(#5d574d, #aaa396));
  --accent: var(--nangdok-accent, light-dark(#a3281c, #f09a8c));
  --on-accent: var(--nangdok-on-accent, light-dark(#fffdf8, #2a0d08));
  --edge: var(--nangdok-border, light-dark(#857d6f, #8a857b));
  --mark: var(--nangdok-mark, light-dark(#fbe7ac, #4a3e17));
  --mark-ink: var(--nangdok-mark-color, var(--ink));
  word-break: keep-all;
  overflow-wrap: anywhere;
}
:host([hidden]) { display: none; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
:host([theme="auto"]) { color-scheme: light dark; }
[hidden] { display: none !important; }
* { box-sizing: border-box; margin: 0; }
.player {
  display: grid;
  grid-template-columns: auto minmax(0, 1fr) auto;
  grid-template-areas: "play title title" "play seek seek" "play now tools" "list list list" "text text text" "foot foot foot";
  column-gap: .9rem;
  align-items: center;
  padding: .75rem .9rem;
  background: var(--ground);
  color: var(--ink);
  border: 1px solid var(--edge);
  border-radius: var(--nangdok-radius, 6px);
}
.play { grid-area: play; inline-size: 56px; block-size: 56px; border: 0; border-radius: 50%; background: var(--accent); color: var(--on-accent); }
.title { grid-area: title; font-weight: 600; line-height: 1.4; }
.seek { grid-area: seek; inline-size: 100%; min-block-size: 44px; margin: 0; accent-color: var(--accent); cursor: pointer; }
.now { grid-area: now; display: flex; flex-wrap: wrap; column-gap: .6rem; color: var(--quiet); font-size: .9rem; }
.speaker { color: var(--ink); font-weight: 600; }
.time { font-variant-numeric: tabular-nums; }
.tools { grid-area: tools; display: flex; align-items: center; gap: .1rem; }
button { display: inline-grid; place-items: center; padding: 0; font: inherit; color: inherit; cursor: pointer; }
.tool { inline-size: 44px; block-size: 44px; background: transparent; border: 0; border-radius: 50%; }
.tool:hover { color: var(--accent); }
.play[aria-busy="true"] svg { opacity: .55; }
svg { inline-size: 24px; block-size: 24px; display: block; }
select { min-block-size: 44px; font: inherit; font-size: .9rem; color: inherit; background: var(--ground); border: 1px solid var(--edge); border-radius: 4px; }
.text { grid-area: text; }
summary { min-block-size: 44px; padding-block: .6rem; cursor: pointer; color: var(--quiet); font-size: .9rem; }
.scroll { max-block-size: 22rem; overflow: auto; border-block-start: 1px solid var(--edge); line-height: 1.8; padding-block-end: .5rem; }
.who { font-size: .9rem; font-weight: 600; margin-block-start: .8rem; color: var(--quiet); }
.sentence { cursor: pointer; border-radius: 2px; }
.sentence:hover { text-decoration: underline; text-underline-offset: .25em; }
.sentence[aria-current] { background: var(--mark); color: var(--mark-ink); }
.dock { display: none; }
.list { grid-area: list; margin: 0; padding: 0; list-style: none; }
.list button { inline-size: 100%; min-block-size: 44px; padding: .3rem 0; text-align: start; place-items: center start; background: none; border: 0; border-block-start: 1px solid var(--edge); overflow-wrap: anywhere; }
.list [aria-current] { font-weight: 600; color: var(--accent-ink, inherit); }
.player.floating { position: fixed; inset: auto max(.5rem, env(safe-area-inset-right)) max(.5rem, env(safe-area-inset-bottom)) auto; z-index: 2147483000; inline-size: min(26rem, calc(100vw - 1rem)); grid-template-columns: auto minmax(0, 1fr) auto; grid-template-areas: "play title dock" "play seek seek"; padding: .4rem .6rem; box-shadow: 0 2px 12px rgb(0 0 0 / 30%); }
.player.floating :is(.now, .tools, .text, .list, .foot) { display: none; }
.player.floating .title { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.player.floating .dock { display: inline-grid; grid-area: dock; }
.player.floating .play { inline-size: 48px; block-size: 48px; }
@media print { .player.floating { display: none; } }
.foot { grid-area: foot; display: flex; flex-wrap: wrap; align-items: center; column-gap: .8rem; color: var(--quiet); font-size: .85rem; }
.status { flex: 1 1 auto; }
.status:empty { display: none; }
a, .again { display: inline-flex; align-items: center; min-block-size: 44px; color: inherit; text-decoration: underline; text-underline-offset: .2em; }
.again { background: none; border: 0; }
.plain { display: inline-flex; padding: 0 .2rem; color: LinkText; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
:host([compact]) .player { grid-template-areas: "play seek now" "foot foot foot"; padding: .3rem .6rem; }
:host([compact]) .play { inline-size: 44px; block-size: 44px; }
:host([compact]) :is(.title, .tools, .text, .list, .speaker, .synthetic, .link) { display: none; }
@container (max-width: 26rem) {
  .player:not(.floating) { grid-template-columns: auto minmax(0, 1fr); grid-template-areas: "play title" "seek seek" "now now" "tools tools" "list list" "text text" "foot foot"; }
  .tools { justify-content: space-between; }
  :host([compact]) .player { grid-template-columns: auto minmax(0, 1fr) auto; }
}
@media (forced-colors: active) {
  .play { border: 2px solid ButtonText; background: ButtonFace; color: ButtonText; }
  .sentence[aria-current] { outline: 2px solid Highlight; }
}
`;
