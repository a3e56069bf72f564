/**
 * Looks whether a site's own colours can be read (WCAG 2.2, 1.4.3 and 1.4.11), and takes black or white where they can't.
 *
 * @typedef {{what: string, ratio: number, wanted: number, instead: string}} Weak
 */

/** @type {[string, string, string, number][]} what it is, the two custom properties inside the player, the contrast */
const PAIRS = [
  ["--nangdok-color", "--ink", "--ground", 4.5],
  ["--nangdok-quiet", "--quiet", "--ground", 4.5],
  ["--nangdok-on-accent", "--on-accent", "--accent", 4.5],
  ["--nangdok-mark-color", "--mark-ink", "--mark", 4.5],
];

/**
 * @param {HTMLElement} player inside the shadow tree, where the properties are set
 * @returns {Weak[]} what was too weak, with what is shown instead
 */
export function mendContrast(player) {
  const probe = document.createElement("span");
  probe.hidden = true;
  player.append(probe);
  for (const [, text] of PAIRS) player.style.removeProperty(text);
  /** @type {Weak[]} */
  const weak = [];
  for (const [what, text, ground, wanted] of PAIRS) {
    const behind = colourOf(probe, ground);
    const before = colourOf(probe, text);
    if (!behind || !before) continue;
    const ratio = contrast(before, behind);
    if (ratio >= wanted) continue;
    const instead = contrast([0, 0, 0], behind) > contrast([255, 255, 255], behind) ? "#000" : "#fff";
    player.style.setProperty(text, instead);
    // the marked sentence's colour was derived from it further out and would stay
    if (text === "--ink" && !ownColour(player, "--nangdok-mark-color")) player.style.setProperty("--mark-ink", instead);
    weak.push({ what, ratio: Math.round(ratio * 100) / 100, wanted, instead });
  }
  probe.remove();
  return weak;
}

/** Whether a site has set a property. @param {HTMLElement} player @param {string} property */
function ownColour(player, property) {
  return getComputedStyle(player).getPropertyValue(property).trim() !== "";
}

/** The colour that a property comes to. @param {HTMLElement} probe @param {string} property @returns {number[]|null} red, green, blue */
function colourOf(probe, property) {
  probe.style.color = `var(${property})`;
  const found = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(getComputedStyle(probe).color);
  return found ? found.slice(1, 4).map(Number) : null;
}

/** @param {number[]} one @param {number[]} other */
export function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {number[]} colour */
function luminance(colour) {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
