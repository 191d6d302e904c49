/** What the browser tells about the connection; most tell nothing. */
interface Connection {
  type?: string;
  saveData?: boolean;
}

const connection = () => (navigator as Navigator & { connection?: Connection }).connection;

/** Whether the reader has asked for as little traffic as possible. */
export const savesData = (): boolean => connection()?.saveData === true;

/** Whether traffic is known to cost nothing. Where the browser does not say, it may cost. */
export const isUnmetered = (): boolean =>
  !savesData() && ["wifi", "ethernet"].includes(connection()?.type ?? "unknown");
