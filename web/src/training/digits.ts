let digits: Promise<Uint8Array> | undefined;

/** 41 bytes for each digit (see web/data/README.md); fetched once, unless that fails. */
export function fetchDigits(): Promise<Uint8Array> {
  digits ??= fetchBytes(new URL("../../data/digits.bin", import.meta.url));
  digits.catch(() => (digits = undefined));
  return digits;
}

async function fetchBytes(address: URL): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the digits could not be fetched: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
