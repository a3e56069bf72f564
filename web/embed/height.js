/**
 * A frame tells the page around it how tall it wants to be (`{nangdok: "height", height}`), and a page that has loaded
 * `embed.js` gives it that height.
 */

/** Inside the frame. */
export function tellHeight() {
  if (parent === window) return;
  const tell = () => parent.postMessage({ nangdok: "height", height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
  new ResizeObserver(tell).observe(document.body);
  tell();
}

/** Around the frames. @param {string} service whose frames they are */
export function takeHeights(service) {
  addEventListener("message", ({ data, origin, source }) => {
    if (data?.nangdok !== "height" || origin !== service || !(data.height > 0)) return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === source) frame.style.blockSize = `${Math.min(data.height, 4000)}px`;
    }
  });
}
