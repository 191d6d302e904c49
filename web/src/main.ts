import { openLesson } from "./lesson/open";
import { keepOffline, noticeMissingParts } from "./offline/updates.svelte";

noticeMissingParts();
void openLesson().then(async () => {
  // All of it is fetched for that: for those who read it. In somebody else's page a figure keeps
  // nothing.
  if (window === parent) await keepOffline();
});
