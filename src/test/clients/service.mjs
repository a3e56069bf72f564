// Where the service under test is, and the packages of its clients, which .ci/run puts into target/node_modules.
import { createRequire } from "node:module";

export const service = process.env.NANGDOK_SERVICE ?? "http://localhost:8080";
export const key = process.env.NANGDOK_KEY ?? "none";
export const packages = createRequire(new URL("../../../target/", import.meta.url));

export const KOREAN = "강변 공원에 나무를 심었습니다. 시민 백 명이 모였습니다.";
export const ENGLISH = "The library opens at nine tomorrow. Everybody may come and read there.";
export const FRENCH =
  "Mardi, les habitants de la ville sont venus dans le parc et ils ont planté des arbres avec les enfants de l'école.";
