import { valuesOf, type ValuesOf } from "../../state/fields";
import { taskFields, type fields } from "./fields";

export type TaskSettings = ValuesOf<typeof taskFields>;
export type Settings = ValuesOf<typeof fields>;
export type DataName = Settings["data"];
export type Speed = Settings["speed"];
export type View = Settings["view"];

/** Of the settings, those that training follows from. */
export const taskSettingsOf = (settings: TaskSettings): TaskSettings =>
  valuesOf(taskFields, settings);
