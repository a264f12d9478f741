import { keepProfile, profile } from "../profile.js";

const form = document.querySelector("[data-tool=finder]");
void [form, keepProfile, profile];
