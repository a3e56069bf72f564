/**
 * The door for other sites: `<script type="module" src="https://HOST/embed.js"></script>` defines
 * `<nangdok-player>`. docs/embed.md tells what it can do.
 */

import { NangdokPlayer } from "./web/embed/element.js";
import { takeHeights, tellHeight } from "./web/embed/height.js";
import { SERVICE } from "./web/embed/service.js";

if (!customElements.get("nangdok-player")) customElements.define("nangdok-player", NangdokPlayer);

if (document.documentElement.dataset.frame !== undefined) tellHeight();
else takeHeights(SERVICE.origin);
