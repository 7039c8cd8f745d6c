// What a person sees: the key to compare, the place to drop a file, the answers, three languages.

const SIGNS = { good: "✓", attention: "!", stop: "✕" };
const TONES = {
  valid: "good",
  superseded: "attention",
  revoked: "stop",
  doubtful: "attention",
  altered: "stop",
  other_key: "stop",
  other_paper: "attention",
  nothing: "attention",
};
const LOCALES = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };
const LEVELS = { c: "clear", p: "purge", d: "destroy" };

const state = { language: firstLanguage(), knowledge: null, answers: [], busy: Promise.resolve() };

function firstLanguage() {
  const wanted = (navigator.languages || [navigator.language]).map((one) => one.slice(0, 2));
  return wanted.find((one) => one in EMBEDDED.texts) || "fi";
}

function say(key, fields = {}) {
  const sentence = EMBEDDED.texts[state.language][key];
  return sentence.replace(/\{(\w+)\}/g, (_all, name) => String(fields[name]));
}

function day(moment) {
  return new Date(moment).toLocaleString(LOCALES[state.language], {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Europe/Helsinki",
  });
}

function element(tag, className = "", text = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

// ---- the page around the answers

function showPage() {
  document.documentElement.lang = state.language;
  document.title = `${say("title")} · ${EMBEDDED.workshop}`;
  for (const one of document.querySelectorAll("[data-say]")) one.textContent = say(one.dataset.say);
  document.getElementById("workshop").textContent = EMBEDDED.workshop;
  document.getElementById("made").textContent = say("made", { day: day(EMBEDDED.made) });
  showLanguages();
  showKeys();
  showAnswers();
}

function showLanguages() {
  const place = document.getElementById("languages");
  place.setAttribute("aria-label", say("languages"));
  if (place.childElementCount === 0) {
    for (const language of Object.keys(EMBEDDED.texts)) place.append(languageButton(language));
  }
  for (const one of place.children) {
    one.setAttribute("aria-pressed", String(one.lang === state.language));
  }
}

function languageButton(language) {
  const made = element("button", "", EMBEDDED.texts[language].language);
  made.type = "button";
  made.lang = language;
  made.addEventListener("click", () => {
    state.language = language;
    showPage();
  });
  return made;
}

function showKeys() {
  const rows = state.knowledge ? [...knownKeys(state.knowledge).values()].map(keyRow) : [];
  document.getElementById("fingerprints").replaceChildren(...rows);
  document.getElementById("known-until").textContent = knownUntil();
}

function keyRow(known) {
  const row = element("li");
  row.append(element("span", "fingerprint", known.fingerprint));
  const ended = keyEnding(state.knowledge, known);
  const words = [];
  if (known.via.length) words.push(say("key_vouched", { day: day(known.since) }));
  if (ended) words.push(say(`key_${ended[1]}`, { day: day(ended[2]) }));
  if (words.length) row.append(element("p", "muted", words.join(" ")));
  return row;
}

function knownUntil() {
  const list = state.knowledge && state.knowledge.list;
  if (!list) return say("list_none");
  const words = say("list_known", { number: list.number, day: day(list.at) });
  return Date.parse(list.until) < Date.now() ? `${words} ${say("list_old")}` : words;
}

// ---- answers

function showAnswers() {
  const place = document.getElementById("answers");
  for (const old of place.querySelectorAll(".answer")) old.remove();
  place.append(...state.answers.map(answerCard));
}

function addAnswer(one) {
  state.answers.unshift(one);
  // Only the new one is added, so that only it is read aloud.
  const made = answerCard(one);
  document.getElementById("answers-title").after(made);
  made.scrollIntoView({ block: "nearest" });
  showKeys();
}

function answerCard(one) {
  if (one.learned) return card("good", say(`learned_${one.learned}`), one.name, [knownUntil()]);
  if (one.refused) return card("stop", say("learned_not"), one.name, [say(one.refused)]);
  const unsure = endingUnknown(one.answer);
  const tone = unsure ? "attention" : TONES[one.answer.outcome];
  const title = say(unsure ? "outcome_unsure" : `outcome_${one.answer.outcome}`);
  const made = card(tone, title, one.name, sentences(one.answer));
  const facts = factsOf(one.answer);
  if (facts.length) made.append(factList(facts));
  const said = one.answer.statement && JSON.parse(one.answer.statement);
  if (said) made.append(...statementParts(said));
  return made;
}

// Genuine, but nothing here tells whether it still holds: not said in the colour of what does.
function endingUnknown(answer) {
  if (answer.outcome !== "valid") return false;
  const older = answer.list && answer.at && answer.at > answer.list[1];
  return !answer.list || older || Boolean(answer.key && answer.key[0] === "stolen");
}

function card(tone, title, name, lines) {
  const made = element("article", `answer ${tone}`);
  const head = element("h3");
  const sign = element("span", "sign", SIGNS[tone]);
  sign.setAttribute("aria-hidden", "true");
  head.append(sign, element("span", "", title));
  made.append(head, element("p", "name", name));
  for (const line of lines) made.append(element("p", "", line));
  return made;
}

function sentences(answer) {
  if (answer.why) return [say(`why_${answer.why}`)];
  return [say(`means_${answer.outcome}`), ...endingWords(answer), ...keyWords(answer), ...listWords(answer)];
}

function endingWords(answer) {
  if (!answer.ended) return [];
  const [how, at, successor] = answer.ended;
  return [say(`ended_${how}`, { day: day(at), successor })];
}

function keyWords(answer) {
  const words = [];
  if (answer.chain.length) words.push(say("signer_vouched"));
  if (answer.key) words.push(say(`signer_${answer.key[0]}`, { day: day(answer.key[1]) }));
  return words;
}

function listWords(answer) {
  if (answer.outcome === "other_paper" || answer.ended) return [];
  if (!answer.list) return [say("list_ask")];
  const [number, at, until] = answer.list;
  const words = [say("list_until", { number, day: day(at) })];
  if (answer.at && answer.at > at) words.push(say("list_before_paper"));
  if (Date.parse(until) < Date.now()) words.push(say("list_old"));
  return words;
}

function factsOf(answer) {
  const facts = [];
  if (answer.number) facts.push([say("fact_number"), answer.number, "code"]);
  if (answer.at) facts.push([say("fact_at"), day(answer.at), ""]);
  if (answer.signer) facts.push([say("fact_signer"), answer.signer, "code"]);
  return facts;
}

function factList(facts) {
  const list = element("dl");
  for (const [word, value, className] of facts) {
    list.append(element("dt", "", word), element("dd", className, value));
  }
  return list;
}

function statementParts(said) {
  const facts = [
    [say("fact_of"), say(`of_${said.t}`), ""],
    [say("fact_device"), said.d, "code"],
    [say("fact_serial"), said.s, "code"],
    [say("fact_lot"), said.l, "code"],
    [say("fact_workshop"), said.w, ""],
  ].filter((fact) => fact[1]);
  const parts = [factList(facts), element("p", "", say("statement_compare"))];
  if (said.m && said.m.length) parts.push(mediaTable(said.m));
  else parts.push(element("p", "", mediaWords(said)));
  return parts;
}

function mediaWords(said) {
  if (said.t === "lot") return say("lot_devices", { count: said.c, hash: said.h });
  if (said.x) return say("media_hashed", { count: said.y, hash: said.x });
  return say("media_none");
}

function mediaTable(media) {
  const table = element("table");
  const head = element("tr");
  for (const key of ["media_serial", "media_kind", "media_level"]) head.append(element("th", "", say(key)));
  table.append(head);
  for (const [serial, kind, level] of media) {
    const row = element("tr");
    row.append(element("td", "", serial || "–"), element("td", "", say(`kind_${kind}`)), element("td", "", say(`level_${LEVELS[level]}`)));
    table.append(row);
  }
  return table;
}

// ---- what a person gives

// One after the other, so that a list dropped together with papers is known when they are checked.
function inTurn(work) {
  state.busy = state.busy.then(work).catch(() => {});
  return state.busy;
}

function takeFiles(files) {
  const given = [...files].sort((one, other) => Number(isPaper(one)) - Number(isPaper(other)));
  for (const file of given) inTurn(() => takeFile(file).catch(() => cannotRead(file)));
  return state.busy;
}

// Such as a stick that was pulled out meanwhile: silence would look like an answer.
function cannotRead(file) {
  addAnswer({ name: file.name, answer: notGenuine("unreadable") });
}

function isPaper(file) {
  return !file.name.toLowerCase().endsWith(".json");
}

async function takeFile(file) {
  if (file.size > LARGEST_PDF) return addAnswer({ name: file.name, answer: notGenuine("too_large") });
  const bytes = new Uint8Array(await file.arrayBuffer());
  // A list or a vouch is JSON; whatever else it is, is answered as a paper.
  if (asLatin1(bytes.subarray(0, 64)).trimStart().startsWith("{")) return takeTrust(file.name, bytes);
  return addAnswer({ name: file.name, answer: await answerFile(bytes, state.knowledge) });
}

async function takeTrust(name, bytes) {
  try {
    const before = state.knowledge.list;
    state.knowledge = await learn(bytes, state.knowledge);
    addAnswer({ name, learned: state.knowledge.list === before ? "vouches" : "list" });
  } catch (problem) {
    addAnswer({ name, refused: problem.code || "trust_file_unreadable" });
  }
}

// Out of the field at once: the next scan may come before this one is answered.
function takeText() {
  const field = document.getElementById("text");
  const text = field.value;
  field.value = "";
  field.focus();
  if (text.trim() === "") return;
  inTurn(async () => addAnswer({ name: say("scanned"), answer: await answerText(text, state.knowledge) }));
}

function listen() {
  const drop = document.getElementById("drop");
  const file = document.getElementById("file");
  const form = document.getElementById("scan");
  document.getElementById("choose").addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    const chosen = [...file.files];
    file.value = "";
    takeFiles(chosen);
  });
  // Anywhere on the page: a file dropped beside the frame would replace the page otherwise.
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  document.addEventListener("dragleave", () => drop.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    takeFiles(event.dataTransfer.files);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    takeText();
  });
  // A scanner ends with Enter.
  document.getElementById("text").addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    takeText();
  });
}

async function begin() {
  listen();
  showPage();
  if (!globalThis.crypto || !crypto.subtle) {
    document.getElementById("answers").append(card("stop", say("no_crypto"), "", [say("no_crypto_do")]));
    return;
  }
  state.knowledge = await knowledgeOf(EMBEDDED);
  showPage();
  // A scanner types where the cursor is; the fingerprint above must stay in sight.
  document.getElementById("text").focus({ preventScroll: true });
}

state.busy = begin();

// For programs that drive this page, such as its tests.
globalThis.verifier = Object.freeze({
  ready: state.busy,
  known: () => state.knowledge,
  knowledgeOf,
  answerFile,
  answerText,
  learn,
});
