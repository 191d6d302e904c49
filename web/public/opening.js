// Not a module: says why those may not be fetched here.
addEventListener(
  "error",
  ({ target }) => {
    if (target.tagName !== "SCRIPT" || origin !== "null") return;
    const words = document.getElementById(
      location.protocol === "file:" ? "from-disk" : "in-sandbox",
    );
    if (!words) return;
    document.getElementById("opening").hidden = true;
    words.hidden = false;
    words.role = "alert";
  },
  true,
);
