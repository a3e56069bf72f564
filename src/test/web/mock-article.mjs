/** A broadcast article of our own, cut into turns as the server would. */

let counter = 0;

/** @param {string} text one paragraph a line */
export function turnsOf(text) {
  counter = 0;
  return [turn(0, "narrator", {}, text.split("\n").filter((line) => line.trim() !== ""), 0)];
}

function turn(index, speaker, about, lines, firstLine) {
  return {
    index,
    speaker,
    name: null,
    title: null,
    style: null,
    gender: null,
    person: null,
    voice: { id: `tone-${speaker}`, name: `Tone ${speaker}` },
    ...about,
    sentences: lines.flatMap((line, i) => sentencesOf(line).map((sentence) => ({
      index: counter++,
      text: sentence,
      paragraph: firstLine + i,
      state: "waiting",
      clip: null,
      startMs: null,
      durationMs: null,
      pauseMs: 432,
      marks: null,
      problem: null,
    }))),
  };
}

function sentencesOf(line) {
  return line.match(/[^.!?]+[.!?]+["”’]?|[^.!?]+$/g)?.map((s) => s.trim()).filter(Boolean) ?? [line];
}

const REPORTER = { name: "한도윤", title: "기자", person: "한도윤/기자" };

export const SAMPLE = {
  title: "골목 도서관이 밤에도 불을 켭니다",
  url: null,
  site: "낭독 예시",
  byline: "한도윤 기자",
  published: "2026-11-20T19:10:00+09:00",
  turns: [
    turn(0, "anchor", {}, ["동네 도서관 열두 곳이 다음 달부터 밤 열 시까지 문을 엽니다.",
      "퇴근길에 책을 빌리고 싶다는 주민들의 바람이 이루어진 건데요. 현장에 나가 있는 기자 연결합니다. 한도윤 기자, 그곳 분위기 어떻습니까?"], 1),
    turn(1, "reporter", { ...REPORTER, style: "live" }, ["네, 저는 지금 새별마을 도서관 앞에 나와 있습니다.",
      "저녁 여덟 시가 지났지만 열람실 자리는 절반 넘게 차 있습니다. 시범 운영 석 달 동안 저녁에 찾은 사람만 4,300명입니다."], 4),
    turn(2, "interview", { name: "오세라", title: "새별마을 주민", person: "오세라" }, ["일 끝나고 오면 늘 닫혀 있었거든요. 이제는 아이랑 같이 와서 한 시간씩 읽고 가요."], 6),
    turn(3, "report", { ...REPORTER, style: "package" }, ["도서관은 문 여는 시간을 두 시간 늘리고 사서 여덟 명을 새로 뽑았습니다.",
      "늦게까지 일하는 사람을 위해 무인 대출기도 들여놓았습니다. 예산은 한 해 3억 6천만 원입니다."], 7),
    turn(4, "interview", { name: "문재하", title: "새별시 도서관정책팀장", person: "문재하" }, ["이용자가 많은 곳부터 먼저 늘리고, 내년 봄까지 스물네 곳 모두로 넓힐 계획입니다."], 9),
    turn(5, "report", { ...REPORTER, style: "package" }, ["다만 밤 시간 안전을 지킬 사람을 구하는 일은 숙제로 남았습니다.", "낭독뉴스 한도윤입니다."], 10),
  ],
  dropped: [
    { line: 0, text: "골목 도서관이 밤에도 불을 켭니다", reason: "title" },
    { line: 12, text: "Copyright 낭독뉴스. 무단 전재 금지", reason: "copyright" },
  ],
  credits: ["촬영기자: 백이든"],
  warnings: [],
};
