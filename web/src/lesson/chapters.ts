import type { FigureName } from "../figures/names";
import { text } from "../text";

/** Most are about the figure of that name. */
export type SectionName = FigureName | "card";

export interface Chapter {
  name: keyof typeof text.chapters;
  /** What stands on its unit of the rail. */
  mark: string;
  /** Its sections' names, in order. */
  sections: readonly SectionName[];
}

const numbered = (
  [
    ["opening", ["hook"]],
    ["why", ["why"]],
    ["coins", ["subnetworks", "counts"]],
    ["loud", ["test-time"]],
    ["scaling", ["scaling", "layer"]],
    ["million", ["four-subnetworks", "averages"]],
    ["learning", ["gradients"]],
    ["help", ["training", "sweep"]],
    ["card", ["card"]],
  ] as const
).map(([name, sections], number): Chapter => ({ name, mark: String(number), sections }));

/** The path of the lesson, in order; none of the last one is needed before. */
export const chapters: readonly Chapter[] = [
  ...numbered,
  { name: "further", mark: "A", sections: ["trained-averages", "uncertainty"] },
];

/** Of the path, without what comes after it. */
export const pathMinutes = numbered.reduce((sum, { name }) => sum + text.chapters[name].minutes, 0);

/** The opening's included, in order. */
export const sectionNames = chapters.flatMap(({ sections }) => sections);

/** The one that begins with this section. */
export const chapterBeginningWith = (section: string): Chapter | undefined =>
  chapters.find(({ sections }) => sections[0] === section);

/** The id of a section's heading, which addresses end in. */
export const headingId = (section: string): string => `${section}-question`;

/** The id of the heading that a chapter begins with. */
export const startOf = ({ sections }: Chapter): string => headingId(sections[0]!);
