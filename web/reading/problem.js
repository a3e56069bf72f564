/** What the server (or the way to it) refused, with a sentence to show. */
export class Problem extends Error {
  /** @param {string} code @param {string} detail @param {number} status */
  constructor(code, detail, status = 0) {
    super(detail);
    this.code = code;
    this.status = status;
  }
}
