export { type Profile, profileOf } from "./profile.ts";
