/** What the embedded player says, in Korean and English. It brings its words along, so that it needs no request more. */

const KOREAN = {
  player: "낭독 재생기: {title}",
  play: "듣기",
  pause: "멈춤",
  seek: "재생 위치",
  back: "15초 뒤로",
  on: "15초 앞으로",
  speed: "속도",
  transcript: "본문",
  page: "이 글 듣기",
  unwelcome: "이 글을 낭독에서 듣기",
  open: "낭독에서 열기",
  synthetic: "합성음",
  position: "{total} 중 {at}",
  hours: "{h}시간 {m}분 {s}초",
  minutes: "{m}분 {s}초",
  seconds: "{s}초",
  asking: "기사를 가져오는 중…",
  waiting: "다음 문장의 소리를 기다립니다.",
  broken: "연결이 끊겼습니다. 다시 연결하는 중입니다.",
  blocked: "브라우저가 소리를 막았습니다. 듣기를 눌러 주세요.",
  again: "다시 시도",
  "reading.unknown": "낭독을 찾을 수 없습니다.",
  "embed.src": "무엇을 읽을지 적혀 있지 않습니다.",
  "embed.unreachable": "낭독 서버에 닿지 못했습니다.",
  failed: "이 글을 소리로 만들지 못했습니다.",
  anchor: "앵커",
  reporter: "기자",
  report: "리포트",
  interview: "인터뷰",
  narrator: "해설",
  question: "질문",
  answer: "답변",
  sentence: "문장, 누르면 재생",
  playlist: "이어지는 글",
  download: "오디오 내려받기 (MP3)",
  other: "English",
  dock: "작은 재생기 닫기",
};

/** @type {Record<keyof typeof KOREAN, string>} */
const ENGLISH = {
  player: "Nangdok player: {title}",
  play: "Listen",
  pause: "Pause",
  seek: "Position",
  back: "Back 15 seconds",
  on: "Forward 15 seconds",
  speed: "Speed",
  transcript: "Transcript",
  page: "Listen to this article",
  unwelcome: "Listen to this article on Nangdok",
  open: "Open in Nangdok",
  synthetic: "Synthetic voices",
  position: "{at} of {total}",
  hours: "{h} h {m} min {s} s",
  minutes: "{m} min {s} s",
  seconds: "{s} s",
  asking: "Fetching the article…",
  waiting: "Waiting for the sound of the next sentence.",
  broken: "The connection was lost. Trying again.",
  blocked: "The browser has blocked the sound. Press Listen.",
  again: "Try again",
  "reading.unknown": "That reading can’t be found.",
  "embed.src": "No article is named here.",
  "embed.unreachable": "The Nangdok server could not be reached.",
  failed: "This article could not be read aloud.",
  anchor: "Anchor",
  reporter: "Reporter",
  report: "Report",
  interview: "Interview",
  narrator: "Narrator",
  question: "Question",
  answer: "Answer",
  sentence: "sentence, plays",
  playlist: "Playlist",
  download: "Download audio (MP3)",
  other: "한국어",
  dock: "Close the small player",
};

export const WORDS = { ko: KOREAN, en: ENGLISH };

/** @typedef {(key: string, values?: Record<string, string|number>) => string} Say */

/**
 * The words of a language; English where it has none.
 *
 * @param {string} language BCP 47 tag @returns {Say} an empty text for a key that there isn't
 */
export function wordsOf(language) {
  /** @type {Record<string, string>} */
  const words = language.toLowerCase().startsWith("ko") ? KOREAN : ENGLISH;
  return (key, values = {}) =>
    (words[key] ?? "").replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** A length of time as a screen reader should say it. @param {Say} say @param {number} ms */
export function spokenTime(say, ms) {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const parts = { h: Math.floor(seconds / 3600), m: Math.floor(seconds / 60) % 60, s: seconds % 60 };
  return say(parts.h > 0 ? "hours" : parts.m > 0 ? "minutes" : "seconds", parts);
}
