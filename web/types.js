/**
 * The shapes that the server and the page exchange. Nothing runs here.
 *
 * @typedef {object} Mark a word as it is spoken
 * @property {number} start milliseconds from the start of the sentence
 * @property {number} end milliseconds from the start of the sentence
 * @property {number} from first UTF-16 unit in the sentence's text
 * @property {number} to one past the last UTF-16 unit
 *
 * @typedef {"waiting"|"ready"|"skipped"} SentenceState
 *
 * @typedef {object} Sentence the smallest thing that is spoken, one clip of sound
 * @property {number} index position in the whole article, from 0
 * @property {string} text
 * @property {number} paragraph number of the line it stands in
 * @property {SentenceState} state
 * @property {string|null} clip address of its sound
 * @property {number|null} startMs where it starts in the whole sound
 * @property {number|null} durationMs
 * @property {number} pauseMs silence after it
 * @property {Mark[]|null} marks
 * @property {string|null} problem why it was skipped
 *
 * @typedef {object} Turn what one speaker says without a break
 * @property {number} index
 * @property {string} speaker role: anchor, reporter, report, interview, narrator, question, answer
 * @property {string|null} name
 * @property {string|null} title
 * @property {string|null} style
 * @property {string|null} gender
 * @property {string|null} person the same for every turn of one person
 * @property {{id: string, name: string}|null} voice
 * @property {Sentence[]} sentences
 *
 * @typedef {object} Dropped a line of the page that isn't read
 * @property {number} line
 * @property {string} text
 * @property {string} reason
 *
 * @typedef {object} Reading one article and how far its sound is made
 * @property {string} id
 * @property {"prepared"|"speaking"|"complete"|"failed"} state
 * @property {string} title
 * @property {string|null} url
 * @property {string|null} site
 * @property {string|null} byline
 * @property {string|null} published
 * @property {string|null} language
 * @property {number} durationMs
 * @property {{done: number, total: number, skipped: number}} progress
 * @property {string} audio
 * @property {string} page
 * @property {Turn[]} turns
 * @property {Dropped[]} dropped
 * @property {Dropped[]} [unspoken] parts of sentences that aren’t heard
 * @property {string[]} credits
 * @property {boolean} held whether it waits until natural voices can keep up
 * @property {string[]} warnings
 * @property {string|null} [part] the address of the part of a work that it is, where the page knows it
 * @property {WaitingPart[]} [rest] what follows it in its work, when it was just made
 * @property {number|null} [confidence] how sure it is who speaks; none where that is given
 *
 * @typedef {object} WaitingPart a part of a work that is to be heard later
 * @property {string|null} id its reading, once it is planned
 * @property {string} url its address
 * @property {string} title
 *
 * @typedef {object} Hypothesis a reading of the whole document
 * @property {string} reading
 * @property {number} score plain text scores 0
 * @property {Record<string, number>} signs
 *
 * @typedef {object} Explanation why these people speak
 * @property {string} reading
 * @property {number} confidence
 * @property {Hypothesis[]} hypotheses the best first
 * @property {{line: number, text: string, rule: string, outcome: string}[]} lines
 *
 * @typedef {object} Voice
 * @property {string} id
 * @property {string} name
 * @property {string} engine
 * @property {string} language
 * @property {string} gender
 * @property {string} licence
 * @property {string} source
 * @property {boolean} installed
 * @property {boolean} ready
 * @property {boolean} natural whether a pack brings it
 *
 * @typedef {object} Place a point in the article, whatever sound is loaded
 * @property {number} index sentence
 * @property {number} offset milliseconds from its start
 */

export {};
