import type { Control, Field, Fields } from "./fields";

/** A control, and the place of its value: "units[1]" is the second one of a tuple. */
export interface PlacedControl<Values> {
  place: string;
  name: keyof Values & string;
  index: number | undefined;
  control: Control;
}

/** Of all settings that have one, in the order of their declarations. */
export function controlsOf<Values>(fields: Fields<Values>): PlacedControl<Values>[] {
  const names = Object.keys(fields) as (keyof Values & string)[];
  return names.flatMap((name) => {
    const { control, items } = fields[name] as Field<unknown>;
    return [
      ...(control ? [{ place: name, name, index: undefined, control }] : []),
      ...(items ?? []).flatMap(({ control }, index) =>
        control ? [{ place: `${name}[${index}]`, name, index, control }] : [],
      ),
    ];
  });
}
