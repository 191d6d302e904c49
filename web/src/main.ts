import { openLesson } from "./lesson/open";
import { idle } from "./lesson/idle";
import { noticeMissingParts, sayWhetherOlder } from "./offline/updates.svelte";

noticeMissingParts();
sayWhetherOlder();
void openLesson().then(async ({ whole }) => {
  // In somebody else's page a figure keeps nothing.
  if (!import.meta.env.PROD || !navigator.serviceWorker || window !== parent) return;
  await idle();
  const { keepOffline } = await import("./offline/keep");
  await keepOffline(whole);
});
