// A program of somebody else: everything that it knows of the service comes from the types that were made of
// /openapi.json. It has an article read, puts it into a podcast and hears the feed.
import createClient from "openapi-fetch";
import type { components, paths } from "./nangdok.js";

declare const process: { argv: string[] };

const address = process.argv[2];
if (!address) throw new Error("The service's address is missing.");
const client = createClient<paths>({ baseUrl: address });

const status = await client.GET("/api/status");
if (!status.data?.ready) throw new Error("It isn't ready.");

const asked: components["schemas"]["Wanted"] = { text: "A ferry sails\n\nThe ferry sails to the island again.", language: "en" };
const made = await client.POST("/api/readings", { body: asked });
if (!made.data) throw new Error(JSON.stringify(made.error));
const id = made.data.id;

const sound = await client.GET("/api/readings/{id}/audio.mp3", { params: { path: { id } }, parseAs: "arrayBuffer" });
const bytes = (sound.data as unknown as ArrayBuffer).byteLength;

const feed = await client.POST("/api/feeds/{name}/entries", { params: { path: { name: "mine" } }, body: { reading: id } });
if (!feed.data) throw new Error(JSON.stringify(feed.error));

const refused = await client.POST("/api/readings", { body: { text: "" } });
const code: string | undefined = refused.error?.code;

console.log(JSON.stringify({ id, bytes, address: feed.data.address, personal: feed.data.personal, code }));
