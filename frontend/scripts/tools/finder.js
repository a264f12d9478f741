// The pathway finder: answers in, a route out. Nothing leaves the browser.
import { onAddress, readAddress, writeAddress } from "../address.js";
import { data, root } from "../data.js";
import { h, save } from "../dom.js";
import { withIndex } from "../links.js";
import { answersFrom, nameOf, planCsv, planMarkdown } from "../plan.js";
import { showPlan } from "../plan-page.js";
import { forgetProfile, keepProfile, profile } from "../profile.js";
import { route } from "../pure/route.js";

const form = document.querySelector("[data-tool=finder]");
const place = document.querySelector("[data-finder-result]");

async function start() {
  const [known, knowledge] = await Promise.all([data("profile"), data("route")]);
  const { questions, cities } = known;
  let from = "";

  const status = h("p", { role: "status", class: "finder-status" });
  const select = h(
    "select",
    { id: "start-city" },
    h("option", { value: "" }, "choose a city"),
    cities
      .filter((city) => Object.keys(city.answers).length)
      .map((city) => h("option", { value: city.id }, city.title)),
  );
  const fill = h("button", { type: "button", class: "button" }, "Fill in its answers");
  const forget = h("button", { type: "button", class: "button" }, "Forget my answers");
  const show = h("button", { type: "submit", class: "button button-main" }, "Show our road");

  form
    .querySelector("[data-finder-start]")
    .append(
      h(
        "div",
        { class: "finder-start" },
        h("label", { for: "start-city" }, "Start from a city we know something about"),
        select,
        fill,
      ),
    );
  form.querySelector("[data-finder-bar]").append(status, show, forget);

  const chosen = () => answersFrom(new FormData(form), questions);
  const inputs = [...form.querySelectorAll("input")];

  function set(answers) {
    for (const input of inputs) {
      const ids = answers[input.name] ?? [];
      input.checked = input.value !== "" && ids.includes(input.value);
    }
  }

  function tell() {
    const count = Object.keys(chosen()).length;
    status.textContent =
      count === 0 ? "No question answered yet." : `${count} of ${questions.length} questions answered.`;
  }

  function keep() {
    const answers = chosen();
    keepProfile(answers);
    const values = Object.fromEntries(Object.entries(answers).map(([id, ids]) => [id, ids.join(",")]));
    writeAddress({ ...values, city: from });
    tell();
  }

  function draw() {
    const answers = chosen();
    if (!Object.keys(answers).length) {
      place.replaceChildren();
      return null;
    }
    const found = route(knowledge, known, answers, from);
    const link = (url) => withFile(new URL(url, root).href);
    const city = nameOf(cities, from);
    const plan = showPlan({ found, known, knowledge, answers, city, link });
    plan.querySelector("[data-plan-print]").addEventListener("click", () => print());
    plan.querySelector("[data-plan-markdown]").addEventListener("click", () => {
      save("our-plan.md", "text/markdown", planMarkdown(place));
    });
    plan.querySelector("[data-plan-csv]").addEventListener("click", () => {
      save("our-plan.csv", "text/csv", planCsv({ found, knowledge, known, link }));
    });
    place.replaceChildren(plan);
    return found;
  }

  form.addEventListener("change", (event) => {
    if (event.target === select) return;
    from = "";
    keep();
    draw();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const found = draw();
    if (!found) {
      status.textContent = "Answer at least one question; the more you answer, the better the road.";
      inputs[0].focus();
      return;
    }
    place.querySelector("h2").focus();
  });
  fill.addEventListener("click", () => {
    const city = cities.find((one) => one.id === select.value);
    if (!city) {
      status.textContent = "Choose a city first.";
      return;
    }
    from = city.id;
    set(city.answers);
    keep();
    draw();
    const count = Object.keys(city.answers).length;
    status.textContent = `${city.title}: ${count} of ${questions.length} questions are answered from sources. Answer the others yourself.`;
  });
  forget.addEventListener("click", () => {
    from = "";
    select.value = "";
    set({});
    forgetProfile();
    writeAddress({});
    place.replaceChildren();
    status.textContent = "Your answers are forgotten, here and on this device.";
  });

  function restore() {
    const said = readAddress();
    const given = Object.fromEntries(questions.map((q) => [q.id, (said[q.id] ?? "").split(",").filter(Boolean)]));
    const shared = Object.values(given).some((ids) => ids.length);
    from = shared && cities.some((city) => city.id === said.city) ? said.city : "";
    select.value = from;
    set(shared ? given : profile());
    tell();
    draw();
  }
  onAddress(restore);
  restore();
}

const withFile = (address) => (location.protocol === "file:" ? withIndex(address) : address);

if (form && place) {
  start().catch(() => {
    place.replaceChildren(
      h(
        "p",
        { class: "notice", role: "alert" },
        "The finder could not be loaded. The tables below hold the same rules.",
      ),
    );
  });
}
