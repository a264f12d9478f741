// The file that comes out, shown while one writes, and the doors by which it can be sent.
import { h, save } from "../dom.js";
import { _, ngettext, number } from "../language.js";
import { doors, MOST_BYTES } from "../pure/doors.js";

const Button = (onclick, ...words) => h("button", { type: "button", class: "button", onclick }, ...words);

const Door = (...parts) => h("li", {}, ...parts);

const Outside = (address, words) =>
  h("a", { class: "button", href: address, target: "_blank", rel: "noopener noreferrer" }, words);

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
  /** `check()` tells all that is wrong, `forget()` empties the form. */
  constructor(contact, known, { check, forget, renamed }) {
    this.contact = contact;
    this.known = known;
    this.file = h("code", {});
    this.status = h("p", { role: "status", class: "form-status" });
    this.told = h("p", { role: "status", class: "form-told" });
    this.doors = h("ul", { class: "form-doors" });
    this.name = h("input", { id: "form-file", type: "text", "aria-describedby": "form-file-help", oninput: renamed });
    this.name.readOnly = Boolean(known);
    this.element = h(
      "section",
      { class: "form-outcome", "aria-labelledby": "your-file" },
      h("h2", { id: "your-file" }, _("Your file")),
      this.fileName(),
      h("p", { class: "form-check" }, Button(check, _("Check")), " ", Button(forget, _("Forget what I wrote"))),
      this.status,
      h("pre", { tabindex: "0", role: "region", "aria-label": _("Your file") }, this.file),
      h("h2", { id: "send-it" }, _("Send it")),
      h("p", {}, _("Each of these ways is as good as the others. Nothing leaves your browser before you choose one.")),
      this.doors,
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
    this.doors.replaceChildren(...this.every(ways, path));
  }

  every({ mail, open, carries, tooLong }, path) {
    const download = () => {
      save(path.split("/").at(-1), "application/yaml", this.text);
      this.told.textContent = _("Saved as {name}.", { name: path.split("/").at(-1) });
    };
    const copy = async () => {
      this.told.textContent = await copied(this.text, this.file);
    };
    const found = [
      Door(Button(download, _("Download")), " ", _("Save the file, and send it as you like.")),
      Door(Button(copy, _("Copy")), " ", _("Copy its text, and paste it into a letter or a form.")),
    ];
    if (mail)
      found.push(Door(Outside(mail, _("Write a mail")), " ", _("Download the file first, and attach it by hand.")));
    if (open) found.push(Door(Outside(open, this.words()), " ", this.manner(carries)));
    if (tooLong) {
      const long = _(
        "The file is too long to be opened as a pull request from here: its address would have more than {n} bytes. Download it or copy it instead.",
        { n: number(MOST_BYTES) },
      );
      found.push(Door(h("span", { class: "form-no-door" }, long)));
    }
    return found;
  }

  words() {
    return this.known ? _("Open the file in the repository") : _("Open as pull request");
  }

  manner(carries) {
    return carries
      ? _("In a new tab, with your text in it. It needs an account there.")
      : _("In a new tab. Copy the text first, and paste it there. It needs an account there.");
  }
}

/** How far one has come. */
function standing(count, isDraft) {
  if (count) return ngettext("{n} thing is missing or wrong.", "{n} things are missing or wrong.", count);
  return isDraft
    ? _("Nothing is wrong. It is a draft: shown, and not counted.")
    : _("Nothing is wrong: it is complete.");
}
