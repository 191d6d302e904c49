import { openLesson } from "./lesson/open";

await openLesson();
