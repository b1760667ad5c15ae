// Guides an editor from the year to the day, and shows how the date will read while it is typed.
(() => {
  const SIMPLE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%])?$/;
  const PREVIEWED = /^(start|end|duration|actual_date|temporal_mode|end_state|starts_open)/;

  const edtfOf = ({ year, month, day, doubt }) => {
    if (!year.value.trim()) return "";
    const numbers = [year.value.trim().padStart(4, "0")];
    if (month.value) numbers.push(month.value);
    if (month.value && day.value.trim()) numbers.push(day.value.trim().padStart(2, "0"));
    return numbers.join("-") + doubt.value;
  };

  function guide(control) {
    const raw = control.querySelector("details input");
    const guided = control.querySelector("fieldset");
    const parts = Object.fromEntries(
      [...guided.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part]),
    );

    const show = () => {
      const text = raw.value.trim();
      const found = text.match(SIMPLE);
      const [, year = "", month = "", day = "", doubt = ""] = found || [];
      Object.assign(parts.year, { value: year });
      Object.assign(parts.month, { value: month });
      Object.assign(parts.day, { value: day });
      Object.assign(parts.doubt, { value: doubt });
      guided.querySelector(".timelines-date__more").hidden = !text || Boolean(found);
      follow();
    };
    // A day needs its month, a month its year: what cannot be said yet cannot be chosen.
    const follow = () => {
      parts.month.disabled = parts.doubt.disabled = !parts.year.value.trim();
      parts.day.disabled = parts.month.disabled || !parts.month.value;
      if (parts.month.disabled) parts.month.value = parts.doubt.value = "";
      if (parts.day.disabled) parts.day.value = "";
    };

    guided.addEventListener("input", (event) => {
      event.stopPropagation();
      follow();
      raw.value = edtfOf(parts);
      guided.querySelector(".timelines-date__more").hidden = true;
      raw.dispatchEvent(new Event("change", { bubbles: true }));
    });
    raw.addEventListener("input", show);
    guided.hidden = false;
    show();
    // What the fields cannot say stays in sight.
    control.querySelector("details").open = raw.value.trim() !== "" && !SIMPLE.test(raw.value.trim());
  }

  function preview(panel) {
    const form = panel.closest("form");
    let latest = 0;
    let waiting;

    const tell = ({ labels = [], errors = [] }) => {
      const entries = labels.flatMap(({ language, name, label }) => {
        const term = Object.assign(document.createElement("dt"), { textContent: name });
        const words = Object.assign(document.createElement("dd"), { textContent: label, lang: language });
        return [term, words];
      });
      panel.querySelector("dl").replaceChildren(...entries);
      panel.querySelector(".timelines-preview__error").textContent = errors.join(" ");
    };
    const ask = async () => {
      const turn = ++latest;
      const typed = [...new FormData(form)].filter(([name]) => PREVIEWED.test(name));
      try {
        const answer = await fetch(`${panel.dataset.timelinesPreview}?${new URLSearchParams(typed)}`);
        if (!answer.ok) throw new Error(answer.statusText);
        const told = await answer.json();
        if (turn === latest) tell(told);
      } catch {
        if (turn === latest) tell({ errors: [panel.dataset.failed] });
      }
    };
    const soon = ({ target }) => {
      if (!PREVIEWED.test(target.name || "")) return;
      clearTimeout(waiting);
      waiting = setTimeout(ask, 250);
    };

    panel.hidden = false;
    form.addEventListener("input", soon);
    form.addEventListener("change", soon);
    ask();
  }

  const start = () => {
    document.querySelectorAll("[data-timelines-date]").forEach(guide);
    document.querySelectorAll("[data-timelines-preview]").forEach(preview);
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
