import { openLesson } from "./lesson/open";
import { keepOffline } from "./offline/updates.svelte";

await openLesson();
// In somebody else's page a figure keeps nothing.
if (window === parent) await keepOffline();
