// What is known: keys, who vouched for whom, what has ended. It can learn from files that the
// workshop publishes, if a key signed them that is known already.

const LARGEST_TRUST = 32 * 1024 * 1024;
const LIST_PREFIX = "serkut-desk revocations 1\n";
const VOUCH_PREFIX = "serkut-desk key 1\n";
const MOST_VOUCHES = 1000;

class Refusal extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

// {keys, vouches, list} from what the workshop put into this page.
async function knowledgeOf(embedded) {
  const keys = await Promise.all(embedded.keys.map(keyOfPem));
  let knowledge = { keys, vouches: [], list: null };
  if (embedded.vouches.length) {
    knowledge = await learn(bytesOf(JSON.stringify({ vouches: embedded.vouches })), knowledge);
  }
  if (embedded.list) knowledge = await learn(bytesOf(JSON.stringify(embedded.list)), knowledge);
  return knowledge;
}

// Every key that counts as the workshop's, by fingerprint: {key..., via, since}.
function knownKeys(knowledge) {
  const found = new Map(knowledge.keys.map((key) => [key.fingerprint, { ...key, via: [], since: null }]));
  for (const one of found.values()) {
    for (const said of wordsOf(knowledge, one)) {
      if (!found.has(said.new.fingerprint)) {
        found.set(said.new.fingerprint, { ...said.new, via: [...one.via, one.fingerprint], since: said.at });
      }
    }
  }
  return found;
}

function wordsOf(knowledge, known) {
  const ended = keyEnding(knowledge, known);
  const isLate = (said) => ended !== null && ended[1] === "stolen" && said.at >= ended[2];
  return knowledge.vouches.filter((said) => said.old.fingerprint === known.fingerprint && !isLate(said));
}

function keyEnding(knowledge, known) {
  return (knowledge.list && knowledge.list.keys.find((row) => row[0] === known.plain)) || null;
}

function isStolen(knowledge, known) {
  const ended = keyEnding(knowledge, known);
  return ended !== null && ended[1] === "stolen";
}

// What is known and what a published file says; throws Refusal with the reason.
async function learn(bytes, knowledge) {
  if (bytes.length > LARGEST_TRUST) throw new Refusal("trust_file_unreadable");
  let said;
  try {
    said = await readTrustFile(bytes);
  } catch {
    throw new Refusal("trust_file_unreadable");
  }
  return said.list ? learnList(said, knowledge) : learnVouches(said.vouches, knowledge);
}

async function readTrustFile(bytes) {
  const document = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  if (document === null || typeof document !== "object" || Array.isArray(document)) throw new Error("form");
  if ("list" in document) return readList(document);
  const rows = document.vouches;
  if (!hasOnly(document, "vouches")) throw new Error("keys");
  if (!Array.isArray(rows) || rows.length < 1 || rows.length > MOST_VOUCHES) throw new Error("form");
  return { vouches: await Promise.all(rows.map(readVouch)) };
}

function contentOf(text) {
  const body = JSON.parse(text);
  if (body === null || typeof body !== "object" || Array.isArray(body)) throw new Error("form");
  if (canonical(body) !== text || body.v !== 1) throw new Error("form");
  return body;
}

function signatureIn(document) {
  const raw = fromBase64(document.signature);
  if (raw.length !== 64 || toBase64(raw) !== document.signature) throw new Error("form");
  return raw;
}

async function readVouch(document) {
  const body = contentOf(document.vouch);
  if (!hasOnly(document, "signature,vouch") || !hasOnly(body, "at,new,old,v,w")) throw new Error("keys");
  if (!isText(body.w) || !isMoment(body.at)) throw new Error("values");
  return {
    at: body.at,
    content: document.vouch,
    new: await keyOfPem(body.new),
    old: await keyOfPem(body.old),
    signature: signatureIn(document),
  };
}

async function readList(document) {
  const body = contentOf(document.list);
  if (!hasOnly(document, "key,list,signature")) throw new Error("keys");
  if (!hasOnly(body, "at,ended,k,keys,number,until,v,w")) throw new Error("keys");
  const signer = await keyOfPem(document.key);
  const checks = [
    isText(body.w),
    isCount(body.number) && body.number >= 1,
    isMoment(body.at),
    isMoment(body.until),
    isSortedBy(body.ended, isEndedPaper),
    isSortedBy(body.keys, isEndedKey),
    body.k === keyId(signer),
  ];
  if (!checks.every(Boolean)) throw new Error("values");
  return { list: body, content: document.list, signature: signatureIn(document), signer };
}

function isSortedBy(rows, isRow) {
  return Array.isArray(rows) && rows.every(isRow) && rows.every((row, at) => at === 0 || rows[at - 1][0] < row[0]);
}

function isEndedPaper(row) {
  if (!Array.isArray(row) || row.length !== 4 || !isCode(row[0], "TT") || !isMoment(row[2])) return false;
  return (row[1] === "revoked" && row[3] === "") || (row[1] === "superseded" && isCode(row[3], "TT"));
}

function isEndedKey(row) {
  return (
    Array.isArray(row) &&
    row.length === 3 &&
    isText(row[0]) &&
    /^[0-9A-F]{64}$/.test(row[0]) &&
    ["retired", "stolen"].includes(row[1]) &&
    isMoment(row[2])
  );
}

async function learnList(said, knowledge) {
  if (!(await isSignedBy(bytesOf(LIST_PREFIX + said.content), said.signature, said.signer))) {
    throw new Refusal("trust_file_altered");
  }
  const learned = { ...knowledge, list: said.list };
  // Before and after: a list may say that the key that signed it is stolen.
  for (const one of [knowledge, learned]) {
    if (!knownKeys(one).has(said.signer.fingerprint) || isStolen(one, said.signer)) {
      throw new Refusal("trust_file_of_another_key");
    }
  }
  const older = knowledge.list;
  if (older !== null && canonical(older) !== said.content) {
    if (said.list.number <= older.number || said.list.at < older.at) throw new Refusal("trust_list_older");
    if (lacks(said.list, older)) throw new Refusal("trust_list_lost");
  }
  return learned;
}

// What ended stays so; a retired key may turn out to be stolen, and stolen earlier than was known,
// never the other way. Both days are UTC in one form, so that their texts compare.
function lacks(list, older) {
  const papers = new Set(list.ended.map(String));
  const keys = new Map(list.keys.map((row) => [row[0], row]));
  const stays = (row, now) =>
    now !== undefined && (row[1] !== "stolen" || (now[1] === "stolen" && now[2] <= row[2]));
  return !(
    older.ended.every((row) => papers.has(String(row))) &&
    older.keys.every((row) => stays(row, keys.get(row[0])))
  );
}

async function learnVouches(said, knowledge) {
  for (const one of said) {
    if (!(await isSignedBy(bytesOf(VOUCH_PREFIX + one.content), one.signature, one.old))) {
      throw new Refusal("trust_file_altered");
    }
  }
  const held = new Set(knowledge.vouches.map((one) => one.content));
  const fresh = said.filter((one) => !held.has(one.content));
  // Who has a stolen key can write any earlier day: only what was learned before holds.
  if (fresh.some((one) => isStolen(knowledge, one.old))) throw new Refusal("trust_key_stolen");
  const learned = { ...knowledge, vouches: [...knowledge.vouches, ...fresh] };
  const known = knownKeys(learned);
  for (const one of said) {
    if (!known.has(one.old.fingerprint)) throw new Refusal("trust_file_of_another_key");
    if (!known.has(one.new.fingerprint)) throw new Refusal("trust_key_stolen");
  }
  return learned;
}
