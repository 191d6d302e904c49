/** The page in one file, which has the core inside. */
import { openLesson } from "./open";

void openLesson();
