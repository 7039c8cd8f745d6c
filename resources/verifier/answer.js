// The whole answer about one certificate, in the words that `certificate verify --json` uses.

const OUTCOME_OF = {
  too_large: "nothing",
  not_a_pdf: "nothing",
  not_sealed: "nothing",
  no_statement: "nothing",
  other_signer: "other_key",
};
const NO_ANSWER = {
  outcome: null,
  why: null,
  number: null,
  signer: null,
  at: null,
  chain: [],
  ended: null,
  key: null,
  list: null,
  statement: null,
};

async function answerFile(bytes, knowledge) {
  try {
    const seal = await readSeal(bytes);
    const signer = knownKeys(knowledge).get(seal.signer.fingerprint);
    if (signer === undefined) return notGenuine("other_signer", seal.signer.fingerprint);
    const { number, at } = numberAndTime(seal.text, seal.place);
    return genuine(knowledge, signer, number, at, null);
  } catch (problem) {
    return notGenuine(problem instanceof Invalid ? problem.why : "unreadable");
  }
}

async function answerText(text, knowledge) {
  if (!looksLikeStatement(text)) return notGenuine("no_statement");
  let said;
  let statement;
  try {
    said = readText(text);
    statement = statementOf(said.content);
  } catch {
    return notGenuine("altered");
  }
  const named = [...knownKeys(knowledge).values()].filter((one) => keyId(one) === statement.k);
  if (named.length === 0) return notGenuine("other_signer", statement.k);
  const signed = joined(bytesOf(STATEMENT_PREFIX), said.content);
  for (const one of named) {
    if (await isSignedBy(signed, said.signature, one)) {
      return genuine(knowledge, one, statement.n, statement.a, asLatin1(said.content));
    }
  }
  return notGenuine("altered");
}

function notGenuine(why, signer = null) {
  return { ...NO_ANSWER, outcome: OUTCOME_OF[why] || "altered", why, signer };
}

function genuine(knowledge, signer, number, at, statement) {
  const list = knowledge.list;
  const ended = (list && number && list.ended.find((row) => row[0] === number)) || null;
  const key = keyEnding(knowledge, signer);
  return {
    ...NO_ANSWER,
    outcome: outcomeOf(number, at, ended, key),
    number,
    signer: signer.fingerprint,
    at,
    chain: signer.via,
    ended: ended && ended.slice(1),
    key: key && key.slice(1),
    list: list && [list.number, list.at, list.until],
    statement,
  };
}

function outcomeOf(number, at, ended, key) {
  if (number === null) return "other_paper";
  if (ended !== null) return ended[1];
  // A key out of use seals nothing; a stolen one could seal anything, also with an earlier date.
  if (key !== null && (at === null || at >= key[2])) return "doubtful";
  return "valid";
}
