// Only in the preview: load the page again as soon as something that it may be made from was saved.
(() => {
  const { state } = document.currentScript.dataset;
  const later = (time) => new Promise((done) => setTimeout(done, time));
  const shown = () =>
    new Promise((done) => {
      if (!document.hidden) done();
      else document.addEventListener("visibilitychange", done, { once: true });
    });

  async function changed() {
    try {
      const answer = await fetch(`/-/state?known=${state}`);
      return answer.ok && (await answer.text()) !== state;
    } catch {
      await later(200);
      return false;
    }
  }

  async function watch() {
    do await shown();
    while (!(await changed()));
    location.reload();
  }

  watch();
})();
