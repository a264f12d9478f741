// The file that comes out, shown while one writes, and the doors by which it can be sent.
import { h, save } from "../dom.js";
import { _, ngettext, number } from "../language.js";
import { doors, MOST_BYTES } from "../pure/doors.js";

const Button = (onclick, ...words) => h("button", { type: "button", class: "button", onclick }, ...words);

/** A way to send the file: what one presses, and what happens then. */
function door(pressed) {
  const told = h("span", {});
  return { line: h("li", { hidden: true }, pressed, " ", told), pressed, told };
}

const outside = (onclick) => door(h("a", { class: "button", target: "_blank", rel: "noopener noreferrer", onclick }));

/** Copy a text; where a page may not, mark it, so that the keys for copying do. */
async function copied(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return _("Copied.");
  } catch {
    getSelection().selectAllChildren(shown);
    return _("Marked: now copy it with the keys of your computer (Ctrl+C).");
  }
}

export class Outcome {
  /** `check()` tells all that is wrong, `forget()` empties the form, `settle()` takes in the last words. */
  constructor(contact, known, { check, forget, renamed, settle }) {
    this.settle = settle;
    this.contact = contact;
    this.known = known;
    this.file = h("code", {});
    this.status = h("p", { role: "status", class: "form-status" });
    this.told = h("p", { role: "status", class: "form-told" });
    this.name = h("input", { id: "form-file", type: "text", "aria-describedby": "form-file-help", oninput: renamed });
    this.name.readOnly = Boolean(known);
    this.element = h(
      "section",
      { class: "form-outcome", "aria-labelledby": "your-file" },
      h("h2", { id: "your-file" }, _("Your file")),
      this.fileName(),
      h("p", { class: "form-check" }, Button(check, _("Check")), " ", Button(forget, _("Forget what I wrote"))),
      this.status,
      h("pre", { tabindex: "0", role: "region", "aria-label": _("The text of your file") }, this.file),
      h("h2", { id: "send-it" }, _("Send it")),
      h("p", {}, _("Each of these ways is as good as the others. Nothing leaves your browser before you choose one.")),
      h("ul", { class: "form-doors" }, this.everyDoor()),
      this.told,
    );
  }

  fileName() {
    const help = _("What and where, such as smart-bins-bruges. It becomes the address of the page and never changes.");
    return h(
      "div",
      { class: "field", "data-file-name": true, "data-label": _("Name of the file") },
      h("label", { for: "form-file" }, _("Name of the file")),
      h("p", { class: "help", id: "form-file-help" }, help),
      this.name,
    );
  }

  /** Show a file and how it stands. */
  show({ text, title, problems, isDraft }) {
    this.text = text;
    this.file.textContent = text;
    this.status.textContent = standing(problems.length, isDraft);
    const path = `casestudies/${this.name.value}.yml`;
    const body = _("Here is a case study for the cookbook: {title}\n\nPlease find the file {path} attached.\n", {
      title,
      path,
    });
    const subject = _("Case study: {title}", { title });
    const ways = doors(this.contact, { path, text, subject, body, known: Boolean(this.known) });
    this.lead(this.mail, ways.mail, _("Write a mail"), _("Download the file first, and attach it by hand."));
    this.carries = ways.carries;
    this.lead(this.repository, ways.open, this.words(), this.manner());
    this.tooLong.hidden = !ways.tooLong;
  }

  /** Let a link lead somewhere; without an address it is not there. */
  lead({ line, pressed, told }, address, words, manner) {
    line.hidden = !address;
    pressed.textContent = words;
    told.textContent = manner;
    if (address) pressed.setAttribute("href", address);
    else pressed.removeAttribute("href");
  }

  /** The ways to send it, made once: a button that is pressed must not be exchanged meanwhile. */
  everyDoor() {
    const download = door(Button(() => this.download(), _("Download")));
    const copy = door(Button(() => this.copy(), _("Copy")));
    download.told.textContent = _("Save the file, and send it as you like.");
    copy.told.textContent = _("Copy its text, and paste it into a letter or a form.");
    for (const { line } of [download, copy]) line.hidden = false;
    this.mail = outside(this.settle);
    this.repository = outside(() => this.toRepository());
    this.tooLong = h(
      "li",
      { class: "form-no-door", hidden: true },
      _("The file is too long to be opened as a pull request from here:"),
      " ",
      _("its address would have {n} bytes or more. Download it or copy it instead.", { n: number(MOST_BYTES) }),
    );
    return [download.line, copy.line, this.mail.line, this.repository.line, this.tooLong];
  }

  download() {
    this.settle();
    const name = `${this.name.value || "case-study"}.yml`;
    save(name, "application/yaml", this.text);
    this.told.textContent = _("Saved as {name}.", { name });
  }

  async copy() {
    this.settle();
    this.told.textContent = await copied(this.text, this.file);
  }

  /** Where the address cannot carry the text, it goes along on the clipboard. */
  async toRepository() {
    this.settle();
    if (this.carries) return;
    const how = await copied(this.text, this.file);
    this.told.textContent = `${how} ${_("Then paste it into the file that has opened.")}`;
  }

  words() {
    return this.known ? _("Open the file in the repository") : _("Open as pull request");
  }

  manner() {
    if (this.carries) return _("In a new tab, with your text in it. It needs an account there.");
    return this.known
      ? _("In a new tab. This copies your text: paste it there over the old one. It needs an account there.")
      : _("In a new tab. This copies your text: paste it there. It needs an account there.");
  }
}

/** How far one has come. */
function standing(count, isDraft) {
  if (count) return ngettext("{n} thing is missing or wrong.", "{n} things are missing or wrong.", count);
  return isDraft
    ? _("Nothing is wrong. It is a draft: shown, and not counted.")
    : _("Nothing is wrong: it is complete.");
}
