// What the assembler shows below its questions: which clauses and why, the blanks, the files.
import { _, ngettext } from "./language.js";
import { Button } from "./parts.js";
import { html } from "./view.js";

/** Everything below the questions; `acts` are called by fields and buttons. */
export function Assembled({ groups, forms, needs, root, state, acts }) {
  const count = groups.reduce((sum, { held }) => sum + held.length, 0);
  const open = forms.reduce((sum, { asked }) => sum + openIn(asked, state), 0);
  return html`
    <h2 id="your-contract">${_("Your contract")}</h2>
    <p role="status">
      ${ngettext("It has {n} clause.", "It has {n} clauses.", count)}${" "}
      ${ngettext("{n} blank is still open.", "{n} blanks are still open.", open)}
    </p>
    <${Files} state=${state} acts=${acts} />
    <details>
      <summary>${_("Which clauses, and why")}</summary>
      ${groups.map((group) => html`<${Group} key=${group.title} ...${group} needs=${needs} root=${root} />`)}
    </details>
    <h3 id="blanks">${_("Fill in the blanks")}</h3>
    <p class="maturity-buttons">
      <${Button} onClick=${acts.propose}>${_("Take our proposals")}<//>
      <${Button} onClick=${acts.forget}>${_("Empty all")}<//>
    </p>
    ${forms.map((form) => html`<${Form} key=${form.title} ...${form} state=${state} acts=${acts} />`)}`;
}

const openIn = (asked, { typed }) => [...asked.keys()].filter((name) => !typed[name]).length;

/** The blanks of one part of the contract; the names of both sides stand open. */
function Form({ title, asked, state, acts }) {
  const open = openIn(asked, state);
  const told = open ? ngettext("{n} open", "{n} open", open) : _("all filled in");
  const fields = html`<div class="contract-blanks">
    ${[...asked].map(
      ([name, proposal]) => html`
        <${Blank} key=${name} ...${{ name, proposal, value: state.typed[name] ?? "", acts }} />`,
    )}
  </div>`;
  if (!title) return fields;
  return html`<details class="contract-part">
    <summary>${title} <span class="where">(${told})</span></summary>
    ${fields}
  </details>`;
}

function Group({ title, held, needs, root }) {
  return html`
    <p class="label">${title}</p>
    <ul class="claims">
      ${held.map(
        ({ clause, why }) => html`
          <li key=${clause.id} data-clause=${clause.id}>
            <a href=${new URL(`clauses/${clause.id}/`, root).href}>${clause.title}</a>: ${needs[why]}
          </li>`,
      )}
    </ul>`;
}

function Blank({ name, proposal, value, acts }) {
  const id = `blank-${name.replace(/\W+/g, "-")}`;
  const label = name[0].toUpperCase() + name.slice(1);
  const help = proposal ? _("We propose {proposal}", { proposal }) : "";
  return html`
    <div>
      <label for=${id}>${label}</label>
      <input id=${id} value=${value} aria-describedby=${help && `${id}-help`}
        onInput=${(event) => acts.type(name, event.target.value)} />
      ${help && html`<small id=${`${id}-help`}>${help}</small>`}
    </div>`;
}

function Files({ state, acts }) {
  return html`
    <p class="maturity-buttons">
      <${Button} onClick=${() => acts.file("docx")}>${_("Save for Word (DOCX)")}<//>
      <${Button} onClick=${() => acts.file("odt")}>${_("Save for LibreOffice (ODT)")}<//>
      <${Button} onClick=${acts.markdown}>${_("Save as Markdown")}<//>
    </p>
    <p>
      <label>
        <input type="checkbox" checked=${state.comments} onChange=${(event) => acts.comments(event.target.checked)} />
        ${" "}${_("With our guidance as comments in the margin")}
      </label>
    </p>
    <p role="alert">${state.said}</p>`;
}
